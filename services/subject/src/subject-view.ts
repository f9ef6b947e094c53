import type { subjectPartSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { completenessOf } from './completeness';
import { maskPart } from './mask-subject';
import type { SubjectPart } from './subject.store';

export type SubjectView = z.output<typeof subjectPartSchema>;

/** A part as its owner sees it. */
export const viewOf = ({ version, locked, draft }: SubjectPart): SubjectView => ({
  version,
  locked,
  draft,
  completeness: completenessOf(draft, locked),
});

/** A part as staff sees it, until a single value is unmasked with a reason (I-25). */
export const maskedViewOf = (part: SubjectPart): SubjectView => ({ ...viewOf(part), ...maskPart(part) });
