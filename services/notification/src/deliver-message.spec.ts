import { newId, verifyAudit } from '@beian/platform';
import { deliverNext } from './deliver-message';
import { hearReceipt } from './hear-receipt';
import { Bench } from './notification.spec-helper';
import type { Channel } from './notices';
import { resendDelivery } from './resend-delivery';

jest.setTimeout(60_000);

describe('delivering a message', () => {
  let bench: Bench;
  beforeEach(async () => {
    bench = await new Bench().open();
  });
  afterEach(() => bench.close());

  const aDelivery = async (channel: Channel, address: string): Promise<string> => {
    const filingId = newId();
    await bench.db.database.transaction(async (tx) => {
      const snapshot = { filingId, owner: newId() };
      await bench.deps.notices.lockFiling(tx, snapshot);
      await bench.deps.notices.add(tx, {
        filingId,
        accountId: snapshot.owner,
        kind: 'granted',
        occasion: newId(),
        at: '2018-06-01T00:00:00.000Z',
        inApp: true,
        facts: { filingId, submission: 1, subjectNumber: '津ICP备18000001号' },
      });
      const [notice] = await tx.query<{ notice_id: string }>('SELECT notice_id FROM notice WHERE filing_id = $1', [
        filingId,
      ]);
      await bench.deps.notices.markAddressed(tx, notice?.notice_id ?? '');
      await bench.deps.deliveries.add(tx, {
        noticeId: notice?.notice_id ?? '',
        filingId,
        channel,
        recipient: 'subject-administrator',
        language: 'zh',
        address,
        personId: `filing.${filingId}`,
        masked: '***',
        state: 'waiting',
      });
    });
    const [row] = await bench.db.database.query<{ delivery_id: string }>(
      'SELECT delivery_id FROM delivery WHERE filing_id = $1',
      [filingId],
    );
    return row?.delivery_id ?? '';
  };
  const row = async (deliveryId: string) =>
    (
      await bench.db.database.query<Record<string, unknown>>('SELECT * FROM delivery WHERE delivery_id = $1', [
        deliveryId,
      ])
    )[0];
  /** As if time had passed: the claim of a dead sender is over, the pause of a retry too. */
  const laterOn = () =>
    bench.db.database.execute(
      `UPDATE delivery SET claimed_until = now() - interval '1 s', due_at = now() - interval '1 s'`,
    );
  const eventsOf = async () =>
    (await bench.db.database.query<{ type: string }>('SELECT type FROM outbox ORDER BY id')).map(({ type }) => type);

  it('sends once, notes it with event and audit row, and has nothing more to do', async () => {
    const id = await aDelivery('sms', '13812340001');
    expect(await deliverNext(bench.deps)).toBe(true);
    expect(await deliverNext(bench.deps)).toBe(false);
    expect(bench.carrier.messages).toHaveLength(1);
    expect(bench.carrier.messages[0]).toMatchObject({ key: id, reference: `notice.${id}`, to: '13812340001' });
    expect(await row(id)).toMatchObject({ state: 'accepted', attempts: 1 });
    expect(await eventsOf()).toEqual(['notice-sent']);
    expect(await verifyAudit(bench.db.database)).toMatchObject({ ok: true, entries: 1 });
  });

  it('killed between sending and noting: the SMS is there once (F-N1)', async () => {
    const id = await aDelivery('sms', '13812340002');
    const dying = { ...bench.deps, database: { transaction: () => Promise.reject(new Error('killed')) } as never };
    await expect(deliverNext(dying)).rejects.toThrow('killed');
    expect(await row(id)).toMatchObject({ state: 'sending' });
    expect(await deliverNext(bench.deps)).toBe(false); // the dead sender's claim still holds
    await laterOn();
    expect(await deliverNext(bench.deps)).toBe(true);
    expect(bench.carrier.posts).toBe(2);
    expect(bench.carrier.messages).toHaveLength(1);
    expect(await row(id)).toMatchObject({ state: 'accepted', attempts: 2 });
  });

  it('killed between sending and noting: the second mail has the Message-ID of the first (F-N1)', async () => {
    await aDelivery('mail', 'wang@example.com');
    const dying = { ...bench.deps, database: { transaction: () => Promise.reject(new Error('killed')) } as never };
    await expect(deliverNext(dying)).rejects.toThrow('killed');
    await laterOn();
    await deliverNext(bench.deps);
    expect(bench.mail.mails).toHaveLength(2);
    expect(new Set(bench.mail.mails.map(({ messageId }) => messageId)).size).toBe(1);
  });

  it('four senders at once send thirty messages thirty times', async () => {
    for (let n = 0; n < 30; n++)
      await aDelivery(n % 2 === 0 ? 'sms' : 'mail', n % 2 === 0 ? '13812340003' : 'a@example.com');
    const sender = async () => {
      while (await deliverNext(bench.deps));
    };
    await Promise.all([sender(), sender(), sender(), sender()]);
    expect(bench.carrier.posts).toBe(15);
    expect(bench.mail.mails).toHaveLength(15);
    expect(new Set(bench.mail.mails.map(({ messageId }) => messageId)).size).toBe(15);
  });

  it('waits as long as the carrier says, and comes back (F-N2)', async () => {
    const id = await aDelivery('sms', '13812340004');
    bench.carrier.status = 429;
    bench.carrier.headers = { 'retry-after': '900' };
    await deliverNext(bench.deps);
    const waiting = await row(id);
    expect(waiting).toMatchObject({ state: 'waiting', cause: 'carrier-429' });
    expect((waiting?.['due_at'] as Date).getTime()).toBeGreaterThan(Date.now() + 800_000);
    bench.carrier.status = 201;
    await laterOn();
    await deliverNext(bench.deps);
    expect(await row(id)).toMatchObject({ state: 'accepted', cause: null });
  });

  it('parks after the bound, tells it, and an operator sends it again', async () => {
    const id = await aDelivery('mail', 'wang@example.com');
    bench.mail.answer = 451;
    for (let n = 0; n < bench.deps.mostTries; n++) {
      await laterOn();
      await deliverNext(bench.deps);
    }
    expect(await row(id)).toMatchObject({ state: 'parked', cause: 'smtp-451', attempts: bench.deps.mostTries });
    expect(await eventsOf()).toEqual(['notice-failed']);
    await laterOn();
    expect(await deliverNext(bench.deps)).toBe(false);
    bench.mail.answer = undefined;
    await resendDelivery(bench.deps, id, newId());
    expect(await deliverNext(bench.deps)).toBe(true);
    expect(bench.mail.mails).toHaveLength(1);
    await expect(resendDelivery(bench.deps, id, newId())).rejects.toMatchObject({ code: 'not-allowed-now' });
  });

  it.each([
    ['mail', 550, 'smtp-550'],
    ['sms', 400, 'carrier-400'],
  ] as const)('parks at once what the %s side refuses for good (%s)', async (channel, status, cause) => {
    const id = await aDelivery(channel, channel === 'mail' ? 'wang@example.com' : '13812340005');
    bench.mail.answer = 550;
    bench.carrier.status = status;
    await deliverNext(bench.deps);
    expect(await row(id)).toMatchObject({ state: 'parked', cause, attempts: 1 });
  });

  it('a carrier that is not there is waited for, and one that hangs up too', async () => {
    const id = await aDelivery('sms', '13812340006');
    await bench.carrier.close();
    await deliverNext(bench.deps);
    expect(await row(id)).toMatchObject({ state: 'waiting', cause: 'carrier-unreachable' });
  });

  it('takes a receipt once; late, second, foreign and unknown ones change nothing', async () => {
    const id = await aDelivery('sms', '13812340007');
    await deliverNext(bench.deps);
    await hearReceipt(bench.deps, { reference: `notice.${id}`, state: 'delivered' });
    expect(await row(id)).toMatchObject({ state: 'delivered' });
    await hearReceipt(bench.deps, { reference: `notice.${id}`, state: 'failed', cause: 'late' });
    await hearReceipt(bench.deps, { reference: `phone.${id}`, state: 'failed' });
    await hearReceipt(bench.deps, { reference: `notice.${newId()}`, state: 'failed' });
    expect(await row(id)).toMatchObject({ state: 'delivered', cause: null });
  });

  it('a receipt that is faster than our own note wins, and a failed one is parked', async () => {
    const id = await aDelivery('sms', '13812340008');
    const claimed = await bench.deps.deliveries.claim();
    await hearReceipt(bench.deps, { reference: `notice.${id}`, state: 'failed', cause: 'no such number' });
    const won =
      claimed && (await bench.db.database.transaction((tx) => bench.deps.deliveries.markAccepted(tx, claimed, 'x')));
    expect(won).toBe(false);
    expect(await row(id)).toMatchObject({ state: 'parked', cause: 'carrier: no such number' });
  });

  it('does not send to a person who was erased', async () => {
    const id = await aDelivery('sms', '13812340009');
    await bench.db.database.execute('DELETE FROM person_key');
    await deliverNext(bench.deps);
    expect(bench.carrier.posts).toBe(0);
    expect(await row(id)).toMatchObject({ state: 'parked', cause: 'recipient-erased' });
  });
});
