import { newId } from '@beian/platform';
import { effectKey, type FilingSnapshot } from '@beian/contracts';
import { later } from '../filing-builders.spec-helper';
import { Bench } from '../verification.spec-helper';
import { hearAuthority, type AuthorityCallback } from './hear-authority';

describe('the answer of the authority', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());
  beforeEach(() => {
    bench.workflow.reply = 'moved';
    bench.workflow.sent.length = 0;
  });

  /** A submission that the authority has accepted. */
  async function accepted(): Promise<{ readonly review: FilingSnapshot; readonly transactionId: string }> {
    const { review } = await bench.aFilingInReview();
    const transactionId = `TX-${newId()}`;
    await accept(review, transactionId);
    return { review, transactionId };
  }
  const accept = (review: FilingSnapshot, transactionId: string) =>
    bench.db.database.transaction(async (tx) => {
      const key = effectKey(review, 'hand-over');
      await bench.deps.orders.intend(tx, {
        filingId: review.filingId,
        submission: review.submission,
        key,
        at: review.at,
      });
      await bench.deps.orders.accept(tx, key, transactionId);
    });
  let serial = 0;
  const granted = (transactionId: string, changes: Partial<AuthorityCallback> = {}): AuthorityCallback => {
    const number = `津ICP备99${String(++serial).padStart(6, '0')}号`;
    return {
      messageId: `M-${newId()}`,
      transactionId,
      outcome: 'granted',
      subjectNumber: number,
      siteNumbers: [{ siteId: newId(), number: `${number}-1` }],
      at: '2018-07-02T02:00:00.000Z',
      ...changes,
    };
  };
  const rejected = (transactionId: string): AuthorityCallback => ({
    messageId: `M-${newId()}`,
    transactionId,
    outcome: 'rejected',
    reasons: [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '王五的网站名称不合规' }],
    at: '2018-07-02T02:00:00.000Z',
  });
  const hear = async (callback: AuthorityCallback) => {
    await hearAuthority(bench.deps, callback);
    await bench.deps.deliverer.deliverDue();
  };
  const verdictOn = async ({ messageId }: AuthorityCallback) =>
    (
      await bench.rows<{ verdict: string }>('SELECT verdict FROM authority_message WHERE message_id = $1', [messageId])
    )[0]?.verdict;

  it('becomes one signal with the numbers, though it comes twice and under two ids', async () => {
    const { review, transactionId } = await accepted();
    const grant = granted(transactionId);
    await Promise.all([hearAuthority(bench.deps, grant), hearAuthority(bench.deps, grant)]);
    const again = { ...grant, messageId: `M-${newId()}` };
    await hear(again);

    expect(bench.workflow.named('authorityAnswered')).toEqual([
      expect.objectContaining({
        message: {
          messageId: expect.any(String),
          submission: review.submission,
          outcome: 'granted',
          reasons: [],
          numbers: { subject: grant.subjectNumber, sites: grant.siteNumbers },
        },
      }),
    ]);
    expect([await verdictOn(grant), await verdictOn(again)]).toEqual(['first', 'repeated']);
  });

  it('is the first one for good: a contradiction is kept and changes nothing (I-3, F-X1)', async () => {
    for (const [first, second] of [
      [rejected, granted],
      [granted, rejected],
    ] as const) {
      bench.workflow.sent.length = 0;
      const { transactionId } = await accepted();
      const one = first(transactionId);
      const two = second(transactionId);
      await hear(one);
      await hear(two);
      expect(bench.workflow.named('authorityAnswered').map(({ message }) => message['outcome'])).toEqual([one.outcome]);
      expect(await verdictOn(two)).toBe('contradicting');
    }
  });

  it('is sent again until the workflow has it, always under the same id', async () => {
    const { review, transactionId } = await accepted();
    bench.workflow.reply = 'silent';
    await hear(rejected(transactionId));
    expect(
      await bench.rows(`SELECT state, attempts, last_error FROM delivery WHERE filing_id = $1`, [review.filingId]),
    ).toEqual([{ state: 'waiting', attempts: 1, last_error: 'Error' }]);
    expect(await bench.deps.deliveries.countWaiting(review.filingId)).toBe(1);

    bench.workflow.reply = 'moved';
    await bench.db.database.execute('UPDATE delivery SET next_attempt_at = now()');
    await bench.deps.deliverer.deliverDue();
    await bench.deps.deliverer.deliverDue();
    const [delivery] = await bench.rows<{ id: string; state: string }>(
      'SELECT id, state FROM delivery WHERE filing_id = $1',
      [review.filingId],
    );
    expect(delivery?.state).toBe('taken');
    expect(bench.workflow.named('authorityAnswered').map(({ message }) => message.messageId)).toEqual([delivery?.id]);
    expect(bench.workflow.sent[0]?.message['reasons']).toEqual([
      { id: expect.any(String), code: 'SITE_NAME', pointer: '/sites/0/name' },
    ]);
    expect(await bench.deps.reasons.list(review.filingId)).toMatchObject([
      { by: 'authority', text: '王五的网站名称不合规' },
    ]);
  });

  it('to an order that nobody knows is kept, and told when that order becomes known', async () => {
    const { review, facts } = await bench.aFilingInReview(bench.letters.toTheAuthority());
    const early = rejected(`TX-${newId()}`);
    await hear(early);
    expect(await verdictOn(early)).toBe('unknown');
    expect(bench.workflow.sent).toEqual([]);

    bench.world.script('/authority/orders', {
      status: 200,
      body: { answer: 'accepted', transactionId: early.transactionId },
    });
    const handOver = later(review, { stage: 'hand-over' });
    await bench.activities.handOver({ snapshot: handOver, facts, at: handOver.at });
    await bench.deps.deliverer.deliverDue();
    expect(bench.workflow.named('authorityAnswered')).toMatchObject([
      { message: { submission: 1, outcome: 'rejected' } },
    ]);
    expect(await verdictOn(early)).toBe('first');
  });

  it('may not give a number that another filing has, nor grant without one (I-17)', async () => {
    const one = await accepted();
    const grant = granted(one.transactionId);
    await hear(grant);
    const two = await accepted();
    const same = {
      ...granted(two.transactionId),
      ...(grant.subjectNumber === undefined ? {} : { subjectNumber: grant.subjectNumber }),
      ...(grant.siteNumbers === undefined ? {} : { siteNumbers: grant.siteNumbers }),
    };
    await hear(same);
    expect(await verdictOn(same)).toBe('contradicting');
    const { subjectNumber: _none, ...numberless } = granted(two.transactionId);
    await expect(hearAuthority(bench.deps, numberless)).rejects.toMatchObject({ code: 'invalid-request' });
    expect(bench.workflow.named('authorityAnswered')).toHaveLength(1);
  });

  it('is refused with a number that does not fit the province or the subject, and keeps nothing of it (rules.md 9.3)', async () => {
    const { transactionId } = await accepted();
    const good = granted(transactionId);
    const sites = [{ siteId: newId(), number: '津ICP备98999999号-1' }];
    const cases: readonly (readonly [AuthorityCallback, string])[] = [
      [{ ...good, subjectNumber: '京ICP备99000001号', siteNumbers: [] }, '/subjectNumber'],
      [{ ...good, siteNumbers: sites }, '/siteNumbers/0/number'],
    ];
    for (const [wrong, pointer] of cases) {
      await expect(hearAuthority(bench.deps, wrong)).rejects.toMatchObject({
        code: 'invalid-request',
        details: { pointer },
      });
      expect(await verdictOn(wrong)).toBeUndefined();
    }
    expect(bench.workflow.sent).toEqual([]);
    await hear(good);
    expect(await verdictOn(good)).toBe('first');
  });

  it('with the number of another province, heard before its order is known, is kept and never granted', async () => {
    const { review, facts } = await bench.aFilingInReview(bench.letters.toTheAuthority());
    const early = granted(`TX-${newId()}`, { subjectNumber: '京ICP备99900001号', siteNumbers: [] });
    await hear(early);
    bench.world.script('/authority/orders', {
      status: 200,
      body: { answer: 'accepted', transactionId: early.transactionId },
    });
    const handOver = later(review, { stage: 'hand-over' });
    await bench.activities.handOver({ snapshot: handOver, facts, at: handOver.at });
    await bench.deps.deliverer.deliverDue();
    expect(await verdictOn(early)).toBe('contradicting');
    expect(bench.workflow.named('authorityAnswered')).toEqual([]);
  });
});
