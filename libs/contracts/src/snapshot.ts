import type { AccountId, AdministratorKey, FilingId, Instant, MessageId, ProvinceCode } from './ids';
import type { FilingType, IdentityMethod, Nature, RulePackId } from './filing-facts';
import type { Stage } from './stages';
import type { UndoName } from './ledger';

/** Whose turn it is. */
export const waitingOnList = ['applicant', 'provider', 'authority', 'system', 'operator', 'nobody'] as const;
export type WaitingOn = (typeof waitingOnList)[number];

/** What a deadline is about; decides what a person is told will happen at it. */
export const deadlineKinds = [
  'idle-lapse',
  'review',
  'photo-review',
  'hand-over-promise',
  'phone-window',
  'authority-range',
  'public-security',
] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** A planned instant with its reason; moved by a changed calendar or an operator, never guessed. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly at: Instant;
  /** Start of the expected range where the rule gives one (authority: the third workday). */
  readonly from?: Instant;
  /** The instant from which it counts; absent in what was planned before this was kept. Previews plan again from it. */
  readonly countedFrom?: Instant;
  /** The calendar does not reach this instant: it will be planned again when it does. */
  readonly provisional: boolean;
  /** Length in working days from the instant it was planned from; absent where clock time counts. */
  readonly workdays?: number;
  /** Rule and calendar that gave it, such as `rules.md 9.1; pack 2018-06`. */
  readonly source: string;
}

/** A reason by reference: its text lies with `verification`, because people write personal things into reasons. */
export interface ReasonRef {
  readonly id: string;
  /** Reject code of rules.md 15.6, such as `DOMAIN_OWNER`. */
  readonly code: string;
  /** JSON pointer of the field or slot it speaks of, such as `/subject/name` or `/documents/subject-certificate`. */
  readonly pointer: string;
}

/** Why the filing lies with the applicant again. */
export const returnCauses = ['reviewer', 'phone-window-closed', 'phone-failed', 'authority-rejected'] as const;
export type ReturnCause = (typeof returnCauses)[number];

export interface FilingFlags {
  readonly overdue: boolean;
  readonly provisional: boolean;
  readonly onHold: boolean;
  /** An undo waits for a person. */
  readonly parked: boolean;
  readonly rePlanned: boolean;
  /** Somebody tried to cancel the workflow after the point of no return. */
  readonly cancelRefused: boolean;
}

/** The state of one undo in the compensation ledger. */
export interface LedgerEntry {
  readonly undo: UndoName;
  readonly submission: number;
  readonly state: 'open' | 'undone' | 'parked' | 'settled';
}

/** A person whose phone must be confirmed, and whether it is. */
export interface PhoneRecipient {
  readonly administrator: AdministratorKey;
  readonly confirmed: boolean;
}

export interface IdentityProgress {
  readonly methods: readonly IdentityMethod[];
  readonly method?: IdentityMethod;
  readonly parcel?: 'ordered' | 'shipped' | 'delivered' | 'lost';
  readonly photo?: 'awaited' | 'under-review' | 'refused' | 'accepted';
}

/** Filing numbers (备案号): one for the subject, one for each site. */
export interface FilingNumbers {
  readonly subject: string;
  readonly sites: readonly { readonly siteId: string; readonly number: string }[];
}

/**
 * Where a filing stands: what the workflow answers, `verification` records and the gateway projects. No personal data.
 * `version` grows by one with each record; readers ignore an older one than they have.
 */
export interface FilingSnapshot {
  readonly filingId: FilingId;
  readonly owner: AccountId;
  readonly version: number;
  readonly stage: Stage;
  /** Entry into the stage, in the filing's own time. */
  readonly since: Instant;
  /** When this snapshot was made, in the filing's own time. */
  readonly at: Instant;
  readonly waitingOn: WaitingOn;
  readonly deadline?: Deadline;
  /** Number of the running submission; 0 until the first. */
  readonly submission: number;
  readonly flags: FilingFlags;
  readonly province: ProvinceCode;
  readonly filingType: FilingType;
  readonly nature: Nature;
  readonly pack: RulePackId;
  readonly asOf: string;
  /** The installation or an operator gave the day: the next submission is read by it too, not by its own day. */
  readonly asOfGiven?: true;
  readonly because?: ReturnCause;
  readonly reasons: readonly ReasonRef[];
  readonly identity?: IdentityProgress;
  readonly phones?: readonly PhoneRecipient[];
  readonly numbers?: FilingNumbers;
  readonly ledger: readonly LedgerEntry[];
}

/** Pages of one filing outside Temporal, as addresses: its status, its trace, the dashboard. Never personal data. */
export interface OperatorPages {
  readonly filing?: string;
  readonly trace?: string;
  readonly dashboard?: string;
}

/** What opens a filing: the answers of *Verify Filing Type* (验证备案类型), which are fixed from here on. */
export interface OpenedFiling {
  readonly filingId: FilingId;
  readonly owner: AccountId;
  readonly province: ProvinceCode;
  readonly filingType: FilingType;
  readonly nature: Nature;
  readonly pack: RulePackId;
  /** Day on which the installation reads its rules; absent = the day of submission. */
  readonly asOf?: string;
  /** Where an operator reads more of this filing; shown as links in the current details. */
  readonly pages?: OperatorPages;
  /** Present after continue-as-new: everything the run before knew. Opaque outside the workflow. */
  readonly carried?: unknown;
}

export interface FilingOutcome {
  readonly stage: Stage;
}

/** Part of every message: the id by which it is known, across retries and continue-as-new. */
export interface Message {
  readonly messageId: MessageId;
}
