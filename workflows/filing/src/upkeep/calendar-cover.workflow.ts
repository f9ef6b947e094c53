import { proxyActivities, setCurrentDetails } from '@temporalio/workflow';
import { taskQueues, type CalendarCover, type CalendarUpkeep } from '@beian/contracts';

/** Looks how far the calendar reaches and says so where operators look; loading the next list is theirs (docs/calendar.md). */
export async function calendarCover(): Promise<CalendarCover> {
  const { lookAtCalendar } = proxyActivities<CalendarUpkeep>({
    taskQueue: taskQueues.filing,
    startToCloseTimeout: '30 seconds',
    heartbeatTimeout: '10 seconds',
    scheduleToCloseTimeout: '1 hour',
    retry: { maximumAttempts: 10 },
    summary: 'days left in the calendar',
  });
  const cover = await lookAtCalendar();
  const advice = cover.isWanted ? ' **Load the next list: `npm run calendar -- load FILE`.**' : '';
  setCurrentDetails(`The calendar reaches ${cover.daysLeft} days from today.${advice}`);
  return cover;
}
