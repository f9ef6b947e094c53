import { setTimeout as pause } from 'node:timers/promises';
import { filingWorkflowType, taskQueues, upkeepTypes, type ReconcileWish, type SweepWish } from '@beian/contracts';
import type { frontendOf } from '@beian/platform';
import {
  type CalendarSpec,
  Connection,
  ScheduleAlreadyRunning,
  ScheduleClient,
  ScheduleNotFoundError,
  ScheduleOverlapPolicy,
} from '@temporalio/client';
import { NamespaceNotFoundError } from '@temporalio/common';

/** Business time: what runs by night runs by the night of the people it is about. */
const timezone = 'Asia/Shanghai';

export interface UpkeepSchedule {
  readonly id: string;
  /** What an operator reads on the schedule: what it is for. */
  readonly note: string;
  readonly workflowType: string;
  readonly args: readonly unknown[];
  /** Shanghai time. */
  readonly calendars: readonly CalendarSpec[];
}

const everything: ReconcileWish = { dryRun: false };
/** An idle clock lives in its run alone: a draft whose run is gone would never be reminded, and never lapse. */
const drafts: ReconcileWish = { dryRun: false, stages: ['draft', 'returned'] };

const sweep: SweepWish = { dryRun: false };

/** All of them, a closed list. They find what is missing; what is due a filing's own clock sends. */
export const upkeepSchedules: readonly UpkeepSchedule[] = [
  {
    id: 'reconcile',
    note: 'Nightly: compares and repairs what all who know a filing say. See docs/reconciliation.md.',
    workflowType: upkeepTypes.reconcile,
    args: [everything],
    calendars: [{ hour: 2, minute: 30 }],
  },
  {
    id: 'idle-drafts',
    note: 'At noon: drafts and returned filings whose run is gone, so that none waits without a clock.',
    workflowType: upkeepTypes.reconcile,
    args: [drafts],
    calendars: [{ hour: 12, minute: 30 }],
  },
  {
    id: 'calendar-cover',
    note: 'Weekly, daily in November: how far the calendar reaches. The next list is loaded by a person: docs/calendar.md.',
    workflowType: upkeepTypes.calendarCover,
    args: [],
    calendars: [
      { dayOfWeek: 'MONDAY', hour: 9, minute: 10 },
      { month: 'NOVEMBER', hour: 9, minute: 10 },
    ],
  },
  {
    id: 'site-checks',
    note: 'Weekly: filed sites from outside, their names, registrations and footers; what is found stands with the site.',
    workflowType: upkeepTypes.siteChecks,
    args: [],
    calendars: [{ dayOfWeek: 'SUNDAY', hour: 3, minute: 30 }],
  },
  {
    id: 'public-security',
    note: 'Daily: reminders of the public-security filing, day 20 of 30, that the filing itself has not sent.',
    workflowType: upkeepTypes.publicSecurityReminders,
    args: [],
    calendars: [{ hour: 10, minute: 0 }],
  },
  {
    id: 'kept-histories',
    note: 'Nightly: histories of closed filings that are not yet in the bucket.',
    workflowType: upkeepTypes.keptHistories,
    args: [],
    calendars: [{ hour: 4, minute: 30 }],
  },
  {
    id: 'retention',
    note: 'Nightly: words about persons whose period is over are erased. See docs/retention.md.',
    workflowType: upkeepTypes.retention,
    args: [sweep],
    calendars: [{ hour: 3, minute: 0 }],
  },
  {
    id: 'orphaned-dossiers',
    note: 'Nightly: dossiers of the object store that no filing refers to. See docs/retention.md.',
    workflowType: upkeepTypes.orphanedDossiers,
    args: [sweep],
    calendars: [{ hour: 5, minute: 0 }],
  },
];

export interface SchedulePlace {
  readonly frontend: ReturnType<typeof frontendOf>;
  readonly namespace: string;
}

/** Makes the schedules that are missing and brings the others up to date; one that an operator has paused stays paused. */
export async function prepareSchedules(place: SchedulePlace): Promise<string> {
  return withSchedules(place, async (client) => {
    for (const schedule of upkeepSchedules) await onceKnown(() => prepareOne(client, schedule));
    return `${upkeepSchedules.length} schedules`;
  });
}

/** Those of ours that the server does not have. */
export async function missingSchedules(place: SchedulePlace): Promise<readonly string[]> {
  return withSchedules(place, async (client) => {
    const found = await Promise.all(
      upkeepSchedules.map(({ id }) =>
        client
          .getHandle(id)
          .describe()
          .then(
            () => [],
            (error: unknown) => isMissing(error, id),
          ),
      ),
    );
    return found.flat();
  });
}

/** A namespace that was registered a moment ago is not known to every part of the server yet. */
async function onceKnown(work: () => Promise<void>): Promise<void> {
  for (const giveUpAt = Date.now() + 30_000; ; await pause(500)) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NamespaceNotFoundError) || Date.now() > giveUpAt) throw error;
    }
  }
}

function isMissing(error: unknown, id: string): readonly string[] {
  if (error instanceof ScheduleNotFoundError) return [id];
  throw error;
}

async function withSchedules<T>({ frontend, namespace }: SchedulePlace, work: (client: ScheduleClient) => Promise<T>) {
  const connection = await Connection.connect({ ...frontend, connectTimeout: 10_000 });
  return work(new ScheduleClient({ connection, namespace })).finally(() => connection.close());
}

async function prepareOne(
  client: ScheduleClient,
  { id, note, workflowType, args, calendars }: UpkeepSchedule,
): Promise<void> {
  const options = {
    spec: { calendars: [...calendars], timezone },
    action: {
      type: 'startWorkflow' as const,
      workflowType,
      args: [...args],
      taskQueue: taskQueues.filing,
      workflowId: `upkeep-${id}`,
      staticSummary: `upkeep: ${id}`,
      staticDetails: note,
    },
    // A run that takes longer than a night is not joined by a second; a night that was missed is made up for by noon.
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '10 hours', pauseOnFailure: false },
  };
  try {
    await client.create({ scheduleId: id, ...options, memo: { note, of: filingWorkflowType }, state: { note } });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.getHandle(id).update(({ state }) => ({
      ...options,
      state: { paused: state.paused, note: state.paused ? (state.note ?? note) : note },
    }));
  }
}
