import fc from 'fast-check';
import { calendarFrom, chinaCalendar, type Calendar } from './calendar';
import { plusDays } from './calendar-data';
import { shanghaiInstant } from './shanghai-time';
import { addWorkdays, half, officeHours, workdaysBetween, type WorkingHours } from './workdays';

const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
/** `YYYY-MM-DD HH:mm:ss` in Shanghai, by the platform's own time zone data. */
const local = (at: number): string => zone.format(at);
const at = (text: string): number => shanghaiInstant(text.slice(0, 10), text.slice(11, 16));

describe('a period of workdays', () => {
  // A start day counts as day 0; the period closes at 18:00 of its last day.
  it.each([
    ['inside the hours', '2026-11-24 10:00', 1, '2026-11-25 18:00:00'],
    ['at the opening hour', '2026-11-24 09:00', 1, '2026-11-25 18:00:00'],
    ['before the hours of a workday: its own morning', '2026-11-24 08:59', 1, '2026-11-25 18:00:00'],
    ['in the last minute', '2026-11-24 17:59', 1, '2026-11-25 18:00:00'],
    ['at the closing hour: next morning', '2026-11-24 18:00', 1, '2026-11-26 18:00:00'],
    ['on a Saturday: Monday', '2026-11-28 12:00', 1, '2026-12-01 18:00:00'],
    ['Friday evening: Monday', '2026-11-27 20:00', 1, '2026-12-01 18:00:00'],
    ['over a weekend', '2026-11-27 10:00', 1, '2026-11-30 18:00:00'],
    ['over a make-up Sunday, which is worked', '2026-09-18 10:00', 1, '2026-09-20 18:00:00'],
    ['started on a make-up Saturday', '2026-10-10 10:00', 1, '2026-10-12 18:00:00'],
    ['over National Day', '2026-09-28 10:00', 5, '2026-10-10 18:00:00'],
    ['the nine days of Spring Festival', '2026-02-14 17:00', 1, '2026-02-24 18:00:00'],
    ['20 workdays from the first of September 2018', '2018-09-03 09:00', 20, '2018-09-30 18:00:00'],
    ['no day at all: the end of the start day', '2026-11-24 10:00', 0, '2026-11-24 18:00:00'],
  ])('%s', (_, start, n, end) => {
    const planned = addWorkdays(chinaCalendar, at(start), n);
    expect(local(planned.at)).toBe(end);
    expect(planned).toEqual({ at: planned.at, provisional: false });
  });

  it('goes on by weekday beyond the cover, and says from which day', () => {
    const planned = addWorkdays(chinaCalendar, at('2026-12-31 10:00'), 1);
    expect(local(planned.at)).toBe('2027-01-01 18:00:00');
    expect(planned.provisional).toBe(true);
    expect(planned.reason).toContain('2027-01-01 is guessed from its weekday');
    expect(addWorkdays(chinaCalendar, at('2026-12-31 10:00'), 0).provisional).toBe(false);
    expect(addWorkdays(chinaCalendar, at('2026-12-30 10:00'), 1).provisional).toBe(false);
    expect(addWorkdays(chinaCalendar, at('2006-12-29 10:00'), 1).provisional).toBe(true);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p workdays', (n) => {
    expect(() => addWorkdays(chinaCalendar, 0, n)).toThrow(RangeError);
  });

  it.each([
    { begin: 18, end: 9 },
    { begin: -1, end: 9 },
    { begin: 9, end: 25 },
    { begin: 9, end: 9 },
  ])('refuses the hours %p', (hours) => {
    expect(() => addWorkdays(chinaCalendar, 0, 1, hours)).toThrow(RangeError);
  });
});

describe('workdays between two days', () => {
  it('counts the last day, not the first', () => {
    expect(workdaysBetween(chinaCalendar, '2026-09-28', '2026-10-10')).toEqual({ days: 5, provisional: false });
    expect(workdaysBetween(chinaCalendar, '2026-10-10', '2026-10-10')).toEqual({ days: 0, provisional: false });
    expect(workdaysBetween(chinaCalendar, '2026-10-11', '2026-10-10')).toEqual({ days: 0, provisional: false });
    expect(workdaysBetween(chinaCalendar, '2026-12-31', '2027-01-04')).toEqual({ days: 2, provisional: true });
  });
});

describe('half of the working time', () => {
  it.each([
    ['two days', '2026-11-24 10:00', '2026-11-25 18:00', '2026-11-25 09:30:00'],
    ['one day', '2026-11-24 09:00', '2026-11-24 18:00', '2026-11-24 13:30:00'],
    ['nights do not count', '2026-11-24 17:00', '2026-11-25 10:00', '2026-11-24 18:00:00'],
    ['nor do weekends', '2026-11-27 17:00', '2026-11-30 18:00', '2026-11-30 13:00:00'],
    ['no working time: the end', '2026-11-28 10:00', '2026-11-29 10:00', '2026-11-29 10:00:00'],
  ])('%s', (_, start, due, expected) => {
    const planned = half(chinaCalendar, { startAt: at(start), dueAt: at(due) });
    expect(local(planned.at)).toBe(expected);
    expect(planned.provisional).toBe(false);
  });
});

