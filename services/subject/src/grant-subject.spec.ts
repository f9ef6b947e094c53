import { newId } from '@beian/platform';
import { emptyDatabase, type EmptyDatabase } from '@beian/testing';
import { grantSubject } from './grant-subject';
import { openFiledSubject } from './open-filed-subject';
import { openSubject } from './open-subject';
import { pinSubject } from './pin-subject';
import { saveSubject } from './save-subject';
import { subjectFacts } from './subject-facts';
import { aDraft, anOpening, anUndo, aSubmission, subjectDeps } from './subject.fixture';
import { migrations } from './subject-tables.migration';
import { tellStanding } from './tell-standing';
import { unlockSubject } from './unlock-subject';

jest.setTimeout(60_000);

let own: EmptyDatabase;
let deps: ReturnType<typeof subjectDeps>;

beforeAll(async () => {
  own = await emptyDatabase('subject', migrations);
});

beforeEach(async () => {
  await own.database.query('TRUNCATE subject_part CASCADE');
  await own.database.query('TRUNCATE outbox');
  const dossiers = {
    put: ({ recipient }: { recipient: 'authority' | 'verification' | 'notification' }) =>
      Promise.resolve({ recipient, key: newId(), sha256: '0'.repeat(64) }),
    remove: () => Promise.resolve(),
  };
  deps = subjectDeps({ database: own.database, dossiers });
});

afterAll(() => own.drop());

const certificate = { certificateType: 'business-licence', certificateNumber: '91330106MA0000015K' } as const;
const numbers = { subject: '浙ICP备99000001号', sites: [] };

async function aPinned(more: Parameters<typeof anOpening>[0] = {}) {
  const filingId = newId();
  const opening = anOpening(more);
  const { version } = await openSubject(deps, filingId, opening);
  await saveSubject(deps, filingId, { accountId: opening.accountId, version, draft: aDraft() });
  const pinned = await pinSubject(deps, aSubmission(filingId));
  return { filingId, accountId: opening.accountId, pinned };
}

const aChange = (accountId: string, filingType: 'CHANGE_SITE' | 'CANCEL_SUBJECT') => ({
  accountId,
  filingType,
  subjectNumber: numbers.subject,
  pack: '2018-06' as const,
  asOf: '2018-06-15',
});

