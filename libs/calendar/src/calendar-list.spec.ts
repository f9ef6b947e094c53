import { calendarFrom } from './calendar';
import { CalendarDataError, type CalendarData } from './calendar-data';
import { withList } from './calendar-list';
import { shanghaiInstant } from './shanghai-time';
import { addWorkdays } from './workdays';

const known: CalendarData = {
  name: 'synthetic',
  source: 'a package 1.0.0',
  confidence: 'high',
  coveredFrom: '2030-01-01',
  coveredTo: '2030-12-31',
  daysOff: [{ from: '2030-10-01', to: '2030-10-07', zh: '国庆节', en: 'National Day' }],
  makeUpWorkdays: [],
};

/** A notice for the next year that also takes away a Saturday of this one. */
const list = {
  source: 'a notice of 2030-11-04',
  confidence: 'medium',
  from: '2031-01-01',
  to: '2031-12-31',
  daysOff: [{ from: '2031-01-01', to: '2031-01-03', zh: '元旦', en: "New Year's Day" }],
  makeUpWorkdays: ['2031-01-05'],
  corrections: [
    { date: '2030-12-28', kind: 'make-up-workday', source: 'a notice of 2030-11-04', madeOn: '2030-11-05' },
    { date: '2030-12-31', kind: 'day-off', source: 'a notice of 2030-11-04', madeOn: '2030-11-05' },
  ],
};

function faultsOf(value: unknown): readonly string[] {
  try {
    withList(known, value, '2030-11-06');
    return [];
  } catch (error) {
    if (!(error instanceof CalendarDataError)) throw error;
    return error.faults;
  }
}

describe('a list that is loaded', () => {
  const calendar = calendarFrom(withList(known, list, '2030-11-06'));

  it('says of every day who gave it, when it was loaded, and what was corrected on which day', () => {
    expect(calendar.day('2030-10-01')).toEqual({
      kind: 'day-off',
      source: 'a package 1.0.0',
      confidence: 'high',
      name: { zh: '国庆节', en: 'National Day' },
    });
    expect(calendar.day('2031-01-05')).toEqual({
      kind: 'make-up-workday',
      source: 'a notice of 2030-11-04',
      confidence: 'medium',
      loadedOn: '2030-11-06',
    });
    expect(calendar.day('2030-12-31')).toEqual({
      kind: 'day-off',
      source: 'a notice of 2030-11-04',
      confidence: 'high',
      correction: { madeOn: '2030-11-05', was: 'workday' },
    });
    expect(calendar.day('2032-01-01')).toMatchObject({ kind: 'unknown' });
  });

  it('makes what was guessed known: no longer provisional, and moved over the holiday', () => {
    const start = shanghaiInstant('2030-12-30', '10:00');
    const guessed = addWorkdays(calendarFrom(known), start, 2);
    expect(guessed).toMatchObject({ at: shanghaiInstant('2031-01-01', '18:00'), provisional: true });
    expect(addWorkdays(calendar, start, 2)).toEqual({ at: shanghaiInstant('2031-01-06', '18:00'), provisional: false });
  });

  it('may be corrected again: the last correction holds and names the one before', () => {
    const again = {
      source: 'a second notice',
      confidence: 'high',
      corrections: [{ date: '2030-12-31', kind: 'workday', source: 'a second notice', madeOn: '2030-12-01' }],
    };
    const twice = calendarFrom(withList(withList(known, list, '2030-11-06'), again, '2030-12-02'));
    expect(twice.day('2030-12-31')).toMatchObject({
      kind: 'workday',
      source: 'a second notice',
      correction: { madeOn: '2030-12-01', was: 'day-off' },
    });
    expect(twice.coveredTo).toBe('2031-12-31');
  });

  it.each([
    ['not an object', [], ['not an object']],
    ['a gap', { ...list, from: '2031-01-02' }, 'from: must be 2031-01-01, the day after the last known one'],
    [
      'days that are known',
      { ...list, from: '2030-06-01' },
      'from: must be 2031-01-01, the day after the last known one',
    ],
    ['nothing in it', { source: 'x', confidence: 'low' }, ['neither days nor corrections']],
    [
      'a year without its lists',
      { source: 'x', confidence: 'low', from: '2031-01-01', to: '2031-12-31' },
      ['daysOff: a list is missing', 'makeUpWorkdays: a list is missing'],
    ],
    [
      'every fault of several parts',
      {
        ...list,
        source: '',
        confidence: 'certain',
        to: '2031-13-01',
        daysOff: [{ from: '2031-01-03', to: '2031-01-01', zh: '元旦', en: 'New Year' }],
        makeUpWorkdays: ['2031-01-32'],
        corrections: [{ date: '2029-12-31', kind: 'closed', source: 'x', madeOn: '2030-01-01' }],
        note: 'hand-made',
      },
      [
        'source: a text is missing',
        'confidence: not one of high, medium, low, inferred',
        'to: not a date YYYY-MM-DD: 2031-13-01',
        'daysOff[0]: ends (2031-01-01) before it begins (2031-01-03)',
        'makeUpWorkdays[0]: not a date YYYY-MM-DD: 2031-01-32',
        'corrections[0]: kind: not one of workday, day-off, make-up-workday',
        'corrections[0]: 2029-12-31 lies outside the cover',
        'note: no such field',
      ],
    ],
  ])('is refused for %s', (_, value, faults) => {
    if (typeof faults === 'string') expect(faultsOf(value)).toContain(faults);
    else expect(faultsOf(value)).toEqual(faults);
  });
});
