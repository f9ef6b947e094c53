import { calendarData, isDate, type CalendarData } from './calendar-data';
import { chinaDays } from './china-days.data';
import { shanghaiDate } from './shanghai-time';

export type DayKind = 'workday' | 'day-off' | 'make-up-workday' | 'unknown';

export interface CalendarDay {
  readonly kind: DayKind;
  readonly source: string;
  /** Name of the holiday (zh, en), where the day has one. */
  readonly name?: { readonly zh: string; readonly en: string };
}

/** Knows which days are worked, and which days it does not know. */
export interface Calendar {
  readonly name: string;
  readonly source: string;
  /** First and last known day, both included, `YYYY-MM-DD` in Shanghai. */
  readonly coveredFrom: string;
  readonly coveredTo: string;
  /** `unknown` outside the cover, never a guess from the weekday. Throws RangeError for what is no date. */
  day(date: string): CalendarDay;
}

export const isWeekend = (date: string): boolean => {
  const weekday = new Date(date).getUTCDay();
  return weekday === 0 || weekday === 6;
};

/** Takes data of any origin (a file's JSON too); throws a `CalendarDataError` that names every fault. */
export function calendarFrom(value: CalendarData | unknown): Calendar {
  const data = calendarData(value);
  const { name, source, coveredFrom, coveredTo } = data;
  const makeUp = new Set(data.makeUpWorkdays);
  return {
    name,
    source,
    coveredFrom,
    coveredTo,
    day(date) {
      if (!isDate(date)) throw new RangeError(`not a date YYYY-MM-DD: ${date}`);
      if (date < coveredFrom || date > coveredTo) return { kind: 'unknown', source };
      if (makeUp.has(date)) return { kind: 'make-up-workday', source };
      const off = data.daysOff.find(({ from, to }) => from <= date && date <= to);
      if (off !== undefined) return { kind: 'day-off', source, name: { zh: off.zh, en: off.en } };
      return { kind: isWeekend(date) ? 'day-off' : 'workday', source };
    },
  };
}

/** Mainland China. */
export const chinaCalendar: Calendar = calendarFrom(chinaDays);

/**
 * Whole days from the day of `now` (epoch milliseconds) to the last known one: 0 on the last day, negative after it.
 * Under 60 the next notice should be loaded.
 */
export function coverDaysLeft(calendar: Calendar, now: number): number {
  return Math.round((Date.parse(calendar.coveredTo) - Date.parse(shanghaiDate(now))) / 86_400_000);
}
