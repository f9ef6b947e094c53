import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '@beian/platform';
import { emptyDatabase, type EmptyDatabase } from '@beian/testing';
import { NameServer, type Resolved } from './name-server';
import { anOpening, aDomainRecord, anInstance, OutsideParties, websiteDeps } from '../website.fixture';
import { openWebsite } from '../open-website';
import { migrations } from '../website-tables.migration';
import { websiteCheckedSchema } from '@beian/contracts/schemas';
import { checkOwnSite, checkSites } from './check-sites';
import { HttpHomePages } from './home-page.http';
import { isPublic, networks } from './public-address';
import { siteCheckView } from './site-check-view';

/** Names as a spec lays them down; the service over HTTP and the story ask a real name server. */
class Names extends NameServer {
  readonly known = new Map<string, readonly string[]>();
  isAway = false;
  override async resolve(name: string): Promise<Resolved> {
    const addresses = this.known.get(name);
    if (this.isAway) return { state: 'unknown' };
    return addresses === undefined ? { state: 'nowhere' } : { state: 'found', addresses };
  }
}

const number = '津ICP备99000001号-1';
const footer = `<p><a href="https://beian.miit.gov.cn/" target=_blank>${number}</a></p>`;
const rules = { pack: '2026', asOf: '2026-03-02' } as const;

let own: EmptyDatabase;
let web: Server;
const outside = new OutsideParties();
const names = new Names();
let deps: ReturnType<typeof websiteDeps>;
let pagesAt: string;
/** By host: a page, or where to go instead. */
const pages = new Map<string, { readonly html?: string; readonly to?: string }>();

