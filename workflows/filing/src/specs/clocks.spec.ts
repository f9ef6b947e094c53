import * as messages from '@beian/contracts/messages';
import { administrators, dayMs, hourMs } from './outside.spec-helper';
import { TestBench, type TestFiling } from './test-bench.spec-helper';
import { passIdentity, toAuthority, toIdentityCheck, toPhones, toReview } from './to-stage.spec-helper';

const secondMs = 1_000;
const reminders = (filing: TestFiling) => filing.outside.named('remind').map(({ kind }) => kind);
/** Resolves when so many have been sent: what rings at the end of a fast-forward is sent a moment later. */
const reminded = async (filing: TestFiling, expected: readonly string[]): Promise<void> => {
  await filing.outside.until(() => reminders(filing).length >= expected.length);
  expect(reminders(filing)).toEqual(expected);
};
const days = (filing: TestFiling) =>
  filing.outside.named('remind').map(({ occasion }) => Number.parseInt(occasion, 10));

describe('the clocks of a filing', () => {
  let bench: TestBench;
  beforeAll(async () => {
    bench = await TestBench.start();
  });
  afterAll(() => bench.stop());

  it('remind an idle draft on days 7, 15 and 30 and let it lapse on day 45, not a moment earlier', async () => {
    const filing = await bench.open();
    let passed = 0;
    const forwardTo = async (ms: number): Promise<void> => {
      await filing.forward(ms - passed);
      passed = ms;
    };
    const told: number[] = [];
    for (const day of [7, 15, 30]) {
      await forwardTo(day * dayMs - 5 * secondMs);
      expect(days(filing)).toEqual(told);
      await forwardTo(day * dayMs + secondMs);
      told.push(day);
      await filing.outside.until(() => days(filing).length >= told.length);
      expect(days(filing)).toEqual(told);
    }
    await forwardTo(45 * dayMs - 5 * secondMs);
    expect(await filing.query()).toMatchObject({ stage: 'draft' });
    await forwardTo(45 * dayMs + secondMs);
    expect(days(filing)).toEqual([7, 15, 30]);
    await expect(filing.handle.result()).resolves.toEqual({ stage: 'lapsed' });
  });

  it('count an idle draft from the newest change of any part, and say so in the deadline', async () => {
    const filing = await bench.open();
    const { since } = await filing.query();
    const savedAt = new Date(Date.parse(since) + 40 * dayMs).toISOString();
    await filing.forward(39 * dayMs);
    filing.outside.answer({ websiteChangedAt: async () => savedAt });
    await filing.forward(6 * dayMs + secondMs); // day 45 of the first clock
    const draft = await filing.outside.recorded(({ version }) => version === 2);
    const lapsesAt = new Date(Date.parse(savedAt) + 45 * dayMs).toISOString();
    expect(draft).toMatchObject({ stage: 'draft', deadline: { at: lapsesAt } });

    await filing.forward(39 * dayMs); // to a day before the new end
    expect(await filing.query()).toMatchObject({ stage: 'draft' });
    expect(days(filing)).toEqual([7, 15, 30, 7, 15, 30]);
    await filing.forward(2 * dayMs);
    await expect(filing.handle.result()).resolves.toEqual({ stage: 'lapsed' });
  });

  it('tell the deputy at half time and the lead at the end of the review, and never decide it', async () => {
    const filing = await bench.open();
    await toReview(filing);
    await filing.forward(12 * hourMs - secondMs);
    expect(reminders(filing)).toEqual([]);
    await filing.forward(2 * secondMs);
    await reminded(filing, ['review-half-time']);
    await filing.forward(12 * hourMs);
    await reminded(filing, ['review-half-time', 'review-overdue']);
    expect((await filing.query()).flags.overdue).toBe(true);
    await filing.forward(9 * dayMs);
    await reminded(filing, ['review-half-time', 'review-overdue', 'stuck-step']);
    const answer = await filing.say(messages.decideReview, { decision: 'approve', reasons: [] });
    expect(answer).toMatchObject({ kind: 'moved', snapshot: { stage: 'identity-check', flags: { overdue: false } } });
    await filing.end();
  });

  it('time the review of a photo, and the applicant again once it is refused', async () => {
    const filing = await bench.open();
    await toIdentityCheck(filing);
    await filing.say(messages.chooseIdentityMethod, { method: 'designated-place' });
    await filing.say(messages.photoUploaded, { versionId: 'v1' });
    expect(await filing.query()).toMatchObject({ waitingOn: 'provider', deadline: { kind: 'photo-review' } });
    await filing.forward(dayMs + secondMs);
    await reminded(filing, ['photo-review-overdue']);
    const reasons = [{ id: 'r1', code: 'PHOTO', pointer: '/documents/photo' }];
    const answer = await filing.say(messages.decidePhoto, { accepted: false, reasons });
    expect(answer.snapshot).toMatchObject({ waitingOn: 'applicant', flags: { overdue: false }, reasons });
    expect(answer.snapshot.deadline?.kind).toBe('idle-lapse');
    await filing.end();
  });

  it('ask a closed authority again after the time it names, however long it lasts, and mark the promise overdue (F-X1)', async () => {
    const asked: string[] = [];
    const filing = await bench.open({}, (outside) =>
      outside.answer({
        handOver: async (step) => {
          await outside.write(step);
          asked.push(step.snapshot.stage);
          return asked.length < 5
            ? { answer: 'later', retryAfterSeconds: 8 * 3_600 }
            : { answer: 'accepted', transactionId: 't' };
        },
      }),
    );
    await toIdentityCheck(filing);
    await passIdentity(filing);
    await filing.outside.until(() => asked.length === 1);
    await filing.forward(8 * hourMs - 10 * secondMs);
    expect(asked).toHaveLength(1);
    await filing.forward(60 * secondMs);
    expect(asked).toHaveLength(2);
    await filing.forward(24 * hourMs);
    await filing.outside.recorded(({ stage }) => stage === 'phone-verification');
    expect(asked).toHaveLength(5);
    await filing.outside.until(() => reminders(filing).includes('hand-over-overdue'));
    expect(filing.outside.rows.some(({ stage, flags }) => stage === 'hand-over' && flags.overdue)).toBe(true);
    await filing.end();
  });

  it('stop asking an authority that is given up, until an operator releases the filing, and then ask at once', async () => {
    let asked = 0;
    const filing = await bench.open({}, (outside) =>
      outside.answer({
        handOver: async (step) => {
          await outside.write(step);
          asked += 1;
          if (asked > 2) return { answer: 'accepted', transactionId: 't' };
          return { answer: 'later', retryAfterSeconds: 3_600, givenUp: 'away' };
        },
      }),
    );
    await toIdentityCheck(filing);
    await passIdentity(filing);
    for (const times of [1, 2]) {
      await filing.outside.recorded(({ stage, flags }) => stage === 'hand-over' && flags.onHold && asked === times);
      await filing.forward(dayMs);
      expect(asked).toBe(times);
      await filing.say(messages.release, {});
      await filing.outside.until(() => asked === times + 1);
    }
    await filing.outside.recorded(({ stage }) => stage === 'phone-verification');
    await filing.end();
  });

  it('keep a phone window open for 48 hours and refuse a code after it, never earlier (I-8, F-V3)', async () => {
    const filing = await bench.open();
    await toPhones(filing);
    await filing.forward(48 * hourMs - 30 * secondMs);
    const [first] = administrators;
    const answer = await filing.say(messages.confirmPhone, { administrator: first! });
    expect(answer.snapshot.phones).toEqual([
      { administrator: 'subject-administrator', confirmed: true },
      { administrator: 'site-administrator-1', confirmed: false },
    ]);
    await filing.forward(31 * secondMs);
    const returned = await filing.outside.recorded(({ stage }) => stage === 'returned');
    expect(returned.because).toBe('phone-window-closed');
    await expect(filing.say(messages.confirmPhone, { administrator: administrators[1]! })).rejects.toMatchObject({
      cause: { type: 'too-late' },
    });
    await filing.outside.until(() => filing.outside.rows.at(-1)!.ledger.every(({ state }) => state !== 'open'));
    await filing.end();
  });

  it('send the second message and the last reminder inside the window, each once', async () => {
    const filing = await bench.open();
    await toPhones(filing);
    await filing.forward(20 * hourMs - secondMs);
    expect(filing.outside.named('resendPhoneCodes')).toHaveLength(0);
    await filing.forward(27 * hourMs);
    await filing.outside.until(() => filing.outside.named('resendPhoneCodes').length > 0);
    expect(filing.outside.named('resendPhoneCodes')).toHaveLength(1);
    await reminded(filing, ['phone-window-closing']);
    await filing.end();
  });

  it('lengthen a window by an operator, with its reminder, and close it then', async () => {
    const filing = await bench.open();
    await toPhones(filing);
    await filing.forward(47 * hourMs);
    const answer = await filing.say(messages.extendWindow, { hours: 24 });
    expect(answer.snapshot.flags.rePlanned).toBe(true);
    await filing.forward(24 * hourMs);
    expect(await filing.query()).toMatchObject({ stage: 'phone-verification' });
    await reminded(filing, ['phone-window-closing', 'phone-window-closing']);
    await filing.forward(2 * hourMs);
    await filing.outside.recorded(({ stage }) => stage === 'returned');
    await filing.end();
  });

  it('count a window from the first send, also when that was late (C5)', async () => {
    let attempts = 0;
    const filing = await bench.open({}, (outside) =>
      outside.answer({
        sendPhoneCodes: async (step) => {
          attempts += 1;
          if (attempts < 12) throw new Error('the carrier is away');
          await outside.write(step);
        },
      }),
    );
    await toIdentityCheck(filing);
    await passIdentity(filing);
    await filing.outside.until(() => attempts > 0);
    await filing.forward(hourMs);
    const late = await filing.outside.recorded(({ flags, stage }) => stage === 'phone-verification' && flags.rePlanned);
    const lateMs = Date.parse(late.deadline!.at) - Date.parse(late.since) - 48 * hourMs;
    expect(lateMs).toBeGreaterThan(5 * 60 * secondMs);
    await filing.end();
  });

  it('mark an authority overdue that is over its range, and go on waiting (F-X2)', async () => {
    const filing = await bench.open();
    await toAuthority(filing);
    await filing.forward(20 * dayMs - 10 * secondMs);
    expect(reminders(filing)).toEqual([]);
    await filing.forward(11 * secondMs);
    await reminded(filing, ['authority-overdue']);
    await filing.forward(60 * dayMs);
    expect(await filing.query()).toMatchObject({ stage: 'authority-review', flags: { overdue: true } });
    await filing.end();
  });

  it('arm one timer per filing, with a purpose and a local date an operator can read (feature 36)', async () => {
    const filing = await bench.open();
    await toReview(filing);
    const { events } = await filing.handle.fetchHistory();
    const timers = (events ?? []).filter(({ timerStartedEventAttributes }) => timerStartedEventAttributes != null);
    const summaries = timers.map(({ userMetadata }) => Buffer.from(userMetadata!.summary!.data!).toString('utf8'));
    expect(summaries).toHaveLength(2);
    expect(summaries[0]).toMatch(/^"idle: reminder \d{4}-\d{2}-\d{2} \d{2}:\d{2} CST, day 7"$/);
    expect(summaries[1]).toMatch(/^"provider review: half time, deputy is told \d{4}-/);
    await filing.end();
  });
});
