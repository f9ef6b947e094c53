import * as messages from '@beian/contracts/messages';
import { administrators, dayMs, hourMs, numbers } from './outside.spec-helper';
import { TestBench } from './test-bench.spec-helper';
import { flood, reason, toIdentityCheck, toPhones, toReturned } from './to-stage.spec-helper';

const granted = { submission: 1, outcome: 'granted', reasons: [], numbers } as const;

describe('a filing that goes on as a new run', () => {
  let bench: TestBench;
  beforeAll(async () => {
    bench = await TestBench.start();
  });
  afterAll(() => bench.stop());

  it('keeps where it stands, its ledger, its clock and its search attributes, and begins no stage twice', async () => {
    const filing = await bench.open();
    await toIdentityCheck(filing);
    await filing.say(messages.chooseIdentityMethod, { method: 'backdrop' });
    const before = await filing.query();
    await flood(filing);
    const after = await filing.query();
    expect({ ...after, at: before.at }).toEqual(before);
    expect(filing.outside.named('openIdentityCheck')).toHaveLength(1);
    const { typedSearchAttributes } = await filing.handle.describe();
    const stage = typedSearchAttributes.getAll().find(({ key }) => key.name === 'IcpStage');
    expect(stage?.value).toBe('identity-check');

    await filing.forward(7 * dayMs);
    await filing.outside.until(() => filing.outside.named('remind').length === 1);
    await filing.say(messages.withdraw);
    await expect(filing.handle.result()).resolves.toEqual({ stage: 'withdrawn' });
    expect(filing.outside.calls.slice(-6).map(({ name }) => name)).toEqual([
      'recordEnd',
      'cancelBackdrop',
      'unsealDocuments',
      'releaseWebsite',
      'unlockSubject',
      'noteFlags',
    ]);
  });

  it('answers a message of the run before like the first time, and acts on it no more (T6)', async () => {
    const filing = await bench.open();
    await filing.say(messages.submit, { messageId: 'submit-1' });
    await flood(filing);
    const again = await filing.say(messages.submit, { messageId: 'submit-1' });
    expect(again).toMatchObject({ kind: 'moved', snapshot: { stage: 'provider-review', submission: 1 } });
    expect(filing.outside.named('pinSubject')).toHaveLength(1);
    await filing.end();
  });

  it('closes its phone window at the instant planned in the run before (I-8)', async () => {
    const filing = await bench.open();
    await toPhones(filing);
    await filing.say(messages.confirmPhone, { administrator: administrators[0]! });
    await flood(filing);
    await filing.forward(48 * hourMs - 60_000);
    expect(await filing.query()).toMatchObject({ stage: 'phone-verification' });
    await filing.say(messages.confirmPhone, { administrator: administrators[1]! });
    await filing.outside.recorded(({ stage }) => stage === 'authority-review');
    await filing.tell(messages.authorityAnswered, granted);
    await filing.outside.recorded(({ stage }) => stage === 'granted');
    await flood(filing);
    await filing.forward(20 * dayMs);
    await expect(filing.handle.result()).resolves.toEqual({ stage: 'granted' });
    expect(filing.outside.named('grantSubject')).toHaveLength(1);
  });

  it('keeps what was said while it changes runs (B-10)', async () => {
    const filing = await bench.open();
    await toReturned(filing);
    const { runId } = await filing.handle.describe();
    const megabyte = 'x'.repeat(900_000);
    const sent: Promise<unknown>[] = [];
    for (let i = 0; i < 12; i += 1) {
      sent.push(filing.handle.signal('parcelMoved', { messageId: 'm', text: megabyte }));
      if (i % 3 === 2) sent.push(filing.say(messages.addReasons, { reasons: [{ ...reason, id: `late-${i}` }] }));
    }
    await Promise.all(sent);
    const { reasons } = await filing.query();
    expect((await filing.handle.describe()).runId).not.toBe(runId);
    expect(reasons.map(({ id }) => id).sort()).toEqual(['late-11', 'late-2', 'late-5', 'late-8', 'r1']);
    await filing.end();
  });
});
