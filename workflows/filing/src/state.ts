import {
  usuallyWaitsOn,
  type Deadline,
  type FilingFacts,
  type FilingFlags,
  type FilingNumbers,
  type FilingSnapshot,
  type IdentityProgress,
  type Instant,
  type LedgerEntry,
  type OpenedFiling,
  type PhonePlan,
  type PhoneRecipient,
  type ReasonRef,
  type ReturnCause,
  type RulePackId,
  type Stage,
  type WaitingOn,
} from '@beian/contracts';
import type { AuthorityAnswer, PhoneFailed } from '@beian/contracts/messages';
import type { Alarm } from './alarms';

/** A line of the last events that an operator sees. */
export interface Told {
  readonly at: Instant;
  readonly text: string;
}

/**
 * Everything a filing knows. Plain data: it is carried over continue-as-new as it stands, so nothing here may be a class,
 * a function or a promise. What is optional in the snapshot is `undefined` here.
 */
export interface FilingState {
  /** Version of the last snapshot that was made, and of the last that `verification` has written. */
  version: number;
  recorded: number;
  stage: Stage;
  since: Instant;
  /** Whether the stage has been begun: planned, recorded, its effects asked for. */
  entered: boolean;
  waitingOn: WaitingOn;
  deadline: Deadline | undefined;
  alarms: readonly Alarm[];
  /** Keys of the alarms that have rung in this stage. */
  rung: readonly string[];
  /** Instant from which the running clock counts. */
  clockFrom: Instant;
  lastActionAt: Instant;
  flags: Omit<FilingFlags, 'parked'>;

  pack: RulePackId;
  asOf: string;
  /** The day that the installation or an operator has given; without it the day of submission counts. */
  asOfGiven: string | undefined;
  pinnedAt: Instant;

  /** Number of the running submission, and of the last one tried: one with findings uses up its number, and its keys. */
  submission: number;
  tried: number;
  facts: FilingFacts | undefined;
  reviewPassed: boolean;
  identityAfterReview: boolean;
  /** Everything before the hand-over is done; only a hold keeps it back. */
  cleared: boolean;

  because: ReturnCause | undefined;
  reasons: readonly ReasonRef[];
  identity: IdentityProgress | undefined;
  /** The photo that lies, or lay last, before the provider; `documents` holds it under this id. */
  photoVersionId: string | undefined;
  phones: readonly PhoneRecipient[] | undefined;
  phonePlan: PhonePlan | undefined;
  phoneFailed: PhoneFailed | undefined;
  authorityAnswer: AuthorityAnswer | undefined;
  numbers: FilingNumbers | undefined;
  ledger: readonly LedgerEntry[];

  /** A signal has asked for it; the main loop does it. */
  planAgainAsked: boolean;
  noteAsked: boolean;
  told: readonly Told[];
  /** Signals that could not be used. */
  unusable: number;
}

/** What every entry into a stage sets anew. */
export const freshStage = (stage: Stage, since: Instant) => ({
  stage,
  since,
  entered: false,
  waitingOn: usuallyWaitsOn[stage],
  deadline: undefined,
  alarms: [],
  rung: [],
  clockFrom: since,
  lastActionAt: since,
  cleared: false,
});

export function openState(opened: OpenedFiling, at: Instant): FilingState {
  return {
    version: 0,
    recorded: 0,
    ...freshStage('draft', at),
    flags: { overdue: false, provisional: false, onHold: false, rePlanned: false, cancelRefused: false },
    pack: opened.pack,
    asOf: opened.asOf ?? at.slice(0, 10),
    asOfGiven: opened.asOf,
    pinnedAt: at,
    submission: 0,
    tried: 0,
    facts: undefined,
    reviewPassed: false,
    identityAfterReview: false,
    because: undefined,
    reasons: [],
    identity: undefined,
    photoVersionId: undefined,
    phones: undefined,
    phonePlan: undefined,
    phoneFailed: undefined,
    authorityAnswer: undefined,
    numbers: undefined,
    ledger: [],
    planAgainAsked: false,
    noteAsked: false,
    told: [],
    unusable: 0,
  };
}

/** The snapshot of a state. Undone entries of earlier submissions are left out: `verification` has recorded them. */
export function snapshotOf(opened: OpenedFiling, state: FilingState, at: Instant): FilingSnapshot {
  const { deadline, because, identity, phones, numbers } = state;
  const isWorthShowing = ({ submission, state: is }: LedgerEntry) =>
    submission === state.tried || is === 'open' || is === 'parked';
  return {
    filingId: opened.filingId,
    owner: opened.owner,
    version: state.version,
    stage: state.stage,
    since: state.since,
    at,
    waitingOn: state.waitingOn,
    ...(deadline !== undefined && { deadline }),
    submission: state.submission,
    flags: { ...state.flags, parked: state.ledger.some(({ state: is }) => is === 'parked') },
    province: opened.province,
    filingType: opened.filingType,
    nature: opened.nature,
    pack: state.pack,
    asOf: state.asOf,
    ...(state.asOfGiven !== undefined && { asOfGiven: true as const }),
    ...(because !== undefined && { because }),
    reasons: state.reasons,
    ...(identity !== undefined && { identity }),
    ...(phones !== undefined && { phones }),
    ...(numbers !== undefined && { numbers }),
    ledger: state.ledger.filter(isWorthShowing),
  };
}
