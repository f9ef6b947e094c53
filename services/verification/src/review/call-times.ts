import { chinaCalendar, officeHours, shanghaiDate, shanghaiInstant, type Calendar } from '@beian/calendar';
import { plusDays } from '@beian/calendar';

/** A half hour in epoch milliseconds. */
export interface HalfHour {
  readonly startsAt: number;
  readonly endsAt: number;
}

const halfHour = 30 * 60_000;
const days = 5;

/**
 * The half hours in which a reviewer may call, from the next full half hour on over the days after `now`: inside the office
 * hours of workdays (rules.md 7: reviewers phone during working hours; the hours themselves are inferred). A day that the
 * calendar does not know is not offered.
 */
export function callTimes(now: number, calendar: Calendar = chinaCalendar): readonly HalfHour[] {
  const today = shanghaiDate(now);
  const worked = Array.from({ length: days }, (_, n) => plusDays(today, n)).filter((date) =>
    ['workday', 'make-up-workday'].includes(calendar.day(date).kind),
  );
  return worked.flatMap((date) => {
    const midnight = shanghaiInstant(date, '00:00');
    const count = (officeHours.end - officeHours.begin) * 2;
    return Array.from({ length: count }, (_, n) => midnight + officeHours.begin * 3_600_000 + n * halfHour)
      .filter((startsAt) => startsAt > now)
      .map((startsAt) => ({ startsAt, endsAt: startsAt + halfHour }));
  });
}
