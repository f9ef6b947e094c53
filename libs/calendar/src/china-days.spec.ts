import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chinaCalendar, coverDaysLeft } from './calendar';
import { plusDays } from './calendar-data';
import { shanghaiInstant } from './shanghai-time';

/**
 * Days on which the second package is wrong, looked up by hand: it files a change of days under the year of its notice
 * (2018-12-29 belongs to the notice for 2019), and takes some Saturdays inside a holiday for workdays.
 */
const knownDifferences = [
  '2007-12-29',
  '2007-12-31',
  '2008-05-04',
  '2008-06-07',
  '2008-09-13',
  '2009-01-04',
  '2009-09-27',
  '2011-12-31',
  '2015-01-04',
  '2016-04-02',
  '2018-06-16',
  '2018-09-22',
  '2018-12-29',
  '2018-12-31',
];

interface OtherYear {
  readonly dates: readonly { readonly date: string; readonly type: string }[];
}

function workedByTheOther(date: string): boolean {
  const path = require.resolve(`holiday-calendar/data/CN/${date.slice(0, 4)}.json`);
  const { dates } = JSON.parse(readFileSync(path, 'utf8')) as OtherYear;
  const types = dates.filter((day) => day.date === date).map(({ type }) => type);
  if (types.includes('transfer_workday')) return true;
  if (types.includes('public_holiday')) return false;
  return new Date(date).getUTCDay() % 6 !== 0;
}

const worked = (date: string): boolean => /workday/.test(chinaCalendar.day(date).kind);

function* daysOf(year: number): Generator<string> {
  for (let date = `${year}-01-01`; date.startsWith(String(year)); date = plusDays(date, 1)) yield date;
}

/** Written by scripts/generate-cross-check.py from a Python package. */
interface Vectors {
  readonly version: string;
  readonly coveredFrom: string;
  readonly coveredTo: string;
  readonly weekdaysOff: readonly string[];
  readonly weekendsWorked: readonly string[];
}
const vectors = JSON.parse(readFileSync(join(__dirname, 'china-days.cross-check.json'), 'utf8')) as Vectors;

/** Years in which all three packages know the days; the third ends where its last notice does. */
const overlap = { from: 2007, to: 2026 };
const days = (): string[] =>
  Array.from({ length: overlap.to - overlap.from + 1 }, (_, i) => [...daysOf(overlap.from + i)]).flat();

describe('the days of China', () => {
  it('overlap with both other packages from the first day to the last', () => {
    expect(chinaCalendar).toMatchObject({ coveredFrom: `${overlap.from}-01-01`, coveredTo: `${overlap.to}-12-31` });
    expect(vectors).toMatchObject({ coveredFrom: `${overlap.from}-01-01`, coveredTo: `${overlap.to}-12-31` });
    expect(days()).toHaveLength(7_305);
  });

  it('agree with a second package on every day but the ones it has wrong', () => {
    expect(days().filter((date) => worked(date) !== workedByTheOther(date))).toEqual(knownDifferences);
  });

  it('agree with a third package on every day', () => {
    const off = new Set(vectors.weekdaysOff);
    const made = new Set(vectors.weekendsWorked);
    const workedByTheThird = (date: string) => (new Date(date).getUTCDay() % 6 === 0 ? made.has(date) : !off.has(date));
    expect(days().filter((date) => worked(date) !== workedByTheThird(date))).toEqual([]);
  });

  // rules.md 11, computed there from the notices
  it.each([
    [2024, [22, 18, 21, 22, 21, 19, 23, 22, 21, 19, 21, 22]],
    [2025, [19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23]],
    [2026, [21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23]],
  ])('have the workdays of %i month by month', (year, expected) => {
    const counts = Array.from({ length: 12 }, () => 0);
    for (const date of daysOf(year)) counts[Number(date.slice(5, 7)) - 1]! += worked(date) ? 1 : 0;
    expect(counts).toEqual(expected);
  });

  it.each([
    ['2026-01-04', 'make-up-workday'],
    ['2026-02-14', 'make-up-workday'],
    ['2026-02-28', 'make-up-workday'],
    ['2026-05-09', 'make-up-workday'],
    ['2026-09-20', 'make-up-workday'],
    ['2026-10-10', 'make-up-workday'],
    ['2026-02-15', 'day-off'],
    ['2026-02-23', 'day-off'],
    ['2026-02-24', 'workday'],
    ['2026-10-07', 'day-off'],
    ['2025-10-08', 'day-off'],
    ['2025-10-09', 'workday'],
    ['2025-10-11', 'make-up-workday'],
    ['2024-02-04', 'make-up-workday'],
    ['2024-02-18', 'make-up-workday'],
    ['2024-06-10', 'day-off'],
    ['2007-01-01', 'day-off'],
    ['2026-12-31', 'workday'],
    ['2006-12-31', 'unknown'],
    ['2027-01-01', 'unknown'],
    ['2027-01-04', 'unknown'],
    ['2027-10-01', 'unknown'],
  ])('say of %s: %s', (date, kind) => {
    expect(chinaCalendar.day(date)).toMatchObject({ kind, source: 'chinese-days 1.5.7', confidence: 'high' });
  });

  it('name the holiday', () => {
    expect(chinaCalendar.day('2026-02-17').name).toEqual({ zh: '春节', en: 'Spring Festival' });
  });

  it.each(['2026-2-1', '2026-02-30', 'yesterday', ''])('refuse %p, which is no date', (date) => {
    expect(() => chinaCalendar.day(date)).toThrow(/not a date YYYY-MM-DD/);
  });

  it('count the days to the end of what is known', () => {
    expect(coverDaysLeft(chinaCalendar, shanghaiInstant('2026-11-24', '00:00'))).toBe(37);
    expect(coverDaysLeft(chinaCalendar, shanghaiInstant('2026-12-31', '23:59'))).toBe(0);
    expect(coverDaysLeft(chinaCalendar, shanghaiInstant('2027-01-01', '00:00'))).toBe(-1);
  });
});
