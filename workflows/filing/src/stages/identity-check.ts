import { patched } from '@temporalio/workflow';
import type { IdentityProgress, NextStage } from '@beian/contracts';
import type { PhotoDecision } from '@beian/contracts/messages';
import { planner, verification } from '../activities';
import { endOf, idleAlarms } from '../alarms';
import { clearedUnlessHeld, handOverOnRelease } from '../clear';
import { now } from '../deadlines';
import { idleTurns } from '../idle-clock';
import { live, type Turn } from '../live';
import type { MessageBodies } from '../mailbox';
import { note } from '../note';
import type { PatchId } from '../patches';
import type { FilingRecord } from '../record';
import { overdue } from '../remind';

type IdentityTurn = Turn<NextStage<'identity-check'>>;

/**
 * The website administrator shows that he is himself (`rules.md` 6), after the provider's review: by a photo before the
 * backdrop, at a designated place, or through an app, as pack and province allow. The provider looks at the photo.
 */
export async function identityCheck(record: FilingRecord): Promise<NextStage<'identity-check'>> {
  const plan = () => planIdentity(record);
  await record.begin(async () => {
    await plan();
    await record.record((step) => verification('open the identity check').openIdentityCheck(step));
  });
  return live<NextStage<'identity-check'>>(record, {
    plan,
    messages: {
      chooseIdentityMethod: (choice) => choose(record, choice),
      photoUploaded: (photo) => photoArrived(record, photo),
      decidePhoto: (decision) => decidePhoto(record, decision),
      withdraw: () => ({ to: 'withdrawn' }),
    },
    alarms: {
      ...idleTurns(record, plan),
      'photo-review-overdue': (alarm) => overdue(record, 'photo-review-overdue', alarm),
    },
    until: handOverOnRelease(record),
    cancelled: 'withdrawn',
  });
}

/** While the photo lies with the provider, his clock runs; otherwise the applicant's idle clock does. */
async function planIdentity(record: FilingRecord): Promise<void> {
  const { state } = record;
  if (state.cleared) return;
  if (state.identity?.photo === 'under-review') {
    const deadline = await planner('plan the photo review').planPhotoReview(record.context());
    const occasion = `submission-${state.submission}@${state.clockFrom}`;
    record.plan(deadline, [endOf('photo-review-overdue', deadline, occasion)]);
    return;
  }
  const { methods, idle } = await planner('plan the identity check').planIdentity(record.context());
  state.identity = { ...state.identity, methods };
  record.plan(idle.deadline, idleAlarms(idle, state.clockFrom));
}

/** The applicant, or the reviewer, has acted: another clock starts. */
async function goOn(record: FilingRecord, progress: Partial<IdentityProgress>, waitingOn: 'applicant' | 'provider') {
  const { state } = record;
  state.identity = { methods: [], ...state.identity, ...progress };
  Object.assign(state, { waitingOn, clockFrom: now(), lastActionAt: now() });
  state.flags = { ...state.flags, overdue: false };
  await planIdentity(record);
}

/** Another method may be chosen until a photo is there. One backdrop per submission, and another if it was lost. */
async function choose(record: FilingRecord, { method }: MessageBodies['chooseIdentityMethod']): Promise<IdentityTurn> {
  const { ledger, state } = record;
  const isLost = method === 'backdrop' && state.identity?.parcel === 'lost';
  if (isLost && patched('backdrop-ordered-again' satisfies PatchId)) return orderBackdrop(record);
  if (method === state.identity?.method) return { stays: true };
  if (method === 'backdrop' && ledger.has('cancel-backdrop', state.submission)) return { refused: 'not-allowed-now' };

  await ledger.undoOpen('cancel-backdrop'); // ordered with the method chosen before, if it was
  if (method !== 'backdrop') {
    await goOn(record, { method, photo: 'awaited' }, 'applicant');
    await note(record);
    return { stays: true };
  }
  return orderBackdrop(record);
}

/** The order of each choice has a key of its own; one undo calls back whatever is under way for the submission. */
async function orderBackdrop(record: FilingRecord): Promise<IdentityTurn> {
  await goOn(record, { method: 'backdrop', photo: 'awaited', parcel: 'ordered' }, 'applicant');
  record.ledger.noteAgain('cancel-backdrop', record.state.submission);
  await record.record((step) => verification('order the backdrop').orderBackdrop(step));
  return { stays: true };
}

async function photoArrived(
  record: FilingRecord,
  { versionId }: MessageBodies['photoUploaded'],
): Promise<IdentityTurn> {
  record.state.photoVersionId = versionId;
  await goOn(record, { photo: 'under-review' }, 'provider');
  await note(record);
  return { stays: true };
}

async function decidePhoto(record: FilingRecord, { accepted, reasons }: PhotoDecision): Promise<IdentityTurn> {
  if (accepted) {
    record.state.identity = { methods: [], ...record.state.identity, photo: 'accepted' };
    record.state.reasons = [];
    return clearedUnlessHeld(record);
  }
  record.state.reasons = reasons;
  await goOn(record, { photo: 'refused' }, 'applicant');
  await note(record);
  return { stays: true };
}
