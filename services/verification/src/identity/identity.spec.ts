import type { FilingSnapshot } from '@beian/contracts';
import { newId } from '@beian/platform';
import { later } from '../filing-builders.spec-helper';
import { Bench } from '../verification.spec-helper';
import { chooseIdentity } from './choose-identity';
import { hearCourier } from './hear-courier';
import { addPlace, closePlace } from './keep-places';

const address = { recipient: '张三', mobile: '13800138000', province: '44', address: '广东省深圳市南山区科技路 1 号' };

describe('the identity check', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());
  beforeEach(() => {
    bench.workflow.reply = 'moved';
    bench.workflow.sent.length = 0;
    bench.world.received.length = 0;
    bench.world.deleted.length = 0;
  });

  /** A filing whose website administrator may choose how he proves who he is. */
  async function inCheck(): Promise<FilingSnapshot> {
    const { review } = await bench.aFilingInReview();
    const check = later(review, {
      stage: 'identity-check',
      waitingOn: 'applicant',
      identity: { methods: ['backdrop', 'designated-place'] },
    });
    await bench.activities.openIdentityCheck({ snapshot: check });
    bench.workflow.snapshot = check;
    return check;
  }
  const choose = (check: FilingSnapshot, changes: Partial<Parameters<typeof chooseIdentity>[1]> = {}) =>
    chooseIdentity(bench.deps, {
      filingId: check.filingId,
      actor: check.owner,
      messageId: newId(),
      method: 'backdrop',
      address,
      ...changes,
    });
  const withBackdrop = (check: FilingSnapshot) =>
    later(check, { identity: { methods: ['backdrop', 'designated-place'], method: 'backdrop', parcel: 'ordered' } });
  const parcelsOf = ({ filingId }: FilingSnapshot) =>
    bench.rows<{ reference: string; state: string; shipment_id: string | null }>(
      'SELECT reference, state, shipment_id FROM parcel WHERE filing_id = $1 ORDER BY reference',
      [filingId],
    );
  const courierSays = (reference: string, state: 'shipped' | 'delivered' | 'lost', messageId = newId()) =>
    hearCourier(bench.deps, { messageId, reference, state, at: '2018-06-21T01:00:00.000Z' }).then(() =>
      bench.deps.deliverer.deliverDue(),
    );

  it('tells the workflow the method and keeps the address to itself', async () => {
    const check = await inCheck();
    await choose(check);
    expect(bench.workflow.sent).toEqual([
      expect.objectContaining({
        name: 'chooseIdentityMethod',
        message: { method: 'backdrop', messageId: expect.any(String) },
      }),
    ]);
    const choices = await bench.rows<{ content: Buffer }>('SELECT content FROM identity_choice WHERE filing_id = $1', [
      check.filingId,
    ]);
    expect(choices[0]?.content.toString()).not.toContain('深圳');
  });

  it('mails to any province of the mainland, and nowhere else (rules.md 6.1)', async () => {
    const check = await inCheck();
    for (const outside of [
      { ...address, province: '71', address: '台北市信义区 1 号' },
      { ...address, province: '81' },
      { ...address, address: '香港特别行政区中环 1 号' },
      { ...address, address: 'Hong Kong, Central 1' },
    ]) {
      await expect(choose(check, { address: outside })).rejects.toMatchObject({ code: 'address-outside-mainland' });
    }
    await expect(choose(check, { address: undefined })).rejects.toMatchObject({ code: 'invalid-request' });
    await choose(check, { address: { ...address, province: '65', address: '新疆乌鲁木齐市 1 号' } });
    expect(bench.workflow.sent).toHaveLength(1);
  });

  it('offers only the methods of the snapshot, and only in the check', async () => {
    const check = await inCheck();
    await expect(choose(check, { method: 'face-check' })).rejects.toMatchObject({
      code: 'invalid-request',
      details: { pointer: '/method' },
    });
    const { review } = await bench.aFilingInReview();
    await expect(choose(review)).rejects.toMatchObject({ code: 'not-allowed-now' });
    await expect(choose({ ...review, filingId: newId() })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('orders one parcel per choice, however often the activity runs (I-9)', async () => {
    const check = await inCheck();
    await choose(check);
    const snapshot = withBackdrop(check);
    bench.world.script('/courier/shipments', { status: 503 }, { status: 503 }, { status: 503 });
    await expect(bench.activities.orderBackdrop({ snapshot })).rejects.toThrow('courier does not answer now');
    expect((await bench.deps.filings.get(check.filingId))?.snapshot).toEqual(snapshot);

    await bench.activities.orderBackdrop({ snapshot });
    await bench.activities.orderBackdrop({ snapshot });
    const [parcel] = await parcelsOf(check);
    expect(parcel).toMatchObject({ state: 'ordered', shipment_id: expect.stringContaining('SHIP-') });
    const calls = bench.world.to('/courier/shipments');
    expect(new Set(calls.map(({ key }) => key))).toEqual(new Set([parcel?.reference]));
    expect(calls.at(-1)?.body).toEqual({ reference: parcel?.reference, to: address, content: 'backdrop' });
    expect(calls).toHaveLength(4);
  });

  it('tells the workflow how the parcel moves, once per move and never backwards', async () => {
    const check = await inCheck();
    await choose(check);
    await bench.activities.orderBackdrop({ snapshot: withBackdrop(check) });
    const reference = (await parcelsOf(check))[0]?.reference ?? '';
    bench.workflow.sent.length = 0;

    await courierSays(reference, 'shipped', 'way-1');
    await courierSays(reference, 'shipped', 'way-1');
    await courierSays(reference, 'shipped', 'way-2');
    await courierSays(reference, 'delivered', 'way-3');
    await courierSays(reference, 'shipped', 'way-4');
    await courierSays('of nobody', 'delivered', 'way-5');
    expect(bench.workflow.named('parcelMoved').map(({ message }) => message['state'])).toEqual([
      'shipped',
      'delivered',
    ]);
    expect(
      (
        await bench.rows<{ verdict: string }>(
          "SELECT verdict FROM courier_message WHERE message_id LIKE 'way-%' ORDER BY message_id",
        )
      ).map(({ verdict }) => verdict),
    ).toEqual(['moved', 'out-of-order', 'moved', 'out-of-order', 'unknown']);
  });

  it('calls back what has not shipped, once, and records what is past calling back', async () => {
    const undo = (check: FilingSnapshot) =>
      bench.activities.cancelBackdrop({ filingId: check.filingId, submission: check.submission, at: check.at });
    const without = await inCheck();
    await undo(without); // nothing was ordered: nothing to undo

    const ordered = await inCheck();
    await choose(ordered);
    await bench.activities.orderBackdrop({ snapshot: withBackdrop(ordered) });
    await undo(ordered);
    await undo(ordered);
    expect(bench.world.deleted).toHaveLength(1);
    expect(await parcelsOf(ordered)).toMatchObject([{ state: 'cancelled' }]);

    const shipped = await inCheck();
    await choose(shipped);
    await bench.activities.orderBackdrop({ snapshot: withBackdrop(shipped) });
    const [parcel] = await parcelsOf(shipped);
    bench.world.script(`/courier/shipments/${parcel?.shipment_id}`, { status: 409 });
    await undo(shipped);
    expect(await parcelsOf(shipped)).toMatchObject([{ state: 'past-cancelling' }]);
    const audit = await bench.rows<{ entry: string }>(
      `SELECT entry FROM audit WHERE action = 'backdrop-called-back' AND object = $1`,
      [`filing/${shipped.filingId}`],
    );
    expect(audit[0]?.entry).toContain('past-calling-back');
  });

  it('orders another parcel under a key of its own when a lost one is chosen again', async () => {
    const check = await inCheck();
    await choose(check);
    await bench.activities.orderBackdrop({ snapshot: withBackdrop(check) });
    const lost = (await parcelsOf(check))[0]?.reference ?? '';
    await courierSays(lost, 'lost');
    await choose(check, { address: { ...address, address: '广东省深圳市福田区深南路 2 号' } });
    await bench.activities.orderBackdrop({ snapshot: later(withBackdrop(check)) });
    expect((await parcelsOf(check)).map(({ state }) => state)).toEqual(['lost', 'ordered']);
    const calls = bench.world.to('/courier/shipments');
    expect(new Set(calls.map(({ key }) => key)).size).toBe(2);
    expect(JSON.stringify(calls.at(-1)?.body)).toContain('福田区');
    expect(await bench.deps.identities.parcels(check)).toMatchObject([
      { order: 1, state: 'lost', movedAt: expect.any(String) },
      { order: 2, state: 'ordered' },
    ]);
  });

  describe('a designated place (D21)', () => {
    const place = { province: '12', city: '天津市', nameZh: '试验拍照点', nameEn: 'Trial place', address: '试验道一号', hours: '09:00-17:00', perDay: 1 }; // prettier-ignore
    const operator = newId();
    const aPlace = () => addPlace(bench.deps, { ...place, actor: operator });
    const chooseDay = (check: FilingSnapshot, placeId: string, day = '2018-06-20') =>
      choose(check, { method: 'designated-place', address: undefined, booking: { placeId, day } });
    const bookedOf = ({ filingId }: FilingSnapshot) => bench.deps.places.booked(filingId);

    it('is listed once the operator has added it, and no longer when he takes it off', async () => {
      const { placeId } = await aPlace();
      const ids = async () => (await bench.deps.places.list('12')).map((one) => one.placeId);
      expect(await ids()).toContain(placeId);
      expect((await bench.deps.places.list('44')).map((one) => one.placeId)).not.toContain(placeId);
      await closePlace(bench.deps, placeId, operator);
      expect(await ids()).not.toContain(placeId);
      await expect(closePlace(bench.deps, placeId, operator)).rejects.toMatchObject({ code: 'not-found' });
      await expect(chooseDay(await inCheck(), placeId)).rejects.toMatchObject({ details: { pointer: '/booking/placeId' } }); // prettier-ignore
    });

    it('is booked for a day under a reference, by as many as it takes', async () => {
      const { placeId } = await aPlace();
      const checks = [await inCheck(), await inCheck()];
      const answers = await Promise.allSettled(checks.map((check) => chooseDay(check, placeId)));
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const won = checks[answers[0]?.status === 'fulfilled' ? 0 : 1];
      if (won === undefined) throw new Error('one of two');
      expect(await bookedOf(won)).toMatchObject({ reference: expect.stringMatching(/^PZ-/), day: '2018-06-20' });
      await chooseDay(won, placeId, '2018-06-21');
      expect(await bookedOf(won)).toMatchObject({ day: '2018-06-21', place: { placeId } });
      for (const day of ['2018-06-14', '2018-09-01'])
        await expect(chooseDay(won, placeId, day)).rejects.toMatchObject({ code: 'invalid-request' });
    });

    it('frees the day when the filing ends, or is shown in another way, and keeps it through the photo', async () => {
      const { placeId } = await aPlace();
      const check = await inCheck();
      await chooseDay(check, placeId);
      const under = { methods: [], method: 'designated-place', photo: 'under-review' } as const;
      await bench.activities.noteFlags({ snapshot: later(check, { identity: under }) });
      expect(await bookedOf(check)).toBeDefined();
      await bench.activities.recordEnd({ snapshot: later(later(check), { stage: 'withdrawn', waitingOn: 'nobody' }) });
      expect(await bookedOf(check)).toBeUndefined();

      const other = await inCheck();
      await chooseDay(other, placeId);
      await choose(other);
      expect(await bookedOf(other)).toBeDefined(); // the workflow may still refuse the other way
      await bench.activities.orderBackdrop({ snapshot: withBackdrop(other) });
      expect(await bookedOf(other)).toBeUndefined();
    });

    it('is not booked by a choice that the workflow refuses', async () => {
      const { placeId } = await aPlace();
      const check = await inCheck();
      bench.workflow.reply = { refused: 'not-allowed-now' };
      await expect(chooseDay(check, placeId)).rejects.toMatchObject({ code: 'not-allowed-now' });
      expect(await bookedOf(check)).toBeUndefined();
    });
  });

  it('cancels an order whose answer was lost', async () => {
    const check = await inCheck();
    await choose(check);
    bench.world.script('/courier/shipments', ...Array.from({ length: 3 }, () => ({ status: 200, silent: true })));
    await expect(bench.activities.orderBackdrop({ snapshot: withBackdrop(check) })).rejects.toThrow('courier');
    await bench.activities.cancelBackdrop({ filingId: check.filingId, submission: check.submission, at: check.at });
    expect(bench.world.deleted).toHaveLength(1);
    expect(await parcelsOf(check)).toMatchObject([{ state: 'cancelled' }]);
  });
});
