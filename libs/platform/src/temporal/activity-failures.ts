import { problems } from '@beian/contracts';
import { CompleteAsyncError } from '@temporalio/activity';
import { ApplicationFailure, TemporalFailure } from '@temporalio/common';
import { DatabaseError } from '../database/database-error';
import { ProblemError } from '../http/problem-error';

/** Refusals that time heals although their status is 4xx. */
const healing: ReadonlySet<number> = new Set([408, 425, 429]);

/**
 * The one place where an activity's error becomes a failure that Temporal decides on.
 * - Temporal's own failures and cancellations pass as they are.
 * - A problem with a 4xx status will never work: non-retryable, of the problem's code as type. `in-progress` and 429 heal.
 * - Anything else may work later: retryable. Its text stays in the log, for it may quote what it was about.
 */
export function toActivityFailure(error: unknown): unknown {
  if (error instanceof TemporalFailure || error instanceof CompleteAsyncError) return error;
  if (error instanceof Error && error.name === 'AbortError') return error;
  if (error instanceof ProblemError) return fromProblem(error);
  const known = error instanceof DatabaseError;
  return ApplicationFailure.create({
    type: error instanceof Error ? error.name : 'UnknownError',
    message: known ? error.message : 'unexpected error in an activity; the log of the service has it',
    nonRetryable: false,
  });
}

function fromProblem(error: ProblemError): ApplicationFailure {
  const status = error.details.status ?? problems[error.code].status;
  const heals = status >= 500 || healing.has(status) || error.code === 'in-progress';
  return ApplicationFailure.create({
    type: error.code,
    message: error.details.detail ?? problems[error.code].en,
    nonRetryable: !heals,
    details: (error.details.entries ?? []).map(({ pointer, code }) => ({ pointer, code })),
  });
}