describe('granting a subject (decisions 15)', () => {
  it('enters the register once, frees the certificate and closes the part', async () => {
    const { filingId, accountId } = await aPinned();
    await grantSubject(deps, { ...anUndo(filingId), numbers });
    await grantSubject(deps, { ...anUndo(filingId), numbers });
    expect(await own.database.query('SELECT subject_number, account_id FROM filed_subject')).toEqual([
      { subject_number: numbers.subject, account_id: accountId },
    ]);
    expect(await tellStanding(deps, { accountId, ...certificate })).toEqual({
      held: 'same-account',
      runningOrder: false,
    });
    expect(await tellStanding(deps, { accountId: newId(), ...certificate })).toEqual({
      held: 'other-account',
      runningOrder: false,
    });
    const events = await own.database.query<{ type: string; sequence: number }>(
      'SELECT type, sequence FROM outbox ORDER BY id',
    );
    expect(events).toEqual([
      { type: 'subject-pinned', sequence: 1 },
      { type: 'subject-granted', sequence: 2 },
    ]);
  });

  it('is final: no undo, no edit and no further pin touches it (I-3)', async () => {
    const { filingId, accountId, pinned } = await aPinned();
    await grantSubject(deps, { ...anUndo(filingId), numbers });
    await unlockSubject(deps, anUndo(filingId, { at: '2018-07-01T00:00:00.000Z' }));
    expect(await pinSubject(deps, aSubmission(filingId))).toEqual(pinned);
    await expect(pinSubject(deps, aSubmission(filingId, { submission: 2 }))).rejects.toMatchObject({
      code: 'not-allowed-now',
    });
    await expect(saveSubject(deps, filingId, { accountId, version: 2, draft: aDraft() })).rejects.toMatchObject({
      code: 'not-allowed-now',
    });
    expect(await own.database.query('SELECT state FROM subject_pin')).toEqual([{ state: 'granted' }]);
  });

  it('refuses what is not pinned: a contradiction is for people', async () => {
    const { filingId } = await aPinned();
    await unlockSubject(deps, anUndo(filingId));
    await expect(grantSubject(deps, { ...anUndo(filingId), numbers })).rejects.toMatchObject({
      code: 'not-allowed-now',
    });
    expect(await own.database.query('SELECT 1 FROM filed_subject')).toEqual([]);
  });

  it('lets the same account file for its subject again, and replaces the entry', async () => {
    const first = await aPinned();
    await grantSubject(deps, { ...anUndo(first.filingId), numbers });
    const second = await aPinned({ accountId: first.accountId, filingType: 'ADD_SITE_HERE' });
    expect(second.pinned.ok).toBe(true);
    await grantSubject(deps, { ...anUndo(second.filingId), numbers: { ...numbers, subject: '浙ICP备99000002号' } });
    expect(await own.database.query('SELECT subject_number FROM filed_subject')).toEqual([
      { subject_number: '浙ICP备99000002号' },
    ]);
  });

  it('strikes the subject out when its cancelling is granted', async () => {
    const first = await aPinned();
    await grantSubject(deps, { ...anUndo(first.filingId), numbers });
    const filingId = newId();
    const { version, draft } = await openFiledSubject(deps, filingId, aChange(first.accountId, 'CANCEL_SUBJECT'));
    expect(await pinSubject(deps, aSubmission(filingId))).toMatchObject({
      ok: false,
      findings: [{ pointer: '/subject/filingPassword' }],
    });
    const save = { accountId: first.accountId, version, draft: { ...draft, filingPassword: 'K7-42' } };
    await saveSubject(deps, filingId, save);
    expect(await pinSubject(deps, aSubmission(filingId, { submission: 2 }))).toMatchObject({ ok: true });
    await grantSubject(deps, { ...anUndo(filingId, { submission: 2 }), numbers });
    expect(await tellStanding(deps, { accountId: first.accountId, ...certificate })).toMatchObject({ held: 'no' });
  });

  it('opens a change with everything as it is filed, for its own account, and one at a time (T18)', async () => {
    const first = await aPinned();
    await grantSubject(deps, { ...anUndo(first.filingId), numbers });
    const filingId = newId();
    const change = aChange(first.accountId, 'CHANGE_SITE');
    const part = await openFiledSubject(deps, filingId, change);
    expect(part).toMatchObject({ draft: { name: aDraft().name, administrators: aDraft().administrators } });
    expect(await openFiledSubject(deps, filingId, change)).toEqual(part);
    await expect(openFiledSubject(deps, newId(), change)).rejects.toMatchObject({ code: 'order-running' });
    const foreign = { ...change, accountId: newId() };
    await expect(openFiledSubject(deps, newId(), foreign)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('lets a change of the website alter its administrators alone, and says in the facts who is new', async () => {
    const first = await aPinned();
    await grantSubject(deps, { ...anUndo(first.filingId), numbers });
    const filingId = newId();
    const { accountId } = first;
    const { version, draft } = await openFiledSubject(deps, filingId, aChange(accountId, 'CHANGE_SITE'));
    const renamed = { accountId, version, draft: { ...draft, name: '杭州另名科技有限公司' } };
    await expect(saveSubject(deps, filingId, renamed)).rejects.toMatchObject({ code: 'not-allowed-now' });
    const successor = { ...draft.administrators['site-administrator-1'], certificateNumber: '650102200806050046' };
    const administrators = { ...draft.administrators, 'site-administrator-1': successor };
    const { filed, ...saved } = await saveSubject(deps, filingId, {
      accountId,
      version,
      draft: { ...draft, administrators },
    });
    expect(filed).toMatchObject({ subjectNumber: numbers.subject });
    const facts = subjectFacts({ ...saved, ...(filed && { filed }) }, { hmacKey: deps.hmacKey, revision: 1 });
    expect(facts).toMatchObject({
      changed: false,
      administrators: [
        { key: 'subject-administrator', isNew: false },
        { key: 'site-administrator-1', isNew: true },
      ],
    });
  });
});
