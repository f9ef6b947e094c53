import type { Deadline, NextStage, PhonePlan } from '@beian/contracts';
import { verification } from '../activities';
import type { Alarm } from '../alarms';
import { isPast, now, plusMs } from '../deadlines';
import { live, type Turn } from '../live';
import type { MessageBodies } from '../mailbox';
import { note } from '../note';
import { planPhones } from '../phone-plan';
import type { FilingRecord } from '../record';
import { remind } from '../remind';

type PhoneTurn = Turn<NextStage<'phone-verification'>>;

/**
 * Everybody the pack names confirms his phone within the window (`rules.md` 8: 48 clock hours in pack `2018-06`); silence
 * returns the filing. The codes themselves are sent and compared by `verification` and never come here.
 */
export async function phoneVerification(record: FilingRecord): Promise<NextStage<'phone-verification'>> {
  await record.begin(() => sendCodes(record));
  return live<NextStage<'phone-verification'>>(record, {
    messages: {
      confirmPhone: () => afterConfirmation(record),
      extendWindow: (body) => extend(record, body),
    },
    alarms: {
      'phone-resend': () => resend(record),
      'phone-window-closing': (alarm) => remind(record, 'phone-window-closing', alarm),
      'phone-window': async () => windowClosed(record),
    },
    until: {
      holds: () => isAllConfirmed(record) || hasFailed(record) || isRejected(record),
      then: () => afterFact(record),
    },
  });
}

const isAllConfirmed = ({ state }: FilingRecord) => (state.phones ?? []).every(({ confirmed }) => confirmed);

const hasFailed = ({ state }: FilingRecord) =>
  state.phoneFailed?.submission === state.submission && state.phoneFailed.cause === 'five-wrong-entries';

const isRejected = ({ state }: FilingRecord) =>
  state.authorityAnswer?.submission === state.submission && state.authorityAnswer.outcome === 'rejected';

function afterFact(record: FilingRecord): NextStage<'phone-verification'> {
  const { state, ledger } = record;
  if (isAllConfirmed(record)) {
    ledger.settle('void-phone-codes'); // used
    return 'authority-review';
  }
  if (hasFailed(record)) {
    Object.assign(state, { because: 'phone-failed', reasons: [] });
    return 'returned';
  }
  ledger.settle('cancel-authority-order'); // the authority has closed it
  Object.assign(state, { because: 'authority-rejected', reasons: state.authorityAnswer?.reasons ?? [] });
  return 'returned';
}

async function sendCodes(record: FilingRecord): Promise<void> {
  const { state } = record;
  const { administrators, deadline } = requiredPlan(record);
  state.phones = administrators.map((administrator) => ({ administrator, confirmed: false }));
  setWindow(record);
  record.ledger.note('void-phone-codes', state.submission); // the undo first, then the effect
  const send = verification(`send phone codes, submission ${state.submission}`);
  await record.record((step) => send.sendPhoneCodes({ ...step, administrators, windowClosesAt: deadline.at }));
  await startLater(record);
}

/** A message arrives about five minutes after the hand-over (`rules.md` 8.2). */
const onItsWayMs = 5 * 60_000;

/**
 * The window counts from the first send (C5). If that took longer than a message may be on its way, it is planned again
 * from the instant at which the codes were out: nobody's 48 hours are eaten by an outage of ours.
 */
async function startLater(record: FilingRecord): Promise<void> {
  const { state } = record;
  if (!isPast(plusMs(state.since, onItsWayMs))) return;
  state.phonePlan = await planPhones(record, now());
  setWindow(record);
  state.flags = { ...state.flags, rePlanned: true };
  record.tell('codes were sent late: the window counts from then');
  await note(record);
}

function setWindow(record: FilingRecord): void {
  const plan = requiredPlan(record);
  record.plan(plan.deadline, windowAlarms(record, plan));
}

function requiredPlan({ state }: FilingRecord): PhonePlan & { readonly deadline: Deadline } {
  const plan = state.phonePlan;
  if (plan?.deadline === undefined) throw new Error('phones without a window: a bug of the planner');
  return { ...plan, deadline: plan.deadline };
}

interface Window extends Pick<PhonePlan, 'remindAt' | 'resendAt'> {
  readonly deadline: Deadline;
}

function windowAlarms({ state }: FilingRecord, { deadline, remindAt, resendAt }: Window): readonly Alarm[] {
  const occasion = `submission-${state.submission}`;
  return [
    { name: 'phone-window', at: deadline.at, occasion: deadline.at },
    ...(remindAt === undefined ? [] : [{ name: 'phone-window-closing', at: remindAt, occasion } as const]),
    ...(resendAt === undefined ? [] : [{ name: 'phone-resend', at: resendAt, occasion } as const]),
  ];
}

/** The confirmation stands in the state since it was heard. The last one moves the filing, and needs no note. */
async function afterConfirmation(record: FilingRecord): Promise<PhoneTurn> {
  if (isAllConfirmed(record)) return { to: afterFact(record) };
  await note(record);
  return { stays: true };
}

const hourMs = 3_600_000;

async function extend(record: FilingRecord, { hours }: MessageBodies['extendWindow']): Promise<PhoneTurn> {
  const { state } = record;
  const plan = requiredPlan(record);
  const deadline = { ...plan.deadline, at: plusMs(plan.deadline.at, hours * hourMs) };
  const remindAt = plan.remindAt === undefined ? {} : { remindAt: plusMs(plan.remindAt, hours * hourMs) };
  state.phonePlan = { ...plan, deadline, ...remindAt };
  setWindow(record);
  state.flags = { ...state.flags, rePlanned: true };
  record.tell(`window extended by ${hours} hours`);
  await note(record);
  return { stays: true };
}

/** Pack `2018-06`: a second message at 12:00 of the next day, by itself (`rules.md` 8.5). */
async function resend(record: FilingRecord): Promise<undefined> {
  await record.record((step) => verification('send phone codes again').resendPhoneCodes(step));
  return undefined;
}

function windowClosed(record: FilingRecord): 'returned' {
  Object.assign(record.state, { because: 'phone-window-closed', reasons: [] });
  return 'returned';
}
