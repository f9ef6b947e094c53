/** Some days off in a row, both ends included. */
export interface DaysOff {
  readonly from: string;
  readonly to: string;
  readonly zh: string;
  readonly en: string;
}

/** What a calendar is made of; dates are `YYYY-MM-DD` in Shanghai. Saturdays and Sundays are off without being named. */
export interface CalendarData {
  readonly name: string;
  /** Where the days come from, with its version; shown to people beside every answer. */
  readonly source: string;
  /** First and last day about which the data says anything, both included. */
  readonly coveredFrom: string;
  readonly coveredTo: string;
  readonly daysOff: readonly DaysOff[];
  /** Days of work although they would be off (调休上班). */
  readonly makeUpWorkdays: readonly string[];
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

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function textFaults(data: Readonly<Record<string, unknown>>): string[] {
  const faults: string[] = [];
  for (const key of ['name', 'source']) {
    if (typeof data[key] !== 'string' || data[key] === '') faults.push(`${key}: a text is missing`);
  }
  for (const key of ['coveredFrom', 'coveredTo']) {
    if (!isDate(data[key])) faults.push(`${key}: not a date YYYY-MM-DD: ${String(data[key])}`);
  }
  return faults;
}

function daysOffFaults(list: unknown, isCovered: (date: string) => boolean): string[] {
  if (!Array.isArray(list)) return ['daysOff: a list is missing'];
  return list.flatMap((entry: unknown, i) => {
    if (!isRecord(entry)) return [`daysOff[${i}]: not an object`];
    const { from, to, zh, en } = entry;
    if (!isDate(from) || !isDate(to)) return [`daysOff[${i}]: from and to must be dates YYYY-MM-DD`];
    if (from > to) return [`daysOff[${i}]: ends (${to}) before it begins (${from})`];
    if (!isCovered(from) || !isCovered(to)) return [`daysOff[${i}]: ${from}…${to} lies outside the cover`];
    return typeof zh === 'string' && typeof en === 'string' ? [] : [`daysOff[${i}]: zh and en must be texts`];
  });
}

function makeUpFaults(list: unknown, isCovered: (date: string) => boolean): string[] {
  if (!Array.isArray(list)) return ['makeUpWorkdays: a list is missing'];
  return list.flatMap((date: unknown, i) => {
    if (!isDate(date)) return [`makeUpWorkdays[${i}]: not a date YYYY-MM-DD: ${String(date)}`];
    return isCovered(date) ? [] : [`makeUpWorkdays[${i}]: ${date} lies outside the cover`];
  });
}

function contradictions(data: CalendarData): string[] {
  return data.makeUpWorkdays.flatMap((date) => {
    const off = data.daysOff.find(({ from, to }) => from <= date && date <= to);
    if (off !== undefined) return [`${date} is both a day off (${off.en}) and a make-up workday`];
    const weekday = new Date(date).getUTCDay();
    return weekday === 0 || weekday === 6 ? [] : [`make-up workday ${date} is no Saturday or Sunday`];
  });
}

/** Takes what was read from a file; gives it back typed, or throws a `CalendarDataError` that names every fault. */
export function calendarData(value: unknown): CalendarData {
  if (!isRecord(value)) throw new CalendarDataError(['not an object']);
  const first = textFaults(value);
  if (first.length > 0) throw new CalendarDataError(first);

  const { coveredFrom, coveredTo } = value as unknown as CalendarData;
  if (coveredFrom > coveredTo)
    throw new CalendarDataError([`coveredTo ${coveredTo} is before coveredFrom ${coveredFrom}`]);
  const isCovered = (date: string): boolean => coveredFrom <= date && date <= coveredTo;
  const second = [...daysOffFaults(value['daysOff'], isCovered), ...makeUpFaults(value['makeUpWorkdays'], isCovered)];
  if (second.length > 0) throw new CalendarDataError(second);

  const data = value as unknown as CalendarData; // every field was looked at above
  const third = contradictions(data);
  if (third.length > 0) throw new CalendarDataError(third);
  return data;
}
