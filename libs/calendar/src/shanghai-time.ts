import { isDate } from './calendar-data';

/** China keeps one time, eight hours before UTC, without summer time since 1991; no calendar here reaches further back. */
const offsetMs = 8 * 3_600_000;

/** The day in Shanghai, `YYYY-MM-DD`, of an instant in epoch milliseconds. */
export function shanghaiDate(at: number): string {
  return new Date(at + offsetMs).toISOString().slice(0, 10);
}

/** Milliseconds since midnight in Shanghai. */
export function shanghaiTimeOfDay(at: number): number {
  return at - shanghaiMidnight(shanghaiDate(at));
}

export function shanghaiMidnight(date: string): number {
  if (!isDate(date)) throw new RangeError(`not a date YYYY-MM-DD: ${date}`);
  return Date.parse(date) - offsetMs;
}

/**
 * The instant, in epoch milliseconds, of a day `YYYY-MM-DD` and a time `HH:mm` (00:00 to 24:00) in Shanghai.
 * Throws RangeError for what is no date or no time.
 */
export function shanghaiInstant(date: string, time: string): number {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$|^(24):(00)$/.exec(time);
  if (parts === null) throw new RangeError(`not a time HH:mm: ${time}`);
  return shanghaiMidnight(date) + Number(parts[1] ?? parts[3]) * 3_600_000 + Number(parts[2] ?? parts[4]) * 60_000;
}
