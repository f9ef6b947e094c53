import type { FilingId, Instant } from '../ids';
import type { FilingSnapshot } from '../snapshot';
import type { PinnedRules } from '../filing-facts';

/** Who asks an owner to do its part of a submission; `at` is business time: nothing downstream asks a clock. */
export interface SubmissionStep extends PinnedRules {
  readonly filingId: FilingId;
  readonly submission: number;
  readonly at: Instant;
}

/** An undo of a submission: idempotent, a no-op if the step never happened. */
export interface UndoStep {
  readonly filingId: FilingId;
  readonly submission: number;
  readonly at: Instant;
}

/** The key of an outside effect: filing + step + submission (+ recipient); never activity id or attempt. */
export const effectKey = (
  step: Pick<UndoStep, 'filingId' | 'submission'>,
  effect: string,
  recipient?: string,
): string => [step.filingId, effect, step.submission, ...(recipient === undefined ? [] : [recipient])].join('.');

/**
 * A stage (or its flags) to be recorded: the snapshot carries everything. Each recording call carries the next version,
 * one more than the row has: then it is written. A version the row has already is a repetition: nothing is written, the
 * effect is asked again under its own key. A version further on means that an earlier call has not arrived: retry.
 */
export interface RecordStep {
  readonly snapshot: FilingSnapshot;
}
