import type { FilingSnapshot } from '@beian/contracts';
import { inReview, later, someFacts, aSnapshot } from '../filing-builders.spec-helper';
import { Bench } from '../verification.spec-helper';
import type { Submitted } from './order-writer';

const orders = '/authority/orders';

describe('the hand-over to the authority', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());
  beforeEach(() => {
    bench.world.received.length = 0;
    bench.world.deleted.length = 0;
  });

  async function atHandOver(): Promise<Submitted> {
    const draft = aSnapshot();
    await bench.activities.recordDraft({ snapshot: draft });
    const review = inReview(draft);
    const facts = someFacts(review, bench.letters.toTheAuthority());
    await bench.activities.openReview({ snapshot: review, facts });
    const snapshot = later(review, { stage: 'hand-over', waitingOn: 'system' });
    return { snapshot, facts, at: snapshot.at };
  }
  const stageOf = async ({ filingId }: FilingSnapshot) => (await bench.deps.filings.get(filingId))?.snapshot.stage;

  it('submits the form of this submission under its own key, and asks once however often it is called (I-9)', async () => {
    const step = await atHandOver();
    const answer = await bench.activities.handOver(step);
    expect(answer).toEqual({ answer: 'accepted', transactionId: expect.stringContaining('TX-') });
    expect(await bench.activities.handOver(step)).toEqual(answer);

    const { filingId, submission, province, filingType, at } = step.snapshot;
    expect(bench.world.to(orders)).toEqual([
      expect.objectContaining({
        key: `${filingId}.hand-over.1`,
        body: expect.objectContaining({
          key: `${filingId}.hand-over.1`,
          filingId,
          submission,
          province,
          filingType,
          at,
          subject: expect.objectContaining({ name: '天津林茶有限公司', certificateNumber: '91120104MA0000015X' }),
          sites: [expect.objectContaining({ name: '林茶', domains: ['lin-tea.cn'] })],
          documents: [{ slot: 'subject-certificate', sha256: 'a'.repeat(64), url: 'https://store.example/accepted/1' }],
        }),
      }),
    ]);
  });

  it('is recorded before the authority is asked, and stays so while it is closed', async () => {
    const step = await atHandOver();
    bench.world.script(orders, { status: 200, body: { answer: 'later', retryAfterSeconds: 3600 } });
    expect(await bench.activities.handOver(step)).toEqual({ answer: 'later', retryAfterSeconds: 3600 });
    expect(await stageOf(step.snapshot)).toBe('hand-over');
    const tomorrow = '2018-06-05T01:00:00.000Z';
    expect((await bench.activities.handOver({ ...step, at: tomorrow })).answer).toBe('accepted');
    expect(bench.world.to(orders).at(-1)).toMatchObject({ body: { at: tomorrow } });
  });

  it('waits when the authority is away: says for how long, or does not answer at all', async () => {
    const step = await atHandOver();
    bench.world.script(orders, { status: 503, headers: { 'retry-after': '120' } });
    expect(await bench.activities.handOver(step)).toEqual({ answer: 'later', retryAfterSeconds: 120 });
    bench.world.script(orders, ...Array.from({ length: 3 }, () => ({ status: 200, silent: true })));
    expect(await bench.activities.handOver(step)).toMatchObject({ answer: 'later' });
    expect(await stageOf(step.snapshot)).toBe('hand-over');
  });

  it('finds the order that was accepted when the answer was lost (F-X1)', async () => {
    const step = await atHandOver();
    const lost = { status: 200, silent: true };
    bench.world.script(orders, lost, lost, lost);
    await bench.activities.handOver(step);
    const [one, two] = await Promise.all([bench.activities.handOver(step), bench.activities.handOver(step)]);
    expect(one.answer).toBe('accepted');
    expect(two).toEqual(one);
    expect(new Set(bench.world.to(orders).map(({ key }) => key)).size).toBe(1);
  });

  it('keeps the words of a rejection here and answers references', async () => {
    const step = await atHandOver();
    const reasons = [
      { code: 'SITE_NAME', pointer: '/sites/0/name', text: '林某某的网站名称不合规' },
      { code: '其他 原因', pointer: '见 张三 的证件', text: '材料不全' },
    ];
    bench.world.script(orders, { status: 200, body: { answer: 'rejected', reasons } });
    const answer = await bench.activities.handOver(step);
    expect(answer).toEqual({
      answer: 'rejected',
      reasons: [
        { id: expect.any(String), code: 'SITE_NAME', pointer: '/sites/0/name' },
        { id: expect.any(String), code: 'AUTHORITY', pointer: '/' },
      ],
    });
    expect(await bench.activities.handOver(step)).toEqual(answer);
    expect(await bench.deps.reasons.list(step.snapshot.filingId)).toMatchObject([
      { by: 'authority', text: '林某某的网站名称不合规' },
      { by: 'authority', text: '其他 原因 · 见 张三 的证件 · 材料不全' },
    ]);
  });

  it('does not take an answer outside the contract for an answer', async () => {
    const step = await atHandOver();
    bench.world.script(orders, { status: 200, body: { answer: 'perhaps' } });
    await expect(bench.activities.handOver(step)).rejects.toThrow('unexpected shape');
    expect((await bench.activities.handOver(step)).answer).toBe('accepted');
  });

  it('calls an undecided order back once; one that never happened, or was rejected, needs nothing', async () => {
    const undo = ({ filingId, submission, at }: FilingSnapshot) =>
      bench.activities.cancelAuthorityOrder({ filingId, submission, at });
    const accepted = await atHandOver();
    await bench.activities.handOver(accepted);
    await undo(accepted.snapshot);
    await undo(accepted.snapshot);
    expect(bench.world.deleted).toHaveLength(1);

    const never = await atHandOver();
    await undo(never.snapshot);
    const rejected = await atHandOver();
    bench.world.script(orders, {
      status: 200,
      body: { answer: 'rejected', reasons: [{ code: 'SITE_NAME', pointer: '/', text: '' }] },
    });
    await bench.activities.handOver(rejected);
    await undo(rejected.snapshot);
    expect(bench.world.deleted).toHaveLength(1);
  });
});
