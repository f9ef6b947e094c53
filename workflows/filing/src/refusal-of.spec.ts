import fc from 'fast-check';
import { filingActions, stageActions, stages, type FilingAction, type Stage } from '@beian/contracts';
import { sampleBodies } from './current-details';
import type { Heard } from './mailbox';
import { refusalOf } from './refusal-of';
import { aRecord } from './specs/a-record.spec-helper';
import type { FilingState } from './state';

const windowEnd = '2018-06-13T02:00:00.000Z';
const phoneStage: Partial<FilingState> = {
  stage: 'phone-verification',
  submission: 1,
  phones: [{ administrator: 'subject-administrator', confirmed: false }],
  deadline: { kind: 'phone-window', at: windowEnd, provisional: false, source: 'test' },
};

describe('a code at the end of its window', () => {
  afterEach(() => jest.useRealTimers());

  it.each([
    { when: 'a millisecond before', offset: -1, refusal: undefined },
    { when: 'exactly at', offset: 0, refusal: undefined },
    { when: 'a millisecond after', offset: 1, refusal: 'too-late' },
  ])('$when the end is answered $refusal (I-8, F-V2)', ({ offset, refusal }) => {
    jest.useFakeTimers({ now: Date.parse(windowEnd) + offset });
    expect(refusalOf(aRecord(phoneStage), 'confirmPhone', sampleBodies.confirmPhone)).toBe(refusal);
  });

  it('counts once, and only for somebody who was asked', () => {
    jest.useFakeTimers({ now: Date.parse(windowEnd) - 1 });
    const record = aRecord(phoneStage);
    record.hear({ name: 'confirmPhone', body: { messageId: 'm1', administrator: 'subject-administrator' } });
    const again = { messageId: 'm2', administrator: 'subject-administrator' };
    expect(refusalOf(record, 'confirmPhone', again)).toBe('already-decided');
    const stranger = { messageId: 'm3', administrator: 'site-administrator-7' };
    expect(refusalOf(record, 'confirmPhone', stranger)).toBe('invalid-request');
  });
});

describe('what may be said when', () => {
  const all = stages.flatMap((stage) => filingActions.map((action) => ({ stage, action })));

  it.each(all)('in $stage, $action is refused exactly where the table does not allow it', ({ stage, action }) => {
    const refusal = refusalOf(aRecord({ stage, submission: 1, ...ripe(action) }), action, bodyOf(action));
    const allowed: readonly FilingAction[] = action === 'retryUndo' ? [action] : stageActions[stage];
    if (allowed.includes(action)) expect(refusal).toBeUndefined();
    else expect(refusal).toEqual(expect.any(String));
  });

  /** The facts beside the stage that an action needs. */
  const ripe = (action: FilingAction): Partial<FilingState> => ({
    flags: { onHold: action === 'release', overdue: false, provisional: false, rePlanned: false, cancelRefused: false },
    phones: [{ administrator: 'subject-administrator', confirmed: false }],
    deadline: { kind: 'phone-window', at: '2999-01-01T00:00:00.000Z', provisional: false, source: 'test' },
    identity: {
      methods: ['backdrop'],
      ...(action === 'chooseIdentityMethod' ? {} : { method: 'backdrop' as const }),
      photo: action === 'decidePhoto' ? 'under-review' : 'awaited',
    },
    ledger: [{ undo: 'unlock-subject', submission: 1, state: 'parked' }],
  });
  const bodyOf = (action: FilingAction) => sampleBodies[action];

  it.each<{ stage: Stage; refusal: string }>([
    { stage: 'draft', refusal: 'nothing-to-withdraw' },
    { stage: 'returned', refusal: 'nothing-to-withdraw' },
    { stage: 'hand-over', refusal: 'too-late' },
    { stage: 'phone-verification', refusal: 'too-late' },
    { stage: 'authority-review', refusal: 'too-late' },
    { stage: 'granted', refusal: 'too-late' },
  ])('tells a withdrawal from $stage $refusal', ({ stage, refusal }) => {
    expect(refusalOf(aRecord({ stage }), 'withdraw', { messageId: 'm1' })).toBe(refusal);
  });

  it.each(['return', 'refuse'])('wants reasons with a %s', (decision) => {
    const body = { messageId: 'm1', decision, reasons: [] };
    expect(refusalOf(aRecord({ stage: 'provider-review' }), 'decideReview', body)).toBe('reasons-missing');
  });
});

describe('what is recorded and not yet acted on', () => {
  const heard: Heard = { name: 'decideReview', body: sampleBodies.decideReview };
  const other = (more: object = {}) => ({ ...sampleBodies.decideReview, messageId: 'm2', ...more });

  it('refuses the second of two reviewers, and a withdrawal beside a decision (B-10)', () => {
    const record = aRecord({ stage: 'provider-review', submission: 1 });
    record.hear(heard);
    expect(refusalOf(record, 'decideReview', other())).toBe('already-decided');
    expect(refusalOf(record, 'withdraw', { messageId: 'm3' })).toBe('already-heard');
    expect(refusalOf(record, 'hold', { messageId: 'm4' })).toBeUndefined();
  });

  it('takes a message it has heard before, whatever it says now and whatever the stage is (T6, B-10)', () => {
    const record = aRecord({ stage: 'provider-review', submission: 1 });
    record.hear(heard);
    record.mailbox.take();
    record.mailbox.settle('m1', { kind: 'moved' });
    record.state.stage = 'hand-over';
    expect(refusalOf(record, 'decideReview', { messageId: 'm1', decision: 'nonsense' })).toBeUndefined();
  });
});

describe('any JSON as a body', () => {
  it('is refused or is of the right shape, and never throws or changes anything (I-21)', () => {
    const record = aRecord({ ...phoneStage });
    const before = JSON.stringify(record.state);
    fc.assert(
      fc.property(fc.constantFrom(...filingActions), fc.anything(), (action, body) => {
        expect([undefined, ...refusals]).toContain(refusalOf(record, action, body));
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...filingActions), fc.object(), (action, body) => {
        expect([undefined, ...refusals]).toContain(refusalOf(record, action, { messageId: 'm1', ...body }));
      }),
    );
    expect(JSON.stringify(record.state)).toBe(before);
  });

  const refusals = ['invalid-request', 'not-allowed-now', 'too-late', 'nothing-to-withdraw', 'already-decided'];

  it.each([null, undefined, 1, 'text', [], {}, { messageId: '' }, { messageId: 7 }, { messageId: 'x'.repeat(201) }])(
    'without a usable message id is invalid: %j',
    (body) => {
      expect(refusalOf(aRecord(), 'submit', body)).toBe('invalid-request');
    },
  );

  it.each([0, -1, 1.5, 241, '24', null])('does not lengthen a window by %j hours', (hours) => {
    const record = aRecord(phoneStage);
    expect(refusalOf(record, 'extendWindow', { messageId: 'm1', hours })).toBe('invalid-request');
  });
});