beforeAll(async () => {
  own = await emptyDatabase('website', migrations);
  const url = await outside.listen();
  web = createServer((request, response) => {
    const page = pages.get(request.headers.host ?? '');
    if (page?.to !== undefined) response.writeHead(302, { location: page.to }).end();
    else response.writeHead(page === undefined ? 500 : 200, { 'content-type': 'text/html' }).end(page?.html);
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  pagesAt = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
  const around = websiteDeps({
    database: own.database,
    dossiers: { put: async () => ({ recipient: 'authority', key: 'k', sha256: 's' }), remove: async () => undefined },
    outside: url,
  });
  deps = Object.assign(around, { names, pages: new HttpHomePages({ names, pagesAt }), ...rules });
});
afterAll(async () => {
  web.closeAllConnections();
  await new Promise((resolve) => web.close(resolve));
  await outside.close();
  await own.drop();
});

/** A site of a fresh account in the register. */
async function filedSite(siteNumber = number) {
  const filingId = newId();
  const domain = `s${filingId.slice(-10).toLowerCase()}.cn`;
  const opening = anOpening(domain);
  await openWebsite(deps, filingId, opening);
  const filed = { domains: [{ domain, siteId: newId(), siteNumber }], at: new Date('2026-01-02T02:00:00.000Z') };
  await own.database.transaction((tx) => deps.domains.enter(tx, { filingId, accountId: opening.accountId }, filed));
  await own.database.query(
    `INSERT INTO service_code (id, code, account_id, instance_id, state, filing_id, site_id, submission, site_number, created_at, changed_at)
     VALUES ($1, $1, $2, $3, 'filed', $4, 'x', 1, $5, now(), now())`,
    [newId(), opening.accountId, `i-${domain}`, filingId, siteNumber],
  );
  outside.instances.set(`i-${domain}`, anInstance(`i-${domain}`));
  outside.domains.set(domain, aDomainRecord(domain, { expiresAt: '2030-01-01T00:00:00.000Z' }));
  names.known.set(domain, ['203.0.113.7']);
  pages.set(domain, { html: footer });
  return { filingId, domain, accountId: opening.accountId, siteNumber };
}

beforeEach(async () => {
  deps.clock.instant = new Date('2026-03-02T02:00:00.000Z');
  names.isAway = false;
  outside.closed.clear();
  await own.database.query('TRUNCATE website_part, filed_domain, service_code, site_check, outbox CASCADE');
});

const look = async (site: { readonly accountId: string; readonly siteNumber: string }) => {
  deps.clock.instant = new Date(deps.clock.instant.getTime() + 61_000);
  const [row] = await checkOwnSite(deps, site);
  return siteCheckView(row!, rules);
};

describe('the check of a filed site (rules.md 9.5, 9.6)', () => {
  it('finds nothing where the domain leads to its server and the footer is right', async () => {
    expect(await look(await filedSite())).toMatchObject({
      dns: 'here',
      registration: 'valid',
      homePage: 'fine',
      expected: { number, link: 'https://beian.miit.gov.cn' },
      findings: [],
    });
  });

  it.each([
    ['elsewhere', ['198.18.0.1'], 'elsewhere', ['shell-site']],
    ['nowhere', undefined, 'nowhere', ['shell-site']],
    ['to a network of the provider', ['198.51.100.9'], 'here', []],
  ] as const)('judges a domain that leads %s', async (_where, addresses, dns, codes) => {
    const site = await filedSite();
    if (addresses === undefined) names.known.delete(site.domain);
    else names.known.set(site.domain, addresses);
    const seen = await look(site);
    expect(seen).toMatchObject({ dns });
    expect(seen.findings.map(({ code }) => code)).toEqual(codes);
    for (const finding of seen.findings) expect(Object.values(finding).every((text) => text !== '')).toBe(true);
  });

  it('says nothing against a site when name servers, cloud or registry give no answer', async () => {
    const site = await filedSite();
    names.isAway = true;
    outside.closed.add('registry');
    expect(await look(site)).toMatchObject({ dns: 'unknown', registration: 'unknown', findings: [] });
    names.isAway = false;
    names.known.set(site.domain, ['8.8.8.8']);
    outside.closed.add('cloud');
    expect(await look(site)).toMatchObject({ dns: 'unknown', homePage: 'not-looked', findings: [] });
  });

  it('calls an expired domain an empty shell', async () => {
    const site = await filedSite();
    outside.domains.set(site.domain, aDomainRecord(site.domain, { expiresAt: '2026-03-01T00:00:00.000Z' }));
    expect(await look(site)).toMatchObject({ registration: 'expired', findings: [{ code: 'shell-site' }] });
  });

  it.each([
    ['no number', { html: '<p>hello</p>' }, 'no-number', 'NO_FOOTER'],
    ['another number', { html: footer.replace('99000001', '99000002') }, 'other-number', 'NO_FOOTER'],
    ['a number without a link', { html: number }, 'no-link', 'NO_FOOTER'],
    ['nothing', {}, 'no-number', 'NO_FOOTER'],
    ['a redirect to this network', { to: 'http://10.0.0.8/' }, 'forbidden-address', 'FILED_SITE_DOWN'],
    ['a redirect to a port', { to: 'http://203.0.113.7:8080/' }, 'forbidden-address', 'FILED_SITE_DOWN'],
    ['a redirect to a file', { to: 'file:///etc/passwd' }, 'forbidden-address', 'FILED_SITE_DOWN'],
  ])('judges a home page with %s', async (_what, page, homePage, code) => {
    const site = await filedSite();
    pages.set(site.domain, page);
    expect(await look(site)).toMatchObject({ dns: 'here', homePage, findings: [{ code, stage: 'granted' }] });
  });

  it('follows a redirect to a name whose addresses are public, and none to one that is not', async () => {
    const site = await filedSite();
    pages.set(site.domain, { to: `https://www.${site.domain}/index.html` });
    names.known.set(`www.${site.domain}`, ['203.0.113.7']);
    pages.set(`www.${site.domain}`, { html: footer });
    expect(await look(site)).toMatchObject({ homePage: 'fine' });
    names.known.set(`www.${site.domain}`, ['203.0.113.7', '127.0.0.1']);
    expect(await look(site)).toMatchObject({ homePage: 'forbidden-address' });
  });

  it('asks the home page of a Guangdong site for the number of the subject (C25)', async () => {
    const site = await filedSite('粤ICP备99000001号-1');
    pages.set(site.domain, { html: '<a href="//beian.miit.gov.cn">粤 icp备 99000001号</a>' });
    expect(await look(site)).toMatchObject({ homePage: 'fine', expected: { number: '粤ICP备99000001号' } });
  });

  it('keeps since when a site fails, and tells each change once', async () => {
    const site = await filedSite();
    names.known.delete(site.domain);
    const first = await look(site);
    const second = await look(site);
    expect(second.failingSince).toBe(first.checkedAt);
    names.known.set(site.domain, ['203.0.113.7']);
    expect(await look(site)).not.toHaveProperty('failingSince');
    const told = await own.database.query<{ data: object }>(
      `SELECT data FROM outbox WHERE type = 'website-checked' ORDER BY sequence`,
    );
    const { accountId: owner, siteNumber } = site;
    expect(told.map(({ data }) => websiteCheckedSchema.parse(data))).toEqual([
      { owner, siteNumber, faults: ['shell-site'] },
      { owner, siteNumber, faults: [] },
    ]);
  });

  it('does not look twice in a minute, nor at what another account has filed', async () => {
    const site = await filedSite();
    const { checkedAt } = await look(site);
    names.known.delete(site.domain);
    const [again] = await checkOwnSite(deps, site);
    expect(siteCheckView(again!, rules)).toMatchObject({ checkedAt, dns: 'here' });
    await expect(checkOwnSite(deps, { ...site, accountId: newId() })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a round of the periodic check', () => {
  it('goes on where it stopped and ends, each domain looked at once', async () => {
    for (const n of [1, 2, 3]) await filedSite(`津ICP备9900000${n}号-1`);
    const round = { at: '2026-03-02T03:00:00.000Z', limit: 2 };
    expect(await checkSites(deps, round)).toMatchObject({ checked: 2, left: 1 });
    expect(await checkSites(deps, round)).toMatchObject({ checked: 1, left: 0 });
    expect(await checkSites(deps, round)).toEqual({ checked: 0, withFindings: 0, left: 0 });
  });

  it('names a subject whose sites are all cancelled, unless it was cancelled itself', async () => {
    const { accountId, domain, filingId } = await filedSite();
    const shells = () => deps.checks.shellSubjects(own.database, { accountId });
    expect(await shells()).toEqual([]);
    const at = new Date('2026-02-02T02:00:00.000Z');
    await own.database.transaction((tx) => deps.domains.cancel(tx, accountId, { domains: [domain], at }));
    const shell = { subjectNumber: '津ICP备99000001号', since: at };
    expect(await shells()).toEqual([shell]);
    expect(await deps.checks.shellSubjects(own.database, { filingId })).toEqual([shell]);
    expect(await deps.checks.shellSubjects(own.database, { filingId: newId() })).toEqual([]);
    const lock = `INSERT INTO domain_lock (domain, filing_id, account_id, site_id, submission, taken_at, released_at)
      VALUES ($1, $2, $3, 's', 1, $4, $4)`;
    const access = newId();
    await openWebsite(deps, access, { ...anOpening(domain), accountId, filingType: 'CANCEL_ACCESS' });
    await own.database.query(lock, [domain, access, accountId, at]);
    expect(await shells()).toEqual([]);
    expect(filingId).not.toBe(access);
  });
});

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '169.254.169.254',
    '100.100.100.200',
    '192.168.1.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2002:7f00:1::',
    'x',
  ])('never speaks to %s', (address) => expect(isPublic(address)).toBe(false));
  it.each(['8.8.8.8', '203.0.113.7', '2606:4700::1111'])('speaks to %s', (address) =>
    expect(isPublic(address)).toBe(true),
  );
  it.each(['10.0.0.0', '10.0.0.0/33', 'x/8', '10.0.0.0/'])('refuses %s as a network', (range) =>
    expect(() => networks([range])).toThrow(RangeError),
  );
});
