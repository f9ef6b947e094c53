import { randomBytes } from 'node:crypto';
import { isOpen, stages, type FilingSnapshot, type Stage } from '@beian/contracts';
import { Clock, DossierStore, newId, ObjectStore, verifyAudit } from '@beian/platform';
import { testStack } from '@beian/testing';
import * as fc from 'fast-check';
import { hearAuthority } from '../authority/hear-authority';
import { transactionKeyName } from '../authority/transaction-key';
import { aSnapshot, later } from '../filing-builders.spec-helper';
import { typeCheckKeyName } from '../filing-type/type-check.store';
import { filingKeyName } from '../filing/filing-vault';
import { readReasons } from '../review/read-reasons';
import { Bench } from '../verification.spec-helper';
import { eraseOverdueWords, holdWords, type WordsDeps } from './erase-words';
import type { WordsRetention } from './kept-words.store';

const dayMs = 86_400_000;
const publicKey = Buffer.from('JH5/O3Z3oWTV6deGJPtM3y0Vb+AB6tRxiQSQ3G8rziQ=', 'base64');
const halfYear = { endedDays: 180, typeCheckDays: 180 };

describe('keeping words about persons (18, I-27, PIPL 47)', () => {
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

  /** The service as it is so many days from now, on. */
  const inDays = (days: number, wordsRetention: WordsRetention = halfYear): WordsDeps => {
    const clock = new (class extends Clock {
      override now = () => new Date(Date.now() + days * dayMs);
    })();
    return { ...bench.deps, clock, wordsRetention };
  };
  const erase = (days: number, retention?: WordsRetention) =>
    eraseOverdueWords(inDays(days, retention), { dryRun: false });
  const hold = (filingId: string, held: boolean) =>
    holdWords(bench.deps, filingId, { actor: newId(), held, reason: 'court order 17' });
  const addReason = ({ filingId }: FilingSnapshot) =>
    bench.db.database.transaction((tx) =>
      bench.deps.reasons.add(tx, {
        filingId,
        submission: 1,
        by: 'provider',
        reasons: [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '名称与内容不符 canary' }],
        at: new Date().toISOString(),
      }),
    );

  /** A filing that stands in this stage, about which everybody has written something. */
  async function writtenAbout(stage: Stage): Promise<FilingSnapshot & { readonly dossier: string }> {
    const draft = aSnapshot();
    await bench.activities.recordDraft({ snapshot: draft });
    const moved = later(draft, { stage, submission: 1 });
    await bench.activities.noteFlags({ snapshot: moved });
    await addReason(moved);
    const { filingId } = draft;
    const at = new Date().toISOString();
    await bench.db.database.transaction(async (tx) => {
      const { delivery } = await bench.deps.deliveries.add(tx, {
        source: `hold:${newId()}`,
        filingId,
        message: 'hold',
        body: {},
      });
      await bench.deps.notes.add(tx, {
        deliveryId: delivery.id,
        filingId,
        kind: 'hold',
        actor: newId(),
        note: 'n',
        at,
      });
      const content = { address: { recipient: '林', mobile: '13800000000', province: '12', address: '南京路1号' } };
      const choice = { id: delivery.id, filingId, submission: 1, method: 'backdrop', content, at } as const;
      await bench.deps.identities.addChoice(tx, choice);
      await bench.deps.calls.add(tx, {
        callId: newId(),
        requestId: newId(),
        filingId,
        submission: 1,
        actor: newId(),
        administrator: 'subject-administrator',
        outcome: 'reached',
        note: '愿意更名',
        at,
      });
    });
    const { key } = await dossiers.put({ recipient: 'authority', filingId, submission: 1, content: {} });
    return { ...moved, dossier: key };
  }
  const sealed = async (filingId: string) => {
    const tables = [
      ['reason', 'content'],
      ['filing_note', 'note'],
      ['call', 'note'],
      ['identity_choice', 'content'],
    ] as const;
    const counts = tables.map(([table, column]) =>
      bench.rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} WHERE filing_id = $1 AND ${column} IS NOT NULL`,
        [filingId],
      ),
    );
    return (await Promise.all(counts)).map(([row]) => row?.n ?? 0);
  };
  const hasKey = async (name: string) =>
    (await bench.rows('SELECT 1 FROM person_key WHERE person_id = $1', [name])).length === 1;
  const isInBucket = async (key: string) => (await objects.stat({ bucket, key })) !== undefined;

  it('erases words and dossiers when and only when the filing has ended, its period is over and nobody holds it', async () => {
    const days = fc.constantFrom(30, 180, 400);
    const history = fc.record({
      stage: fc.constantFrom(...stages),
      holds: fc.array(fc.boolean(), { maxLength: 3 }),
      waitedDays: fc.constantFrom(0, 29, 31, 179, 181, 399, 401),
      endedDays: days,
      grantedDays: fc.option(days, { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(history, async ({ stage, holds, waitedDays, endedDays, grantedDays }) => {
        const filing = await writtenAbout(stage);
        for (const held of holds) await hold(filing.filingId, held);
        await erase(waitedDays, { endedDays, grantedDays, typeCheckDays: 180 });

        const period = stage === 'granted' ? grantedDays : isOpen(stage) ? undefined : endedDays;
        const isErased = period !== undefined && waitedDays > period && holds.at(-1) !== true;
        expect(await sealed(filing.filingId)).toEqual(isErased ? [0, 0, 0, 0] : [1, 1, 1, 1]);
        expect(await hasKey(filingKeyName(filing.filingId))).toBe(!isErased);
        expect(await isInBucket(filing.dossier)).toBe(!isErased);
        const entries = await bench.rows(`SELECT entry FROM audit WHERE object = $1 AND action = 'words-erased'`, [
          `filing/${filing.filingId}`,
        ]);
        expect(entries).toHaveLength(isErased ? 1 : 0);
      }),
      { numRuns: 40 },
    );
    expect(await verifyAudit(bench.db.database)).toMatchObject({ ok: true });
  });

  it('leaves tombstones: code and place stay, and words that come later are kept and erased in their turn', async () => {
    const filing = await writtenAbout('withdrawn');
    await erase(181);
    const [reason] = await readReasons(bench.deps, filing.filingId, undefined);
    expect(reason).toMatchObject({ code: 'SITE_NAME', pointer: '/sites/0/name' });
    expect(reason?.text).toBeUndefined();

    await addReason(filing);
    expect((await readReasons(bench.deps, filing.filingId, undefined)).map(({ text }) => text)).toEqual([
      undefined,
      '名称与内容不符 canary',
    ]);
    await erase(181);
    expect(await sealed(filing.filingId)).toEqual([0, 0, 0, 0]);
  });

  it('in a dry run counts what would go, and nothing goes', async () => {
    await erase(181);
    const filing = await writtenAbout('lapsed');
    await keepCheck(newId());
    const dry = await eraseOverdueWords(inDays(181), { dryRun: true });
    expect(dry).toEqual({ filings: 1, typeChecks: 1, strayAnswers: 0, isMore: false });
    expect(await sealed(filing.filingId)).toEqual([1, 1, 1, 1]);
    expect(await erase(181)).toEqual(dry);
    expect(await erase(181)).toMatchObject({ filings: 0, typeChecks: 0 });
  });

  it('leaves a filing overdue while the object store is away', async () => {
    const filing = await writtenAbout('refused');
    const away = { removeOf: () => Promise.reject(new Error('the store is away')) };
    await expect(eraseOverdueWords({ ...inDays(181), dossiers: away }, { dryRun: false })).rejects.toThrow('away');
    expect(await sealed(filing.filingId)).toEqual([1, 1, 1, 1]);
    await erase(181);
    expect(await sealed(filing.filingId)).toEqual([0, 0, 0, 0]);
    expect(await isInBucket(filing.dossier)).toBe(false);
  });

  async function keepCheck(accountId: string): Promise<string> {
    const checkId = newId();
    await bench.deps.checks.keep({
      accountId,
      decision: {
        checkId,
        row: 'T04',
        zh: '首次备案',
        en: 'first filing',
        source: 'rules.md 15.1',
        pack: '2018-06',
        asOf: '2018-06-15',
      },
      form: {
        province: '12',
        nature: 'enterprise',
        certificateType: 'business-licence',
        domain: 'lin-tea.cn',
      } as never,
      certificateNumber: '91120104MA0000015X',
      at: new Date().toISOString(),
    });
    return checkId;
  }

  it('erases number and form of a type check after its own period, unless a filing of the account is held', async () => {
    const free = newId();
    const [freeCheck, draft] = [await keepCheck(free), aSnapshot()];
    await bench.activities.recordDraft({ snapshot: draft });
    const heldCheck = await keepCheck(draft.owner);
    await hold(draft.filingId, true);

    await erase(31, { endedDays: 180, typeCheckDays: 30 });
    expect(await bench.deps.checks.get(freeCheck, free)).toBeUndefined();
    expect(await bench.rows('SELECT certificate_number, form FROM type_check WHERE id = $1', [freeCheck])).toEqual([
      { certificate_number: null, form: {} },
    ]);
    expect(await hasKey(typeCheckKeyName(freeCheck))).toBe(false);
    expect(await bench.deps.checks.get(heldCheck, draft.owner)).toBeDefined();

    await hold(draft.filingId, false);
    await erase(31, { endedDays: 180, typeCheckDays: 30 });
    expect(await bench.deps.checks.get(heldCheck, draft.owner)).toBeUndefined();
  });

  it('erases the words of an answer whose order nobody knows', async () => {
    const transactionId = newId();
    await hearAuthority(bench.deps, {
      messageId: newId(),
      transactionId,
      outcome: 'rejected',
      reasons: [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '名称' }],
      at: new Date().toISOString(),
    });
    expect(await hasKey(transactionKeyName(transactionId))).toBe(true);
    expect(await erase(181)).toMatchObject({ strayAnswers: 1 });
    expect(await hasKey(transactionKeyName(transactionId))).toBe(false);
    expect(
      await bench.rows('SELECT reasons FROM authority_message WHERE transaction_id = $1', [transactionId]),
    ).toEqual([{ reasons: null }]);
  });

  it('does not hold a filing that nobody knows', async () => {
    await expect(hold(newId(), true)).rejects.toMatchObject({ code: 'not-found' });
  });
});
