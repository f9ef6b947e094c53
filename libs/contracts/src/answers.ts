import type { Finding } from './finding';
import type { FilingSnapshot } from './snapshot';
import type { Refusal } from './problems';

/** What a moving update answers, once the main loop has treated the message. */
export type FilingAnswer =
  | { readonly kind: 'moved'; readonly snapshot: FilingSnapshot }
  | { readonly kind: 'findings'; readonly snapshot: FilingSnapshot; readonly findings: readonly Finding[] }
  | { readonly kind: 'refused'; readonly snapshot: FilingSnapshot; readonly refusal: Refusal };
