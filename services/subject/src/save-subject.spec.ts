import { saveSubjectSchema } from '@beian/contracts/schemas';
import { newId, type ProblemError, verifyAudit } from '@beian/platform';
import { emptyDatabase, type EmptyDatabase } from '@beian/testing';
import { closeSubject } from './close-subject';
import { openSubject } from './open-subject';
import { saveSubject } from './save-subject';
import { aDraft, anOpening, subjectDeps } from './subject.fixture';
import { maskedViewOf, viewOf } from './subject-view';
import { migrations } from './subject-tables.migration';
import { tellStanding } from './tell-standing';
import { unmaskValue } from './unmask-value';

let own: EmptyDatabase;
let deps: ReturnType<typeof subjectDeps>;

beforeAll(async () => {
  own = await emptyDatabase('subject', migrations);
  const dossiers = { put: () => Promise.reject(new Error('no dossier here')), remove: () => Promise.resolve() };
  deps = subjectDeps({ database: own.database, dossiers });
});

afterAll(() => own.drop());

async function aPart(more: Parameters<typeof anOpening>[0] = {}) {
  const filingId = newId();
  const opening = anOpening(more);
  await openSubject(deps, filingId, opening);
  return { filingId, opening, accountId: opening.accountId };
}

const personIds = async (filingId: string) =>
  (
    await own.database.query<{ key: string; person_id: string }>(
      'SELECT key, person_id FROM subject_administrator WHERE filing_id = $1 ORDER BY key',
      [filingId],
    )
  ).map(({ key, person_id }) => [key, person_id] as const);
const hasKey = async (personId: string) =>
  (await own.database.query('SELECT 1 FROM person_key WHERE person_id = $1', [personId])).length === 1;

