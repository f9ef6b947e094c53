import { randomBytes } from 'node:crypto';
import { subjectFactsSchema } from '@beian/contracts/schemas';
import { canonicalJson, DossierStore, newId, ObjectStore, verifyAudit } from '@beian/platform';
import { emptyDatabase, type EmptyDatabase, testStack } from '@beian/testing';
import { examineSubject } from './examine-subject';
import { openSubject, type Opening } from './open-subject';
import { pinSubject } from './pin-subject';
import { saveSubject } from './save-subject';
import { aDraft, anOpening, anUndo, aSubmission, canaries, creditCodes, subjectDeps } from './subject.fixture';
import { differenceOf } from './subject-difference';
import { migrations } from './subject-tables.migration';
import { unlockSubject } from './unlock-subject';

let own: EmptyDatabase;
let objects: ObjectStore;
let deps: ReturnType<typeof subjectDeps>;
const bucket = `subject-spec-${randomBytes(5).toString('hex')}`;

beforeAll(async () => {
  own = await emptyDatabase('subject', migrations);
  const { s3 } = testStack();
  objects = new ObjectStore({
    S3_ENDPOINT: s3.endpoint,
    S3_ACCESS_KEY: s3.accessKey,
    S3_SECRET_KEY: s3.secretKey,
    S3_REGION: s3.region,
  });
  await objects.ensureBucket(bucket);
});

beforeEach(async () => {
  await own.database.query(
    `TRUNCATE subject_part, subject_administrator, subject_revision, subject_revision_person, subject_pin, certificate_lock,
       filed_subject, outbox, person_key`,
  );
  const key = randomBytes(32);
  const publicKeys = { authority: key, verification: key, notification: key };
  deps = subjectDeps({ database: own.database, dossiers: new DossierStore({ objects, bucket, publicKeys }) });
});

afterAll(async () => {
  objects.close();
  await own.drop();
});

/** A filing that is filled in and ready to be submitted. */
async function aFiling(more: Partial<Opening> = {}): Promise<{ filingId: string; accountId: string }> {
  const filingId = newId();
  const opening = anOpening(more);
  const { version } = await openSubject(deps, filingId, opening);
  await saveSubject(deps, filingId, { accountId: opening.accountId, version, draft: aDraft() });
  return { filingId, accountId: opening.accountId };
}

const events = async (filingId: string): Promise<readonly string[]> =>
  (
    await own.database.query<{ type: string }>('SELECT type FROM outbox WHERE filing_id = $1 ORDER BY id', [filingId])
  ).map(({ type }) => type);

async function objectsOf(filingId: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key } of objects.list(bucket, `${filingId}/`)) keys.push(key);
  return keys;
}

const locks = async (): Promise<number> =>
  (await own.database.query('SELECT 1 FROM certificate_lock WHERE released_at IS NULL')).length;

