import {
  documentLinkSchema,
  documentsSchema,
  documentVersionSchema,
  examinationSchema,
  documentFactsSchema,
  uploadGrantSchema,
} from '@beian/contracts/schemas';
import {
  developmentEnvironmentFor,
  internalClient,
  newId,
  ObjectStore,
  type Environment,
  type InternalClient,
  type Running,
} from '@beian/platform';
import { freshDatabase, testStack, type FreshDatabase } from '@beian/testing';
import { z } from 'zod';
import { boot, migrate } from './index';
import { aPicture, aSubject, Bench, post, sha256 } from './documents.spec-helper';

jest.setTimeout(60_000);

describe('the documents service', () => {
  const statusOf = async (...call: Parameters<typeof fetch>): Promise<number> => {
    const response = await fetch(...call);
    await response.arrayBuffer();
    return response.status;
  };
  const buckets = new Bench().bucket;
  let database: FreshDatabase;
  let env: Environment;
  let service: Running;
  let gateway: InternalClient;

  beforeAll(async () => {
    const { s3, kafka, temporal } = testStack();
    database = await freshDatabase('documents');
    env = {
      ...developmentEnvironmentFor('documents'),
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      PORT: '0',
      DATABASE_URL: database.url,
      KAFKA_BROKERS: kafka.brokers.join(','),
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: 'beian-documents',
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
      CONSUMER_GROUP: `spec-documents-${newId()}`,
      BUCKET_DOCUMENTS: buckets,
      BUCKET_DOSSIERS: buckets,
    };
    const store = new ObjectStore({
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
    });
    await store.ensureBucket(buckets);
    store.close();
    await migrate(env);
    service = await boot(env);
    gateway = internalClient(service.url ?? '', env['INTERNAL_TOKEN'] ?? '');
  });
  afterAll(async () => {
    await service.close();
    await database.drop();
  });

  it('is ready, with database, store and worker', async () => {
    const ask = async () => (await fetch(new URL('/health/ready', service.url))).json() as Promise<{ status: string }>;
    const deadline = Date.now() + 40_000;
    let answer = await ask();
    // Its consumer joins its group a moment after the door opens.
    while (answer.status !== 'up' && Date.now() < deadline) answer = await ask();
    expect(answer).toMatchObject({
      status: 'up',
      parts: { database: 'up', 'object store': 'up', 'worker documents': 'up' },
    });
  }, 60_000);

  it('takes a paper from its opening to its link', async () => {
    const [id, accountId] = [newId(), newId()];
    const of = `/internal/filings/${id}`;
    const opening = {
      accountId,
      pack: '2018-06',
      asOf: '2018-06-01',
      province: '12',
      nature: 'enterprise',
      filingType: 'FIRST',
    };
    await gateway.put(`${of}/opening`, z.unknown(), opening);
    await gateway.put(`${of}/opening`, z.unknown(), opening);
    const bytes = await aPicture();
    const ask = {
      accountId,
      slot: 'subject-certificate',
      type: 'image/jpeg',
      sizeBytes: bytes.length,
      sha256: sha256(bytes),
      validUntil: '2030-01-01',
    };
    const grant = await gateway.post(`${of}/uploads`, uploadGrantSchema, ask);
    expect(await post(grant, bytes)).toBe(204);
    const version = await gateway.post(`${of}/uploads/${grant.uploadId}/completion`, documentVersionSchema, {
      accountId,
    });
    expect(version).toMatchObject({ state: 'accepted', sealed: false, widthPixels: 640 });
    const list = await gateway.get(`${of}/documents?accountId=${accountId}`, documentsSchema);
    expect(list).toEqual({ version: 2, documents: [version] });
    expect(await gateway.get(`${of}/documents`, documentsSchema)).toEqual(list);
    const link = await gateway.post(`${of}/documents/${version.versionId}/link`, documentLinkSchema, {
      actor: newId(),
      reason: 'review',
    });
    expect(await statusOf(link.url)).toBe(200);
    const examination = { pack: '2018-06', asOf: '2018-06-01', at: '2018-06-01T00:00:00.000Z', subject: aSubject() };
    const examined = await gateway.post(`${of}/examination`, examinationSchema(documentFactsSchema), examination);
    expect(examined).toMatchObject({
      ok: true,
      facts: { slots: [{ slot: 'subject-certificate', validUntil: '2030-01-01' }] },
    });
    await gateway.delete(`${of}/documents/${version.versionId}?accountId=${accountId}`, z.unknown());
    expect((await gateway.get(`${of}/documents?accountId=${accountId}`, documentsSchema)).documents).toEqual([]);
  });

  it('rel 4.11 keeps the head of the gateway’s audit log, and takes nothing else for one', async () => {
    const head = { sequence: 7, hash: 'ab'.repeat(32) };
    await gateway.post('/internal/audit-heads/gateway', z.undefined(), head);
    const { s3 } = testStack();
    const store = new ObjectStore({
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
    });
    const kept: unknown[] = [];
    for await (const { key } of store.list(buckets, 'audit-heads/gateway/'))
      kept.push(JSON.parse(String(await store.get({ bucket: buckets, key }, 1_000))));
    store.close();
    expect(kept).toEqual([head]);
    const rubbish = gateway.post('/internal/audit-heads/gateway', z.undefined(), { sequence: 7, hash: 'x' });
    await expect(rubbish).rejects.toMatchObject({ code: 'invalid-request' });
    const url = new URL('/internal/audit-heads/gateway', service.url);
    const unsigned = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(head) };
    expect(await statusOf(url, unsigned)).toBe(401);
  });

  it.each([
    ['PUT', 'opening'],
    ['POST', 'uploads'],
    ['POST', `uploads/${newId()}/completion`],
    ['GET', 'documents'],
    ['DELETE', `documents/${newId()}?accountId=${newId()}`],
    ['POST', `documents/${newId()}/link`],
    ['POST', 'examination'],
    ['POST', 'histories/links'],
    ['PUT', 'legal-hold'],
  ])('lets nobody in without the internal token, and no rubbish with it: %s %s', async (method, path) => {
    const url = new URL(`/internal/filings/${newId()}/${path}`, service.url);
    expect(await statusOf(url, { method })).toBe(401);
    const headers = { authorization: `Bearer ${env['INTERNAL_TOKEN']}`, 'content-type': 'application/json' };
    const body = method === 'GET' || method === 'DELETE' ? undefined : JSON.stringify({ accountId: 'x', rubbish: 1 });
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    expect([400, 404]).toContain(response.status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    await response.arrayBuffer();
    const strange = new URL(`/internal/filings/not-an-id/${path}`, service.url);
    expect(await statusOf(strange, { method, headers, ...(body === undefined ? {} : { body }) })).toBe(400);
  });

  it.each([
    ['0 bytes', { sizeBytes: 0 }, '/sizeBytes'],
    ['4 MiB', { sizeBytes: 4_194_304 }, '/sizeBytes'],
    ['5 GB', { sizeBytes: 5_000_000_000 }, '/sizeBytes'],
    ['a PDF', { type: 'application/pdf' }, '/type'],
    ['an SVG', { type: 'image/svg+xml' }, '/type'],
    ['a hash of another length', { sha256: 'ab' }, '/sha256'],
    ['a slot of 5,000 characters', { slot: 'x'.repeat(5_000) }, '/slot'],
    ['a slot with NUL', { slot: 'a\u0000' }, '/slot'],
    ['a day that does not exist', { validUntil: '2019-02-30' }, '/validUntil'],
    ['an unknown field', { key: 'accepted/x' }, '/key'],
  ])('refuses to grant %s, and says where (B-7 size, type)', async (_, change, pointer) => {
    const ask = {
      accountId: newId(),
      slot: 'subject-certificate',
      type: 'image/jpeg',
      sizeBytes: 10,
      sha256: '0'.repeat(64),
      ...change,
    };
    const asked = gateway.post(`/internal/filings/${newId()}/uploads`, uploadGrantSchema, ask);
    const refused = await asked.then(
      () => undefined,
      (error: { code: string; details: { entries?: { pointer: string }[] } }) => error,
    );
    expect(refused?.code).toMatch(/^(invalid-request|malformed-json)$/);
    if (refused?.code === 'invalid-request')
      expect(refused.details.entries?.map((entry) => entry.pointer)).toContain(pointer);
  });

  it('does not start in production without an antivirus, nor with a development secret (S5, S17)', async () => {
    await expect(async () => boot({ ...env, NODE_ENV: 'production' })).rejects.toThrow(/CLAMD_ADDRESS/);
  });
});
