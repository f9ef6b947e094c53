import { randomBytes } from 'node:crypto';
import { websiteFactsSchema } from '@beian/contracts/schemas';
import { canonicalJson, DossierStore, newId, ObjectStore, verifyAudit } from '@beian/platform';
import { emptyDatabase, type EmptyDatabase, testStack } from '@beian/testing';
import { applyServiceCode } from './apply-service-code';
import { examineWebsite } from './examine-website';
import { grantServiceCode } from './grant-service-code';
import { grantWebsite } from './grant-website';
import { lookOutside } from './look-outside';
import { openFiledSites } from './open-filed-sites';
import { openWebsite } from './open-website';
import { PartyAway } from './party-away';
import { pinWebsite } from './pin-website';
import { releaseWebsite } from './release-website';
import { addSite, saveSite } from './save-site';
import { tellStanding } from './tell-standing';
import { differenceOf } from './website-difference';
import {
  aDomainRecord,
  anInstance,
  anOpening,
  anUndo,
  aSite,
  aSubmission,
  canaries,
  OutsideParties,
  subjectFacts,
  websiteDeps,
} from './website.fixture';
import { migrations } from './website-tables.migration';

let own: EmptyDatabase;
let objects: ObjectStore;
let outside: OutsideParties;
let outsideUrl: string;
let deps: ReturnType<typeof websiteDeps>;
const bucket = `website-spec-${randomBytes(5).toString('hex')}`;

beforeAll(async () => {
  own = await emptyDatabase('website', migrations);
  const { s3 } = testStack();
  objects = new ObjectStore({
    S3_ENDPOINT: s3.endpoint,
    S3_ACCESS_KEY: s3.accessKey,
    S3_SECRET_KEY: s3.secretKey,
    S3_REGION: s3.region,
  });
  await objects.ensureBucket(bucket);
  outside = new OutsideParties();
  outsideUrl = await outside.listen();
});

beforeEach(async () => {
  await own.database.query(
    `TRUNCATE website_part, site, website_revision, website_pin, domain_lock, service_code, code_quota, site_check, filed_domain, outbox, person_key`,
  );
  outside.domains.clear();
  outside.instances.clear();
  outside.closed.clear();
  outside.asked.length = 0;
  const dossiers = new DossierStore({ objects, bucket, publicKeys: { authority: randomBytes(32) } });
  deps = websiteDeps({ database: own.database, dossiers, outside: outsideUrl });
});

afterAll(async () => {
  objects.close();
  await outside.close();
  await own.drop();
});

interface Filing {
  readonly filingId: string;
  readonly accountId: string;
  readonly siteId: string;
}

/** A service code of an account, for a server of its own. */
async function aCode(accountId: string): Promise<{ id: string; code: string }> {
  const instanceId = `i-${newId().toLowerCase()}`;
  outside.instances.set(instanceId, anInstance(instanceId, { accountId }));
  return applyServiceCode(deps, { accountId, instanceId });
}

/** A filing that is filled in and ready to be submitted. */
async function aFiling(domain: string, more: { accountId?: string; serviceCode?: string } = {}): Promise<Filing> {
  const filingId = newId();
  const accountId = more.accountId ?? newId();
  if (!outside.domains.has(domain)) outside.domains.set(domain, aDomainRecord(domain));
  const serviceCode = more.serviceCode ?? (await aCode(accountId)).code;
  const { sites } = await openWebsite(deps, filingId, anOpening(domain, { accountId }));
  const siteId = sites[0]!.siteId;
  await saveSite(deps, filingId, { accountId, siteId, version: 1, draft: aSite(domain, { serviceCode }) });
  return { filingId, accountId, siteId };
}

const submit = (filingId: string, more: Parameters<typeof aSubmission>[2] = {}) =>
  pinWebsite(deps, aSubmission(deps.hmacKey, filingId, more));
const errorsIn = ({ findings }: Awaited<ReturnType<typeof submit>>) =>
  findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
const events = async (filingId: string): Promise<readonly string[]> =>
  (
    await own.database.query<{ type: string }>('SELECT type FROM outbox WHERE filing_id = $1 ORDER BY sequence', [
      filingId,
    ])
  ).map(({ type }) => type);
const lockedDomains = async () =>
  (await own.database.query<{ domain: string }>('SELECT domain FROM domain_lock WHERE released_at IS NULL')).map(
    ({ domain }) => domain,
  );
const stateOf = async (code: string) => (await deps.codes.byCode(own.database, code))?.state;

