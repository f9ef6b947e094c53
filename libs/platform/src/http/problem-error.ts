/** One thing that is wrong with a request, at one place in it. */
export interface ProblemEntry {
  /** JSON pointer into the body (`/sites/0/name`), or `#/query/page` style for other parts; absent: the whole request. */
  readonly pointer?: string;
  /** Stable name of the finding, if it has one of its own. */
  readonly code?: string;
  readonly zh: string;
  readonly en: string;
  readonly remedyZh?: string;
  readonly remedyEn?: string;
}

export interface ProblemDetails {
  /** JSON pointer to the offending field; shorthand for a single entry. */
  readonly pointer?: string;
  /** A fact for the reader, in English, without personal data. */
  readonly detail?: string;
  /** Values that fill `{name}` in the table's texts. */
  readonly params?: Readonly<Record<string, string | number>>;
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
    readonly code: string,
    readonly details: ProblemDetails = {},
  ) {
    super(code, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'ProblemError';
  }
}

/** Refuses with the named problem. The code comes from the table in contracts, which holds status and texts. */
export function problem(code: string, details: ProblemDetails = {}): never {
  throw new ProblemError(code, details);
}
