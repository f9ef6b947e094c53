import { isWeekend, plusDays } from './calendar-data';
import type { Calendar } from './calendar';
import { shanghaiDate, shanghaiMidnight, shanghaiTimeOfDay } from './shanghai-time';

/** Hours of the day in Shanghai, 0 to 24; a half hour is .5. */
export interface WorkingHours {
  readonly begin: number;
  readonly end: number;
}

/** No office hours are printed anywhere (`rules.md` 7): 09:00 to 18:00 are the hours of the provider's mail desk. */
export const officeHours: WorkingHours = { begin: 9, end: 18 };

/** An instant in epoch milliseconds. `provisional`: a day on the way is unknown to the calendar; `reason` says which. */
export interface PlannedInstant {
  readonly at: number;
  readonly provisional: boolean;
  readonly reason?: string;
}

const hourMs = 3_600_000;

/** Walks days and remembers the first one it had to guess. */
class Walk {
  private guessed?: string;
  constructor(private readonly calendar: Calendar) {}

  isWorked(date: string): boolean {
    const { kind } = this.calendar.day(date);
    if (kind !== 'unknown') return kind !== 'day-off';
    this.guessed ??= date;
    return !isWeekend(date);
  }

  firstWorkedFrom(date: string): string {
    let day = date;
    while (!this.isWorked(day)) day = plusDays(day, 1);
    return day;
  }

  plan(at: number): PlannedInstant {
    if (this.guessed === undefined) return { at, provisional: false };
    const { name, coveredFrom, coveredTo } = this.calendar;
    const reason = `${this.guessed} is guessed from its weekday: calendar ${name} knows ${coveredFrom} to ${coveredTo}`;
    return { at, provisional: true, reason };
  }
}

function assertHours({ begin, end }: WorkingHours): void {
  if (!(begin >= 0 && begin < end && end <= 24)) throw new RangeError(`not working hours: ${begin} to ${end}`);
}

/** The first instant of work at or after `at`: itself inside the hours, else the next workday's morning. */
function workStart(walk: Walk, at: number, hours: WorkingHours): number {
  const date = shanghaiDate(at);
  if (walk.isWorked(date)) {
    const time = shanghaiTimeOfDay(at);
    if (time < hours.begin * hourMs) return shanghaiMidnight(date) + hours.begin * hourMs;
    if (time < hours.end * hourMs) return at;
  }
  return shanghaiMidnight(walk.firstWorkedFrom(plusDays(date, 1))) + hours.begin * hourMs;
}

/**
 * The end of a period of `n` workdays: the closing hour of the n-th workday after the day on which it starts
 * (`rules.md` 11). A start outside the hours (the opening hour belongs to them, the closing hour does not) counts as the
 * next workday's morning. `n` is a whole number from 0; 0 gives the closing hour of the start day. Beyond the cover it
 * goes on by weekday and says so.
 */
// eslint-disable-next-line max-params -- the hours are a setting with a default, the other three are the question
export function addWorkdays(
  calendar: Calendar,
  startAt: number,
  n: number,
  hours: WorkingHours = officeHours,
): PlannedInstant {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a number of workdays: ${n}`);
  assertHours(hours);
  const walk = new Walk(calendar);
  let day = shanghaiDate(workStart(walk, startAt, hours));
  for (let i = 0; i < n; i += 1) day = walk.firstWorkedFrom(plusDays(day, 1));
  return walk.plan(shanghaiMidnight(day) + hours.end * hourMs);
}

/** How many workdays lie after the day `from` up to and including the day `to`; `from` later than `to` gives 0. */
export function workdaysBetween(
  calendar: Calendar,
  from: string,
  to: string,
): { readonly days: number; readonly provisional: boolean } {
  const walk = new Walk(calendar);
  let days = 0;
  for (let day = plusDays(from, 1); day <= to; day = plusDays(day, 1)) days += walk.isWorked(day) ? 1 : 0;
  return { days, provisional: walk.plan(0).provisional };
}

export interface WorkingPeriod {
  /** Epoch milliseconds. */
  readonly startAt: number;
  readonly dueAt: number;
  readonly hours?: WorkingHours;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The pieces of working time inside a period, in order. */
function stretches(walk: Walk, { startAt, dueAt }: WorkingPeriod, hours: WorkingHours): Stretch[] {
  const pieces: Stretch[] = [];
  const last = shanghaiDate(dueAt);
  for (let day = shanghaiDate(startAt); day <= last; day = plusDays(day, 1)) {
    if (!walk.isWorked(day)) continue;
    const midnight = shanghaiMidnight(day);
    const from = Math.max(startAt, midnight + hours.begin * hourMs);
    const to = Math.min(dueAt, midnight + hours.end * hourMs);
    if (from < to) pieces.push({ from, to });
  }
  return pieces;
}

/**
 * The instant at which half of the working time of a period has passed: when the deputy is told. A period without
 * working time has its half at its end.
 */
export function half(calendar: Calendar, period: WorkingPeriod): PlannedInstant {
  const hours = period.hours ?? officeHours;
  assertHours(hours);
  const walk = new Walk(calendar);
  const pieces = stretches(walk, period, hours);
  let left = pieces.reduce((sum, { from, to }) => sum + to - from, 0) / 2;
  for (const { from, to } of pieces) {
    if (left <= to - from) return walk.plan(from + Math.round(left));
    left -= to - from;
  }
  return walk.plan(period.dueAt);
}