async function objectsOf(filingId: string): Promise<readonly string[]> {
  const keys: string[] = [];
  for await (const { key } of objects.list(bucket, `${filingId}/`)) keys.push(key);
  return keys;
}

describe('pinning the websites of a filing', () => {
  it('freezes a revision, locks the domain, holds the code, writes the dossier, and tells each once', async () => {
    const code = await aCode(newId());
    const { filingId } = await aFiling('jinsique.cn', {
      accountId: (await deps.codes.byCode(own.database, code.code))!.owner,
      serviceCode: code.code,
    });
    const answer = await submit(filingId);
    expect(errorsIn(answer)).toEqual([]);
    if (!answer.ok) throw new Error('not pinned');
    expect(websiteFactsSchema.parse(answer.facts)).toEqual(answer.facts);
    expect(answer.facts.sites).toMatchObject([
      { domains: 1, administrator: 'subject-administrator', holders: ['subject'] },
    ]);
    expect(await lockedDomains()).toEqual(['jinsique.cn']);
    expect(await stateOf(code.code)).toBe('in-progress');
    const written = await objectsOf(filingId);
    expect(written).toHaveLength(1);
    const asked = [...written, `${filingId}/1/authority-unknown`];
    expect(await deps.pins.knownDossiers(own.database, asked)).toEqual(written);
    expect(await events(filingId)).toEqual(['service-code-moved', 'website-pinned']);
    expect(await verifyAudit(own.database)).toMatchObject({ ok: true });
  });

  it('says the same at the second call without asking anybody again (I-30)', async () => {
    const { filingId } = await aFiling('jinsique.cn');
    const first = await submit(filingId);
    outside.closed.add('registry').add('cloud');
    expect(await submit(filingId)).toEqual(first);
    expect(await events(filingId)).toEqual(['service-code-moved', 'website-pinned']);
  });

  it('gives the same answer to ten calls at once (I-30)', async () => {
    const { filingId } = await aFiling('jinsique.cn');
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(filingId)));
    expect(new Set(answers.map((answer) => canonicalJson(answer))).size).toBe(1);
    expect(await objectsOf(filingId)).toHaveLength(1);
  });

  it('waits for a registry that is away instead of judging: it throws, and nothing is locked (style 5.1)', async () => {
    const { filingId } = await aFiling('jinsique.cn');
    outside.closed.add('registry');
    await expect(submit(filingId)).rejects.toBeInstanceOf(PartyAway);
    expect(await lockedDomains()).toEqual([]);
    outside.closed.clear();
    expect(await submit(filingId)).toMatchObject({ ok: true });
  });

  it('says in pre-flight that it could not look, as a warning and not as a verdict', async () => {
    const { filingId } = await aFiling('jinsique.cn');
    outside.closed.add('registry').add('cloud');
    const part = (await deps.websites.read(own.database, filingId))!;
    const looked = await lookOutside(deps, own.database, part);
    const { subject, ...rules } = aSubmission(deps.hmacKey, filingId);
    const answer = await examineWebsite(deps, own.database, { part, subject, rules, looked });
    expect(answer.ok).toBe(true);
    expect(answer.findings.filter(({ code }) => code === 'not-checked')).toMatchObject([
      { severity: 'warning', pointer: expect.stringContaining('/domains/0') },
      { severity: 'warning', pointer: expect.stringContaining('/serviceCode') },
    ]);
  });

  it('tells every fault of domain and server at once, and changes nothing (D2, D3)', async () => {
    const { filingId, accountId } = await aFiling('jinsique.cn');
    outside.domains.set(
      'jinsique.cn',
      aDomainRecord('jinsique.cn', {
        registrar: { name: 'far away', approved: false },
        expiresAt: '2018-06-01T00:00:00.000Z',
        realName: { state: 'none' },
        registrant: { name: '别人', certificateType: 'resident-id', certificateNumber: '110105199003071239' },
      }),
    );
    for (const id of outside.instances.keys()) {
      outside.instances.set(
        id,
        anInstance(id, { accountId, mainland: false, billing: 'pay-as-you-go', boughtMonths: 1 }),
      );
    }
    const answer = await submit(filingId);
    expect(errorsIn(answer)).toEqual(
      expect.arrayContaining([
        'DOMAIN_REGISTRAR',
        'domain-expired',
        'domain-not-real-name',
        'DOMAIN_OWNER',
        'DOMAIN_CERT_TYPE',
        'instance-region',
        'instance-billing',
        'instance-bought-too-short',
      ]),
    );
    expect(await lockedDomains()).toEqual([]);
    expect(await events(filingId)).toEqual([]);
    expect(await objectsOf(filingId)).toEqual([]);
  });

  it('quotes no value in what goes into a history (I-28)', async () => {
    const { filingId } = await aFiling('jinsique.cn');
    const said = JSON.stringify(await submit(filingId));
    expect([...canaries, 'jinsique'].filter((word) => said.includes(word))).toEqual([]);
  });
});

