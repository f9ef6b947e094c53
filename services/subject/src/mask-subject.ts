import type { AdministratorKey, LockedSubject, PersonDraft, SubjectDraft } from '@beian/contracts';
import { maskEmail, maskIdNumber, maskName, maskPhone } from '@beian/platform';
import type { SubjectPart } from './subject.store';

/** Free text (addresses, remarks) shows that something is there, not what. */
const maskText = (): string => '***';

const subjectMasks = {
  name: maskName,
  certificateAddress: maskText,
  mailingAddress: maskText,
  superior: maskName,
  remark: maskText,
} as const satisfies Partial<Record<keyof SubjectDraft, (value: string) => string>>;

const personMasks = {
  name: maskName,
  certificateNumber: maskIdNumber,
  mobile: maskPhone,
  landline: maskPhone,
  emergencyMobile: maskPhone,
  email: maskEmail,
} as const satisfies Partial<Record<keyof PersonDraft, (value: string) => string>>;

/** A part as staff sees it: every personal value masked (rel 4.9). Codes, dates and provinces stay. */
export function maskPart({ locked, draft }: Pick<SubjectPart, 'locked' | 'draft'>): {
  readonly locked: LockedSubject;
  readonly draft: SubjectDraft;
} {
  const administrators = Object.fromEntries(
    (Object.entries(draft.administrators) as [AdministratorKey, PersonDraft][]).map(([key, person]) => [
      key,
      masked(person, personMasks),
    ]),
  );
  return {
    locked: { ...locked, certificateNumber: maskIdNumber(locked.certificateNumber) },
    draft: { ...masked(draft, { ...subjectMasks, filingPassword: maskText }), administrators },
  };
}

function masked<T extends object>(value: T, masks: Readonly<Record<string, (text: string) => string>>): T {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => {
      const mask = masks[key];
      return [key, mask && typeof inner === 'string' && inner !== '' ? mask(inner) : inner];
    }),
  ) as T;
}

/** The value behind a pointer, if it is one of those that are masked; anything else has nothing to unmask. */
export function maskedValueAt(
  { locked, draft }: Pick<SubjectPart, 'locked' | 'draft'>,
  pointer: string,
): string | undefined {
  const [, root, ...path] = pointer.split('/');
  if (root !== 'subject') return undefined;
  const [field = '', key, personField = ''] = path;
  if (path.length === 1 && field === 'certificateNumber') return locked.certificateNumber;
  if (path.length === 1 && Object.hasOwn(subjectMasks, field)) return draft[field as keyof typeof subjectMasks];
  if (path.length === 3 && field === 'administrators' && Object.hasOwn(personMasks, personField)) {
    const persons: Partial<Record<AdministratorKey, PersonDraft>> = draft.administrators;
    return Object.hasOwn(persons, key ?? '')
      ? persons[key as AdministratorKey]?.[personField as keyof typeof personMasks]
      : undefined;
  }
  return undefined;
}
