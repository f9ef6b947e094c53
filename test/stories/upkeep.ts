import type { ScheduleHandle } from '@temporalio/client';
import { temporal } from './workflow-view';

const runsOf = async (schedule: ScheduleHandle) =>
  (await schedule.describe()).info.recentActions.map(({ action }) => action.workflow);

/** Triggers one of our schedules and waits until its run has ended; answers what it answered. */
export async function runNow(scheduleId: string): Promise<unknown> {
  const client = await temporal();
  const schedule = client.schedule.getHandle(scheduleId);
  const before = (await runsOf(schedule)).map(({ firstExecutionRunId }) => firstExecutionRunId);
  await schedule.trigger();
  for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
    const fresh = (await runsOf(schedule)).find(({ firstExecutionRunId }) => !before.includes(firstExecutionRunId));
    if (fresh !== undefined) return client.workflow.getHandle(fresh.workflowId, fresh.firstExecutionRunId).result();
  }
  throw new Error(`${scheduleId} took no action`);
}
