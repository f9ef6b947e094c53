import type { PinnedRules } from '@beian/contracts';
import { later, now } from './deadlines';
import { note } from './note';
import type { FilingRecord } from './record';

/** Plans the deadline and the alarms of a stage, from the start of its running clock. */
export type Plan = () => Promise<void>;

/** A calendar has changed: the same plan is asked again. Recorded only if the answer differs. */
export async function planAgain(record: FilingRecord, plan: Plan | undefined): Promise<undefined> {
  const { state } = record;
  state.planAgainAsked = false;
  if (plan === undefined) return undefined;

  const before = state.deadline;
  await plan();
  const after = state.deadline;
  const hasMoved = before?.at !== after?.at || before?.from !== after?.from;
  if (!hasMoved && before?.provisional === after?.provisional) return undefined;

  if (hasMoved) record.tell(`deadline planned again: ${before?.at ?? 'none'} → ${after?.at ?? 'none'}`);
  const isLateStill = after !== undefined && after.at <= now();
  state.flags = {
    ...state.flags,
    rePlanned: state.flags.rePlanned || hasMoved,
    overdue: state.flags.overdue && isLateStill,
  };
  return note(record);
}

/**
 * An operator moves the filing to another pack. Stages that were entered stay as they are, and a running clock is never
 * shortened: the later of both deadlines holds.
 */
export async function movePack(
  record: FilingRecord,
  plan: Plan | undefined,
  { pack, asOf }: PinnedRules,
): Promise<void> {
  const { state } = record;
  const before = state.deadline;
  const alarms = state.alarms;
  Object.assign(state, { pack, asOf, asOfGiven: asOf, pinnedAt: now() });
  record.tell(`moved to rule pack ${pack}, ${asOf}`);
  await plan?.();
  const after = state.deadline;
  if (before !== undefined && after !== undefined && later(before.at, after.at) === before.at)
    record.plan(before, alarms);
  const hasMoved = before?.at !== state.deadline?.at;
  state.flags = { ...state.flags, rePlanned: state.flags.rePlanned || hasMoved };
  await note(record);
}
