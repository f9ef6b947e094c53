import type { LockedSubject, SubjectDraft } from '@beian/contracts';
import { administratorsOf } from './administrators';

export interface Completeness {
  readonly filled: number;
  readonly of: number;
}

const personFields = [
  'name',
  'certificateType',
  'certificateNumber',
  'certificateValidUntil',
  'mobile',
  'email',
] as const;
const subjectFields = ['name', 'certificateAddress', 'mailingProvince', 'mailingAddress', 'superior'] as const;

/**
 * How far a draft is filled in (rules.md 3.2): fields that every subject needs. A count for the applicant,
 * not a verdict: what is wrong is said by `examine`.
 */
export function completenessOf(draft: SubjectDraft, locked: LockedSubject): Completeness {
  const persons = administratorsOf({ draft, locked }).map(([, person]) => person);
  const filled =
    count(subjectFields.map((field) => draft[field])) +
    count(persons.flatMap((person) => personFields.map((field) => person[field])));
  return { filled, of: subjectFields.length + persons.length * personFields.length };
}

const count = (values: readonly (string | undefined)[]): number =>
  values.filter((value) => value !== undefined && value !== '').length;
