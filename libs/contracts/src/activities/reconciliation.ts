import type { FilingId } from '../ids';
import type { FilingSnapshot } from '../snapshot';
import type {
  PageOfFilings,
  PapersView,
  PartView,
  ProjectionView,
  RecordView,
  RepairStep,
  RunView,
} from '../reconciliation/views';

type Filings = readonly FilingId[];

/** What `verification` answers and repairs when filings are compared: the record, and the orders at the authority. */
export interface RecordReconciliation {
  pageOfRecords(page: {
    readonly after: FilingId;
    readonly limit: number;
    readonly stages?: readonly string[];
  }): Promise<PageOfFilings>;
  viewRecords(filings: Filings): Promise<readonly RecordView[]>;
  readSnapshots(filings: Filings): Promise<readonly FilingSnapshot[]>;
  /** Hears an answer of the authority whose message was lost, as if it had come. */
  hearLostAnswer(order: Pick<RepairStep, 'filingId' | 'submission'>): Promise<void>;
  /** Sends an answer again that the workflow has forgotten. */
  deliverAnswerAgain(order: Pick<RepairStep, 'filingId' | 'submission'>): Promise<void>;
  /** Calls back what the authority has under a key of ours and should not have. */
  callBackOrder(step: RepairStep): Promise<void>;
}

/** The worker of the lifecycle, by Temporal: what runs. */
export interface RunReconciliation {
  viewRuns(filings: Filings): Promise<readonly RunView[]>;
  readRun(filing: FilingId): Promise<FilingSnapshot>;
  /** Resets a broken run to its last good task; signals and updates that came after it are applied again. */
  reviveRun(filing: FilingId): Promise<void>;
}

/** The gateway: its read model. */
export interface ProjectionReconciliation {
  viewProjections(filings: Filings): Promise<readonly ProjectionView[]>;
  foldSnapshots(snapshots: readonly FilingSnapshot[]): Promise<void>;
}

/** Subject: pins, locks on certificates, the register. */
export interface SubjectReconciliation {
  viewSubjects(filings: Filings): Promise<readonly PartView[]>;
}

/** Website: pins, locks on domains, service codes, the register. */
export interface WebsiteReconciliation {
  viewWebsites(filings: Filings): Promise<readonly PartView[]>;
}

/** Documents: seals, and whether the objects are what was sealed. */
export interface PapersReconciliation {
  viewPapers(filings: Filings): Promise<readonly PapersView[]>;
  noteLostPaper(paper: { readonly filingId: FilingId; readonly versionId: string }): Promise<void>;
}

/** How far the calendar of the planner reaches. */
export interface CalendarCover {
  readonly daysLeft: number;
  /** Less than sixty days are left: the next list must be loaded. */
  readonly isWanted: boolean;
}

/** The worker of the lifecycle: its calendar. */
export interface CalendarUpkeep {
  lookAtCalendar(): Promise<CalendarCover>;
}
