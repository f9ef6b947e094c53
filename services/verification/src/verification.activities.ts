import type { DossierKeeper, RecordReconciliation, VerificationActivities, VerificationUpkeep } from '@beian/contracts';
import { cancelAuthorityOrder } from './authority/cancel-authority-order';
import { handOver } from './authority/hand-over';
import { openReview } from './filing/open-review';
import { recordOnly } from './filing/record-stage';
import { cancelBackdrop, orderBackdrop } from './identity/order-backdrop';
import { resendPhoneCodes, sendPhoneCodes, voidPhoneCodes } from './phones/send-phone-codes';
import { createRecordReconciliation } from './reconciliation/record-reconciliation';
import { eraseOverdueWords } from './retention/erase-words';
import { listDossiers, removeDossiers } from './retention/sweep-dossiers';
import type { VerificationDeps } from './verification-deps';

/** The door for the workflow: stages that only are, and stages with an effect. */
export const createVerificationActivities = (
  deps: VerificationDeps,
): VerificationActivities & RecordReconciliation => ({
  recordDraft: (step) => recordOnly(deps, step),
  openReview: (step) => openReview(deps, step),
  recordReturned: (step) => recordOnly(deps, step),
  openIdentityCheck: (step) => recordOnly(deps, step),
  orderBackdrop: (step) => orderBackdrop(deps, step),
  handOver: (step) => handOver(deps, step),
  sendPhoneCodes: (step) => sendPhoneCodes(deps, step),
  resendPhoneCodes: (step) => resendPhoneCodes(deps, step),
  recordAuthorityReview: (step) => recordOnly(deps, step),
  recordGranted: (step) => recordOnly(deps, step),
  recordEnd: (step) => recordOnly(deps, step),
  noteFlags: (step) => recordOnly(deps, step),
  voidPhoneCodes: (step) => voidPhoneCodes(deps, step),
  cancelBackdrop: (step) => cancelBackdrop(deps, step),
  cancelAuthorityOrder: (step) => cancelAuthorityOrder(deps, step),
  ...createRecordReconciliation(deps),
});

/** The door for schedules. */
export const createVerificationUpkeep = (deps: VerificationDeps): VerificationUpkeep & DossierKeeper => ({
  eraseOverdueWords: (wish) => eraseOverdueWords(deps, wish),
  listDossiers: (page) => listDossiers(deps, page),
  removeDossiers: (keys) => removeDossiers(deps, keys),
  knownDossiers: (keys) => deps.references.known(keys),
});
