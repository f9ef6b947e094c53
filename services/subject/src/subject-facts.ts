import type { AdministratorFacts, PersonDraft, SubjectFacts } from '@beian/contracts';
import { canonicalJson, filingMark } from '@beian/platform';
import { canonicalHolder, canonicalMobile, canonicalNumber, isFromProvince } from '@beian/rules';
import { administratorsOf } from './administrators';
import { differences } from './filed-subject';
import type { SubjectPart } from './subject.store';

/**
 * Whether an administrator is from the province of the filing (rules.md 3.4; decisions 7): the address on the certificate
 * decides, which the form asks of an individual's own; of another person only the number's region digits are known.
 */
function isFrom({ locked, draft }: SubjectPart, person: PersonDraft): boolean {
  const { certificateType: type, certificateNumber: number = '' } = person;
  if (type === undefined) return true;
  const isSelf =
    locked.nature === 'individual' && canonicalNumber(number) === canonicalNumber(locked.certificateNumber);
  const address = isSelf && draft.certificateAddress ? { address: draft.certificateAddress } : {};
  return isFromProvince({ type, number, ...address }, locked);
}

/**
 * The fact sheet of a part (decisions 33): no personal data, only marks under a key of this filing. Undefined while the
 * name is missing, for without it there is no holder to compare domains with.
 */
export function subjectFacts(
  part: SubjectPart,
  { hmacKey, revision }: { hmacKey: Buffer; revision: number },
): SubjectFacts | undefined {
  const { locked, draft, filingId } = part;
  if (!draft.name) return undefined;
  const mark = (canonical: string): string => filingMark(hmacKey, filingId, canonical);
  const persons = administratorsOf(part);
  const differs = part.filed && differences(part.filed, draft, mark);
  const administrators = persons.map(([key, person]): AdministratorFacts => ({
    key,
    phoneMark: person.mobile ? mark(canonicalMobile(person.mobile)) : '',
    certificateMark: person.certificateNumber ? mark(canonicalNumber(person.certificateNumber)) : '',
    legalRepresentative: person.legalRepresentative ?? false,
    fromProvince: isFrom(part, person),
    ...(differs === undefined ? {} : { isNew: differs.isNew(key) }),
  }));
  return {
    revision,
    // Keyed like every mark: a plain hash over a form of few unknowns could be guessed from the history.
    sha256: mark(canonicalJson({ locked, draft })),
    province: locked.province,
    nature: locked.nature,
    filingType: locked.filingType,
    certificateType: locked.certificateType,
    holderMark: mark(canonicalHolder({ name: draft.name, ...locked })),
    personHolderMarks: persons.flatMap(([key, { name, certificateType, certificateNumber }]) =>
      name && certificateType && certificateNumber
        ? [{ key, mark: mark(canonicalHolder({ name, certificateType, certificateNumber })) }]
        : [],
    ),
    administrators,
    ...(differs === undefined ? {} : { changed: differs.own }),
    lastChange: part.changedAt.toISOString(),
  };
}
