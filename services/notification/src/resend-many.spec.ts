import { newId, verifyAudit } from '@beian/platform';
import { deliverNext } from './deliver-message';
import { Bench } from './notification.spec-helper';
import { beginResend, stepResend } from './resend-many';

jest.setTimeout(60_000);

describe('sending undelivered messages again (feature 41)', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await new Bench().open();
  });
  afterEach(() => bench.close());

  const actor = newId();
  const wish = { actor, filter: {}, dryRun: false, atMost: 1_000, stopAfter: 3 } as const;

  async function plant(channel: 'sms' | 'mail', count: number): Promise<void> {
    await bench.db.database.transaction(async (tx) => {
      for (let i = 0; i < count; i += 1) {
        const filingId = newId();
        await bench.deps.notices.lockFiling(tx, { filingId, owner: newId() });
        await bench.deps.notices.add(tx, {
          filingId,
          accountId: newId(),
          kind: 'granted',
          occasion: newId(),
          at: '2018-06-01T00:00:00.000Z',
          inApp: false,
          facts: { filingId, submission: 1, subjectNumber: '津ICP备18000001号' },
        });
        const [notice] = await tx.query<{ id: string }>('SELECT notice_id AS id FROM notice WHERE filing_id = $1', [
          filingId,
        ]);
        await bench.deps.notices.markAddressed(tx, notice!.id);
        await bench.deps.deliveries.add(tx, {
          noticeId: notice!.id,
          filingId,
          channel,
          recipient: 'subject-administrator',
          language: 'zh',
          address: channel === 'sms' ? '13812340001' : 'somebody@people.example',
          personId: `filing.${filingId}`,
          masked: '***',
          state: 'waiting',
        });
      }
    });
  }

  /** Sends whatever is there, as if all pauses were over, until nothing moves any more. */
  async function settle(): Promise<void> {
    for (;;) {
      await bench.db.database.execute(`UPDATE delivery SET due_at = now() WHERE state = 'waiting'`);
      const isMoved = await deliverNext(bench.deps);
      if (!isMoved && !(await stepResend(bench.deps))) return;
    }
  }
  const inState = async (state: string) =>
    (await bench.db.database.query('SELECT 1 FROM delivery WHERE state = $1', [state])).length;

  it('clears the desk after an outage that used up every try: every notice once', async () => {
    bench.carrier.status = 503;
    bench.mail.answer = 451;
    await plant('sms', 24);
    await plant('mail', 3);
    await settle();
    expect(await inState('parked')).toBe(27);
    expect(bench.carrier.posts).toBe(24 * bench.deps.mostTries);
    const desk = await bench.deps.deliveries.parked({ limit: 100 });
    expect(desk.every(({ cause, attempts }) => cause !== null && attempts === bench.deps.mostTries)).toBe(true);

    expect(await beginResend(bench.deps, { ...wish, dryRun: true, filter: { channel: 'sms' } })).toEqual({
      matching: 24,
    });
    expect(await inState('parked')).toBe(27);

    bench.carrier.status = 201;
    bench.mail.answer = undefined;
    const { runId } = await beginResend(bench.deps, { ...wish, filter: { channel: 'sms' } });
    await settle();
    expect(await bench.deps.runs.get(runId!)).toMatchObject({ state: 'done', released: 24, sent: 24, failed: 0 });
    expect(bench.carrier.messages).toHaveLength(24);
    expect(bench.mail.mails).toHaveLength(0);
    expect(await inState('parked')).toBe(3);

    await beginResend(bench.deps, wish);
    await settle();
    expect(bench.mail.mails).toHaveLength(3);
    expect(new Set(bench.mail.mails.map(({ messageId }) => messageId)).size).toBe(3);
    expect(bench.carrier.messages).toHaveLength(24);
    expect(await inState('parked')).toBe(0);
    const rows = await bench.db.database.query<{ action: string; count: number }>(
      `SELECT action, count(*)::int AS count FROM audit WHERE action IN ('resend-begun', 'delivery-resent') GROUP BY 1 ORDER BY 1`,
    );
    expect(rows).toEqual([
      { action: 'delivery-resent', count: 27 },
      { action: 'resend-begun', count: 2 },
    ]);
    expect(await verifyAudit(bench.db.database)).toMatchObject({ ok: true });
  });

  it('stops after the third that fails again, and leaves the others where they are', async () => {
    bench.carrier.status = 400;
    await plant('sms', 10);
    await settle();
    bench.carrier.posts = 0;
    const { runId } = await beginResend(bench.deps, wish);
    await settle();
    expect(await bench.deps.runs.get(runId!)).toMatchObject({ state: 'stopped', released: 3, sent: 0, failed: 3 });
    expect(bench.carrier.posts).toBe(3);
    expect(await inState('parked')).toBe(10);
  });

  it('is the same run when it is asked twice, and no more than was asked for', async () => {
    bench.carrier.status = 400;
    await plant('sms', 5);
    await settle();
    bench.carrier.status = 201;
    const first = await beginResend(bench.deps, { ...wish, atMost: 2, messageId: 'the-same' });
    expect(await beginResend(bench.deps, { ...wish, atMost: 2, messageId: 'the-same' })).toEqual(first);
    await settle();
    expect(await bench.deps.runs.get('the-same')).toMatchObject({ state: 'done', released: 2, sent: 2 });
    expect(await beginResend(bench.deps, { ...wish, filter: { cause: 'nothing-like-it' } })).toEqual({ matching: 0 });
    expect(await inState('parked')).toBe(3);
  });
});
