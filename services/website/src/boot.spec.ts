import { randomBytes } from 'node:crypto';
import type { WebsiteActivities } from '@beian/contracts';
import {
  authorityDossierSchema,
  examinationSchema,
  serviceCodesSchema,
  sitesSchema,
  websiteFactsSchema,
} from '@beian/contracts/schemas';
import {
  connectTemporal,
  developmentEnvironmentFor,
  DossierStore,
  newId,
  ObjectStore,
  type Running,
  type TemporalClient,
} from '@beian/platform';
import { type FreshDatabase, freshDatabase, testStack } from '@beian/testing';
import { boot, migrate } from './index';
import { websiteConfig, type WebsiteConfig } from './website.config';
import { aDomainRecord, anInstance, anOpening, anUndo, aSite, aSubmission, OutsideParties } from './website.fixture';

const routes = [
  ['POST', '/internal/standing'],
  ['PUT', '/internal/filings/ID/opening'],
  ['GET', '/internal/filings/ID/sites?accountId=nobody'],
  ['POST', '/internal/filings/ID/sites'],
  ['PUT', '/internal/filings/ID/sites/ID'],
  ['DELETE', '/internal/filings/ID/sites/ID'],
  ['POST', '/internal/filings/ID/examination'],
  ['POST', '/internal/service-codes'],
  ['GET', '/internal/service-codes'],
  ['POST', '/internal/service-codes/ID/grant'],
] as const;

let database: FreshDatabase;
let running: Running;
let temporal: TemporalClient;
let objects: ObjectStore;
let config: WebsiteConfig;
const outside = new OutsideParties();
const bucket = `website-boot-${randomBytes(5).toString('hex')}`;
const token = developmentEnvironmentFor('website')['INTERNAL_TOKEN'];

beforeAll(async () => {
  const url = await outside.listen();
  database = await freshDatabase('website');
  const stack = testStack();
  const env = {
    ...developmentEnvironmentFor('website'),
    S3_ENDPOINT: stack.s3.endpoint,
    S3_ACCESS_KEY: stack.s3.accessKey,
    S3_SECRET_KEY: stack.s3.secretKey,
    S3_REGION: stack.s3.region,
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    KAFKA_BROKERS: stack.kafka.brokers.join(','),
    TEMPORAL_ADDRESS: stack.temporal.address,
    TEMPORAL_NAMESPACE: 'beian-website',
    BUCKET_DOSSIERS: bucket,
    REGISTRY_URL: url,
    CLOUD_URL: url,
  };
  config = websiteConfig(env);
  objects = new ObjectStore(config);
  await objects.ensureBucket(bucket);
  await migrate(env);
  running = await boot(env);
  temporal = await connectTemporal(config);
}, 120_000);

beforeEach(() => outside.closed.clear());

afterAll(async () => {
  await running.close();
  await temporal.connection.close();
  await outside.close();
  objects.close();
  await database.drop();
}, 60_000);

