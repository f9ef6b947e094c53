import type { ScheduleHandle } from '@temporalio/client';
import { eventually } from '../faults/persistently';
import { temporal } from './workflow-view';

const runsOf = async (schedule: ScheduleHandle) =>
  (await schedule.describe()).info.recentActions.map(({ action }) => action.workflow);

/** Triggers one of our schedules and waits until its run has ended; answers what it answered. */
export async function runNow(scheduleId: string): Promise<unknown> {
  const client = await temporal();
  const schedule = client.schedule.getHandle(scheduleId);
  const before = (await runsOf(schedule)).map(({ firstExecutionRunId }) => firstExecutionRunId);
  await schedule.trigger();
  const isNew = ({ firstExecutionRunId }: { firstExecutionRunId: string }) => !before.includes(firstExecutionRunId);
  const fresh = await eventually(async () => (await runsOf(schedule)).find(isNew), `a run of ${scheduleId}`);
  return client.workflow.getHandle(fresh.workflowId, fresh.firstExecutionRunId).result();
}
