import type { Examination, SubjectFacts, WebsiteFacts } from '../facts';
import type { FilingId, Instant } from '../ids';
import type { FilingNumbers } from '../snapshot';
import type { SubmissionStep, UndoStep } from './steps';

export interface CheckSitesStep {
  /** When this round of the periodic check began. */
  readonly at: Instant;
  /** Domains in one call, 1 to 200; 50 where nothing is said. */
  readonly limit?: number;
}

export interface CheckedSites {
  /** Domains looked at by this call, and those among them with a finding. */
  readonly checked: number;
  readonly withFindings: number;
  /** Domains that this round has still to look at. */
  readonly left: number;
}

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

/** What a schedule asks of `website`, on the same task queue. */
export interface WebsiteUpkeep {
  /**
   * Looks at filed sites from outside (DNS, registration, footer; rules.md 9.5, 9.6) and keeps what it saw. Takes those whose
   * last look is older than `at`, the longest ago first, so that the same step again goes on where it stopped. To be called
   * until `left` is 0.
   */
  checkSites(step: CheckSitesStep): Promise<CheckedSites>;
}
