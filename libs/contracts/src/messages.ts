import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { FilingAnswer } from './answers';
import type { AdministratorKey } from './ids';
import type { IdentityMethod, PinnedRules } from './filing-facts';
import type { FilingNumbers, FilingSnapshot, Message, ReasonRef } from './snapshot';
import type { UndoName } from './ledger';

/** A review decided by a person, recorded by `verification` first; the message carries references only. */
export interface ReviewDecision extends Message {
  readonly decision: 'approve' | 'return' | 'refuse';
  readonly reasons: readonly ReasonRef[];
}

export interface PhotoDecision extends Message {
  readonly accepted: boolean;
  readonly reasons: readonly ReasonRef[];
}

/** The authority (管局) has answered a handed-over filing. */
export interface AuthorityAnswer extends Message {
  readonly submission: number;
  readonly outcome: 'granted' | 'rejected';
  readonly reasons: readonly ReasonRef[];
  readonly numbers?: FilingNumbers;
}

export interface ParcelMoved extends Message {
  readonly submission: number;
  readonly state: 'shipped' | 'delivered' | 'lost';
}

export interface PhoneFailed extends Message {
  readonly submission: number;
  readonly administrator: AdministratorKey;
  readonly cause: 'five-wrong-entries' | 'undeliverable';
}

// Updates: a person acts, may be refused, and is answered with where the filing stands.
export const open = defineUpdate<FilingSnapshot, [Message]>('open');
export const submit = defineUpdate<FilingAnswer, [Message]>('submit');
export const resubmit = defineUpdate<FilingAnswer, [Message]>('resubmit');
export const withdraw = defineUpdate<FilingAnswer, [Message]>('withdraw');
export const abandon = defineUpdate<FilingAnswer, [Message]>('abandon');
export const decideReview = defineUpdate<FilingAnswer, [ReviewDecision]>('decideReview');
export const addReasons = defineUpdate<FilingAnswer, [Message & { readonly reasons: readonly ReasonRef[] }]>(
  'addReasons',
);
export const chooseIdentityMethod = defineUpdate<FilingAnswer, [Message & { readonly method: IdentityMethod }]>(
  'chooseIdentityMethod',
);
export const photoUploaded = defineUpdate<FilingAnswer, [Message & { readonly versionId: string }]>('photoUploaded');
export const decidePhoto = defineUpdate<FilingAnswer, [PhotoDecision]>('decidePhoto');
export const confirmPhone = defineUpdate<FilingAnswer, [Message & { readonly administrator: AdministratorKey }]>(
  'confirmPhone',
);
export const hold = defineUpdate<FilingAnswer, [Message]>('hold');
export const release = defineUpdate<FilingAnswer, [Message]>('release');
export const extendWindow = defineUpdate<FilingAnswer, [Message & { readonly hours: number }]>('extendWindow');
export const rulePackMoved = defineUpdate<FilingAnswer, [Message & PinnedRules]>('rulePackMoved');
export const retryUndo = defineUpdate<FilingAnswer, [Message & { readonly undo: UndoName }]>('retryUndo');

// Signals: outside facts that nobody waits for.
export const authorityAnswered = defineSignal<[AuthorityAnswer]>('authorityAnswered');
export const parcelMoved = defineSignal<[ParcelMoved]>('parcelMoved');
export const phoneFailed = defineSignal<[PhoneFailed]>('phoneFailed');
export const calendarChanged = defineSignal<[Message]>('calendarChanged');

/** Where the filing stands; a tool for people: readers use the projection. */
export const getFiling = defineQuery<FilingSnapshot>('getFiling');

export { openingSearchAttributes, searchAttributeKeys } from './opening-search-attributes';