// Properties, against an oracle that walks minute by minute and takes Shanghai's time from the platform.

const firstDay = '2030-01-01';
const lastDay = '2030-03-31';
const dayArbitrary = fc.integer({ min: 0, max: 89 }).map((n) => plusDays(firstDay, n));
const calendarArbitrary = fc
  .record({
    off: fc.uniqueArray(dayArbitrary, { maxLength: 25 }),
    made: fc.uniqueArray(dayArbitrary, { maxLength: 8 }),
  })
  .map(({ off, made }) =>
    calendarFrom({
      name: 'synthetic',
      source: 'property',
      coveredFrom: firstDay,
      coveredTo: lastDay,
      daysOff: off.filter((d) => !made.includes(d)).map((d) => ({ from: d, to: d, zh: '假', en: 'holiday' })),
      makeUpWorkdays: made.filter((d) => new Date(d).getUTCDay() % 6 === 0),
    }),
  );
const hoursArbitrary = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 13, max: 24 }))
  .map(([begin, end]) => ({ begin, end }));
const minutes = 60_000;
const startArbitrary = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((n) => shanghaiInstant(firstDay, '00:00') + n * minutes);

const isWorkedMinute = (calendar: Calendar, when: number, hours: WorkingHours): boolean => {
  const [date = '', time = ''] = local(when).split(' ');
  const hour = Number(time.slice(0, 2));
  return /workday/.test(calendar.day(date).kind) && hour >= hours.begin && hour < hours.end;
};

/** Minute after minute: find work, count the days begun after that one, stop when the n-th closes. */
function slowAddWorkdays(calendar: Calendar, start: number, n: number, hours: WorkingHours): number {
  let now = start;
  while (!isWorkedMinute(calendar, now, hours)) now += minutes;
  let begun = 0;
  for (;;) {
    const day = local(now).slice(0, 10);
    while (isWorkedMinute(calendar, now, hours) && local(now).startsWith(day)) now += minutes;
    if (begun === n) return now;
    while (!isWorkedMinute(calendar, now, hours)) now += minutes;
    begun += 1;
  }
}

function slowHalf(calendar: Calendar, start: number, due: number): number {
  const worked: number[] = [];
  for (let now = start; now < due; now += minutes) if (isWorkedMinute(calendar, now, officeHours)) worked.push(now);
  return worked.length === 0 ? due : worked[Math.floor((worked.length - 1) / 2)]!;
}

describe('any calendar, any start', () => {
  it('gives the end that walking minute by minute gives', () => {
    fc.assert(
      fc.property(calendarArbitrary, startArbitrary, fc.integer({ min: 0, max: 4 }), hoursArbitrary, (...args) => {
        const [calendar, start, n, hours] = args;
        const planned = addWorkdays(calendar, start, n, hours);
        fc.pre(!planned.provisional);
        expect(local(planned.at)).toBe(local(slowAddWorkdays(calendar, start, n, hours)));
      }),
      { numRuns: 40 },
    );
  });

  it('gives the half that counting worked minutes gives, to the minute', () => {
    fc.assert(
      fc.property(
        calendarArbitrary,
        startArbitrary,
        fc.integer({ min: 1, max: 5 * 24 * 60 }),
        (calendar, start, length) => {
          const due = start + length * minutes;
          const planned = half(calendar, { startAt: start, dueAt: due });
          expect(Math.abs(planned.at - slowHalf(calendar, start, due))).toBeLessThanOrEqual(minutes);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('never ends earlier for a later start, nor for more days', () => {
    fc.assert(
      fc.property(startArbitrary, fc.nat(10_000), fc.nat(20), fc.nat(20), (start, later, n, more) => {
        const end = addWorkdays(chinaCalendar, start, n).at;
        expect(addWorkdays(chinaCalendar, start + later * minutes, n).at).toBeGreaterThanOrEqual(end);
        expect(addWorkdays(chinaCalendar, start, n + more).at).toBeGreaterThanOrEqual(end);
      }),
    );
  });

  it('is provisional exactly when a walked day is unknown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.nat(30), (offset, n) => {
        const start = shanghaiInstant(plusDays('2026-12-31', offset), '10:00');
        const { at: end, provisional } = addWorkdays(chinaCalendar, start, n);
        expect(provisional).toBe(local(end).slice(0, 10) > '2026-12-31' || local(start).slice(0, 10) > '2026-12-31');
      }),
    );
  });
});
