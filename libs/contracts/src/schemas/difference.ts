import { z } from 'zod';
import { reasonSchema } from './verification';
import { ulid } from './text';

const submission = z.coerce.number().int().min(1).max(10_000);

export const changeSchema = z
  .strictObject({
    pointer: z.string(),
    change: z.enum(['added', 'removed', 'changed']),
    /** Masked as the part itself is for whoever asks. */
    before: z.unknown().optional(),
    after: z.unknown().optional(),
  })
  .meta({ id: 'Change' });

/** Gateway → subject, website, documents: two submissions of the part, by number. */
export const differenceQuerySchema = z.strictObject({ from: submission, to: submission });
export const partDifferenceSchema = z.strictObject({
  changes: z.array(changeSchema),
  siteIds: z.array(ulid).optional(),
});

/** Gateway → verification: what the owners said, to be put beside the reasons. */
export const joinDifferenceSchema = z.strictObject({
  actor: ulid,
  from: z.int(),
  to: z.int(),
  changes: z.array(changeSchema),
  siteIds: z.array(ulid),
});

/** Staff: `to` is the newest submission unless said, `from` the one before it. */
export const askDifferenceSchema = z.strictObject({ from: submission.optional(), to: submission.optional() });

/**
 * What changed between two submissions, beside the reasons of the earlier one. `fixed`: the place that a reason points to
 * (or something within it) is not as it was; whether it is good now is the reviewer's to say.
 */
export const revisionDifferenceSchema = z
  .strictObject({
    from: z.int(),
    to: z.int(),
    changes: z.array(changeSchema),
    reasons: z.array(reasonSchema.extend({ outcome: z.enum(['fixed', 'not-touched']), changes: z.array(z.string()) })),
    /** Changes that no reason asked for. */
    unasked: z.array(z.string()),
  })
  .meta({ id: 'RevisionDifference' });