async function ask(method: string, path: string, body?: unknown, bearer: string | undefined = token) {
  const response = await fetch(`${running.url}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${bearer}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown> };
}

/** Calls an activity as the workflow does: over Temporal, sealed by the codec. */
function act<Name extends keyof WebsiteActivities>(
  name: Name,
  step: Parameters<WebsiteActivities[Name]>[0],
  attempts = 1,
) {
  return temporal.activity.execute<Awaited<ReturnType<WebsiteActivities[Name]>>>(name, {
    id: newId(),
    taskQueue: 'website',
    args: [step],
    startToCloseTimeout: '20 seconds',
    retry: { maximumAttempts: attempts, initialInterval: 50 },
  });
}

/** Business time of now: the servers and domains of this spec are of today. */
const at = new Date().toISOString();
const inAYear = new Date(Date.now() + 400 * 86_400_000).toISOString();
const submission = (filingId: string) => aSubmission(config.FILING_HMAC_KEY, filingId, { at });

async function aFiling(domain: string) {
  const filingId = newId();
  const { accountId, ...opening } = anOpening(domain);
  const instanceId = `i-${newId().toLowerCase()}`;
  outside.domains.set(domain, aDomainRecord(domain, { expiresAt: inAYear }));
  outside.instances.set(instanceId, anInstance(instanceId, { accountId, expiresAt: inAYear }));
  const code = await ask('POST', '/internal/service-codes', { accountId, instanceId });
  expect(code.status).toBe(201);
  const opened = await ask('PUT', `/internal/filings/${filingId}/opening`, { accountId, ...opening });
  const siteId = sitesSchema.parse(opened.body).sites[0]!.siteId;
  const draft = aSite(domain, { serviceCode: code.body['code'] as string });
  const saved = await ask('PUT', `/internal/filings/${filingId}/sites/${siteId}`, { accountId, version: 1, draft });
  expect(saved.status).toBe(200);
  return { filingId, accountId, siteId, draft };
}

async function examine(filingId: string) {
  const { subject, pack, asOf } = submission(filingId);
  const answer = await ask('POST', `/internal/filings/${filingId}/examination`, { pack, asOf, at, subject });
  expect(answer.status).toBe(200);
  return examinationSchema(websiteFactsSchema).parse(answer.body);
}

describe('the process', () => {
  it('is ready when database, store, worker and consumer are', async () => {
    const ready = async () => (await ask('GET', '/health/ready')).status;
    while ((await ready()) !== 200) await new Promise((resolve) => setImmediate(resolve));
    expect(await ready()).toBe(200);
  }, 60_000);

  it.each(routes)('%s %s answers rubbish with 400, and nobody without the token', async (method, path) => {
    const target = path.replaceAll('ID', newId());
    const body = method === 'GET' || method === 'DELETE' ? undefined : { rubbish: true };
    const answer = await ask(method, target, body);
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid-request']);
    expect((await ask(method, target, undefined, 'wrong')).status).toBe(401);
  });

  it('keeps a draft with its versions: 412 with both, 204 for a removal, 404 for strangers (A1)', async () => {
    const { filingId, accountId, siteId, draft } = await aFiling('drafts.cn');
    const stale = await ask('PUT', `/internal/filings/${filingId}/sites/${siteId}`, { accountId, version: 1, draft });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ current: { siteId, version: 2 }, yours: { version: 1 } });
    const added = await ask('POST', `/internal/filings/${filingId}/sites`, { accountId, draft: aSite('second.cn') });
    expect(added.status).toBe(201);
    const path = `/internal/filings/${filingId}/sites`;
    expect(
      (await ask('DELETE', `${path}/${String(added.body['siteId'])}?accountId=${accountId}&version=1`)).status,
    ).toBe(204);
    expect((await ask('GET', `${path}?accountId=${newId()}`)).status).toBe(404);
    expect(sitesSchema.parse((await ask('GET', `${path}?accountId=${accountId}`)).body).sites).toHaveLength(1);
  });

  it('looks at a filing over HTTP, and says what it could not look at as a warning', async () => {
    const { filingId } = await aFiling('looked.cn');
    expect(await examine(filingId)).toMatchObject({ ok: true, facts: { sites: [{ holders: ['subject'] }] } });
    outside.closed.add('registry');
    const blind = await examine(filingId);
    expect(blind).toMatchObject({ ok: true, facts: { sites: [{ holders: ['unknown'] }] } });
    expect(blind.findings).toContainEqual(expect.objectContaining({ code: 'not-checked', severity: 'warning' }));
  });

  it('pins, releases and pins again when the workflow says so; the dossier opens for the authority', async () => {
    const { filingId, accountId, siteId, draft } = await aFiling('pinned.cn');
    const answer = await act('pinWebsite', submission(filingId));
    if (!answer.ok) throw new Error(JSON.stringify(answer.findings));
    const keys = developmentEnvironmentFor('verification')['DOSSIER_PRIVATE_KEY'] ?? '';
    const privateKeys = keys.split(',').map((key) => Buffer.from(key, 'base64'));
    const dossier = await new DossierStore({ objects, bucket, privateKeys }).get(answer.facts.dossiers![0]!);
    expect(authorityDossierSchema.parse(dossier)).toMatchObject({
      part: 'sites',
      sites: [{ siteId, form: { name: draft.name }, hosting: { region: 'cn-hangzhou', publicIp: '203.0.113.7' } }],
    });
    const codes = async () =>
      serviceCodesSchema.parse((await ask('GET', `/internal/service-codes?accountId=${accountId}`)).body).items;
    expect(await codes()).toMatchObject([{ state: 'in-progress' }]);
    await act('releaseWebsite', anUndo(filingId, { at: new Date().toISOString() }));
    expect(await codes()).toMatchObject([{ state: 'bound' }]);
    expect(
      await act('pinWebsite', { ...submission(filingId), submission: 2, at: new Date().toISOString() }),
    ).toMatchObject({ ok: true });
    expect(await act('websiteChangedAt', { filingId })).toMatch(/Z$/);
  }, 60_000);

  it('makes the workflow wait while the registry is away, and go on when it is back', async () => {
    const { filingId } = await aFiling('away.cn');
    outside.closed.add('registry');
    await expect(act('pinWebsite', submission(filingId))).rejects.toMatchObject({
      cause: { type: 'PartyAway', nonRetryable: false },
    });
    const before = outside.asked.length;
    const waiting = act('pinWebsite', submission(filingId), 50);
    while (outside.asked.length === before) await new Promise((resolve) => setImmediate(resolve));
    outside.closed.clear();
    expect(await waiting).toMatchObject({ ok: true });
  }, 60_000);
});
