import { isOpen, stages, type Stage } from '@beian/contracts';
import { newId, verifyAudit } from '@beian/platform';
import * as fc from 'fast-check';
import { aPicture, aSubject, Bench } from './documents.spec-helper';
import { listOf } from './document-view';
import { createDocumentsActivities } from './documents.activities';
import type { DocumentsDeps } from './documents-deps';
import { eraseOverdue, findLost, hearFilingEnded, holdPapers } from './keep-papers';
import type { Retention } from './kept-papers.store';
import { linkDocument } from './link-document';
import { clearBucket } from './sweep-uploads';

jest.setTimeout(240_000);

const halfYear = { ended: { papers: 180, faces: 180 }, granted: {} };

describe('keeping papers (18, I-27)', () => {
  const bench = new Bench();
  let picture: Buffer;
  beforeAll(async () => {
    await bench.open();
    picture = await aPicture('png', [300, 300]);
  });
  afterAll(() => bench.close());

  const inDays = (days: number): DocumentsDeps =>
    bench.with({ clock: { now: () => new Date(Date.now() + days * 86_400_000) } });
  const move = (filingId: string, stage: Stage, at = new Date()) => {
    const snapshot = {
      filingId,
      stage,
      owner: newId(),
      version: 2,
      since: '2018-06-01T00:00:00.000Z',
      at: '2018-06-01T00:00:00.000Z',
      waitingOn: 'nobody',
      submission: 1,
      flags: {
        overdue: false,
        provisional: false,
        onHold: false,
        parked: false,
        rePlanned: false,
        cancelRefused: false,
      },
      province: '12',
      filingType: 'FIRST',
      nature: 'enterprise',
      pack: '2018-06',
      asOf: '2018-06-01',
      reasons: [],
      ledger: [],
    };
    return bench.db.database.transaction((tx) => hearFilingEnded(bench.deps.kept, { data: { snapshot } }, { tx, at }));
  };
  const hold = (filingId: string, held: boolean) =>
    holdPapers(bench.deps, filingId, { actor: newId(), held, reason: 'court order 17' });
  const withPaper = async (slot = 'subject-certificate') => {
    const filing = await bench.aFiling();
    const paper = await bench.upload(filing, picture, { type: 'image/png', slot });
    return { ...filing, versionId: paper.versionId, key: paper.accepted?.key ?? '' };
  };
  const isThere = async (key: string) => (await bench.deps.objects.size(key)) !== undefined;

  it('erases a paper when and only when its filing has ended, its period is over and nobody holds it', async () => {
    const days = fc.constantFrom(30, 180, 400);
    const history = fc.record({
      stage: fc.constantFrom(...stages),
      holds: fc.array(fc.boolean(), { maxLength: 3 }),
      waitedDays: fc.constantFrom(0, 29, 31, 179, 181, 399, 401),
      face: fc.boolean(),
      ended: fc.record({ papers: days, faces: days }),
      granted: fc.record({ papers: fc.option(days, { nil: undefined }), faces: fc.option(days, { nil: undefined }) }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ stage, holds, waitedDays, face, ended, granted }) => {
        const paper = await withPaper(face ? 'site-administrator-photo:subject-administrator' : 'phone-bills');
        await move(paper.filingId, stage);
        for (const held of holds) await hold(paper.filingId, held);
        await eraseOverdue(inDays(waitedDays), { ended, granted });
        const kept: Retention['granted'] = stage === 'granted' ? granted : isOpen(stage) ? {} : ended;
        const period = face ? kept.faces : kept.papers;
        const isErased = period !== undefined && waitedDays > period && holds.at(-1) !== true;
        expect(await isThere(paper.key)).toBe(!isErased);
        const [row] = await bench.db.database.query<{ sha256: string; erased_at: Date | null }>(
          'SELECT sha256, erased_at FROM document WHERE version_id = $1',
          [paper.versionId],
        );
        expect(row?.sha256).toHaveLength(64);
        expect(row?.erased_at !== null).toBe(isErased);
      }),
      { numRuns: 40 },
    );
    expect(await verifyAudit(bench.db.database)).toMatchObject({ ok: true });
  });

  it('counts from the first word of the end, however often it is heard', async () => {
    const paper = await withPaper();
    await move(paper.filingId, 'lapsed', new Date(Date.now() - 200 * 86_400_000));
    await move(paper.filingId, 'lapsed');
    await eraseOverdue(bench.deps, halfYear);
    expect(await isThere(paper.key)).toBe(false);
  });

  it('what was erased is neither listed nor given back, and its tombstone keeps the hash', async () => {
    const paper = await withPaper();
    await move(paper.filingId, 'withdrawn');
    await eraseOverdue(inDays(181), halfYear);
    const filing = await bench.deps.documents.filing(paper.filingId);
    expect(filing && listOf(filing, await bench.deps.documents.all(paper.filingId)).documents).toEqual([]);
    const link = linkDocument(bench.deps, paper.filingId, { versionId: paper.versionId, actor: newId() });
    await expect(link).rejects.toMatchObject({ code: 'not-found' });
  });

  it('finds a paper that the store has lost, once, and asks for it again (F-M2, I-16)', async () => {
    const paper = await withPaper();
    await bench.deps.objects.remove(paper.key);
    expect(await findLost(bench.deps)).toBe(0); // looked for once a week
    expect(await findLost(inDays(8))).toBeGreaterThanOrEqual(1);
    const step = {
      filingId: paper.filingId,
      submission: 1,
      at: '2018-06-01T00:00:00.000Z',
      pack: '2018-06',
      asOf: '2018-06-01',
      subject: aSubject(),
    } as const;
    const pinned = await createDocumentsActivities(bench.deps).pinDocuments(step);
    expect(pinned).toMatchObject({
      ok: false,
      findings: [{ code: 'document-refused', zh: expect.stringContaining('文件已丢失') as string }],
    });
    const filing = await bench.deps.documents.filing(paper.filingId);
    const [listed] = filing ? listOf(filing, await bench.deps.documents.all(paper.filingId)).documents : [];
    expect(listed).toMatchObject({ state: 'refused', refusal: { code: 'lost' } });
    await bench.upload(paper, picture, { type: 'image/png' });
    expect(await createDocumentsActivities(bench.deps).pinDocuments(step)).toMatchObject({ ok: true });
  });

  it('a sweep never takes an object that a row still speaks of', async () => {
    const papers = await Promise.all([withPaper(), withPaper(), withPaper()]);
    await clearBucket(inDays(100));
    for (const { key } of papers) expect(await isThere(key)).toBe(true);
  });
});
