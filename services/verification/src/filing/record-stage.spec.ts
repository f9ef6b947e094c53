import { verifyAudit } from '@beian/platform';
import { aSnapshot, inReview, later, someFacts } from '../filing-builders.spec-helper';
import { Bench } from '../verification.spec-helper';

describe('where a filing stands', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());

  const eventsOf = (filingId: string) =>
    bench.rows<{ sequence: number; at: Date; data: { snapshot: { stage: string }; dossier?: unknown } }>(
      `SELECT sequence, at, data FROM outbox WHERE type = 'filing-moved' AND filing_id = $1 ORDER BY sequence`,
      [filingId],
    );

  it('is one row, one event and one audit entry per version, however often the recorder is called (I-6, I-7)', async () => {
    const draft = aSnapshot();
    await bench.activities.recordDraft({ snapshot: draft });
    await Promise.all([1, 2, 3].map(() => bench.activities.recordDraft({ snapshot: draft })));

    expect(await eventsOf(draft.filingId)).toMatchObject([
      { sequence: 1, at: new Date(draft.at), data: { snapshot: { stage: 'draft' } } },
    ]);
    expect(await bench.deps.filings.get(draft.filingId)).toMatchObject({ snapshot: draft });
    const entries = await bench.rows('SELECT 1 FROM audit WHERE object = $1', [`filing/${draft.filingId}`]);
    expect(entries).toHaveLength(1);
    expect(await verifyAudit(bench.db.database)).toMatchObject({ ok: true });
  });

  it('never goes back to an older version', async () => {
    const draft = aSnapshot();
    const held = later(draft, { flags: { ...draft.flags, onHold: true } });
    await bench.activities.recordDraft({ snapshot: draft });
    await bench.activities.noteFlags({ snapshot: held });
    await bench.activities.recordDraft({ snapshot: { ...draft, stage: 'lapsed' } });

    expect((await bench.deps.filings.get(draft.filingId))?.snapshot).toEqual(held);
    expect(await eventsOf(draft.filingId)).toHaveLength(2);
  });

  it('waits for the version before, so that readers see no gap (I-12)', async () => {
    const draft = aSnapshot();
    const ended = later(later(draft), { stage: 'abandoned' });
    await bench.activities.recordDraft({ snapshot: draft });
    await expect(bench.activities.recordEnd({ snapshot: ended })).rejects.toThrow(
      'version 3 was given to a filing recorded at 1',
    );

    await bench.activities.noteFlags({ snapshot: later(draft) });
    await bench.activities.recordEnd({ snapshot: ended });
    expect((await eventsOf(draft.filingId)).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  });

  it('opens the review with its facts, its queue item and the reference of the contacts', async () => {
    const contacts = bench.letters.write('notification', {});
    const { review } = await bench.aFilingInReview([contacts]);

    expect((await eventsOf(review.filingId)).at(-1)).toMatchObject({ sequence: 2, data: { dossier: contacts } });
    const { items } = await bench.deps.reviews.list({ limit: 50 });
    const item = items.find(({ filingId }) => filingId === review.filingId);
    expect(item).toMatchObject({ kind: 'review', submission: 1, dueAt: review.deadline?.at, province: '12' });
  });

  it('changes nothing when what crosses the parts does not fit, and says every finding', async () => {
    const draft = aSnapshot();
    await bench.activities.recordDraft({ snapshot: draft });
    const review = inReview(draft);
    const facts = someFacts(review);
    const website = {
      ...facts.website,
      sites: facts.website.sites.map((site) => ({ ...site, holders: ['other' as const] })),
    };
    const documents = { ...facts.documents, slots: [] };
    const answer = await bench.activities.openReview({ snapshot: review, facts: { ...facts, website, documents } });

    expect(answer.ok).toBe(false);
    const codes = answer.ok ? [] : answer.findings.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['DOMAIN_OWNER', 'DOC_INCOMPLETE']));
    expect((await bench.deps.filings.get(draft.filingId))?.snapshot).toEqual(draft);
    expect(await bench.rows('SELECT 1 FROM submission WHERE filing_id = $1', [draft.filingId])).toEqual([]);
    // The same version may be used again once the findings are mended.
    expect(await bench.activities.openReview({ snapshot: review, facts })).toEqual({ ok: true });
  });

  it('takes a withdrawn filing off the queue with its own record', async () => {
    const { review } = await bench.aFilingInReview();
    await bench.activities.recordEnd({ snapshot: later(review, { stage: 'withdrawn', waitingOn: 'nobody' }) });
    expect(await bench.deps.reviews.openItem(review.filingId)).toBeUndefined();
  });
});
