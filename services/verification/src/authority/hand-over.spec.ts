import type { FilingSnapshot } from '@beian/contracts';
import { inReview, later, someFacts, aSnapshot } from '../filing-builders.spec-helper';
import { readReasons } from '../review/read-reasons';
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

  it('hands over the identity proof beside the papers of the pin, wherever it was written', async () => {
    const { facts, ...step } = await atHandOver();
    const proof = bench.letters.toTheAuthority(); // what `documents` wrote after the photo was accepted
    const dossiers = [...(facts.documents.dossiers ?? []), ...proof.slice(2)];
    const withProof = { ...facts, documents: { ...facts.documents, dossiers } };
    await bench.activities.handOver({ ...step, facts: withProof });
    expect(bench.world.to(orders).at(-1)).toMatchObject({
      body: { documents: [{ slot: 'subject-certificate' }, { slot: 'subject-certificate' }] },
    });
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

  describe('is given up for an operator', () => {
    const silent = { status: 503, headers: { 'retry-after': '60' } };
    const desk = ({ filingId }: FilingSnapshot) => bench.deps.failures.list({ filingId }, 10);

    it('when it was away as often as the setting says; a release is one more try, and nothing is sent twice', async () => {
      const step = await atHandOver();
      bench.world.script(orders, silent, silent, silent, silent);
      for (let tries = 1; tries < 3; tries++) {
        expect(await bench.activities.handOver(step)).toEqual({ answer: 'later', retryAfterSeconds: 60 });
        expect(await desk(step.snapshot)).toMatchObject([{ state: 'trying', tries, cause: 'away', province: '12' }]);
      }
      for (const tries of [3, 4]) {
        expect(await bench.activities.handOver(step)).toMatchObject({ answer: 'later', givenUp: 'away' });
        expect(await desk(step.snapshot)).toMatchObject([{ state: 'given-up', tries }]);
      }
      const { filingId } = step.snapshot;
      expect(
        await bench.deps.failures.list({ filingId, cause: 'away', province: '12', state: 'given-up' }, 10),
      ).toHaveLength(1);
      expect(await bench.deps.failures.list({ filingId, state: 'trying' }, 10)).toEqual([]);
      expect(await bench.deps.failures.list({ filingId, province: '33' }, 10)).toEqual([]);
      expect((await bench.activities.handOver(step)).answer).toBe('accepted');
      expect(await desk(step.snapshot)).toEqual([]);
      expect(new Set(bench.world.to(orders).map(({ key }) => key)).size).toBe(1);
    });

    it('when it refuses our call or answers what its contract does not know, with the status as the cause', async () => {
      const step = await atHandOver();
      bench.world.script(orders, { status: 422 }, { status: 422 }, { status: 422 });
      for (let tries = 1; tries < 3; tries++) await expect(bench.activities.handOver(step)).rejects.toThrow('422');
      expect(await bench.activities.handOver(step)).toMatchObject({ givenUp: 'off-contract-422' });
    });

    it('never for being closed: what was counted before is forgotten', async () => {
      const step = await atHandOver();
      const closed = { status: 200, body: { answer: 'later', retryAfterSeconds: 3600 } };
      bench.world.script(orders, silent, silent, closed, silent, silent, closed);
      for (let n = 0; n < 6; n++) expect(await bench.activities.handOver(step)).not.toHaveProperty('givenUp');
      expect(await desk(step.snapshot)).toEqual([]);
    });
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

  it('tells the applicant what the authority says of a body that was cancelled or revoked (B-2.7)', async () => {
    const step = await atHandOver();
    const abnormal = { code: 'SUBJECT_ABNORMAL', pointer: '/subject/name', text: '企业已吊销' };
    bench.world.script(orders, { status: 200, body: { answer: 'rejected', reasons: [abnormal] } });
    expect(await bench.activities.handOver(step)).toMatchObject({
      answer: 'rejected',
      reasons: [{ code: 'SUBJECT_ABNORMAL', pointer: '/subject/name' }],
    });
    const [told] = await readReasons(bench.deps, step.snapshot.filingId, step.snapshot.owner);
    expect(told).toMatchObject({ ...abnormal, by: 'authority' });
    expect(told?.zh).toContain('主体登记状态异常');
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