describe('what changed between two submissions (row 23)', () => {
  it('is told per website and field, with the websites in their order', async () => {
    const { filingId, accountId, siteId } = await aFiling('bijiao.cn');
    await submit(filingId);
    await releaseWebsite(deps, anUndo(filingId));
    const before = (await deps.websites.read(own.database, filingId))?.sites[0];
    if (before === undefined) throw new Error('no site');
    const draft = { ...before.draft, name: '金丝雀新名称' };
    await saveSite(deps, filingId, { accountId, siteId, version: before.version, draft });
    expect(errorsIn(await submit(filingId, { submission: 2 }))).toEqual([]);
    const told = await differenceOf(deps, filingId, { from: 1, to: 2 });
    expect(told).toEqual({
      changes: [
        { pointer: `/sites/${siteId}/name`, change: 'changed', before: before.draft.name, after: '金丝雀新名称' },
      ],
      siteIds: [siteId],
    });
    await expect(differenceOf(deps, filingId, { from: 2, to: 3 })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('one running order per domain (I-4, I-5, T27, A18)', () => {
  it('lets one of fifty filings through that submit the same domain at once; the others hear ORDER_RUNNING (B-4 also: races)', async () => {
    const filings = await Promise.all(Array.from({ length: 50 }, () => aFiling('jinsique.cn')));
    const answers = await Promise.all(filings.map(({ filingId }) => submit(filingId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const losers = answers.filter(({ ok }) => !ok);
    expect(losers.every((answer) => errorsIn(answer).includes('ORDER_RUNNING'))).toBe(true);
    expect(await lockedDomains()).toEqual(['jinsique.cn']);
    const codes = await own.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM service_code WHERE state = 'in-progress'`,
    );
    expect(codes).toEqual([{ n: 1 }]);
    expect((await Promise.all(filings.map(({ filingId }) => objectsOf(filingId)))).flat()).toHaveLength(1);
  }, 60_000);

  it('does not let a stranger block a domain: his mark does not fit, so there is no lock (A18)', async () => {
    const stranger = await aFiling('jinsique.cn');
    const subject = subjectFacts(deps.hmacKey, stranger.filingId, {
      name: '别的公司',
      certificateType: 'business-licence',
      certificateNumber: '92500105MA0000YY1Y',
    });
    const answer = await pinWebsite(deps, { ...aSubmission(deps.hmacKey, stranger.filingId), subject });
    expect(errorsIn(answer)).toContain('DOMAIN_OWNER');
    expect(await lockedDomains()).toEqual([]);
    const rightful = await aFiling('jinsique.cn');
    expect(await submit(rightful.filingId)).toMatchObject({ ok: true });
  });

  it('sees one domain in other letters, full width and a final dot (B-4)', async () => {
    const first = await aFiling('jinsique.cn');
    await submit(first.filingId);
    const filingId = newId();
    const opened = await openWebsite(deps, filingId, anOpening('ＪｉｎＳｉＱｕｅ.CN.'));
    expect(opened.domain).toBe('jinsique.cn');
    expect(errorsIn(await submit(filingId))).toContain('ORDER_RUNNING');
  });

  it('takes all domains of a filing or none', async () => {
    const first = await aFiling('two.cn');
    await submit(first.filingId);
    const second = await aFiling('one.cn');
    const { code } = await aCode(second.accountId);
    await addSite(deps, second.filingId, {
      accountId: second.accountId,
      draft: aSite('two.cn', { name: '另一个展示', serviceCode: code }),
    });
    expect(await submit(second.filingId)).toMatchObject({ ok: false });
    expect(await lockedDomains()).toEqual(['two.cn']);
    expect(await stateOf(code)).toBe('bound');
  });

  it('says one neutral thing of other accounts, whether they run an order or hold the site (A17)', async () => {
    const first = await aFiling('jinsique.cn');
    await submit(first.filingId);
    const stranger = await aFiling('jinsique.cn');
    const running = (await submit(stranger.filingId)).findings.find(({ code }) => code === 'ORDER_RUNNING');
    expect(JSON.stringify(running)).not.toContain(first.filingId);
    await grantWebsite(deps, { ...anUndo(first.filingId), numbers: { subject: '浙ICP备99000001号', sites: [] } });
    const filed = (await submit(stranger.filingId)).findings.find(({ code }) => code === 'ORDER_RUNNING');
    expect(filed).toEqual(running);
    expect(await tellStanding(deps, { accountId: stranger.accountId, domain: 'jinsique.cn' })).toEqual({
      domain: 'jinsique.cn',
      runningOrder: false,
      hostedHere: false,
    });
  });

  it('names the blocker to its own account (T18)', async () => {
    const first = await aFiling('jinsique.cn');
    await submit(first.filingId);
    const second = await aFiling('jinsique.cn', { accountId: first.accountId });
    const finding = (await submit(second.filingId)).findings.find(({ code }) => code === 'ORDER_RUNNING');
    expect(finding?.zh).toContain(first.filingId);
  });
});

describe('one use of a service code (T28, D10)', () => {
  it('lets one of fifty filings through that use the same code at once', async () => {
    const accountId = newId();
    const { code } = await aCode(accountId);
    const filings = await Promise.all(
      Array.from({ length: 50 }, (_, n) => aFiling(`raced-${n}.cn`, { accountId, serviceCode: code })),
    );
    const answers = await Promise.all(filings.map(({ filingId }) => submit(filingId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      answers.filter(({ ok }) => !ok).every((answer) => errorsIn(answer).includes('service-code-in-progress')),
    ).toBe(true);
    expect(await lockedDomains()).toHaveLength(1);
  }, 60_000);

  it('of another account works once it was granted, and not before (rules.md 2.1)', async () => {
    const owner = newId();
    const { id, code } = await aCode(owner);
    const { filingId, accountId } = await aFiling('jinsique.cn', { serviceCode: ` ${code.toUpperCase()} ` });
    expect(errorsIn(await submit(filingId))).toEqual(['service-code-of-another']);
    await grantServiceCode(deps, id, { accountId: owner, grantedTo: accountId });
    expect(await submit(filingId)).toMatchObject({ ok: true });
    await expect(grantServiceCode(deps, id, { accountId: owner })).rejects.toMatchObject({
      code: 'service-code-unusable',
    });
  });

  it('is consumed for good by a grant, with the number of its site', async () => {
    const accountId = newId();
    const { code } = await aCode(accountId);
    const { filingId, siteId } = await aFiling('jinsique.cn', { accountId, serviceCode: code });
    await submit(filingId);
    const numbers = { subject: '浙ICP备99000001号', sites: [{ siteId, number: '浙ICP备99000001号-1' }] };
    const step = { ...anUndo(filingId), numbers };
    await grantWebsite(deps, step);
    await grantWebsite(deps, step);
    await releaseWebsite(deps, anUndo(filingId, { at: '2018-07-01T02:00:00.000Z' }));
    expect(await stateOf(code)).toBe('filed');
    expect(await lockedDomains()).toEqual([]);
    expect(await own.database.query('SELECT domain, site_number FROM filed_domain')).toEqual([
      { domain: 'jinsique.cn', site_number: '浙ICP备99000001号-1' },
    ]);
    expect(await events(filingId)).toEqual([
      'service-code-moved',
      'website-pinned',
      'service-code-moved',
      'website-granted',
    ]);
    expect(await tellStanding(deps, { accountId, domain: 'jinsique.cn' })).toMatchObject({ hostedHere: true });
  });
});

describe('a change of the subject (rules.md 1.4)', () => {
  const renamed = {
    name: '杭州金丝雀科技集团',
    certificateType: 'business-licence',
    certificateNumber: '91330106MA0000015K',
  };

  /** A subject with one filed site, and a change of it. */
  async function aChange(): Promise<string> {
    const { filingId, accountId, siteId } = await aFiling('jinsique.cn');
    await submit(filingId);
    const sites = [{ siteId, number: '浙ICP备99000001号-1' }];
    await grantWebsite(deps, { ...anUndo(filingId), numbers: { subject: '浙ICP备99000001号', sites } });
    const change = newId();
    const { province, nature, pack, asOf } = anOpening('');
    const opening = { accountId, province, nature, pack, asOf: asOf ?? '2018-06-15', siteNumbers: [] };
    await openFiledSites(deps, change, { ...opening, filingType: 'CHANGE_SUBJECT' });
    return change;
  }
  const change = (filingId: string) =>
    pinWebsite(deps, {
      ...aSubmission(deps.hmacKey, filingId),
      subject: subjectFacts(deps.hmacKey, filingId, renamed),
    });

  it('wants the filed domains registered to the subject as it is afterwards', async () => {
    const filingId = await aChange();
    expect(await change(filingId)).toMatchObject({
      ok: false,
      findings: [{ code: 'DOMAIN_OWNER', pointer: '/filedSites/浙ICP备99000001号-1/domains/0' }],
    });
    outside.domains.set('jinsique.cn', aDomainRecord('jinsique.cn', { registrant: renamed }));
    expect(await change(filingId)).toMatchObject({ ok: true, findings: [], facts: { sites: [] } });
  });

  it('waits for a registry that is away, and asks about no domain filed before 2018', async () => {
    const filingId = await aChange();
    outside.closed.add('registry');
    await expect(change(filingId)).rejects.toBeInstanceOf(PartyAway);
    await own.database.execute(`UPDATE filed_domain SET filed_at = '2017-12-31T15:59:59Z'`);
    expect(await change(filingId)).toMatchObject({ ok: true, findings: [] });
  });
});

describe('undoing a pin (I-10)', () => {
  it('frees domain and code, takes the dossier away and opens the drafts again, once', async () => {
    const accountId = newId();
    const { code } = await aCode(accountId);
    const { filingId, siteId } = await aFiling('jinsique.cn', { accountId, serviceCode: code });
    await submit(filingId);
    const save = () => saveSite(deps, filingId, { accountId, siteId, version: 2, draft: aSite('jinsique.cn') });
    await expect(save()).rejects.toMatchObject({ code: 'not-allowed-now' });
    await releaseWebsite(deps, anUndo(filingId));
    await releaseWebsite(deps, anUndo(filingId));
    expect(await lockedDomains()).toEqual([]);
    expect(await stateOf(code)).toBe('bound');
    expect(await objectsOf(filingId)).toEqual([]);
    expect(await events(filingId)).toEqual([
      'service-code-moved',
      'website-pinned',
      'service-code-moved',
      'website-released',
    ]);
    await expect(save()).resolves.toMatchObject({ version: 3 });
  });

  it('does nothing where nothing was pinned, and an attempt that arrives after its undo is too late (I-7)', async () => {
    const { filingId } = await aFiling('jinsique.cn');
    await releaseWebsite(deps, anUndo(newId()));
    await releaseWebsite(deps, anUndo(filingId));
    expect(await events(filingId)).toEqual([]);
    await expect(submit(filingId)).rejects.toMatchObject({ code: 'too-late' });
    expect(await lockedDomains()).toEqual([]);
  });

  it('is taken back by a fresh submission under the same number, which the first undo then leaves alone', async () => {
    const { filingId } = await aFiling('jinsique.cn');
    await submit(filingId);
    await releaseWebsite(deps, anUndo(filingId));
    expect(await submit(filingId, { at: '2018-06-15T04:00:00.000Z' })).toMatchObject({
      ok: true,
      facts: { revision: 2 },
    });
    await releaseWebsite(deps, anUndo(filingId));
    expect(await lockedDomains()).toEqual(['jinsique.cn']);
  });

  it('leaves a later submission alone, which takes over what the first one held', async () => {
    const { filingId } = await aFiling('jinsique.cn');
    await submit(filingId);
    expect(await submit(filingId, { submission: 2, at: '2018-06-16T02:00:00.000Z' })).toMatchObject({ ok: true });
    await releaseWebsite(deps, anUndo(filingId, { at: '2018-06-17T02:00:00.000Z' }));
    expect(await lockedDomains()).toEqual(['jinsique.cn']);
    await expect(submit(filingId)).rejects.toMatchObject({ code: 'too-late' });
  });

  it('ends cleanly when what was written was erased in between (rel 4.9 d)', async () => {
    const { filingId } = await aFiling('jinsique.cn');
    await submit(filingId);
    await own.database.query('DELETE FROM person_key');
    await releaseWebsite(deps, anUndo(filingId));
    expect(await lockedDomains()).toEqual([]);
    const again = await submit(filingId, { at: '2018-06-15T04:00:00.000Z' });
    expect(again).toMatchObject({ ok: false, findings: [{ code: 'data-erased' }] });
  });
});

describe('what stands in the tables', () => {
  it('is nothing that an applicant wrote, in clear (S9, I-28)', async () => {
    const { filingId } = await aFiling('example.cn');
    await submit(filingId);
    const tables = await own.database.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()`,
    );
    for (const { name } of tables) {
      const rows = await own.database.query<{ row: string }>(`SELECT row_to_json(t)::text AS row FROM "${name}" t`);
      const text = rows.map(({ row }) => row).join('\n');
      const found = canaries.filter((word) => text.includes(word) || text.includes(Buffer.from(word).toString('hex')));
      expect([name, found]).toEqual([name, []]);
    }
  });
});
