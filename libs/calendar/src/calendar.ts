import {
  isDate,
  plusDays,
  isWeekend,
  type CalendarConfidence,
  type CalendarData,
  type Correction,
  type KnownDayKind,
} from './calendar-data';
import { calendarData } from './check-calendar-data';
import { chinaDays } from './china-days.data';
import { shanghaiDate } from './shanghai-time';

export type DayKind = KnownDayKind | 'unknown';

export interface CalendarDay {
  readonly kind: DayKind;
  /** Who says so: the package, the list that was loaded, or the correction. */
  readonly source: string;
  readonly confidence: CalendarConfidence;
  /** Name of the holiday (zh, en), where the day has one. */
  readonly name?: { readonly zh: string; readonly en: string };
  /** Present for a day of a list that was loaded after the build. */
  readonly loadedOn?: string;
  /** Present for a day that was announced differently at first: since when, and what it was before. */
  readonly correction?: { readonly madeOn: string; readonly was: KnownDayKind };
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

/** Takes data of any origin (a file's JSON too); throws a `CalendarDataError` that names every fault. */
export function calendarFrom(value: CalendarData | unknown): Calendar {
  const data = calendarData(value);
  const { name, source, confidence = 'inferred', coveredFrom, coveredTo } = data;
  const announced = announcedDays(data);
  const corrections = new Map<string, readonly Correction[]>();
  for (const one of data.corrections ?? []) corrections.set(one.date, [...(corrections.get(one.date) ?? []), one]);
  return {
    name,
    source,
    coveredFrom,
    coveredTo,
    day(date) {
      if (!isDate(date)) throw new RangeError(`not a date YYYY-MM-DD: ${date}`);
      if (date < coveredFrom || date > coveredTo) return { kind: 'unknown', source, confidence };
      const day = announced(date);
      return (corrections.get(date) ?? []).reduce(corrected, day);
    },
  };
}

type KnownDay = CalendarDay & { readonly kind: KnownDayKind };

/** The days as the package and the loaded lists give them, before any correction. */
function announcedDays(data: CalendarData): (date: string) => KnownDay {
  const { source, confidence = 'inferred', daysOff, loaded = [] } = data;
  const makeUp = new Set(data.makeUpWorkdays);
  const offs = new Map<string, KnownDay['name']>();
  for (const { from, to, zh, en } of daysOff) {
    for (let date = from; date <= to; date = plusDays(date, 1)) offs.set(date, { zh, en });
  }
  return (date) => {
    const list = loaded.findLast(({ from, to }) => from <= date && date <= to);
    const said =
      list === undefined
        ? { source, confidence }
        : { source: list.source, confidence: list.confidence, loadedOn: list.loadedOn };
    if (makeUp.has(date)) return { kind: 'make-up-workday', ...said };
    const name = offs.get(date);
    if (name !== undefined) return { kind: 'day-off', ...said, name };
    return { kind: isWeekend(date) ? 'day-off' : 'workday', ...said };
  };
}

function corrected({ kind: was, confidence }: KnownDay, { kind, source, madeOn }: Correction): KnownDay {
  return { kind, source, confidence, correction: { madeOn, was } };
}

/** Mainland China. */
export const chinaCalendar: Calendar = calendarFrom(chinaDays);

/**
 * Whole days from the day of `now` (epoch milliseconds) to the last known one: 0 on the last day, negative after it.
 * Under `coverDaysWanted` the next notice should be loaded.
 */
export function coverDaysLeft(calendar: Calendar, now: number): number {
  return Math.round((Date.parse(calendar.coveredTo) - Date.parse(shanghaiDate(now))) / 86_400_000);
}

/** The longest ordinary wait, twenty workdays at the authority, fits into so many days even over Spring Festival. */
export const coverDaysWanted = 60;
