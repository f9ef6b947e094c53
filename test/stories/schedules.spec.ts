import type { CalendarCover } from '@beian/contracts';
import { prepareSchedules, upkeepSchedules } from '@beian/infra';
import { type ScheduleDescription, type ScheduleHandle, ScheduleOverlapPolicy } from '@temporalio/client';
import { eventually } from '../faults/persistently';
import { theStack } from './scene';
import { runNow } from './upkeep';
import { temporal } from './workflow-view';

const schedule = async () => (await temporal()).schedule.getHandle('calendar-cover');
const prepare = () => {
  const { address, namespace } = theStack().addresses.temporal;
  return prepareSchedules({ frontend: { address }, namespace });
};
const actionsOf = ({ info }: ScheduleDescription) => info.recentActions.map(({ action }) => action.workflow.workflowId);

/** Waits until the schedule has taken so many actions; answers the ids of their runs. */
const untilTaken = (handle: ScheduleHandle, count: number): Promise<readonly string[]> =>
  eventually(async () => {
    const taken = actionsOf(await handle.describe());
    return taken.length >= count ? taken : undefined;
  }, `${count} actions of the schedule`);

describe('feature 44: schedules', () => {
  it('are all there with note and summary, skip an overlap and make up for a missed night', async () => {
    for (const { id, note, calendars } of upkeepSchedules) {
      const made = await (await temporal()).schedule.getHandle(id).describe();
      expect(made.memo).toMatchObject({ note });
      expect(made.spec.calendars?.length).toBe(calendars.length);
      expect(made.spec.timezone).toBe('Asia/Shanghai');
      expect(made.policies).toMatchObject({ overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: 36_000_000 });
      expect(made.info.nextActionTimes.length).toBeGreaterThan(0);
    }
  });

  it.each(['public-security', 'kept-histories', 'site-checks', 'retention', 'orphaned-dossiers'])(
    '%s runs to its end when triggered',
    async (id) => {
      await expect(runNow(id)).resolves.toBeDefined();
    },
  );

  it('one is paused and stays so when prepared again, is triggered and back-filled', async () => {
    const handle = await schedule();
    const before = actionsOf(await handle.describe()).length;
    await handle.pause('paused by a story');
    await prepare();
    expect((await handle.describe()).state).toMatchObject({ paused: true, note: 'paused by a story' });

    await handle.trigger();
    const [triggered = ''] = (await untilTaken(handle, before + 1)).slice(before);
    const cover = (await (await temporal()).workflow.getHandle(triggered).result()) as CalendarCover;
    expect(cover).toEqual({ daysLeft: expect.any(Number) as number, isWanted: cover.daysLeft < 60 });

    await handle.unpause();
    // Server 1.32 keeps only the last of two wishes that reach a schedule in one workflow task: look before the next one.
    expect((await handle.describe()).state.paused).toBe(false);
    // Three weeks of a July: three Mondays.
    const [start, end] = [new Date('2024-07-01T00:00:00Z'), new Date('2024-07-20T00:00:00Z')];
    await handle.backfill({ start, end, overlap: ScheduleOverlapPolicy.ALLOW_ALL });
    const filled = (await untilTaken(handle, before + 4)).slice(before + 1);
    expect(filled.length).toBe(3);
    await Promise.all(filled.map(async (id) => (await temporal()).workflow.getHandle(id).result()));
    await prepare();
    expect((await handle.describe()).state.paused).toBe(false);
  });
});
