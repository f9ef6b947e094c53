import type { ProblemCode } from '@beian/contracts';
import type { ProblemEntry } from '@beian/contracts/schemas';

export interface ProblemDetails {
  /** JSON pointer to the one offending field, if there is just one; the table's own text then stands at it. */
  readonly pointer?: string;
  /** A fact for the reader, in English, without personal data. */
  readonly detail?: string;
  /** Values that fill `{name}` in the table's texts. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** One entry per offending place. */
  readonly entries?: readonly ProblemEntry[];
  /** Extra members of the answer, for instance both versions of a stale write. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Only where the table's status does not fit, for instance an answer passed on from another service. */
  readonly status?: number;
  readonly cause?: unknown;
}

/**
 * An expected refusal that leaves a service: over HTTP it becomes problem+json by the one filter, in an activity it
 * becomes an application failure of the same type by the one mapper. Its message holds the code only.
 */
export class ProblemError extends Error {
  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {},
  ) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ProblemError';
  }
}

/** Refuses with the named problem. The code comes from the table in contracts, which holds status and texts. */
export function problem(code: ProblemCode, details: ProblemDetails = {}): never {
  throw new ProblemError(code, details);
}
