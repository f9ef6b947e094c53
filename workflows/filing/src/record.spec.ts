import { nextStages, stages } from '@beian/contracts';
import { aRecord, anOpened } from './specs/a-record.spec-helper';
import { FilingRecord } from './record';

const at = '2018-06-12T10:00:00.000Z';

describe('a record', () => {
  const pairs = stages.flatMap((from) => stages.map((to) => ({ from, to }))).filter(({ from, to }) => from !== to);

  it.each(pairs)('goes from $from to $to only if the table says so (I-2, I-3)', ({ from, to }) => {
    const record = aRecord({ stage: from });
    const isAllowed = (nextStages[from] as readonly string[]).includes(to);
    if (isAllowed) record.enter(to);
    else expect(() => record.enter(to)).toThrow('no way leads');
    expect(record.stage).toBe(isAllowed ? to : from);
  });

  it('carries everything it knows to the next run, as plain data', () => {
    const record = aRecord({ stage: 'returned', version: 7, submission: 2, tried: 3, because: 'reviewer' });
    record.ledger.note('unlock-subject', 3);
    record.mailbox.isNew('signal-1');
    const carried = JSON.parse(JSON.stringify(record.carry())) as unknown;
    const next = new FilingRecord(anOpened({ carried }));
    expect({ ...next.snapshot(), at }).toEqual({ ...record.snapshot(), at });
    expect(next.mailbox.knows('signal-1')).toBe(true);
  });

  it('does not ring an alarm twice when it is planned again, unless its instant has moved ahead', () => {
    const record = aRecord();
    const alarm = { name: 'review-half-time', at, occasion: 'submission-1' } as const;
    record.plan(undefined, [alarm]);
    record.ring(alarm);
    record.plan(undefined, [alarm]);
    expect(record.state.alarms).toEqual([]);
    const ahead = { ...alarm, at: '2999-01-01T00:00:00.000Z' };
    record.plan(undefined, [ahead]);
    expect(record.state.alarms).toEqual([ahead]);
  });
});

describe('the ledger', () => {
  it('notes a step once, forgets one that changed nothing, settles what is used up', () => {
    const { ledger, state } = aRecord({ tried: 1 });
    ledger.note('unlock-subject', 1);
    ledger.note('unlock-subject', 1);
    ledger.note('release-website', 1);
    ledger.note('cancel-backdrop', 1);
    ledger.forget('release-website', 1);
    ledger.settle('cancel-backdrop');
    expect(state.ledger).toEqual([
      { undo: 'unlock-subject', submission: 1, state: 'open' },
      { undo: 'cancel-backdrop', submission: 1, state: 'settled' },
    ]);
  });

  it('shows what is open or parked of every submission, and the rest of the last one only', () => {
    const record = aRecord({ tried: 2 });
    record.state.ledger = [
      { undo: 'unlock-subject', submission: 1, state: 'undone' },
      { undo: 'release-website', submission: 1, state: 'parked' },
      { undo: 'unlock-subject', submission: 2, state: 'settled' },
    ];
    expect(record.snapshot().ledger.map(({ submission, state }) => `${submission} ${state}`)).toEqual([
      '1 parked',
      '2 settled',
    ]);
    expect(record.snapshot().flags.parked).toBe(true);
  });
});
