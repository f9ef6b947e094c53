import type { WaitingOn } from './snapshot';

/** The stages of a filing (备案). Facts that cut across them (overdue, on hold, …) are flags, not stages. */
export const stages = [
  'draft',
  'provider-review',
  'returned',
  'identity-check',
  'hand-over',
  'phone-verification',
  'authority-review',
  'granted',
  'refused',
  'withdrawn',
  'abandoned',
  'lapsed',
] as const;
export type Stage = (typeof stages)[number];

/** Where a filing may go from where. `decisions` on the edges: see docs/filing-life.md. There is no other way to move. */
export const nextStages = {
  draft: ['provider-review', 'abandoned', 'lapsed'],
  'provider-review': ['identity-check', 'hand-over', 'returned', 'refused', 'withdrawn'],
  returned: ['provider-review', 'hand-over', 'abandoned', 'lapsed'],
  'identity-check': ['hand-over', 'withdrawn', 'lapsed'],
  'hand-over': ['phone-verification', 'authority-review', 'returned'],
  'phone-verification': ['authority-review', 'returned'],
  'authority-review': ['granted', 'returned'],
  granted: [],
  refused: [],
  withdrawn: [],
  abandoned: [],
  lapsed: [],
} as const satisfies Record<Stage, readonly Stage[]>;

export type NextStage<S extends Stage> = (typeof nextStages)[S][number];
export type OpenStage = { [S in Stage]: (typeof nextStages)[S] extends readonly [] ? never : S }[Stage];
export type FinalStage = Exclude<Stage, OpenStage>;

/** Whether the filing can still move. */
export const isOpen = (stage: Stage): stage is OpenStage => nextStages[stage].length > 0;

/** Whose turn it is when nothing special is going on. */
export const usuallyWaitsOn = {
  draft: 'applicant',
  'provider-review': 'provider',
  returned: 'applicant',
  'identity-check': 'applicant',
  'hand-over': 'system',
  'phone-verification': 'applicant',
  'authority-review': 'authority',
  granted: 'applicant',
  refused: 'nobody',
  withdrawn: 'nobody',
  abandoned: 'nobody',
  lapsed: 'nobody',
} as const satisfies Record<Stage, WaitingOn>;

/** What a person may do to a filing; each is an update of the workflow of the same name. */
export const filingActions = [
  'submit',
  'resubmit',
  'withdraw',
  'abandon',
  'decideReview',
  'addReasons',
  'chooseIdentityMethod',
  'photoUploaded',
  'decidePhoto',
  'confirmPhone',
  'hold',
  'release',
  'extendWindow',
  'rulePackMoved',
  'retryUndo',
] as const;
export type FilingAction = (typeof filingActions)[number];

/**
 * Which actions a stage allows at all; the flags narrow it further (`allowedActions`). Withdrawing is possible until the
 * hand-over is entered, which is the point of no return.
 */
export const stageActions = {
  draft: ['submit', 'abandon', 'hold', 'release'],
  'provider-review': ['decideReview', 'withdraw', 'hold', 'release', 'rulePackMoved'],
  returned: ['resubmit', 'abandon', 'addReasons', 'hold', 'release', 'rulePackMoved'],
  'identity-check': [
    'chooseIdentityMethod',
    'photoUploaded',
    'decidePhoto',
    'withdraw',
    'hold',
    'release',
    'rulePackMoved',
  ],
  'hand-over': ['hold', 'release'],
  'phone-verification': ['confirmPhone', 'extendWindow', 'hold', 'release'],
  'authority-review': ['hold', 'release'],
  granted: ['retryUndo'],
  refused: ['retryUndo'],
  withdrawn: ['retryUndo'],
  abandoned: ['retryUndo'],
  lapsed: ['retryUndo'],
} as const satisfies Record<Stage, readonly FilingAction[]>;

/** Which of the roles may take which action; the gateway asks this table, the workflow does not know roles. */
export const actionRoles = {
  submit: ['applicant', 'agent'],
  resubmit: ['applicant', 'agent'],
  withdraw: ['applicant', 'agent'],
  abandon: ['applicant', 'agent'],
  decideReview: ['reviewer', 'senior'],
  addReasons: ['reviewer', 'senior'],
  chooseIdentityMethod: ['applicant', 'agent'],
  photoUploaded: ['applicant', 'agent'],
  decidePhoto: ['reviewer', 'senior'],
  confirmPhone: ['applicant', 'agent'],
  hold: ['operator'],
  release: ['operator'],
  extendWindow: ['operator'],
  rulePackMoved: ['operator'],
  retryUndo: ['operator'],
} as const satisfies Record<FilingAction, readonly Role[]>;

/** Who may come through the gateway. */
export const roles = ['applicant', 'agent', 'reviewer', 'senior', 'operator', 'auditor', 'authority'] as const;
export type Role = (typeof roles)[number];

/** What of the flags an allowed action depends on. */
export interface ActionFacts {
  readonly stage: Stage;
  readonly flags: { readonly onHold: boolean; readonly parked: boolean };
}

/** The actions allowed right now: the stage's list, narrowed by hold and by a parked undo. */
export function allowedActions({ stage, flags }: ActionFacts): readonly FilingAction[] {
  const narrowed: Partial<Record<FilingAction, boolean>> = {
    hold: !flags.onHold,
    release: flags.onHold,
    retryUndo: flags.parked,
  };
  const withUndo: readonly FilingAction[] = flags.parked ? [...stageActions[stage], 'retryUndo'] : stageActions[stage];
  return [...new Set(withUndo)].filter((action) => narrowed[action] ?? true);
}
