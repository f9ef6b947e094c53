import { randomBytes } from 'node:crypto';
import { DossierStore, newId, ObjectStore } from '@beian/platform';
import { testStack } from '@beian/testing';
import { aSnapshot } from '../filing-builders.spec-helper';
import { createVerificationUpkeep } from '../verification.activities';
import { Bench } from '../verification.spec-helper';
import { holdWords } from './erase-words';

const publicKey = Buffer.from('JH5/O3Z3oWTV6deGJPtM3y0Vb+AB6tRxiQSQ3G8rziQ=', 'base64');

describe('dossiers of the object store (18, I-16)', () => {
  const bench = new Bench();
  const bucket = `spec-verification-${randomBytes(5).toString('hex')}`;
  let objects: ObjectStore;
  let dossiers: DossierStore;

  beforeAll(async () => {
    const { s3 } = testStack();
    objects = new ObjectStore({
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
    });
    await objects.ensureBucket(bucket);
    dossiers = new DossierStore({ objects, bucket, publicKeys: { authority: publicKey } });
    await bench.open({ dossiers });
  });
  afterAll(async () => {
    objects.close();
    await bench.close();
  });

  const put = (filingId: string) => dossiers.put({ recipient: 'authority', filingId, submission: 1, content: {} });
  const soon = () => new Date(Date.now() + 60_000).toISOString();
  const isThere = async (key: string) => (await objects.stat({ bucket, key })) !== undefined;

  it('are known by the facts of the submission they came with, and no others', async () => {
    const filingId = newId();
    const [known, orphan] = [await put(filingId), await put(filingId)];
    const snapshot = aSnapshot({ filingId });
    await bench.activities.recordDraft({ snapshot });
    const facts = { subject: { dossiers: [known] }, website: {}, documents: { dossiers: [] } } as never;
    await bench.db.database.transaction((tx) =>
      bench.deps.filings.keepSubmission(tx, { filingId, submission: 1, facts, findings: [], openedAt: snapshot.at }),
    );
    const { knownDossiers } = createVerificationUpkeep(bench.deps);
    expect(await knownDossiers([known.key, orphan.key])).toEqual([known.key]);
    expect(await knownDossiers([])).toEqual([]);
  });

  it('are listed page by page when they are old enough; heads of audit logs and held filings never', async () => {
    const { listDossiers } = createVerificationUpkeep(bench.deps);
    const held = aSnapshot();
    await bench.activities.recordDraft({ snapshot: held });
    await holdWords(bench.deps, held.filingId, { actor: newId(), held: true, reason: 'court order 17' });
    const refs = [await put(newId()), await put(newId()), await put(newId())];
    const heldRef = await put(held.filingId);
    const head = 'audit-heads/verification/2026-01-01T00:00:00.000Z.json';
    await objects.put({ bucket, key: head }, Buffer.from('{}'), 'application/json');

    const keys: string[] = [];
    for (let after: string | undefined = ''; after !== undefined;) {
      const page = await listDossiers({ before: soon(), after, limit: 2 });
      keys.push(...page.keys);
      after = page.next;
    }
    expect(keys).toEqual(expect.arrayContaining(refs.map(({ key }) => key)));
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain(heldRef.key);
    expect(keys).not.toContain(head);
    expect((await listDossiers({ before: '2018-06-15T00:00:00.000Z', limit: 500 })).keys).toEqual([]);
  });

  it('are removed with an entry in the audit log, each by itself', async () => {
    const filingId = newId();
    const [orphan, other] = [await put(filingId), await put(filingId)];
    const { removeDossiers } = createVerificationUpkeep(bench.deps);
    await removeDossiers([orphan.key]);
    await removeDossiers([orphan.key]);
    expect(await isThere(orphan.key)).toBe(false);
    expect(await isThere(other.key)).toBe(true);
    const entries = await bench.rows(`SELECT 1 FROM audit WHERE object = $1 AND action = 'orphaned-dossier-removed'`, [
      `filing/${filingId}`,
    ]);
    expect(entries.length).toBeGreaterThan(0);
  });
});
