import type { Stage } from './stages';

/** Something that would make a filing fail: said at once, with its place, its rule and its remedy, in both languages. */
export interface Finding {
  /** Stable code, lower-case words with hyphens (`domain-holder-differs`), or a reject code of rules.md 15.6. */
  readonly code: string;
  /** JSON pointer into the whole draft: `/subject/…`, `/sites/<siteId>/…`, `/documents/<slot>`. */
  readonly pointer: string;
  /** `error` stops a submission, `warning` is shown to applicant and reviewer. */
  readonly severity: 'error' | 'warning';
  /** The stage at which it would have hurt. */
  readonly stage: Stage;
  readonly zh: string;
  readonly en: string;
  readonly remedyZh: string;
  readonly remedyEn: string;
  /** Key of the rule (`domain.holder`), and where the rule comes from. */
  readonly rule: string;
  readonly source: string;
  /** The offending part of the value, where marking it helps. */
  readonly offending?: string;
  /** Where `offending` stands in the value at `pointer`, in UTF-16 units: `value.slice(start, end)`. */
  readonly offendingSpan?: OffendingSpan;
}

export interface OffendingSpan {
  readonly start: number;
  readonly end: number;
}
