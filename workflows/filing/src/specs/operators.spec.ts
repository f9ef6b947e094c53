import { ApplicationFailure } from '@temporalio/common';
import { searchAttributes, type OpenStage } from '@beian/contracts';
import * as messages from '@beian/contracts/messages';
import { dayMs, hourMs } from './outside.spec-helper';
import { TestBench, type TestFiling } from './test-bench.spec-helper';
import {
  passIdentity,
  reason,
  toAuthority,
  toGranted,
  toIdentityCheck,
  toPhones,
  toReturned,
  toReview,
} from './to-stage.spec-helper';

describe('an operator', () => {
  let bench: TestBench;
  beforeAll(async () => {
    bench = await TestBench.start();
  });
  afterAll(() => bench.stop());

  it('holds a filing before the hand-over; it can still be withdrawn, and goes on when released (decision 29)', async () => {
    const filing = await bench.open();
    await toIdentityCheck(filing);
    await filing.say(messages.hold);
    await passIdentity(filing);
    const held = await filing.query();
    expect(held).toMatchObject({ stage: 'identity-check', waitingOn: 'operator', flags: { onHold: true } });
    expect(filing.outside.named('handOver')).toEqual([]);
    await expect(filing.say(messages.decidePhoto, { accepted: true, reasons: [] })).rejects.toMatchObject({
      cause: { type: 'already-decided' },
    });
    await filing.say(messages.release);
    await filing.outside.recorded(({ stage }) => stage === 'phone-verification');
    await filing.end();

    const other = await bench.open();
    await toIdentityCheck(other);
    await other.say(messages.hold);
    await passIdentity(other);
    await other.say(messages.withdraw);
    await expect(other.handle.result()).resolves.toEqual({ stage: 'withdrawn' });
  });

  it('holds a hand-over to a closed authority, and a lapse, but no window of the outside', async () => {
    let asked = 0;
    const filing = await bench.open({}, (outside) =>
      outside.answer({
        handOver: async (step) => {
          await outside.write(step);
          asked += 1;
          return asked === 1
            ? { answer: 'later', retryAfterSeconds: 600 }
            : { answer: 'accepted', transactionId: 't1' };
        },
      }),
    );
    await toIdentityCheck(filing);
    await passIdentity(filing);
    await filing.outside.until(() => asked === 1);
    await filing.say(messages.hold);
    await filing.forward(2 * hourMs);
    expect(asked).toBe(1);
    await filing.say(messages.release);
    await filing.outside.recorded(({ stage }) => stage === 'phone-verification');
    expect(asked).toBe(2);

    await filing.say(messages.hold);
    await filing.forward(48 * hourMs);
    await filing.outside.recorded(({ stage }) => stage === 'returned');
    await filing.forward(60 * dayMs);
    expect(await filing.query()).toMatchObject({ stage: 'returned', flags: { onHold: true } });
    await filing.say(messages.release);
    await filing.forward(44 * dayMs); // the idle clock counts from the release
    expect(await filing.query()).toMatchObject({ stage: 'returned', flags: { onHold: false } });
    await filing.forward(2 * dayMs);
    await expect(filing.handle.result()).resolves.toEqual({ stage: 'lapsed' });
  });

  it('lets a step that failed for good be tried again by release, and no filing fails by it (T11)', async () => {
    const filing = await bench.open({}, (outside) =>
      outside.answer({
        openIdentityCheck: async () => {
          throw ApplicationFailure.create({ type: 'stale-version', nonRetryable: true });
        },
      }),
    );
    await toReview(filing);
    const answered = filing.say(messages.decideReview, { decision: 'approve', reasons: [] });
    await filing.outside.until(() => filing.outside.named('openIdentityCheck').length === 1);
    filing.outside.answer({ openIdentityCheck: filing.outside.write });
    const released = untilAllowed(() => filing.say(messages.release));
    expect((await answered).snapshot.stage).toBe('identity-check');
    await released;
    expect(await filing.query()).toMatchObject({ stage: 'identity-check', flags: { onHold: false } });
    await filing.end();
  });

  it('sees deadlines move when the calendar changes, and nothing when they do not (features 30, 31; F-C2)', async () => {
    const filing = await bench.open();
    await toReview(filing);
    const before = filing.outside.rows.at(-1)!;
    await filing.tell(messages.calendarChanged, {});
    await filing.tell(messages.calendarChanged, {});
    await filing.say(messages.hold); // treated after both
    expect(filing.outside.rows).toHaveLength(before.version + 1);

    filing.outside.answer({
      planReview: async ({ at }) => ({
        deadline: { kind: 'review', at: plus(at, 4 * dayMs), provisional: true, source: 'guessed' },
        halfTimeAt: plus(at, 2 * dayMs),
        stuckAt: plus(at, 6 * dayMs),
        identityAfterReview: true,
      }),
    });
    await filing.tell(messages.calendarChanged, {});
    const after = await filing.outside.recorded(({ flags }) => flags.rePlanned);
    expect(after).toMatchObject({
      deadline: { at: plus(before.since, 4 * dayMs), provisional: true },
      flags: { provisional: true },
    });
    await filing.forward(4 * dayMs - hourMs);
    expect((await filing.query()).flags.overdue).toBe(false);
    await filing.forward(2 * hourMs);
    expect((await filing.query()).flags.overdue).toBe(true);
    await filing.end();
  });

  it('moves a filing to another pack without shortening its clock (decision 12)', async () => {
    const filing = await bench.open();
    await toReview(filing);
    const { deadline } = filing.outside.rows.at(-1)!;
    filing.outside.answer({
      planReview: async ({ at, pack }) => ({
        deadline: {
          kind: 'review',
          at: plus(at, pack === '2018-06' ? dayMs : dayMs / 2),
          provisional: false,
          source: pack,
        },
        halfTimeAt: plus(at, dayMs / 4),
        stuckAt: plus(at, dayMs),
        identityAfterReview: pack === '2018-06',
      }),
    });
    const moved = await filing.say(messages.rulePackMoved, { pack: '2019-07', asOf: '2019-07-29' });
    expect(moved.snapshot).toMatchObject({ pack: '2019-07', asOf: '2019-07-29', asOfGiven: true, deadline });
    const approved = await filing.say(messages.decideReview, { decision: 'approve', reasons: [] });
    expect(approved.snapshot.stage).toBe('hand-over'); // the identity check was not entered yet, and the new pack has none here
    await filing.end();
  });

  const toStages: { readonly [S in OpenStage]: readonly [(filing: TestFiling) => Promise<unknown>, string] } = {
    draft: [async () => undefined, 'abandoned'],
    'provider-review': [toReview, 'withdrawn'],
    returned: [toReturned, 'abandoned'],
    'identity-check': [toIdentityCheck, 'withdrawn'],
    'hand-over': [toClosedAuthority, 'refused'],
    'phone-verification': [toPhones, 'refused'],
    'authority-review': [toAuthority, 'refused'],
  };

  it.each(Object.entries(toStages))('cancels the workflow in %s (decision 24)', async (stage, [walk, outcome]) => {
    const filing = await bench.open();
    await walk(filing);
    await filing.outside.recorded((snapshot) => snapshot.stage === stage);
    await filing.handle.cancel();
    if (outcome !== 'refused') {
      await expect(filing.handle.result()).resolves.toEqual({ stage: outcome });
      expect(filing.outside.rows.at(-1)!.ledger.filter(({ state }) => state !== 'undone')).toEqual([]);
      return;
    }
    const shown = await filing.outside.recorded(({ flags }) => flags.cancelRefused);
    expect(shown.stage).toBe(stage);
    // it still hears and answers
    expect(await filing.say(messages.hold)).toMatchObject({ kind: 'moved', snapshot: { stage } });
    await filing.end();
  });

  async function toClosedAuthority(filing: TestFiling): Promise<void> {
    filing.outside.answer({
      handOver: async (step) => {
        await filing.outside.write(step);
        return { answer: 'later', retryAfterSeconds: 86_400 };
      },
    });
    await toIdentityCheck(filing);
    await passIdentity(filing);
  }

  it('reads where it stands, who must act, by when and what may be sent in every stage (feature 36, 38; I-28)', async () => {
    const filing = await bench.open();
    const seen: string[] = [];
    const look = async () => seen.push(await metadata(filing));
    await look();
    await toReview(filing);
    await look();
    await filing.say(messages.decideReview, { decision: 'return', reasons: [reason] });
    await look();
    await filing.say(messages.resubmit);
    await filing.say(messages.decideReview, { decision: 'approve', reasons: [] });
    await look();
    expect(seen.map((text) => /### \S+ (\S+)/.exec(text)?.[1])).toEqual([
      'draft',
      'provider-review',
      'returned',
      'identity-check',
    ]);
    expect(seen.every((text) => Buffer.byteLength(text) < 2_048 && text.includes('CST'))).toBe(true);
    await filing.end();
  });

  it('finds it by its search attributes, each change in one upsert per stage', async () => {
    const filing = await bench.open();
    await toGranted(filing);
    const { events } = await filing.handle.fetchHistory();
    const upserts = (events ?? []).filter((event) => event.upsertWorkflowSearchAttributesEventAttributes != null);
    expect(upserts.length).toBeLessThanOrEqual(filing.outside.rows.length);
    const { typedSearchAttributes } = await filing.handle.describe();
    const shown = Object.fromEntries(typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value]));
    expect(shown).toMatchObject({
      IcpStage: 'granted',
      IcpWaitingOn: 'applicant',
      IcpProvince: '12',
      IcpFilingType: 'FIRST',
      IcpSubjectType: 'enterprise',
      IcpOutcome: 'granted',
      IcpRulePack: '2018-06',
      IcpAttempt: 1,
      IcpOverdue: false,
      IcpDeadline: expect.any(Date),
    });
    expect(Object.keys(shown).every((name) => name in searchAttributes || !name.startsWith('Icp'))).toBe(true);
    await filing.end();
  });

  it('is told by each handler who may send it, when it is refused, and a body to send', async () => {
    const filing = await bench.open();
    const { definition } = JSON.parse(JSON.stringify(await filing.handle.query('__temporal_workflow_metadata')));
    const described = [
      ...definition.updateDefinitions,
      ...definition.signalDefinitions,
      ...definition.queryDefinitions,
    ];
    const ours = described.filter(({ name }: { name?: string }) => name !== undefined && !name.startsWith('__'));
    expect(ours.length).toBeGreaterThanOrEqual(21);
    expect(ours.filter(({ description }: { description?: string }) => (description ?? '').length < 20)).toEqual([]);
    await filing.end();
  });
});

const plus = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();

async function metadata(filing: TestFiling): Promise<string> {
  const { currentDetails } = await filing.handle.query<{ currentDetails: string }>('__temporal_workflow_metadata');
  return currentDetails;
}

/** The hold of a failed step is set a moment after its activity has failed. */
async function untilAllowed<T>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Error && (error.cause as ApplicationFailure | undefined)?.type === 'not-allowed-now'))
        throw error;
    }
  }
}
