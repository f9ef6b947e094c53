import type { FilingSnapshot } from '@beian/contracts';
import { newId } from '@beian/platform';
import { later } from '../filing-builders.spec-helper';
import { filingKeyName } from '../filing/filing-vault';
import { Bench } from '../verification.spec-helper';
import { claimReview } from './claim-review';
import { decidePhoto, decideReview, type ReviewVerdict } from './decide';
import { giveReasons } from './give-reasons';
import { readReasons } from './read-reasons';

const because = [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '张三的网站名称不合规' }];

describe('the review desk', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());
  beforeEach(() => {
    bench.workflow.reply = 'moved';
    bench.workflow.sent.length = 0;
  });

  const claim = (filingId: string, actor: string) => claimReview(bench.deps, { filingId, actor });
  const verdict = (filingId: string, actor: string, changes: Partial<ReviewVerdict> = {}): ReviewVerdict => ({
    filingId,
    actor,
    messageId: newId(),
    decision: 'approve',
    reasons: [],
    ...changes,
  });
  const decide = (given: ReviewVerdict) => decideReview(bench.deps, given);

  /** A filing in review, claimed by a reviewer. */
  async function claimed(): Promise<{
    readonly review: FilingSnapshot;
    readonly reviewer: string;
    readonly filingId: string;
  }> {
    const { review } = await bench.aFilingInReview();
    const reviewer = newId();
    await claim(review.filingId, reviewer);
    return { review, reviewer, filingId: review.filingId };
  }

  it('gives a filing to one of two reviewers who ask at the same moment', async () => {
    const { review } = await bench.aFilingInReview();
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => claim(review.filingId, newId())));
    const won = answers.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    for (const lost of answers)
      if (lost.status === 'rejected') expect(lost.reason).toMatchObject({ code: 'claimed-by-other' });
  });

  it('takes the claim back when its time is over, and not before', async () => {
    const { review, reviewer, filingId } = await claimed();
    const other = newId();
    bench.clock.forward(29);
    await expect(claim(filingId, other)).rejects.toMatchObject({ code: 'claimed-by-other' });
    bench.clock.forward(1);
    await expect(decide(verdict(filingId, reviewer))).rejects.toMatchObject({ code: 'claim-missing' });
    expect(await claim(filingId, other)).toMatchObject({ claimedBy: other });
    await expect(decide(verdict(filingId, reviewer))).rejects.toMatchObject({ code: 'claimed-by-other' });
    expect(review.stage).toBe('provider-review');
  });

  it('never lets somebody review a filing of his own (A3, I-13)', async () => {
    const { review } = await bench.aFilingInReview();
    await expect(claim(review.filingId, review.owner)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(decide(verdict(review.filingId, review.owner))).rejects.toMatchObject({ code: 'claim-missing' });
    await expect(
      bench.db.database.execute('UPDATE review_item SET claimed_by = owner WHERE filing_id = $1', [review.filingId]),
    ).rejects.toMatchObject({ code: '23514' });
  });

  it('takes the first of several decisions of the holder, and tells the workflow once', async () => {
    const { reviewer, filingId } = await claimed();
    const answers = await Promise.allSettled([
      decide(verdict(filingId, reviewer)),
      decide(verdict(filingId, reviewer, { decision: 'return', reasons: because })),
      decide(verdict(filingId, reviewer)),
    ]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(bench.workflow.named('decideReview')).toHaveLength(1);
    const rows = await bench.rows<{ id: string; actor: string; actor_roles: string[] }>(
      'SELECT * FROM decision WHERE filing_id = $1',
      [filingId],
    );
    expect(rows).toHaveLength(1);
    expect(bench.workflow.sent[0]).toMatchObject({ updateId: rows[0]?.id, message: { messageId: rows[0]?.id } });
  });

  it('answers a repeated request with the answer of the first (I-30)', async () => {
    const { reviewer, filingId } = await claimed();
    const given = verdict(filingId, reviewer);
    const [one, two] = await Promise.all([decide(given), decide(given)]);
    expect(two).toEqual(one);
    expect(await decide(given)).toEqual(one);
    expect(new Set(bench.workflow.named('decideReview').map(({ updateId }) => updateId)).size).toBe(1);
  });

  it('refuses a return without reasons, an unknown reason and a pointer that is none', async () => {
    const { reviewer, filingId } = await claimed();
    await expect(decide(verdict(filingId, reviewer, { decision: 'return' }))).rejects.toMatchObject({
      code: 'reasons-missing',
    });
    const strange = [{ code: 'BAD_MOOD', pointer: '/name of 张三' }];
    await expect(decide(verdict(filingId, reviewer, { decision: 'return', reasons: strange }))).rejects.toMatchObject({
      code: 'invalid-request',
      details: { entries: [{ code: 'unknown-reason' }, { code: 'bad-pointer' }] },
    });
    expect(bench.workflow.sent).toEqual([]);
  });

  it('keeps the words here and sends codes and pointers only', async () => {
    const { reviewer, filingId } = await claimed();
    await decide(verdict(filingId, reviewer, { decision: 'return', reasons: because }));
    const [sent] = bench.workflow.named('decideReview');
    expect(sent?.message['reasons']).toEqual([{ id: expect.any(String), code: 'SITE_NAME', pointer: '/sites/0/name' }]);
    expect(await readReasons(bench.deps, filingId, undefined)).toMatchObject([
      {
        code: 'SITE_NAME',
        text: because[0]?.text,
        by: 'provider',
        submission: 1,
        zh: expect.any(String),
        en: expect.any(String),
      },
    ]);
  });

  it('shows codes and places, and no words, after the words were erased', async () => {
    const { reviewer, filingId } = await claimed();
    await decide(verdict(filingId, reviewer, { decision: 'return', reasons: because }));
    await bench.db.database.transaction((tx) => bench.deps.vault.shred(tx, filingKeyName(filingId)));
    const [reason] = await readReasons(bench.deps, filingId, undefined);
    expect(reason).toMatchObject({ code: 'SITE_NAME', pointer: '/sites/0/name' });
    expect(reason?.text).toBeUndefined();
  });

  it('shows reasons only once the workflow has taken them', async () => {
    const { reviewer, filingId } = await claimed();
    bench.workflow.reply = 'silent';
    const given = verdict(filingId, reviewer, { decision: 'return', reasons: because });
    await expect(decide(given)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    expect(await readReasons(bench.deps, filingId, undefined)).toEqual([]);

    bench.workflow.reply = 'moved';
    expect(await decide(given)).toMatchObject({ kind: 'moved' });
    expect(await readReasons(bench.deps, filingId, undefined)).toHaveLength(1);
  });

  it('passes on what the workflow refuses, and opens the item to another decision', async () => {
    const { reviewer, filingId } = await claimed();
    bench.workflow.reply = { refused: 'not-allowed-now' };
    const given = verdict(filingId, reviewer);
    await expect(decide(given)).rejects.toMatchObject({ code: 'not-allowed-now' });
    expect(
      await bench.rows('SELECT state, refusal FROM delivery WHERE source = $1', [`decision:${given.messageId}`]),
    ).toEqual([{ state: 'refused', refusal: 'not-allowed-now' }]);
    bench.workflow.reply = 'moved';
    await expect(decide(given)).rejects.toMatchObject({ code: 'not-allowed-now' });
    expect(await decide(verdict(filingId, reviewer))).toMatchObject({ kind: 'moved' });
  });

  describe('a refusal for good', () => {
    const refusal = { decision: 'refuse', reasons: [{ code: 'BLACKLIST', pointer: '/subject' }] } as const;

    it('needs a second person; the first may not confirm himself (I-13)', async () => {
      const { reviewer, filingId } = await claimed();
      await expect(decide(verdict(filingId, reviewer, refusal))).rejects.toMatchObject({
        code: 'second-person-needed',
      });
      await claim(filingId, reviewer);
      await expect(decide(verdict(filingId, reviewer, refusal))).rejects.toMatchObject({
        code: 'second-person-needed',
      });
      expect(bench.workflow.sent).toEqual([]);

      bench.clock.forward(31);
      const second = newId();
      expect(await claim(filingId, second)).toMatchObject({ refusalProposedBy: reviewer });
      await expect(decide(verdict(filingId, second, { ...refusal, actorRoles: ['reviewer'] }))).rejects.toMatchObject({
        code: 'second-person-needed',
      });
      await decide(verdict(filingId, second, { ...refusal, actorRoles: ['reviewer', 'senior'] }));
      expect(bench.workflow.named('decideReview')).toMatchObject([{ message: { decision: 'refuse' } }]);
      expect(
        await bench.rows('SELECT actor, proposed_by, state FROM decision WHERE filing_id = $1 ORDER BY decided_at', [
          filingId,
        ]),
      ).toEqual([
        { actor: reviewer, proposed_by: null, state: 'confirmed' },
        { actor: second, proposed_by: reviewer, state: 'recorded' },
      ]);
    });

    it('answers the proposal again when it is repeated, and shows no reason before it is confirmed', async () => {
      const { reviewer, filingId } = await claimed();
      const given = verdict(filingId, reviewer, refusal);
      await expect(decide(given)).rejects.toMatchObject({ code: 'second-person-needed' });
      await expect(decide(given)).rejects.toMatchObject({ code: 'second-person-needed' });
      expect(await bench.rows('SELECT 1 FROM decision WHERE filing_id = $1', [filingId])).toHaveLength(1);
      expect(await readReasons(bench.deps, filingId, undefined)).toEqual([]);
    });

    it('is overruled by another decision of the second person', async () => {
      const { reviewer, filingId } = await claimed();
      await expect(decide(verdict(filingId, reviewer, refusal))).rejects.toMatchObject({
        code: 'second-person-needed',
      });
      const second = newId();
      await claim(filingId, second);
      await decide(verdict(filingId, second));
      expect(
        await bench.rows('SELECT state FROM decision WHERE filing_id = $1 ORDER BY decided_at, id', [filingId]),
      ).toEqual(expect.arrayContaining([{ state: 'overruled' }, { state: 'recorded' }]));
    });
  });

  describe('four eyes for every review (row 20)', () => {
    const strict = { get deps() { return { ...bench.deps, deliverer: bench.deps.deliverer, fourEyes: 'every-review' as const }; } }; // prettier-ignore
    const decideByTwo = (given: ReviewVerdict) => decideReview(strict.deps, given);

    it('approves only what a second reviewer approves too', async () => {
      const { reviewer, filingId } = await claimed();
      await expect(decideByTwo(verdict(filingId, reviewer))).rejects.toMatchObject({ code: 'second-person-needed' });
      await claim(filingId, reviewer);
      await expect(decideByTwo(verdict(filingId, reviewer))).rejects.toMatchObject({ code: 'second-person-needed' });
      expect(bench.workflow.sent).toEqual([]);
      bench.clock.forward(31);
      const second = newId();
      expect(await claim(filingId, second)).toMatchObject({ proposal: { by: reviewer, decision: 'approve' } });
      await decideByTwo(verdict(filingId, second, { actorRoles: ['reviewer'] }));
      expect(bench.workflow.named('decideReview')).toMatchObject([{ message: { decision: 'approve' } }]);
    });

    it('takes another decision of the second person as a proposal of his own', async () => {
      const { reviewer, filingId } = await claimed();
      await expect(decideByTwo(verdict(filingId, reviewer))).rejects.toMatchObject({ code: 'second-person-needed' });
      const second = newId();
      await claim(filingId, second);
      const back = { decision: 'return', reasons: because } as const;
      await expect(decideByTwo(verdict(filingId, second, back))).rejects.toMatchObject({
        code: 'second-person-needed',
      });
      await claim(filingId, reviewer);
      await decideByTwo(verdict(filingId, reviewer, back));
      expect(bench.workflow.named('decideReview')).toMatchObject([{ message: { decision: 'return' } }]);
      expect(await readReasons(bench.deps, filingId, undefined)).toHaveLength(2);
    });
  });

  describe('while it lies with the applicant', () => {
    it('takes more reasons, marks them as new since the last look, and not from the owner', async () => {
      const { review, reviewer, filingId } = await claimed();
      await decide(verdict(filingId, reviewer, { decision: 'return', reasons: because }));
      await bench.activities.recordReturned({
        snapshot: later(review, { stage: 'returned', because: 'reviewer', waitingOn: 'applicant' }),
      });
      expect(await readReasons(bench.deps, filingId, review.owner)).toMatchObject([{ addedSinceLastLook: true }]);

      bench.clock.forward(5);
      const more = {
        filingId,
        messageId: newId(),
        reasons: [{ code: 'DOC_QUALITY', pointer: '/documents/subject-certificate' }],
      };
      await expect(giveReasons(bench.deps, { ...more, actor: review.owner })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await giveReasons(bench.deps, { ...more, actor: reviewer });
      await giveReasons(bench.deps, { ...more, actor: reviewer });
      expect(await readReasons(bench.deps, filingId, review.owner)).toMatchObject([
        { code: 'SITE_NAME', addedSinceLastLook: false },
        { code: 'DOC_QUALITY', addedSinceLastLook: true },
      ]);
    });
  });

  describe('the photo', () => {
    it('is queued while it is under review, decided under the claim, and queued again after a refusal', async () => {
      const { review } = await bench.aFilingInReview();
      const { filingId } = review;
      const check = later(review, {
        stage: 'identity-check',
        identity: { methods: ['backdrop'], method: 'backdrop', photo: 'awaited' },
      });
      await bench.activities.openIdentityCheck({ snapshot: check });
      expect(await bench.deps.reviews.openItem(filingId)).toBeUndefined();

      const under = later(check, {
        identity: { methods: ['backdrop'], method: 'backdrop', photo: 'under-review' },
        deadline: { kind: 'photo-review', at: '2018-06-20T10:00:00.000Z', provisional: false, source: 'rules.md 6.1' },
      });
      await bench.activities.noteFlags({ snapshot: under });
      const reviewer = newId();
      expect(await claim(filingId, reviewer)).toMatchObject({ kind: 'photo', dueAt: '2018-06-20T10:00:00.000Z' });
      const photo = { filingId, actor: reviewer, messageId: newId() };
      await expect(decidePhoto(bench.deps, { ...photo, accepted: false, reasons: [] })).rejects.toMatchObject({
        code: 'reasons-missing',
      });
      await expect(decide(verdict(filingId, reviewer))).rejects.toMatchObject({ code: 'not-allowed-now' });
      await decidePhoto(bench.deps, {
        ...photo,
        accepted: false,
        reasons: [{ code: 'PHOTO', pointer: '/documents/site-administrator-photo' }],
      });
      expect(bench.workflow.named('decidePhoto')).toMatchObject([
        { message: { accepted: false, reasons: [{ code: 'PHOTO' }] } },
      ]);

      await bench.activities.noteFlags({
        snapshot: later(under, { identity: { methods: ['backdrop'], method: 'backdrop', photo: 'refused' } }),
      });
      expect(await bench.deps.reviews.openItem(filingId)).toBeUndefined();
      await bench.activities.noteFlags({ snapshot: { ...under, version: under.version + 2 } });
      expect(await bench.deps.reviews.openItem(filingId)).toMatchObject({ kind: 'photo' });
    });
  });

  it('shows the queue by cursor and filter, the most urgent first', async () => {
    const { deps } = bench;
    for (let i = 0; i < 3; i++) await bench.aFilingInReview();
    const first = await deps.reviews.list({ limit: 2 });
    const seen = [...first.items];
    for (let next = first.next; next !== undefined;) {
      const page = await deps.reviews.list({ limit: 2, cursor: next });
      seen.push(...page.items);
      next = page.next;
    }
    expect(new Set(seen.map(({ itemId }) => itemId)).size).toBe(seen.length);
    expect(seen.map(({ dueAt }) => dueAt)).toEqual(seen.map(({ dueAt }) => dueAt).toSorted());
    expect((await deps.reviews.list({ limit: 50, province: '33' })).items).toEqual([]);
    expect((await deps.reviews.list({ limit: 50, cursor: 'rubbish' })).items.length).toBe(seen.length);
  });
});
