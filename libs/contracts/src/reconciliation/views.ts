import type { FilingId, Instant } from '../ids';
import type { Stage } from '../stages';

/** What each owner says of a filing when it is compared; ids, numbers and states only. */

/** One submission at the authority: our row, and what the authority has under the same key. */
export interface OrderView {
  readonly submission: number;
  /** `none`: we have no row. */
  readonly ours: 'none' | 'intended' | 'accepted' | 'rejected' | 'cancelled';
  readonly transactionId?: string;
  readonly outcome?: 'granted' | 'rejected';
  readonly theirs: 'none' | 'under-review' | 'granted' | 'rejected' | 'cancelled';
  readonly theirTransactionId?: string;
}

export interface RecordView {
  readonly filingId: FilingId;
  readonly version: number;
  readonly stage: Stage;
  readonly submission: number;
  readonly ageSeconds: number;
  /** Messages to the workflow that are still being sent. */
  readonly undelivered: number;
  /** `away`: the authority could not be asked, and nothing is concluded. */
  readonly orders: readonly OrderView[] | 'away';
}

/** `gone`: Temporal knows no run. `ended`: it closed by itself. `broken`: it was ended from outside, or failed. */
export interface RunView {
  readonly filingId: FilingId;
  readonly state: 'running' | 'ended' | 'broken' | 'gone';
  readonly runId?: string;
  /** Only of a run that runs. */
  readonly version?: number;
  readonly stage?: Stage;
  readonly submission?: number;
}

export interface ProjectionView {
  readonly filingId: FilingId;
  readonly version: number;
}

export interface PartView {
  readonly filingId: FilingId;
  /** Submissions that still hold a pin, a lock or a service code. */
  readonly held: readonly number[];
  readonly granted: boolean;
}

export interface PapersView {
  readonly filingId: FilingId;
  /** Submissions whose papers are sealed. */
  readonly sealed: readonly number[];
  /** Sealed papers whose object is not what was sealed, as far as that is not known already. */
  readonly damaged: readonly { readonly versionId: string; readonly fault: 'missing' | 'altered' }[];
}

/** One filing as all of them see it. A part that never heard of it says nothing. */
export interface FilingViews {
  readonly record: RecordView;
  readonly run: RunView;
  readonly projection?: ProjectionView;
  readonly subject?: PartView;
  readonly website?: PartView;
  readonly papers?: PapersView;
}

export interface PageOfFilings {
  readonly filings: readonly FilingId[];
  /** The last of them; absent on the last page. */
  readonly next?: FilingId;
}

/** When a repair is asked for, in the filing's own time. */
export interface RepairStep {
  readonly filingId: FilingId;
  readonly submission: number;
  readonly at: Instant;
}
