import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import { usuallyWaitsOn, type Finding, type Refusal } from '@beian/contracts';
import { alarmSummary, earliest, type Alarm, type AlarmName } from './alarms';
import { isOver } from './deadlines';
import type { filing } from './filing.workflow';
import type { Heard, MessageBodies, MessageName } from './mailbox';
import { note } from './note';
import { movePack, planAgain, type Plan } from './plan-again';
import type { FilingRecord } from './record';
import { notNow } from './refusal-of';

/** What the treatment of a message came to. */
export type Turn<To> =
  | { readonly to: To }
  | { readonly stays: true }
  | { readonly findings: readonly Finding[] }
  | { readonly refused: Refusal };

/** One stage as a table: what each message, each alarm and each recorded fact does. */
export interface Turns<To> {
  readonly messages?: { readonly [N in MessageName]?: (body: MessageBodies[N]) => Turn<To> | Promise<Turn<To>> };
  readonly alarms?: { readonly [A in AlarmName]?: (alarm: Alarm) => Promise<To | undefined> };
  /** A fact that signals or a release have set, and what follows from it. */
  readonly until?: { readonly holds: () => boolean; readonly then: () => To };
  /** Plans deadline and alarms of the stage anew, where a calendar or a pack has a say in them. */
  readonly plan?: Plan;
  /** Where Temporal's cancel leads; absent from the point of no return on: it is recorded and refused. */
  readonly cancelled?: To;
}

/** Waits and treats one thing after the other until the stage is left. */
export async function live<To>(record: FilingRecord, turns: Turns<To>): Promise<To> {
  for (;;) {
    await wake(record, turns);
    const to = await turn(record, turns);
    if (to !== undefined) {
      record.clock.arm(undefined);
      return to;
    }
  }
}

const nextAlarm = ({ state }: FilingRecord): Alarm | undefined => earliest(state.alarms, state.flags.onHold);

function isDue(record: FilingRecord): boolean {
  const alarm = nextAlarm(record);
  return alarm !== undefined && isOver(alarm.at);
}

const hasWork = <To>(record: FilingRecord, turns: Turns<To>): boolean =>
  record.mailbox.hasNext() ||
  record.cancelAsked ||
  record.state.planAgainAsked ||
  record.state.noteAsked ||
  (turns.until?.holds() ?? false) ||
  isDue(record);

async function wake<To>(record: FilingRecord, turns: Turns<To>): Promise<void> {
  const alarm = nextAlarm(record);
  record.clock.arm(alarm?.at, alarm && alarmSummary(alarm));
  const isArmed = record.clock.isArmed;
  const isSuggested = () => workflowInfo().continueAsNewSuggested;
  // The clock is armed anew, should its timer ever fire early or a hold have changed what comes next.
  await condition(
    () => hasWork(record, turns) || isSuggested() || record.clock.isArmed !== isArmed || nextAlarm(record) !== alarm,
  );
  if (isSuggested() && !hasWork(record, turns)) await goOnAsNew(record);
}

/** Everything is carried; a message that comes in at the last moment is treated first. Works by throwing. */
async function goOnAsNew(record: FilingRecord): Promise<void> {
  await condition(() => allHandlersFinished() || record.mailbox.hasNext());
  if (record.mailbox.hasNext()) return;
  await continueAsNew<typeof filing>({ ...record.opened, carried: record.carry() });
}

/** One thing: what was said goes before what time does, so that a message heard in time counts. */
async function turn<To>(record: FilingRecord, turns: Turns<To>): Promise<To | undefined> {
  const heard = record.mailbox.take();
  if (heard !== undefined) return treat(record, turns, heard);
  if (turns.until?.holds()) return turns.until.then();
  if (record.cancelAsked) return treatCancel(record, turns);
  if (record.state.planAgainAsked) return planAgain(record, turns.plan);
  if (record.state.noteAsked) return note(record);
  return treatAlarm(record, turns);
}

async function treat<To>(record: FilingRecord, turns: Turns<To>, heard: Heard): Promise<To | undefined> {
  const id = heard.body.messageId;
  const outcome = await treatment(record, turns, heard);
  if ('refused' in outcome) record.mailbox.settle(id, { kind: 'refused', refusal: outcome.refused });
  else if ('findings' in outcome) record.mailbox.settle(id, { kind: 'findings', findings: outcome.findings });
  else if ('stays' in outcome || outcome.to === record.stage) record.mailbox.settle(id, { kind: 'moved' });
  else record.answerWhenRecorded(id);
  return 'to' in outcome ? outcome.to : undefined;
}

/** These were looked at when they were heard, and have set their fact then. */
const factsAlready: readonly MessageName[] = ['hold', 'release', 'confirmPhone'];

async function treatment<To>(record: FilingRecord, turns: Turns<To>, { name, body }: Heard): Promise<Turn<To>> {
  const refused = !factsAlready.includes(name) && notNow(record, name, body);
  if (refused) return { refused };
  if (name === 'hold' || name === 'release') {
    record.tell(name);
    return stays(note(record));
  }
  if (name === 'retryUndo') return stays(retryUndo(record, body.undo));
  if (name === 'rulePackMoved') return stays(movePack(record, turns.plan, body));

  const handler = turns.messages?.[name] as ((said: typeof body) => Turn<To> | Promise<Turn<To>>) | undefined;
  return handler === undefined ? { refused: 'not-allowed-now' } : handler(body);
}

async function stays(work: Promise<unknown>): Promise<{ readonly stays: true }> {
  await work;
  return { stays: true };
}

async function retryUndo(record: FilingRecord, undo: MessageBodies['retryUndo']['undo']): Promise<void> {
  const { ledger, state } = record;
  await ledger.retryParked(undo);
  if (state.waitingOn === 'operator' && !ledger.hasParked() && !state.cleared) {
    state.waitingOn = usuallyWaitsOn[state.stage];
  }
  await note(record);
}

async function treatCancel<To>(record: FilingRecord, turns: Turns<To>): Promise<To | undefined> {
  record.cancelAsked = false;
  if (turns.cancelled !== undefined) {
    record.tell('cancelled by an operator');
    return turns.cancelled;
  }
  record.state.flags = { ...record.state.flags, cancelRefused: true };
  record.tell('cancel refused: past the point of no return');
  return note(record);
}

async function treatAlarm<To>(record: FilingRecord, turns: Turns<To>): Promise<To | undefined> {
  const alarm = nextAlarm(record);
  if (alarm === undefined || !isOver(alarm.at)) return undefined;
  record.ring(alarm);
  return turns.alarms?.[alarm.name]?.(alarm);
}
