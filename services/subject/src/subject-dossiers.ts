import type { DossierRecipient } from '@beian/contracts';
import type {
  authoritySubjectDossierSchema,
  notificationDossierSchema,
  verificationDossierSchema,
} from '@beian/contracts/schemas';
import { canonicalMobile, canonicalNumber } from '@beian/rules';
import type { z } from 'zod';
import { administratorsOf } from './administrators';
import type { SubjectPart } from './subject.store';

type Dossier<Schema extends z.ZodType> = z.input<Schema>;

/** What each recipient must know of a pinned part, and nothing more (decisions 32). */
export function subjectDossiers(part: SubjectPart): readonly { recipient: DossierRecipient; content: unknown }[] {
  const { locked, draft } = part;
  const persons = administratorsOf(part);
  const phones: Dossier<typeof verificationDossierSchema> = {
    part: 'phones',
    administrators: Object.fromEntries(
      persons.flatMap(([key, { mobile, certificateNumber, name }]) =>
        mobile && certificateNumber
          ? [
              [
                key,
                {
                  mobile: canonicalMobile(mobile),
                  certificateTail: tailOf(certificateNumber),
                  ...(name ? { name } : {}),
                },
              ],
            ]
          : [],
      ),
    ),
  };
  const contacts: Dossier<typeof notificationDossierSchema> = {
    part: 'contacts',
    contacts: persons.flatMap(([administrator, { name, mobile, email }]) =>
      name && mobile ? [{ administrator, name, mobile: canonicalMobile(mobile), ...(email ? { email } : {}) }] : [],
    ),
  };
  const form: Dossier<typeof authoritySubjectDossierSchema> = {
    part: 'subject',
    locked,
    form: draft,
    ...(part.filed === undefined ? {} : { filedNumber: part.filed.subjectNumber }),
  };
  return [
    { recipient: 'verification', content: phones },
    { recipient: 'notification', content: contacts },
    { recipient: 'authority', content: form },
  ];
}

/** What the phone page asks beside the code: the last six characters, X among them (rules.md 8.4). */
const tailOf = (certificateNumber: string): string => [...canonicalNumber(certificateNumber)].slice(-6).join('');
