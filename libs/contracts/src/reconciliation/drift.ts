import type { FilingId } from '../ids';

/**
 * Every way in which the places that know a filing may come apart, who is right then, and what is done. A closed list:
 * nothing else is called drift. `person` is what somebody does where no machine may.
 */
export const driftKinds = {
  'projection-behind': {
    means: 'the record, or the gateway that shows it, is older than the filing itself',
    right: 'the workflow, then the record of verification',
    repair: 'record the snapshot that is next, fold the recorded one into the projection',
    person: 'several records are missing: restore the database of verification, or tell the records again',
  },
  'run-missing': {
    means: 'the record says the filing goes on, and no workflow runs that knows it',
    right: 'the record',
    repair: 'reset the run that was ended from outside to its last good task',
    person: 'the history is gone or behind the record: restore Temporal, or end the filing with its owner',
  },
  'held-after-end': {
    means: 'the filing has ended and its certificate, domain, service code or seal is still held',
    right: 'the workflow',
    repair: 'ask the owner to undo, as the ledger would',
    person: 'what was granted is still locked: look at the parts of subject and website',
  },
  'register-unwritten': {
    means: 'the filing is granted and subject or website has not written its register',
    right: 'the workflow',
    repair: 'ask the owner to write what was granted',
    person: 'the owner refuses the grant: decide which of the two is right',
  },
  'paper-damaged': {
    means: 'a sealed paper is missing in the object store, or is not what was sealed',
    right: 'the hash of the seal',
    repair: 'note it as lost, so that it must be uploaded again',
    person: 'restore the object from a backup of the bucket',
  },
  'answer-unheard': {
    means: 'the authority has decided and the decision has not reached the filing',
    right: 'the authority',
    repair: 'hear the answer, or deliver it again',
    person: 'ask the authority for the words of its answer',
  },
  'order-mismatch': {
    means: 'the authority has an order that we do not, or the other way round',
    right: 'the authority says what it has, the record what it should have',
    repair: 'call back what should not be there',
    person: 'agree with the authority on which order counts',
  },
} as const;
export type DriftKind = keyof typeof driftKinds;

/** What would put it right; each is asked of the owner and does nothing where nothing is to be done. */
export type Repair =
  | { readonly by: 'record-next' | 'fold-projection' | 'revive-run' | 'register-subject' | 'register-website' }
  | { readonly by: 'unlock-subject' | 'release-website' | 'unseal-documents'; readonly submission: number }
  | { readonly by: 'note-lost'; readonly versionId: string }
  | { readonly by: 'hear-answer' | 'deliver-answer' | 'call-back'; readonly submission: number };

/** One difference of one filing. `detail` names it: codes, numbers and ids, nothing personal. */
export interface Drift {
  readonly filingId: FilingId;
  readonly kind: DriftKind;
  readonly detail: string;
  /** Absent: a person must decide. */
  readonly repair?: Repair;
}

export interface DriftLine extends Omit<Drift, 'repair'> {
  readonly repair?: Repair['by'];
  readonly state: 'would-repair' | 'repaired' | 'for-a-person' | 'failed';
}

export interface ReconcileWish {
  /** Says what would be done and does nothing. */
  readonly dryRun: boolean;
  /** These and no others. */
  readonly filings?: readonly FilingId[];
  /** Only filings that stand in one of these stages. */
  readonly stages?: readonly string[];
  /** A filing that was recorded less long ago is left for the next time: its events may be under way. */
  readonly graceSeconds?: number;
  /** Time between the two looks; only what both see alike is drift. */
  readonly secondLookSeconds?: number;
  /** Present after continue-as-new. Opaque to who starts it. */
  readonly carried?: { readonly after: FilingId; readonly report: ReconcileReport };
}

export interface ReconcileReport {
  readonly dryRun: boolean;
  readonly compared: number;
  /** Recorded too short a time ago to be compared. */
  readonly tooYoung: number;
  /** Looked different once, and had moved or agreed at the second look. */
  readonly underWay: number;
  /** Filings whose orders the authority could not be asked about. */
  readonly authorityAway: number;
  readonly found: Readonly<Record<DriftKind, number>>;
  readonly repaired: number;
  readonly forAPerson: number;
  readonly failed: number;
  /** The first two hundred, in the order of the filings. */
  readonly lines: readonly DriftLine[];
}
