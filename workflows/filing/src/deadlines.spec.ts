import { earliest, idleAlarms, type Alarm } from './alarms';
import { asOfAfter, inShanghai } from './deadlines';

describe('instants', () => {
  it('are shown in Shanghai time', () => {
    expect(inShanghai('2018-06-09T16:30:00.000Z')).toBe('2018-06-10 00:30 CST');
  });

  it('move the pinned day by the Shanghai days between them, over midnight and the end of a month', () => {
    expect(asOfAfter('2018-09-09', '2026-11-24T15:59:59.999Z', '2026-11-24T16:00:00.000Z')).toBe('2018-09-10');
    expect(asOfAfter('2018-09-30', '2026-11-24T01:00:00.000Z', '2026-11-26T01:00:00.000Z')).toBe('2018-10-02');
    expect(asOfAfter('2018-09-09', '2026-11-24T01:00:00.000Z', '2026-11-24T15:00:00.000Z')).toBe('2018-09-09');
  });
});

describe('the next alarm', () => {
  const alarm = (name: Alarm['name'], at: string): Alarm => ({ name, at, occasion: 'x' });
  const lapse = alarm('idle-lapse', '2018-06-01T00:00:00.000Z');
  const phones = alarm('phone-window', '2018-06-02T00:00:00.000Z');

  it('is the earliest, but a hold stops our own moves and no window of the outside', () => {
    expect(earliest([phones, lapse], false)).toBe(lapse);
    expect(earliest([phones, lapse], true)).toBe(phones);
    expect(earliest([], false)).toBeUndefined();
  });

  it('of an idle clock names the day and the start, so that a clock that starts again reminds again', () => {
    const from = '2018-06-01T00:00:00.000Z';
    const reminders = [7, 15, 30].map((day) => ({ day, at: from }));
    const deadline = { kind: 'idle-lapse', at: from, provisional: false, source: 'test' } as const;
    const occasions = idleAlarms({ deadline, reminders }, from).map(({ occasion }) => occasion);
    expect(occasions).toEqual([7, 15, 30, 'lapse'].map((day) => `${day}@${from}`));
  });
});