describe('opening a subject', () => {
  it('is one opening, however often it is asked, also at once', async () => {
    const { filingId, opening } = await aPart();
    const again = await Promise.all(Array.from({ length: 10 }, () => openSubject(deps, filingId, opening)));
    expect(new Set(again.map(({ holderId }) => holderId)).size).toBe(1);
    expect(viewOf(again[0]!)).toMatchObject({
      version: 1,
      locked: { certificateNumber: '91330106MA0000015K' },
      draft: { administrators: {} },
    });
  });

  it('refuses other facts for a filing that is open, and shows a foreign one as absent (T17, A1)', async () => {
    const { filingId, opening } = await aPart();
    await expect(openSubject(deps, filingId, { ...opening, province: '31' })).rejects.toMatchObject({
      code: 'not-allowed-now',
    });
    await expect(openSubject(deps, filingId, { ...opening, accountId: newId() })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('saving a subject', () => {
  it('lets one of fifty writers through who had read the same version; the others get both versions (T26)', async () => {
    const { filingId, accountId } = await aPart();
    const saves = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        saveSubject(deps, filingId, { accountId, version: 1, draft: aDraft({ remark: `writer ${n}` }) }),
      ),
    );
    const won = saves.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const lost = saves.flatMap((one) => (one.status === 'rejected' ? [one.reason as ProblemError] : []));
    expect([won.length, lost.length]).toEqual([1, 49]);
    expect(new Set(lost.map(({ code }) => code))).toEqual(new Set(['stale-version']));
    expect(lost[0]).toMatchObject({
      details: { extra: { current: { version: 2, draft: { remark: won[0]!.draft.remark } }, yours: { version: 1 } } },
    });
    expect((await deps.subjects.read(own.database, filingId))!.draft).toEqual(won[0]!.draft);
  }, 60_000);

  it('has no way to edit what the type check fixed: not in a body (T17, A4), not in the table', async () => {
    const { filingId, accountId } = await aPart();
    for (const field of [
      'province',
      'nature',
      'certificateNumber',
      'certificateType',
      'filingType',
      'accountId',
      'version',
      'closed',
    ]) {
      const body = { accountId, version: 1, draft: { ...aDraft(), [field]: '31' } };
      expect(saveSubjectSchema.safeParse(body).success).toBe(false);
    }
    await expect(
      own.database.query(`UPDATE subject_part SET province = '31' WHERE filing_id = $1`, [filingId]),
    ).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('is closed to other accounts, and says nothing else to them (A1)', async () => {
    const { filingId } = await aPart();
    const stranger = { accountId: newId(), version: 1, draft: aDraft() };
    await expect(saveSubject(deps, filingId, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(saveSubject(deps, newId(), stranger)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('writes numbers in one form and names as they were typed (B-1.3, B-3.3, B-6)', async () => {
    const { filingId, accountId } = await aPart();
    const typed = {
      name: '䶮𠮷·买买提',
      certificateType: 'resident-id',
      certificateNumber: '44030619851105００2x',
      mobile: '+86 138-1234 8000',
    } as const;
    const draft = aDraft({ administrators: { 'subject-administrator': typed } });
    expect((await saveSubject(deps, filingId, { accountId, version: 1, draft })).draft.administrators).toEqual({
      'subject-administrator': { ...typed, certificateNumber: '44030619851105002X', mobile: '13812348000' },
    });
  });

  it('gives every person a key of his own, an individual one with himself, and shreds whoever is taken out', async () => {
    const { filingId, accountId } = await aPart();
    await saveSubject(deps, filingId, { accountId, version: 1, draft: aDraft() });
    const before = await personIds(filingId);
    expect(new Set(before.map(([, id]) => id)).size).toBe(2);
    const { 'subject-administrator': subject } = aDraft().administrators;
    const alone = aDraft({ administrators: { 'subject-administrator': subject! } });
    await saveSubject(deps, filingId, { accountId, version: 2, draft: alone });
    expect(await personIds(filingId)).toEqual([before.find(([key]) => key === 'subject-administrator')]);
    expect(await Promise.all(before.map(([, id]) => hasKey(id)))).toEqual([false, true]);

    const person = await aPart({
      nature: 'individual',
      certificateType: 'resident-id',
      certificateNumber: '310115200012310014',
    });
    const { holderId } = await saveSubject(deps, person.filingId, {
      accountId: person.accountId,
      version: 1,
      draft: alone,
    });
    expect(await personIds(person.filingId)).toEqual([['subject-administrator', holderId]]);
  });

  it('counts what is filled in', async () => {
    const { filingId, accountId } = await aPart();
    const empty = viewOf((await deps.subjects.read(own.database, filingId))!).completeness;
    const full = viewOf(await saveSubject(deps, filingId, { accountId, version: 1, draft: aDraft() })).completeness;
    expect([empty, full]).toEqual([
      { filled: 0, of: 11 },
      { filled: 17, of: 17 },
    ]);
  });

  it('is over once the filing has ended, and not before (I-3)', async () => {
    const { filingId, accountId } = await aPart();
    const close = (stage: 'returned' | 'lapsed') =>
      own.database.transaction((tx) => closeSubject(deps, tx, { filingId, stage, at: '2018-08-01T00:00:00.000Z' }));
    await close('returned');
    await saveSubject(deps, filingId, { accountId, version: 1, draft: aDraft() });
    await close('lapsed');
    await close('lapsed');
    await expect(saveSubject(deps, filingId, { accountId, version: 2, draft: aDraft() })).rejects.toMatchObject({
      code: 'not-allowed-now',
    });
    expect(await verifyAudit(own.database)).toMatchObject({ ok: true });
  });
});

describe('what staff sees (I-25, A20)', () => {
  it('is masked, every personal value of it', async () => {
    const { filingId, accountId } = await aPart();
    await saveSubject(deps, filingId, { accountId, version: 1, draft: aDraft() });
    const seen = maskedViewOf((await deps.subjects.read(own.database, filingId))!);
    expect(seen.locked.certificateNumber).toBe('913***********015K');
    expect(seen.draft.administrators['subject-administrator']).toMatchObject({
      name: '林**',
      certificateNumber: '310***********0014',
      mobile: '138****8000',
      email: 'c***@example.com',
      legalRepresentative: true,
    });
    const text = JSON.stringify(seen);
    for (const word of ['金丝', '雀鸣', '13812348000', '85022088', '路 18', '备注']) expect(text).not.toContain(word);
  });

  it('is one value in clear for a reason, and the look stands in the log', async () => {
    const { filingId, accountId } = await aPart();
    await saveSubject(deps, filingId, { accountId, version: 1, draft: aDraft() });
    const actor = newId();
    const pointer = '/subject/administrators/subject-administrator/mobile';
    const look = { actor, pointer, reason: 'the reviewer calls the applicant' };
    expect(await unmaskValue(deps, filingId, look)).toEqual({ pointer, value: '13812348000' });
    expect(
      await own.database.query('SELECT action, object, entry::jsonb ->> $2 AS reason FROM audit WHERE actor = $1', [
        actor,
        'reason',
      ]),
    ).toEqual([{ action: 'subject-unmasked', object: `filing/${filingId}`, reason: look.reason }]);
  });

  it('is nothing behind a pointer that names no masked value', async () => {
    const { filingId } = await aPart();
    for (const pointer of [
      '/',
      '/subject',
      '/subject/administrators',
      '/subject/nature',
      '/subject/__proto__',
      '/subject/administrators/__proto__/name',
      '/subject/administrators/subject-administrator/constructor',
      '/sites/x/name',
    ]) {
      await expect(unmaskValue(deps, filingId, { actor: newId(), pointer, reason: 'curious' })).rejects.toMatchObject({
        code: 'not-found',
      });
    }
  });
});

describe('the standing of a certificate (rules.md 1.3)', () => {
  it('names an own open draft, whatever letters the number is typed in, and never a foreign one (A17)', async () => {
    const { filingId, accountId, opening } = await aPart({ certificateNumber: '92500105MA0000YY1Y' });
    const query = { certificateType: opening.certificateType, certificateNumber: '9250 0105-ma0000yy1y' };
    expect(await tellStanding(deps, { accountId, ...query })).toEqual({
      held: 'no',
      runningOrder: false,
      openDraft: filingId,
    });
    expect(await tellStanding(deps, { accountId: newId(), ...query })).toEqual({ held: 'no', runningOrder: false });
  });

  it('keeps the papers of persons apart, and those of an organisation together', async () => {
    const { accountId, filingId } = await aPart({
      nature: 'individual',
      certificateType: 'passport',
      certificateNumber: 'E12345678',
    });
    const of = (certificateType: 'passport' | 'taiwan-travel-permit') =>
      tellStanding(deps, { accountId, certificateType, certificateNumber: 'e12345678' });
    expect((await of('passport')).openDraft).toBe(filingId);
    expect((await of('taiwan-travel-permit')).openDraft).toBeUndefined();
  });
});
