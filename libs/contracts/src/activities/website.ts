import type { Examination, SubjectFacts, WebsiteFacts } from '../facts';
import type { FilingId, Instant } from '../ids';
import type { FilingNumbers } from '../snapshot';
import type { SubmissionStep, UndoStep } from './steps';

/** Effects of `website` (网站), on the task queue `website`. */
export interface WebsiteActivities {
  /** Examines sites, domains, hosting; then freezes them, locks each domain and holds each service code; or findings. */
  pinWebsite(step: SubmissionStep & { readonly subject: SubjectFacts }): Promise<Examination<WebsiteFacts>>;
  /** Frees domain locks and service code holds of this submission. */
  releaseWebsite(step: UndoStep): Promise<void>;
  /** Consumes the service codes for good and writes the register of what is filed. */
  grantWebsite(step: UndoStep & { readonly numbers: FilingNumbers }): Promise<void>;
  websiteChangedAt(step: { readonly filingId: FilingId }): Promise<Instant>;
}
