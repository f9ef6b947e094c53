import fc from 'fast-check';
import * as messages from '@beian/contracts/messages';
import { administrators, facts, numbers } from './outside.spec-helper';
import { TestBench, type TestFiling } from './test-bench.spec-helper';
import {
  loseBackdrop,
  reason,
  toAuthority,
  toIdentityCheck,
  toPhones,
  toReturned,
  toReview,
} from './to-stage.spec-helper';

const granted = { submission: 1, outcome: 'granted', reasons: [], numbers } as const;
const rejected = { submission: 1, outcome: 'rejected', reasons: [reason] } as const;

describe('messages to a filing', () => {
  let bench: TestBench;
  beforeAll(async () => {
    bench = await TestBench.start();
  });
  afterAll(() => bench.stop());

  it('are acted on once, and every repetition is answered like the first (T6, B-10, I-30)', async () => {
    const filing = await bench.open();
    const twice = async (send: (messageId: string) => Promise<unknown>, messageId: string) => {
      const [first, second] = await Promise.all([send(messageId), send(messageId)]);
      const third = await send(messageId);
      expect(second).toMatchObject({ kind: (first as { kind: string }).kind });
      expect(third).toMatchObject({ kind: (first as { kind: string }).kind });
      expect(first).toMatchObject({ kind: 'moved' });
    };
    await twice((messageId) => filing.say(messages.submit, { messageId }), 'd1');
    await twice((messageId) => filing.say(messages.hold, { messageId }), 'd2');
    await twice((messageId) => filing.say(messages.release, { messageId }), 'd3');
    await twice(
      (messageId) => filing.say(messages.decideReview, { messageId, decision: 'return', reasons: [reason] }),
      'd4',
    );
    await twice(
      (messageId) => filing.say(messages.addReasons, { messageId, reasons: [{ ...reason, id: 'r2' }] }),
      'd5',
    );
    await twice(
      (messageId) => filing.say(messages.rulePackMoved, { messageId, pack: '2018-09', asOf: '2018-09-10' }),
      'd6',
    );
    await twice((messageId) => filing.say(messages.resubmit, { messageId }), 'd7');
    await twice(
      (messageId) => filing.say(messages.decideReview, { messageId, decision: 'approve', reasons: [] }),
      'd8',
    );
    await twice((messageId) => filing.say(messages.chooseIdentityMethod, { messageId, method: 'backdrop' }), 'd9');
    await twice((messageId) => filing.say(messages.photoUploaded, { messageId, versionId: 'v1' }), 'd10');
    await twice((messageId) => filing.say(messages.decidePhoto, { messageId, accepted: true, reasons: [] }), 'd11');
    await filing.outside.recorded(({ stage }) => stage === 'phone-verification');
    await twice((messageId) => filing.say(messages.extendWindow, { messageId, hours: 1 }), 'd12');
    for (const administrator of administrators) {
      await twice(
        (messageId) => filing.say(messages.confirmPhone, { messageId, administrator }),
        `d13 ${administrator}`,
      );
    }
    for (const name of ['pinSubject', 'handOver', 'orderBackdrop', 'sendPhoneCodes'] as const) {
      expect(filing.outside.named(name)).toHaveLength(name === 'pinSubject' ? 2 : 1);
    }
    expect(filing.outside.rows.at(-1)!.reasons).toEqual([]);
    await filing.end();
  });

  it('go to one run when two open the same filing at once (F-W9)', async () => {
    const filingId = `01J${Date.now()}TWICE`;
    const [a, b] = await Promise.all([bench.open({ filingId }), bench.open({ filingId })]);
    expect(a.outside.rows).toHaveLength(1);
    const runs = await Promise.all([a.handle.describe(), b.handle.describe()]);
    expect(runs[0].runId).toBe(runs[1].runId);
    await a.end();
  });

  it('of two reviewers who decide at once one wins, and the other is told (B-10)', async () => {
    const filing = await bench.open();
    await toReview(filing);
    const decide = (decision: 'approve' | 'return') =>
      filing.say(messages.decideReview, { decision, reasons: [reason] });
    const answers = await Promise.allSettled([decide('approve'), decide('return')]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { cause: { type: 'already-decided' } },
    });
    await filing.end();
  });

  it.each([1, 2, 3, 4, 5])(
    'decide a withdrawal against the hand-over once, never both (feature 26), try %i',
    async () => {
      const filing = await bench.open();
      await toIdentityCheck(filing);
      await filing.say(messages.chooseIdentityMethod, { method: 'designated-place' });
      await filing.say(messages.photoUploaded, { versionId: 'v1' });
      const accept = filing.say(messages.decidePhoto, { accepted: true, reasons: [] });
      const withdraw = filing.say(messages.withdraw);
      const [accepted, withdrawn] = await Promise.allSettled([accept, withdraw]);
      expect([accepted.status, withdrawn.status].sort()).toEqual(['fulfilled', 'rejected']);
      if (withdrawn.status === 'fulfilled') {
        await expect(filing.handle.result()).resolves.toEqual({ stage: 'withdrawn' });
        expect(filing.outside.named('handOver')).toEqual([]);
        return;
      }
      expect(['already-heard', 'too-late']).toContain(withdrawn.reason.cause.type);
      await filing.outside.recorded(({ stage }) => stage === 'hand-over');
      await expect(filing.say(messages.withdraw)).rejects.toMatchObject({ cause: { type: 'too-late' } });
      await filing.end();
    },
  );

  it('answer findings and leave the filing where it is, with nothing locked (I-5, I-10)', async () => {
    const found = [{ code: 'domain-holder-differs' }] as never;
    const filing = await bench.open({}, (outside) =>
      outside.answer({ pinWebsite: async () => ({ ok: false, findings: found }) }),
    );
    const answer = await filing.say(messages.submit);
    expect(answer).toMatchObject({ kind: 'findings', findings: found, snapshot: { stage: 'draft', version: 1 } });
    const undone = filing.outside.calls.map(({ name }) => name).filter((name) => /^(un|release)/.test(name));
    expect(undone).toEqual(['unsealDocuments', 'unlockSubject']);

    const judged = [{ code: 'administrators-clash' }] as never;
    filing.outside.answer({
      pinWebsite: async () => ({ ok: true, findings: [], facts: facts.website }),
      openReview: async () => ({ ok: false, findings: judged }),
    });
    expect(await filing.say(messages.submit)).toMatchObject({ kind: 'findings', findings: judged });
    expect(await filing.query()).toMatchObject({ stage: 'draft', submission: 0 });
    const numbersTried = filing.outside.named('pinSubject').map(({ submission }) => submission);
    expect(numbersTried).toEqual([1, 2]);
    await filing.end();
  });

  it('return the filing after five wrong entries, and pass over an undeliverable one', async () => {
    const filing = await bench.open();
    await toPhones(filing);
    const failed = { submission: 1, administrator: administrators[0]! } as const;
    await filing.tell(messages.phoneFailed, { ...failed, cause: 'undeliverable' });
    expect(await filing.query()).toMatchObject({ stage: 'phone-verification' });
    await filing.tell(messages.phoneFailed, { ...failed, cause: 'five-wrong-entries' });
    const returned = await filing.outside.recorded(({ stage }) => stage === 'returned');
    expect(returned.because).toBe('phone-failed');
    await filing.end();
  });

  it('keep an authority answer that comes too early and apply it in its stage (F-X1, I-2)', async () => {
    const filing = await bench.open();
    await toPhones(filing);
    await filing.tell(messages.authorityAnswered, granted);
    expect(await filing.query()).toMatchObject({ stage: 'phone-verification' });
    for (const administrator of administrators) await filing.say(messages.confirmPhone, { administrator });
    await filing.outside.recorded(({ stage }) => stage === 'granted');
    expect((await filing.stagesRecorded()).slice(-3)).toEqual(['phone-verification', 'authority-review', 'granted']);
    await filing.end();
  });

  it('let the first final answer of the authority hold, whatever it says afterwards (I-3, F-X1)', async () => {
    const filing = await bench.open();
    await toAuthority(filing);
    await filing.tell(messages.authorityAnswered, granted);
    await filing.tell(messages.authorityAnswered, rejected);
    await filing.tell(messages.authorityAnswered, granted);
    await filing.outside.recorded(({ stage }) => stage === 'granted');
    expect(filing.outside.rows.map(({ stage }) => stage)).not.toContain('returned');
    await filing.end();
  });

  it('of a superseded submission change nothing (I-7)', async () => {
    const filing = await bench.open();
    await toReturned(filing);
    await filing.say(messages.resubmit);
    await filing.tell(messages.authorityAnswered, granted);
    await filing.tell(messages.authorityAnswered, { ...granted, submission: 3 });
    expect(await filing.query()).toMatchObject({ stage: 'provider-review', submission: 2 });
    await filing.end();
  });

  it('move a parcel ahead only, in whatever order they come', async () => {
    const filing = await bench.open();
    await toIdentityCheck(filing);
    await filing.say(messages.chooseIdentityMethod, { method: 'backdrop' });
    for (const state of ['delivered', 'shipped', 'lost'] as const) {
      await filing.tell(messages.parcelMoved, { submission: 1, state });
    }
    await filing.outside.recorded(({ identity }) => identity?.parcel === 'delivered');
    expect((await filing.query()).identity).toMatchObject({ parcel: 'delivered' });
    await filing.end();
  });

  it('that a parcel is lost let another be ordered, and one undo calls back what is under way (rules.md 6.1)', async () => {
    const filing = await bench.open();
    await toIdentityCheck(filing);
    const backdrop = () => filing.say(messages.chooseIdentityMethod, { method: 'backdrop' });
    const ordered = () => filing.outside.named('orderBackdrop').length;
    await backdrop();
    await backdrop();
    expect(ordered()).toBe(1);
    await loseBackdrop(filing, 1);
    expect(await backdrop()).toMatchObject({ kind: 'moved', snapshot: { identity: { parcel: 'ordered' } } });
    expect(ordered()).toBe(2);

    await loseBackdrop(filing, 1);
    await filing.say(messages.chooseIdentityMethod, { method: 'designated-place' });
    await backdrop();
    expect(ordered()).toBe(3);
    await filing.say(messages.chooseIdentityMethod, { method: 'designated-place' });
    const called = filing.outside.named('cancelBackdrop').length;
    expect(await backdrop()).toMatchObject({ kind: 'refused', refusal: 'not-allowed-now' });
    expect([ordered(), called]).toEqual([3, 2]);
    await filing.say(messages.withdraw);
    await filing.handle.result();
    expect(filing.outside.rows.at(-1)!.ledger.filter(({ state }) => state === 'open')).toEqual([]);
  });

  it('that are garbage leave the filing running, counted, and the next good one works (T4, I-21)', async () => {
    const filing = await bench.open();
    await toAuthority(filing);
    const bodies = fc.sample(fc.jsonValue(), { numRuns: 60, seed: 20_181_124 });
    const names = ['authorityAnswered', 'parcelMoved', 'phoneFailed', 'calendarChanged', 'noSuchSignal'];
    await Promise.all(bodies.map((body, i) => filing.handle.signal(names[i % names.length]!, body)));
    await filing.handle.signal('authorityAnswered');
    await filing.tell(messages.authorityAnswered, { ...granted, numbers: undefined as never });
    expect(await filing.query()).toMatchObject({ stage: 'authority-review' });
    await filing.tell(messages.authorityAnswered, granted);
    await filing.outside.recorded(({ stage }) => stage === 'granted');
    expect(await taskFailures(filing)).toBe(0);
    await filing.end();
  });

  it('that are garbage updates are refused, and leave no trace in the history', async () => {
    const filing = await bench.open();
    const before = (await filing.handle.describe()).historyLength;
    for (const body of fc.sample(fc.jsonValue(), { numRuns: 10, seed: 1 })) {
      await expect(filing.handle.executeUpdate('submit', { args: [body] })).rejects.toMatchObject({
        cause: { type: 'invalid-request' },
      });
    }
    expect((await filing.handle.describe()).historyLength).toBe(before);
    await filing.end();
  });

  it('that come before the first line of the workflow are heard (T5)', async () => {
    const filingId = `01J${Date.now()}EARLY`;
    const handle = await bench.client.workflow.signalWithStart('filing', {
      workflowId: `filing-${filingId}`,
      taskQueue: 'filing',
      args: [{ filingId, owner: 'o', province: '12', filingType: 'FIRST', nature: 'enterprise', pack: '2018-06' }],
      signal: messages.calendarChanged,
      signalArgs: [{ messageId: 'm1' }],
    });
    await bench.world.of(filingId).recorded(({ stage }) => stage === 'draft');
    expect(await handle.query(messages.getFiling)).toMatchObject({ stage: 'draft' });
    await handle.terminate('end of spec');
  });
});

async function taskFailures(filing: TestFiling): Promise<number> {
  const { events } = await filing.handle.fetchHistory();
  return (events ?? []).filter(({ workflowTaskFailedEventAttributes }) => workflowTaskFailedEventAttributes != null)
    .length;
}
