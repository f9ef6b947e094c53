import { ActivityFailure, log, patched } from '@temporalio/workflow';
import type { HandOverAnswer, NextStage } from '@beian/contracts';
import { authorityPort, documents, planner } from '../activities';
import { endOf } from '../alarms';
import { now, plusMs } from '../deadlines';
import { live } from '../live';
import { note } from '../note';
import { planPhones } from '../phone-plan';
import type { PatchId } from '../patches';
import type { FilingRecord } from '../record';
import { overdue } from '../remind';
import { surely } from '../surely';

/** Asked again after so long when the authority's system fails without saying when it is back. */
const laterSeconds = 300;

/**
 * The point of no return: from here on nothing is withdrawn. The authority's system takes the filing, or it is closed and
 * is asked again, as long as that lasts; the promise of one working day (`rules.md` 7) only marks the filing overdue.
 */
export async function handOver(record: FilingRecord): Promise<NextStage<'hand-over'>> {
  const plan = () => planHandOver(record);
  await record.begin(async () => {
    record.ledger.settle('cancel-backdrop'); // the photo is taken; nothing to call back
    record.ledger.note('cancel-authority-order', record.state.submission);
    await addIdentityProof(record);
    await plan();
    record.addAlarm({ name: 'hand-over-again', at: now(), occasion: 'first' });
  });
  return live<NextStage<'hand-over'>>(record, {
    plan,
    alarms: {
      'hand-over-again': () => ask(record),
      'hand-over-overdue': (alarm) => overdue(record, 'hand-over-overdue', alarm),
    },
  });
}

/**
 * What proved the administrator's identity came after the pin, so it is not in what was written for the authority then
 * (`rules.md` 15.4): `documents` seals it now. Key and hash of it join the facts that are handed over.
 */
async function addIdentityProof(record: FilingRecord): Promise<void> {
  const { state, id: filingId } = record;
  const { submission, photoVersionId: versionId } = state;
  if (
    state.identity?.photo !== 'accepted' ||
    versionId === undefined ||
    !patched('identity-proof-sealed' satisfies PatchId)
  )
    return;
  const owner = documents(`seal the identity proof, submission ${submission}`);
  const { dossier } = await surely(record, () =>
    owner.sealIdentityProof({ filingId, submission, at: now(), versionId }),
  );
  if (dossier === undefined) return;
  const facts = record.facts();
  const dossiers = [...(facts.documents.dossiers ?? []), dossier];
  state.facts = { ...facts, documents: { ...facts.documents, dossiers } };
}

async function planHandOver(record: FilingRecord): Promise<void> {
  const deadline = await planner('plan the promise of the hand-over').planHandOver(record.context());
  const again = record.state.alarms.filter(({ name }) => name === 'hand-over-again');
  const occasion = `submission-${record.state.submission}`;
  record.plan(deadline, [endOf('hand-over-overdue', deadline, occasion), ...again]);
}

async function ask(record: FilingRecord): Promise<NextStage<'hand-over'> | undefined> {
  const answer = await handOverOnce(record);
  if (answer.answer === 'accepted') return nextStep(record);
  if (answer.answer === 'rejected') {
    record.ledger.settle('cancel-authority-order'); // there is no order
    Object.assign(record.state, { because: 'authority-rejected', reasons: answer.reasons });
    return 'returned';
  }
  if (answer.givenUp !== undefined) return waitForOperator(record, answer.givenUp);
  const at = plusMs(now(), pauseSeconds(record, answer.retryAfterSeconds) * 1000);
  record.tell('the authority is closed');
  record.addAlarm({ name: 'hand-over-again', at, occasion: at });
  return undefined;
}

/** Tried as often as the setting of `verification` allows: on hold until an operator releases it, then asked again at once. */
async function waitForOperator(record: FilingRecord, cause: string): Promise<undefined> {
  record.state.flags = { ...record.state.flags, onHold: true };
  record.tell(`the authority did not take it (${cause}): mend the cause, then send release`);
  record.addAlarm({ name: 'hand-over-again', at: now(), occasion: `released-${now()}` });
  return note(record);
}

/**
 * As long as the authority asks for, but a closure that lasts is asked about ever more rarely, at last once an hour: three
 * days of it must not fill the history.
 */
function pauseSeconds({ state }: FilingRecord, asked: number): number {
  const tries = state.rung.filter((key) => key.startsWith('hand-over-again')).length;
  const slower = tries <= 5 ? 0 : Math.min(3_600, 15 * 2 ** (tries - 5));
  return Math.max(asked, slower);
}

/** The first call records the stage; whoever moved the filing here is answered at once, whatever the authority does. */
async function handOverOnce(record: FilingRecord): Promise<HandOverAnswer> {
  const isRecorded = record.lastSnapshot.stage === 'hand-over';
  const snapshot = isRecorded ? record.lastSnapshot : record.compose();
  record.hasRecorded(snapshot);
  const { submission } = record.state;
  try {
    const port = authorityPort(`hand over to the authority, submission ${submission}`);
    return await port.handOver({ snapshot, facts: record.facts(), at: now() });
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('hand-over failed; asked again later', { submission, inSeconds: laterSeconds });
    return { answer: 'later', retryAfterSeconds: laterSeconds };
  }
}

async function nextStep(record: FilingRecord): Promise<'phone-verification' | 'authority-review'> {
  const plan = await planPhones(record, now());
  record.state.phonePlan = plan;
  return plan.administrators.length === 0 ? 'authority-review' : 'phone-verification';
}
