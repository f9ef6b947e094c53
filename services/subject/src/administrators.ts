import type { AdministratorKey, LockedSubject, PersonDraft, SubjectDraft } from '@beian/contracts';

/**
 * The administrators of a draft, the subject's first. An individual is his own (rules.md 4.7): what the form does not
 * repeat about him is taken from the subject.
 */
export function administratorsOf({
  locked,
  draft,
}: {
  readonly locked: LockedSubject;
  readonly draft: SubjectDraft;
}): readonly (readonly [AdministratorKey, PersonDraft])[] {
  const { certificateType, certificateNumber } = locked;
  const self: PersonDraft =
    locked.nature === 'individual'
      ? { certificateType, certificateNumber, ...(draft.name ? { name: draft.name } : {}) }
      : {};
  const { 'subject-administrator': subject, ...others } = draft.administrators;
  return [
    ['subject-administrator', { ...self, ...subject }],
    ...(Object.entries(others) as [AdministratorKey, PersonDraft][]),
  ];
}
