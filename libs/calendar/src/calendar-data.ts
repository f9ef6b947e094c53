/** Some days off in a row, both ends included. */
export interface DaysOff {
  readonly from: string;
  readonly to: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * How well a source is known (`rules.md` 0.1): `high`, an official notice or two sources that agree; `medium`, one
 * provider's documentation; `low`, a digest; `inferred`, nobody has said.
 */
export const confidences = ['high', 'medium', 'low', 'inferred'] as const;
export type CalendarConfidence = (typeof confidences)[number];

export const knownKinds = ['workday', 'day-off', 'make-up-workday'] as const;
export type KnownDayKind = (typeof knownKinds)[number];

/** Days that come from another source than the rest of the calendar: a list that was loaded later. */
export interface LoadedSpan {
  readonly from: string;
  readonly to: string;
  readonly source: string;
  readonly confidence: CalendarConfidence;
  /** The day on which it was loaded. */
  readonly loadedOn: string;
}

/** A day that was announced differently from what was loaded before; the last correction of a day holds. */
export interface Correction {
  readonly date: string;
  readonly kind: KnownDayKind;
  /** Who says so. */
  readonly source: string;
  /** The day on which the correction was made. */
  readonly madeOn: string;
}

/** What a calendar is made of; dates are `YYYY-MM-DD` in Shanghai. Saturdays and Sundays are off without being named. */
export interface CalendarData {
  readonly name: string;
  /** Where the days come from, with its version; shown to people beside every answer. */
  readonly source: string;
  /** Absent: `inferred`, for nobody has said. */
  readonly confidence?: CalendarConfidence;
  /** First and last day about which the data says anything, both included. */
  readonly coveredFrom: string;
  readonly coveredTo: string;
  readonly daysOff: readonly DaysOff[];
  /** Days of work although they would be off (调休上班). */
  readonly makeUpWorkdays: readonly string[];
  readonly loaded?: readonly LoadedSpan[];
  readonly corrections?: readonly Correction[];
}

/** The data of a calendar cannot be used; the message lists every fault. */
export class CalendarDataError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`calendar data refused: ${faults.join('; ')}`);
    this.name = 'CalendarDataError';
  }
}

const dayMs = 86_400_000;

export const isDate = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(value).toISOString().startsWith(value);

/** The day `n` days after (or, negative, before) a date. Throws RangeError for what is no date. */
export function plusDays(date: string, n: number): string {
  if (!isDate(date)) throw new RangeError(`not a date YYYY-MM-DD: ${date}`);
  return new Date(Date.parse(date) + n * dayMs).toISOString().slice(0, 10);
}

export const isWeekend = (date: string): boolean => {
  const weekday = new Date(date).getUTCDay();
  return weekday === 0 || weekday === 6;
};
