import { newId, verifyAudit } from '@beian/platform';
import { emptyDatabase, type EmptyDatabase } from '@beian/testing';
import { closeWebsite } from './close-website';
import { openWebsite } from './open-website';
import { addSite, removeSite, saveSite } from './save-site';
import { tellStanding } from './tell-standing';
import { anOpening, aSite, OutsideParties, websiteDeps } from './website.fixture';
import { sitesView } from './website-view';
import { migrations } from './website-tables.migration';

let own: EmptyDatabase;
let outside: OutsideParties;
let deps: ReturnType<typeof websiteDeps>;

beforeAll(async () => {
  own = await emptyDatabase('website', migrations);
  outside = new OutsideParties();
  const dossiers = { put: () => Promise.reject(new Error('no dossier here')), remove: () => Promise.resolve() };
  deps = websiteDeps({ database: own.database, dossiers, outside: await outside.listen() });
});

afterAll(async () => {
  await outside.close();
  await own.drop();
});

async function aDraft() {
  const filingId = newId();
  const opening = anOpening('example.cn');
  const { sites } = await openWebsite(deps, filingId, opening);
  return { filingId, opening, accountId: opening.accountId, siteId: sites[0]!.siteId };
}

describe('opening the websites of a filing', () => {
  it('makes the first site with the verified domain, once, however often it is asked', async () => {
    const { filingId, opening } = await aDraft();
    const again = await Promise.all([openWebsite(deps, filingId, opening), openWebsite(deps, filingId, opening)]);
    expect(again.map(({ sites }) => sites.length)).toEqual([1, 1]);
    expect(sitesView(again[0]).sites).toMatchObject([
      { version: 1, draft: { domains: ['example.cn'] }, completeness: { filled: 1, of: 8 } },
    ]);
  });

  it('gives ten openings at once the same one site', async () => {
    const filingId = newId();
    const opening = anOpening('example.cn');
    const opened = await Promise.all(Array.from({ length: 10 }, () => openWebsite(deps, filingId, opening)));
    expect(new Set(opened.map(({ sites }) => sites.map(({ siteId }) => siteId).join())).size).toBe(1);
  });

  it.each([
    ['a sub-domain (T11)', 'www.example.cn', 'domain-is-sub-domain'],
    ['an address (T12)', '1.2.3.4', 'domain-is-ip'],
    ['what is no domain', 'example', 'domain-malformed'],
  ])('refuses %s', async (_what, domain, code) => {
    await expect(openWebsite(deps, newId(), anOpening(domain))).rejects.toMatchObject({
      code: 'invalid-request',
      details: { entries: [expect.objectContaining({ code, pointer: '/domain' })] },
    });
    expect(await tellStanding(deps, { accountId: newId(), domain })).toMatchObject({
      refused: code,
      runningOrder: false,
    });
  });

  it('refuses other facts for a filing that is open, and shows a foreign one as absent (T17, A1)', async () => {
    const { filingId, opening } = await aDraft();
    await expect(openWebsite(deps, filingId, { ...opening, domain: 'other.cn' })).rejects.toMatchObject({
      code: 'not-allowed-now',
    });
    await expect(openWebsite(deps, filingId, { ...opening, accountId: newId() })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

describe('saving a website', () => {
  it('lets one of fifty writers through who had read the same version; the others get both versions (T26)', async () => {
    const { filingId, accountId, siteId } = await aDraft();
    const saves = await Promise.allSettled(
      Array.from({ length: 50 }, (_, n) =>
        saveSite(deps, filingId, {
          accountId,
          siteId,
          version: 1,
          draft: aSite('example.cn', { remark: `writer ${n}` }),
        }),
      ),
    );
    const won = saves.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(won).toHaveLength(1);
    const lost = saves.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(lost.every((error) => (error as { code: string }).code === 'stale-version')).toBe(true);
    expect(lost[0]).toMatchObject({
      details: { extra: { current: { version: 2, draft: { remark: won[0]!.draft.remark } }, yours: { version: 1 } } },
    });
    expect((await deps.websites.read(own.database, filingId))!.sites).toEqual(won);
  }, 60_000);

  it('keeps the verified domain in the first site, and the first site in the filing (T17)', async () => {
    const { filingId, accountId, siteId } = await aDraft();
    const locked = { details: { entries: [expect.objectContaining({ code: 'field-locked' })] } };
    await expect(
      saveSite(deps, filingId, { accountId, siteId, version: 1, draft: aSite('other.cn') }),
    ).rejects.toMatchObject(locked);
    await expect(saveSite(deps, filingId, { accountId, siteId, version: 1, draft: {} })).rejects.toMatchObject(locked);
    await expect(removeSite(deps, filingId, { accountId, siteId, version: 1 })).rejects.toMatchObject(locked);
    const both = aSite('example.cn', { domains: ['OTHER.cn', 'Example.CN.'] });
    expect(await saveSite(deps, filingId, { accountId, siteId, version: 1, draft: both })).toMatchObject({
      draft: { domains: ['other.cn', 'example.cn'] },
    });
    await expect(
      own.database.query(`UPDATE website_part SET domain = 'other.cn' WHERE filing_id = $1`, [filingId]),
    ).rejects.toMatchObject({
      code: '23514',
    });
  });

  it('adds and removes further sites, each with its own version', async () => {
    const { filingId, accountId } = await aDraft();
    const site = await addSite(deps, filingId, { accountId, draft: aSite('second.cn') });
    await saveSite(deps, filingId, { accountId, siteId: site.siteId, version: 1, draft: aSite('second.cn') });
    const edit = { accountId, siteId: site.siteId };
    await expect(removeSite(deps, filingId, { ...edit, version: 1 })).rejects.toMatchObject({ code: 'stale-version' });
    await removeSite(deps, filingId, { ...edit, version: 2 });
    await expect(removeSite(deps, filingId, { ...edit, version: 2 })).rejects.toMatchObject({ code: 'not-found' });
    expect((await deps.websites.read(own.database, filingId))!.sites).toHaveLength(1);
  });

  it('finds a site only through its own filing and account (A1, A2)', async () => {
    const mine = await aDraft();
    const theirs = await aDraft();
    const draft = aSite('example.cn');
    await expect(
      saveSite(deps, mine.filingId, { accountId: mine.accountId, siteId: theirs.siteId, version: 1, draft }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      saveSite(deps, theirs.filingId, { accountId: mine.accountId, siteId: theirs.siteId, version: 1, draft }),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(addSite(deps, theirs.filingId, { accountId: mine.accountId, draft })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is over once the filing has ended, and not before (I-3)', async () => {
    const { filingId, accountId, siteId } = await aDraft();
    const close = (stage: 'returned' | 'abandoned') =>
      own.database.transaction((tx) => closeWebsite(deps, tx, { filingId, stage, at: '2018-07-01T00:00:00.000Z' }));
    const save = (version: number) =>
      saveSite(deps, filingId, { accountId, siteId, version, draft: aSite('example.cn') });
    await close('returned');
    await save(1);
    await close('abandoned');
    await close('abandoned');
    await expect(save(2)).rejects.toMatchObject({ code: 'not-allowed-now' });
    expect(await verifyAudit(own.database)).toMatchObject({ ok: true });
  });
});
