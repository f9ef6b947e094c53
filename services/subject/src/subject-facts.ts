import type { AdministratorFacts, PersonDraft, SubjectFacts } from '@beian/contracts';
import { canonicalJson, filingMark } from '@beian/platform';
import { canonicalHolder, canonicalMobile, canonicalNumber } from '@beian/rules';
import { administratorsOf } from './administrators';
import type { SubjectPart } from './subject.store';

/** Two digits of a resident ID say where it was first issued (rules.md 3.4); other papers say nothing about it. */
const isFrom = (province: string, person: PersonDraft): boolean =>
  person.certificateType !== 'resident-id' || (person.certificateNumber ?? '').startsWith(province);

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
  const administrators = persons.map(([key, person]): AdministratorFacts => ({
    key,
    phoneMark: person.mobile ? mark(canonicalMobile(person.mobile)) : '',
    certificateMark: person.certificateNumber ? mark(canonicalNumber(person.certificateNumber)) : '',
    legalRepresentative: person.legalRepresentative ?? false,
    fromProvince: isFrom(locked.province, person),
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
    lastChange: part.changedAt.toISOString(),
  };
}
