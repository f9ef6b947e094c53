import { calendarFrom } from './calendar';
import { CalendarDataError, plusDays } from './calendar-data';
import { calendarData } from './check-calendar-data';
import { shanghaiDate, shanghaiInstant } from './shanghai-time';

const good = {
  name: 'synthetic',
  source: 'a test',
  coveredFrom: '2030-01-01',
  coveredTo: '2030-12-31',
  daysOff: [{ from: '2030-02-02', to: '2030-02-08', zh: '春节', en: 'Spring Festival' }],
  makeUpWorkdays: ['2030-02-09'],
};

function faultsOf(value: unknown): readonly string[] {
  try {
    calendarData(value);
    return [];
  } catch (error) {
    if (!(error instanceof CalendarDataError)) throw error;
    return error.faults;
  }
}

describe('the data of a calendar', () => {
  it('is taken as read from a file', () => {
    const calendar = calendarFrom(JSON.parse(JSON.stringify(good)) as unknown);
    expect(
      ['2030-02-08', '2030-02-09', '2030-02-10', '2030-02-11', '2031-01-01'].map((d) => calendar.day(d).kind),
    ).toEqual(['day-off', 'make-up-workday', 'day-off', 'workday', 'unknown']);
  });

  it.each([
    ['not an object', 'a text', ['not an object']],
    [
      'every missing text at once',
      { ...good, name: '', source: 3 },
      ['name: a text is missing', 'source: a text is missing'],
    ],
    ['a cover without dates', { ...good, coveredTo: '2030-13-01' }, ['coveredTo: not a date YYYY-MM-DD: 2030-13-01']],
    [
      'a cover backwards',
      { ...good, coveredTo: '2029-01-01' },
      ['coveredTo 2029-01-01 is before coveredFrom 2030-01-01'],
    ],
    [
      'no list',
      { ...good, daysOff: undefined, makeUpWorkdays: 7 },
      ['daysOff: a list is missing', 'makeUpWorkdays: a list is missing'],
    ],
    [
      'a span backwards',
      { ...good, daysOff: [{ from: '2030-02-08', to: '2030-02-02', zh: '', en: '' }] },
      ['daysOff[0]: ends (2030-02-02) before it begins (2030-02-08)'],
    ],
    [
      'a day outside the cover',
      { ...good, makeUpWorkdays: ['2031-02-08'] },
      ['makeUpWorkdays[0]: 2031-02-08 lies outside the cover'],
    ],
    [
      'a day both ways',
      { ...good, makeUpWorkdays: ['2030-02-02'] },
      ['2030-02-02 is both a day off (Spring Festival) and a make-up workday'],
    ],
    [
      'a make-up workday on a weekday',
      { ...good, makeUpWorkdays: ['2030-02-12'] },
      ['make-up workday 2030-02-12 is no Saturday or Sunday'],
    ],
    [
      'a misspelt list and two spans that overlap',
      {
        ...good,
        makeupWorkdays: [],
        daysOff: [...good.daysOff, { from: '2030-02-08', to: '2030-02-09', zh: '', en: '' }],
        makeUpWorkdays: [],
      },
      ['daysOff[1] (2030-02-08…2030-02-09) and daysOff[0] overlap', 'makeupWorkdays: no such field'],
    ],
    [
      'faults of every part at once',
      {
        ...good,
        name: '',
        confidence: 'sure',
        daysOff: [{ from: '2029-12-30', to: '2030-01-01', zh: '元旦' }],
        makeUpWorkdays: ['2030-02-09', '2030-02-09'],
        corrections: [{ date: '2030-03-02', kind: 'workday', madeOn: 'today' }],
        loaded: [{ from: '2031-01-01', to: '2031-01-02', source: 'x', confidence: 'high', loadedOn: '2030-01-01' }],
      },
      [
        'name: a text is missing',
        'confidence: not one of high, medium, low, inferred',
        'daysOff[0]: 2029-12-30…2030-01-01 lies outside the cover',
        'daysOff[0]: zh and en must be texts',
        'makeUpWorkdays[1]: 2030-02-09 stands there twice',
        'loaded[0]: 2031-01-01…2031-01-02 lies outside the cover',
        'corrections[0]: 2030-03-02 is a weekend day: worked, it is a make-up-workday',
        'corrections[0]: madeOn: not a date YYYY-MM-DD: today',
        'corrections[0]: source: a text is missing',
      ],
    ],
  ])('is refused for %s', (_, value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
  });
});

describe('dates and instants of Shanghai', () => {
  it('change the day at 16:00 UTC', () => {
    expect(shanghaiDate(Date.parse('2018-06-01T15:59:59.999Z'))).toBe('2018-06-01');
    expect(shanghaiDate(Date.parse('2018-06-01T16:00:00Z'))).toBe('2018-06-02');
    expect(new Date(shanghaiInstant('2018-06-02', '00:00')).toISOString()).toBe('2018-06-01T16:00:00.000Z');
    expect(shanghaiInstant('2018-06-01', '24:00')).toBe(shanghaiInstant('2018-06-02', '00:00'));
  });

  it.each(['24:01', '9:00', '18:60', ''])('refuse the time %p', (time) => {
    expect(() => shanghaiInstant('2018-06-01', time)).toThrow(/not a time HH:mm/);
  });

  it('count days over a leap day', () => {
    expect(plusDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(() => plusDays('2023-02-29', 1)).toThrow(RangeError);
  });
});