describe('pinning a subject', () => {
  it('freezes a revision, locks the certificate, writes three dossiers, one event and one line in the log', async () => {
    const { filingId } = await aFiling();
    const answer = await pinSubject(deps, aSubmission(filingId));
    expect(answer.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (!answer.ok) throw new Error('not pinned');
    expect(subjectFactsSchema.parse(answer.facts)).toEqual(answer.facts);
    expect(answer.facts).toMatchObject({ revision: 1, province: '33', nature: 'enterprise', filingType: 'FIRST' });
    expect(answer.facts.administrators.map(({ key, legalRepresentative }) => [key, legalRepresentative])).toEqual([
      ['subject-administrator', true],
      ['site-administrator-1', false],
    ]);
    expect(answer.facts.dossiers?.map(({ recipient }) => recipient)).toEqual([
      'verification',
      'notification',
      'authority',
    ]);
    const written = await objectsOf(filingId);
    expect(written.length).toBe(3);
    const asked = [...written, `${filingId}/1/authority-unknown`];
    expect([...(await deps.pins.knownDossiers(own.database, asked))].sort()).toEqual(written);
    expect(await locks()).toBe(1);
    expect(await events(filingId)).toEqual(['subject-pinned']);
    expect(await verifyAudit(own.database)).toMatchObject({ ok: true });
  });

  it('says the same at the second call and does nothing again (I-30)', async () => {
    const { filingId } = await aFiling();
    const first = await pinSubject(deps, aSubmission(filingId));
    const second = await pinSubject(deps, aSubmission(filingId));
    expect(second).toEqual(first);
    expect(await events(filingId)).toEqual(['subject-pinned']);
    expect((await objectsOf(filingId)).length).toBe(3);
  });

  it('gives the same answer to ten calls at once (I-30)', async () => {
    const { filingId } = await aFiling();
    const answers = await Promise.all(Array.from({ length: 10 }, () => pinSubject(deps, aSubmission(filingId))));
    expect(new Set(answers.map((answer) => canonicalJson(answer))).size).toBe(1);
    expect(await events(filingId)).toEqual(['subject-pinned']);
  });

  it('answers findings and changes nothing when the draft is unfit', async () => {
    const { filingId, accountId } = await aFiling();
    const { name: _name, ...nameless } = aDraft();
    await saveSubject(deps, filingId, { accountId, version: 2, draft: nameless });
    const answer = await pinSubject(deps, aSubmission(filingId));
    expect(answer.ok).toBe(false);
    expect(answer.findings).toContainEqual(expect.objectContaining({ pointer: '/subject/name', severity: 'error' }));
    expect(await locks()).toBe(0);
    expect(await events(filingId)).toEqual([]);
    expect(await objectsOf(filingId)).toEqual([]);
  });

  it('finds at submission what pre-flight said, and nothing else (decision 18)', async () => {
    const { filingId } = await aFiling();
    const part = await deps.subjects.read(own.database, filingId);
    if (part === undefined) throw new Error('no part');
    const step = aSubmission(filingId);
    const before = await examineSubject(deps, own.database, { part, rules: step });
    const pinned = await pinSubject(deps, step);
    expect(pinned.findings.map(({ code, pointer }) => [code, pointer])).toEqual(
      before.findings.map(({ code, pointer }) => [code, pointer]),
    );
    expect(pinned.facts).toMatchObject({ ...before.facts });
  });

  it('quotes no value in what goes into a history (I-28)', async () => {
    const { filingId } = await aFiling();
    const said = JSON.stringify(await pinSubject(deps, aSubmission(filingId)));
    expect(canaries.filter((word) => said.includes(word))).toEqual([]);
    expect(said).not.toContain('offending');
  });
});

describe('one running order per certificate (I-4, T27, B-10)', () => {
  it('lets one of fifty accounts through that submit the same certificate at once; the others hear ORDER_RUNNING', async () => {
    const filings = await Promise.all(Array.from({ length: 50 }, () => aFiling()));
    const answers = await Promise.all(filings.map(({ filingId }) => pinSubject(deps, aSubmission(filingId))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const losers = answers.filter(({ ok }) => !ok);
    expect(losers.every(({ findings }) => findings.some(({ code }) => code === 'ORDER_RUNNING'))).toBe(true);
    expect(await locks()).toBe(1);
    const kept = await Promise.all(filings.map(({ filingId }) => objectsOf(filingId)));
    expect(kept.flat()).toHaveLength(3);
  }, 60_000);

  it('finds the same certificate in other letters and papers (B-1.3, B-1.9, B-2.1)', async () => {
    const first = await aFiling();
    await pinSubject(deps, aSubmission(first.filingId));
    const second = await aFiling({
      certificateNumber: ' 9133-0106 ma0000015k',
      certificateType: 'credit-code',
      nature: 'public-institution',
    });
    expect((await pinSubject(deps, aSubmission(second.filingId))).findings).toContainEqual(
      expect.objectContaining({ code: 'ORDER_RUNNING' }),
    );
  });

  it('says one neutral thing of other accounts, whether they run an order or hold the subject (A17)', async () => {
    const first = await aFiling();
    await pinSubject(deps, aSubmission(first.filingId));
    const stranger = await aFiling();
    const whileRunning = (await pinSubject(deps, aSubmission(stranger.filingId))).findings;
    const finding = whileRunning.find(({ code }) => code === 'ORDER_RUNNING');
    expect(JSON.stringify(finding)).not.toContain(first.filingId);
    await own.database.query(
      `INSERT INTO filed_subject (certificate_index, account_id, subject_number, province, nature, filing_id, filed_at)
       SELECT certificate_index, account_id, '浙ICP备99000001号', province, nature, filing_id, now() FROM subject_part WHERE filing_id = $1`,
      [first.filingId],
    );
    await unlockSubject(deps, anUndo(first.filingId));
    const onceFiled = (await pinSubject(deps, aSubmission(stranger.filingId))).findings;
    expect(onceFiled.find(({ code }) => code === 'ORDER_RUNNING')).toEqual(finding);
  });

  it('names the blocker to its own account (T18)', async () => {
    const first = await aFiling();
    await pinSubject(deps, aSubmission(first.filingId));
    const second = await aFiling({ accountId: first.accountId });
    const { findings } = await pinSubject(deps, aSubmission(second.filingId));
    expect(findings.find(({ code }) => code === 'ORDER_RUNNING')?.zh).toContain(first.filingId);
  });

  it('locks nobody out by a draft (A18)', async () => {
    await aFiling();
    const second = await aFiling();
    expect((await pinSubject(deps, aSubmission(second.filingId))).ok).toBe(true);
  });

  it('refuses a mobile that serves another subject being filed (B-6 phones elsewhere, rules.md 3.5)', async () => {
    const first = await aFiling();
    await pinSubject(deps, aSubmission(first.filingId));
    const other = await aFiling({ certificateNumber: creditCodes[1], province: '50' });
    expect((await pinSubject(deps, aSubmission(other.filingId))).findings).toContainEqual(
      expect.objectContaining({
        code: 'PHONE_REUSED',
        pointer: '/subject/administrators/subject-administrator/mobile',
      }),
    );
  });
});

describe('what changed between two submissions (row 23)', () => {
  it('is told place by place, with masked values, also after the first pin was undone', async () => {
    const { filingId, accountId } = await aFiling();
    await pinSubject(deps, aSubmission(filingId));
    await unlockSubject(deps, anUndo(filingId));
    const { version } = (await deps.subjects.read(own.database, filingId)) ?? { version: 0 };
    const draft = aDraft({ remark: '金丝雀新备注' });
    const admin = draft.administrators['subject-administrator'] ?? {};
    const { 'site-administrator-1': _gone, ...rest } = draft.administrators;
    const administrators = { ...rest, 'subject-administrator': { ...admin, mobile: '13812349999' } };
    await saveSubject(deps, filingId, { accountId, version, draft: { ...draft, administrators } });
    await pinSubject(deps, aSubmission(filingId, { submission: 2 }));

    const { changes } = await differenceOf(deps, filingId, { from: 1, to: 2 });
    const at = (pointer: string) => changes.find((change) => change.pointer === pointer);
    const person = '/subject/administrators/subject-administrator';
    expect(at(`${person}/mobile`)).toMatchObject({ change: 'changed', before: expect.stringContaining('*') });
    expect(at('/subject/remark')).toEqual({
      pointer: '/subject/remark',
      change: 'changed',
      before: '***',
      after: '***',
    });
    expect(at('/subject/administrators/site-administrator-1/mobile')).toMatchObject({ change: 'removed' });
    expect(at(`${person}/email`)).toBeUndefined();
    expect(JSON.stringify(changes)).not.toMatch(/13812349999|13812348000|金丝雀|林金丝/);
  });

  it('is nothing between equal submissions, and not found where one was never pinned', async () => {
    const { filingId } = await aFiling();
    await pinSubject(deps, aSubmission(filingId));
    expect(await differenceOf(deps, filingId, { from: 1, to: 1 })).toEqual({ changes: [] });
    await expect(differenceOf(deps, filingId, { from: 1, to: 2 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('undoing a pin (I-10)', () => {
  it('frees the certificate, takes the dossiers away and opens the draft again, once', async () => {
    const { filingId, accountId } = await aFiling();
    await pinSubject(deps, aSubmission(filingId));
    const save = () => saveSubject(deps, filingId, { accountId, version: 2, draft: aDraft() });
    await expect(save()).rejects.toMatchObject({ code: 'not-allowed-now' });
    await unlockSubject(deps, anUndo(filingId));
    await unlockSubject(deps, anUndo(filingId));
    expect(await locks()).toBe(0);
    expect(await objectsOf(filingId)).toEqual([]);
    expect(await events(filingId)).toEqual(['subject-pinned', 'subject-unlocked']);
    await expect(save()).resolves.toMatchObject({ version: 3 });
  });

  it('does nothing where nothing was pinned, and an attempt that arrives after its undo is too late (I-7)', async () => {
    const { filingId } = await aFiling();
    await unlockSubject(deps, anUndo(newId()));
    await unlockSubject(deps, anUndo(filingId));
    expect(await events(filingId)).toEqual([]);
    await expect(pinSubject(deps, aSubmission(filingId))).rejects.toMatchObject({ code: 'too-late' });
    expect(await locks()).toBe(0);
  });

  it('is taken back by a fresh submission under the same number', async () => {
    const { filingId } = await aFiling();
    await pinSubject(deps, aSubmission(filingId));
    await unlockSubject(deps, anUndo(filingId));
    const again = await pinSubject(deps, aSubmission(filingId, { at: '2018-06-15T04:00:00.000Z' }));
    expect(again).toMatchObject({ ok: true, facts: { revision: 2 } });
    // The first undo, delivered once more, knows nothing of this one.
    await unlockSubject(deps, anUndo(filingId));
    expect(await locks()).toBe(1);
  });

  it('leaves a later submission alone', async () => {
    const { filingId } = await aFiling();
    await pinSubject(deps, aSubmission(filingId));
    expect(
      await pinSubject(deps, aSubmission(filingId, { submission: 2, at: '2018-06-16T02:00:00.000Z' })),
    ).toMatchObject({ ok: true });
    await unlockSubject(deps, anUndo(filingId, { at: '2018-06-17T02:00:00.000Z' }));
    expect(await locks()).toBe(1);
    await expect(pinSubject(deps, aSubmission(filingId))).rejects.toMatchObject({ code: 'too-late' });
  });

  it('ends cleanly when the persons were erased in between (rel 4.9 d)', async () => {
    const { filingId } = await aFiling();
    await pinSubject(deps, aSubmission(filingId));
    await own.database.query('DELETE FROM person_key');
    await unlockSubject(deps, anUndo(filingId));
    expect(await locks()).toBe(0);
    const again = await pinSubject(deps, aSubmission(filingId, { at: '2018-06-15T04:00:00.000Z' }));
    expect(again).toMatchObject({ ok: false, findings: [{ code: 'data-erased' }] });
  });
});

describe('what stands in the tables', () => {
  it('is nothing personal in clear, in any column of any table (S9, I-28)', async () => {
    const { filingId } = await aFiling();
    await pinSubject(deps, aSubmission(filingId));
    const tables = await own.database.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
    );
    for (const { name } of tables) {
      const rows = await own.database.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM "${name}" t`);
      const text = rows.map(({ row }) => row).join('\n');
      // bytea shows as hex: the words are looked for in that form too.
      const found = canaries.filter((word) => text.includes(word) || text.includes(Buffer.from(word).toString('hex')));
      expect([name, found]).toEqual([name, []]);
    }
  });

  it('does not change once it is a revision', async () => {
    const { filingId } = await aFiling();
    await pinSubject(deps, aSubmission(filingId));
    await expect(own.database.query('UPDATE subject_revision SET submission = 9')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(own.database.query('DELETE FROM subject_revision_person')).rejects.toMatchObject({ code: '42501' });
  });
});
