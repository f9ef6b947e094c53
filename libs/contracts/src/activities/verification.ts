import type { AdministratorKey, Instant } from '../ids';
import type { DossierRef, FilingFacts } from '../facts';
import type { Finding } from '../finding';
import type { FilingSnapshot, ReasonRef } from '../snapshot';
import type { RecordStep, UndoStep } from './steps';

/** What the authority's system says to a hand-over. */
export type HandOverAnswer =
  | { readonly answer: 'accepted'; readonly transactionId: string }
  | { readonly answer: 'rejected'; readonly reasons: readonly ReasonRef[] }
  /** Closed for now: the workflow waits on a timer, visibly, and asks again. */
  | {
      readonly answer: 'later';
      readonly retryAfterSeconds: number;
      /** It was tried as often as the setting allows: the filing waits for an operator. A code, no words of the authority. */
      readonly givenUp?: string;
    };

/**
 * Effects of `verification`, on its task queue. Everything that takes a `RecordStep` records its snapshot. Every stage begins with exactly one of the recording activities: it writes
 * the filing's row (conditional on the version), the audit row and the event `filing-moved` in one transaction.
 */
export interface VerificationActivities {
  recordDraft(step: RecordStep): Promise<void>;
  /** Judges what crosses parts; records `provider-review` and queues it, or answers findings and changes nothing. */
  openReview(
    step: RecordStep & { readonly facts: FilingFacts },
  ): Promise<{ readonly ok: true } | { readonly ok: false; readonly findings: readonly Finding[] }>;
  recordReturned(step: RecordStep): Promise<void>;
  openIdentityCheck(step: RecordStep): Promise<void>;
  /** Orders the backdrop (幕布) from the courier to the address given with the choice of the method. */
  orderBackdrop(step: RecordStep): Promise<void>;
  /**
   * Records `hand-over` (once), then submits to the authority under the submission's key. Called again after `later`;
   * `at` is the business time of this asking, by which an authority opens and closes.
   */
  handOver(step: RecordStep & { readonly facts: FilingFacts; readonly at: Instant }): Promise<HandOverAnswer>;
  /** Records `phone-verification` and sends one code to each recipient. */
  sendPhoneCodes(
    step: RecordStep & { readonly administrators: readonly AdministratorKey[]; readonly windowClosesAt: string },
  ): Promise<void>;
  /** The automatic second message (pack `2018-06`, 12:00 next day), to those who have not confirmed. */
  resendPhoneCodes(step: RecordStep): Promise<void>;
  recordAuthorityReview(step: RecordStep): Promise<void>;
  recordGranted(step: RecordStep): Promise<void>;
  /** Records a final stage other than `granted`. */
  recordEnd(step: RecordStep): Promise<void>;
  /** One per change of flags, of the identity check's progress, of confirmed phones or of the ledger. */
  noteFlags(step: RecordStep): Promise<void>;
  voidPhoneCodes(step: UndoStep): Promise<void>;
  cancelBackdrop(step: UndoStep): Promise<void>;
  cancelAuthorityOrder(step: UndoStep): Promise<void>;
}

/** What `filing-moved` carries. `dossier` names the contacts of the running submission, for who sends the notices. */
export interface FilingMoved {
  readonly snapshot: FilingSnapshot;
  readonly dossier?: DossierRef;
}
