import { isGrpcServiceError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';

// gRPC status codes
const deadlineExceeded = 4;
const resourceExhausted = 8;
const aborted = 10;
const unavailable = 14;

/** Our own deadline has passed while Temporal was still at it. */
export function isTooSlow(error: unknown): boolean {
  return error instanceof WorkflowUpdateRPCTimeoutOrCancelledError || codeWithin(error) === deadlineExceeded;
}

/** Temporal cannot be reached, has no worker for the filing, or has too much to do: the same request may work later. */
export function isTemporalAway(error: unknown): boolean {
  const code = codeWithin(error);
  return isTooSlow(error) || code === unavailable || code === resourceExhausted || code === aborted;
}

/** The gRPC code of an error or of what caused it. */
function codeWithin(error: unknown): number | undefined {
  if (isGrpcServiceError(error)) return error.code;
  return error instanceof Error && error.cause !== undefined ? codeWithin(error.cause) : undefined;
}
