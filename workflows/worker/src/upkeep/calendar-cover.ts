import { coverDaysLeft } from '@beian/calendar';
import type { CalendarCover, CalendarUpkeep } from '@beian/contracts';
import type { Clock, Logger } from '@beian/platform';
import type { CalendarFile } from '../calendar-file';

/** Below this the next year's list is wanted; what the alert on the worker's gauge waits for too. */
const wantedDays = 60;

/** Days of the calendar that the planner has in hand, read anew. There is no public source to fetch the next list from. */
export const createCalendarUpkeep = (
  calendar: CalendarFile,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): CalendarUpkeep => ({
  lookAtCalendar: async (): Promise<CalendarCover> => {
    const daysLeft = coverDaysLeft(calendar.current(), clock.now().getTime());
    const isWanted = daysLeft < wantedDays;
    if (isWanted) logger.warn({ daysLeft }, 'the calendar ends soon: load the next list with npm run calendar');
    return { daysLeft, isWanted };
  },
});
