import { readRecord } from './read-record';
import { authorityDocumentsDossierSchema } from '@beian/contracts/schemas';
import { canonicalJson, newId, verifyAudit } from '@beian/platform';
import { aPicture, aSubject, Bench } from './documents.spec-helper';
import { listOf } from './document-view';
import { createDocumentsActivities } from './documents.activities';
import { differenceOf } from './documents-difference';
import { linkDocument } from './link-document';
import { removeDocument } from './remove-document';

jest.setTimeout(60_000);

describe('sealing the papers of a submission', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());

  const rules = { pack: '2018-06', asOf: '2018-06-01' } as const;
  const step = (filingId: string, submission = 1) => ({
    filingId,
    submission,
    at: '2018-06-01T02:00:00.000Z',
    ...rules,
    subject: aSubject(),
  });
  const activities = () => createDocumentsActivities(bench.deps);
  const listed = async (filingId: string) => {
    const filing = await bench.deps.documents.filing(filingId);
    if (filing === undefined) throw new Error('no filing');
    return listOf(filing, await bench.deps.documents.all(filingId)).documents;
  };

  it('pins the accepted versions as revision 1, with dossier, event and audit row; asked again it answers the same', async () => {
    const filing = await bench.aFiling();
    const certificate = await bench.upload(filing, await aPicture(), { validUntil: '2030-01-01' });
    const statement = await bench.upload(filing, await aPicture('png'), {
      slot: 'authenticity-statement',
      type: 'image/png',
    });
    const first = await activities().pinDocuments(step(filing.filingId));
    const again = await activities().pinDocuments(step(filing.filingId));
    if (!first.ok) throw new Error('not pinned');
    expect(again).toEqual(first);
    expect(first.facts).toMatchObject({
      revision: 1,
      slots: [
        { slot: 'subject-certificate', versionIds: [certificate.versionId], validUntil: '2030-01-01' },
        { slot: 'authenticity-statement', versionIds: [statement.versionId] },
      ],
    });
    const [dossier] = first.facts.dossiers ?? [];
    expect(dossier?.recipient).toBe('authority');
    const content = authorityDocumentsDossierSchema.parse(dossier && (await bench.dossiers.get(dossier)));
    expect(content.documents).toMatchObject([
      { slot: 'subject-certificate', sha256: certificate.accepted?.sha256, key: certificate.accepted?.key },
      { slot: 'authenticity-statement', type: 'image/png' },
    ]);
    const events = await bench.db.database.query<{ type: string }>(
      'SELECT type FROM outbox WHERE filing_id = $1 ORDER BY id',
      [filing.filingId],
    );
    expect(events.map(({ type }) => type)).toEqual(['document-accepted', 'document-accepted', 'documents-sealed']);
    expect(await verifyAudit(bench.db.database)).toMatchObject({ ok: true });
    expect((await listed(filing.filingId)).map(({ sealed }) => sealed)).toEqual([true, true]);
  });

  it('twenty pins at the same time are one revision and leave one dossier', async () => {
    const filing = await bench.aFiling();
    await bench.upload(filing, await aPicture());
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => activities().pinDocuments(step(filing.filingId))),
    );
    expect(new Set(answers.map((answer) => canonicalJson(answer))).size).toBe(1);
    expect(await bench.keys(`${filing.filingId}/`)).toHaveLength(1);
  });

  it('stays on record by hash, also when it was undone and its papers were erased (14)', async () => {
    const filing = await bench.aFiling();
    const paper = await bench.upload(filing, await aPicture());
    await activities().pinDocuments(step(filing.filingId));
    const recorded = { slot: 'subject-certificate', versionId: paper.versionId, sha256: paper.accepted?.sha256 };
    const read = async () => (await readRecord(bench.deps, filing.filingId)).revisions;
    expect(await read()).toMatchObject([{ revision: 1, submission: 1, papers: [recorded] }]);
    await bench.db.database.execute('UPDATE document SET erased_at = now() WHERE version_id = $1', [paper.versionId]);
    expect((await read())[0]?.papers[0]).toMatchObject({ ...recorded, erasedAt: expect.any(String) });
  });

  it('a sealed paper is not removed; a new upload makes a new version beside it', async () => {
    const filing = await bench.aFiling();
    const sealed = await bench.upload(filing, await aPicture());
    await activities().pinDocuments(step(filing.filingId));
    const remove = () =>
      removeDocument(bench.deps, filing.filingId, { versionId: sealed.versionId, accountId: filing.accountId });
    await expect(remove()).rejects.toMatchObject({ code: 'document-sealed' });
    const next = await bench.upload(filing, await aPicture());
    expect((await listed(filing.filingId)).map(({ versionId, sealed: isSealed }) => [versionId, isSealed])).toEqual([
      [sealed.versionId, true],
      [next.versionId, false],
    ]);
    const repeated = await activities().pinDocuments(step(filing.filingId));
    expect(repeated.facts?.slots).toEqual([{ slot: 'subject-certificate', versionIds: [sealed.versionId] }]);
  });

  it('unsealing frees the papers, removes the dossier, keeps the evidence, and is a no-op when there is nothing', async () => {
    const filing = await bench.aFiling();
    const paper = await bench.upload(filing, await aPicture());
    const undo = { filingId: filing.filingId, submission: 1, at: '2018-06-02T02:00:00.000Z' };
    await activities().unsealDocuments(undo); // never pinned
    await activities().unsealDocuments({ ...undo, filingId: newId() }); // never opened
    await activities().pinDocuments(step(filing.filingId));
    await activities().unsealDocuments(undo);
    await activities().unsealDocuments(undo);
    expect(await bench.keys(`${filing.filingId}/`)).toEqual([]);
    await removeDocument(bench.deps, filing.filingId, { versionId: paper.versionId, accountId: filing.accountId });
    expect(await listed(filing.filingId)).toEqual([]);
    expect(await bench.deps.objects.size(paper.accepted?.key ?? '')).toBeGreaterThan(0);
    await expect(activities().pinDocuments(step(filing.filingId))).rejects.toMatchObject({ code: 'too-late' });
    const events = await bench.db.database.query<{ type: string }>(
      `SELECT type FROM outbox WHERE filing_id = $1 AND type LIKE 'documents-%' ORDER BY id`,
      [filing.filingId],
    );
    expect(events.map(({ type }) => type)).toEqual(['documents-sealed', 'documents-unsealed']);
  });

  it('has the same hash for the same papers, another for another paper, and is not changed by the later photo', async () => {
    const filing = await bench.aFiling();
    await bench.upload(filing, await aPicture());
    const first = await activities().pinDocuments(step(filing.filingId));
    await bench.upload(filing, await aPicture(), { slot: 'site-administrator-photo:subject-administrator' });
    await activities().unsealDocuments({ filingId: filing.filingId, submission: 1, at: '2018-06-02T02:00:00.000Z' });
    const second = await activities().pinDocuments(step(filing.filingId, 2));
    expect(second.facts).toMatchObject({ revision: 2, sha256: first.facts?.sha256 });
    expect(second.facts?.slots).toHaveLength(2);
    await bench.upload(filing, await aPicture());
    const third = await activities().pinDocuments(step(filing.filingId, 3));
    expect(third.facts?.sha256).not.toBe(first.facts?.sha256);
  });

  it('tells which papers changed between two submissions (row 23)', async () => {
    const filing = await bench.aFiling();
    const { filingId } = filing;
    const old = await bench.upload(filing, await aPicture());
    await activities().pinDocuments(step(filingId));
    await activities().unsealDocuments({ filingId, submission: 1, at: '2018-06-02T02:00:00.000Z' });
    const fresh = await bench.upload(filing, await aPicture());
    const statement = await bench.upload(filing, await aPicture('png'), {
      slot: 'authenticity-statement',
      type: 'image/png',
    });
    await activities().pinDocuments(step(filingId, 2));
    expect(await differenceOf(bench.deps, filingId, { from: 1, to: 2 })).toEqual({
      changes: [
        {
          pointer: '/documents/subject-certificate',
          change: 'changed',
          before: [old.versionId],
          after: [fresh.versionId],
        },
        { pointer: '/documents/authenticity-statement', change: 'added', after: [statement.versionId] },
      ],
    });
    await expect(differenceOf(bench.deps, filingId, { from: 2, to: 3 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says what stands in the way, and then changes nothing (18)', async () => {
    const filing = await bench.aFiling();
    await bench.upload(filing, Buffer.from('<html>'));
    const answer = await activities().pinDocuments(step(filing.filingId));
    expect(answer).toMatchObject({
      ok: false,
      findings: [{ code: 'document-refused', pointer: '/documents/subject-certificate', severity: 'error' }],
    });
    expect(answer.findings[0]?.zh).toContain('主办单位证件');
    expect(answer.findings[0]?.remedyEn).toContain('JPG');
    expect(await bench.keys(`${filing.filingId}/`)).toEqual([]);
    await bench.upload(filing, await aPicture());
    await bench.upload(filing, Buffer.from('<html>'));
    expect(await activities().pinDocuments(step(filing.filingId))).toMatchObject({
      ok: true,
      findings: [{ severity: 'warning' }],
    });
  });

  it('leaves out papers of an administrator who is no longer named', async () => {
    const filing = await bench.aFiling();
    await bench.upload(filing, await aPicture(), { slot: 'site-administrator-id-front:site-administrator-1' });
    const pinned = await activities().pinDocuments(step(filing.filingId));
    expect(pinned.facts?.slots).toEqual([]);
  });

  it('keeps all pages of a paper with several, and takes no more than it has', async () => {
    const filing = await bench.aFiling();
    const slot = 'phone-bills';
    const pages: string[] = [];
    for (let n = 0; n < 9; n++)
      pages.push((await bench.upload(filing, await aPicture('jpeg', [300, 300]), { slot })).versionId);
    await expect(bench.grant(filing, await aPicture(), { slot })).rejects.toMatchObject({ code: 'not-allowed-now' });
    expect((await activities().pinDocuments(step(filing.filingId))).facts?.slots).toEqual([
      { slot, versionIds: pages },
    ]);
  });

  it('tells when the papers last changed', async () => {
    const filing = await bench.aFiling();
    const before = await activities().documentsChangedAt(filing);
    await bench.upload(filing, await aPicture());
    expect(Date.parse(await activities().documentsChangedAt(filing))).toBeGreaterThan(Date.parse(before));
  });

  describe('giving a paper back', () => {
    it('is a link of five minutes that downloads; the owner’s look is not audited, that of staff is, with its reason (A9, A20)', async () => {
      const filing = await bench.aFiling();
      const paper = await bench.upload(filing, await aPicture());
      const auditOf = () =>
        bench.db.database.query<{ entry: string }>('SELECT entry FROM audit WHERE action = $1 AND object = $2', [
          'document-seen',
          `document/${paper.versionId}`,
        ]);
      const own = await linkDocument(bench.deps, filing.filingId, {
        versionId: paper.versionId,
        actor: filing.accountId,
        accountId: filing.accountId,
      });
      expect(await auditOf()).toHaveLength(0);
      const response = await fetch(own.url);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
      expect(new URL(own.url).searchParams.get('X-Amz-Expires')).toBe('300');
      await response.arrayBuffer();
      const reviewer = newId();
      await linkDocument(bench.deps, filing.filingId, {
        versionId: paper.versionId,
        actor: reviewer,
        reason: 'compare the seal',
      });
      const [seen] = await auditOf();
      expect(JSON.parse(seen?.entry ?? '{}')).toMatchObject({ actor: reviewer, reason: 'compare the seal' });
    });

    it('is refused to others, and an altered link by the store', async () => {
      const filing = await bench.aFiling();
      const other = await bench.aFiling();
      const paper = await bench.upload(filing, await aPicture());
      const ask = (filingId: string, accountId: string) =>
        linkDocument(bench.deps, filingId, { versionId: paper.versionId, actor: accountId, accountId });
      await expect(ask(filing.filingId, other.accountId)).rejects.toMatchObject({ code: 'not-found' });
      await expect(ask(other.filingId, other.accountId)).rejects.toMatchObject({ code: 'not-found' });
      const { url } = await ask(filing.filingId, filing.accountId);
      const altered = new URL(url);
      altered.pathname = altered.pathname.replace('accepted/', 'quarantine/');
      for (const bad of [altered.href, url.split('?')[0] ?? '']) {
        const refused = await fetch(bad);
        await refused.arrayBuffer();
        expect(refused.status).toBe(403);
      }
    });
  });

  it('seals the photo that came after the pin for the authority, once, and takes it back with the submission', async () => {
    const filing = await bench.aFiling();
    await bench.upload(filing, await aPicture());
    const pinned = await activities().pinDocuments(step(filing.filingId));
    if (!pinned.ok) throw new Error('not pinned');
    const slot = 'site-administrator-photo:subject-administrator';
    const accepted = await bench.upload(filing, await aPicture(), { slot });
    await bench.upload(filing, await aPicture(), { slot }); // a newer one, which nobody has looked at
    const { filingId } = filing;
    const proof = { filingId, submission: 1, at: '2018-06-04T02:00:00.000Z', versionId: accepted.versionId };

    const answers = await Promise.all(Array.from({ length: 5 }, () => activities().sealIdentityProof(proof)));
    expect(new Set(answers.map((answer) => canonicalJson(answer))).size).toBe(1);
    const dossier = answers[0]?.dossier;
    const content = authorityDocumentsDossierSchema.parse(dossier && (await bench.dossiers.get(dossier)));
    expect(content.documents).toMatchObject([{ slot, sha256: accepted.accepted?.sha256, key: accepted.accepted?.key }]);
    const inBucket = await bench.keys(`${filingId}/`);
    expect(inBucket).toHaveLength(2);
    const { knownDossiers } = activities();
    expect(
      [...(await knownDossiers([...inBucket, `${filingId}/1/authority-x`, `${newId()}/1/authority-y`]))].sort(),
    ).toEqual(inBucket);
    const photo = (await bench.deps.documents.all(filingId)).find(({ versionId }) => versionId === accepted.versionId);
    expect(photo?.sealed).toBe(true);

    await activities().unsealDocuments({ filingId, submission: 1, at: '2018-06-05T02:00:00.000Z' });
    expect(await bench.keys(`${filingId}/`)).toHaveLength(0);
    await expect(activities().sealIdentityProof({ ...proof, submission: 2 })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('has nothing to add where the photo was pinned with the submission', async () => {
    const filing = await bench.aFiling();
    const slot = 'site-administrator-photo:subject-administrator';
    const { versionId } = await bench.upload(filing, await aPicture(), { slot });
    await activities().pinDocuments(step(filing.filingId));
    const proof = { filingId: filing.filingId, submission: 1, at: '2018-06-04T02:00:00.000Z', versionId };
    expect(await activities().sealIdentityProof(proof)).toEqual({});
  });
});
