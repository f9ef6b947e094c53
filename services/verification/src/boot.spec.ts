import { randomBytes } from 'node:crypto';
import { requirementsSchema } from '@beian/contracts/schemas';
import { developmentEnvironmentFor, newId, ObjectStore, type Running } from '@beian/platform';
import { provinces } from '@beian/rules';
import { freshDatabase, testStack, type FreshDatabase } from '@beian/testing';
import { boot, migrate } from './index';
import { OutsideWorld } from './outside-world.spec-helper';

/** Every route of the service, with a body that means nothing. */
const routes = [
  ['GET', '/internal/filings/ID'],
  ['POST', '/internal/filings/ID/judgement'],
  ['GET', '/internal/filings/ID/reasons'],
  ['POST', '/internal/filings/ID/national-register-check'],
  ['GET', '/internal/filings/ID/call-slots'],
  ['POST', '/internal/filings/ID/call-slots'],
  ['GET', '/internal/filings/ID/calls'],
  ['POST', '/internal/filings/ID/calls'],
  ['POST', '/internal/filings/ID/difference'],
  ['GET', '/internal/filings/ID/identity'],
  ['GET', '/internal/photo-guide'],
  ['GET', '/internal/photo-places'],
  ['POST', '/internal/photo-places'],
  ['DELETE', '/internal/photo-places/ID'],
  ['POST', '/internal/filings/ID/identity-choice'],
  ['POST', '/internal/filings/ID/phone-confirmations'],
  ['POST', '/internal/filings/ID/phone-resends'],
  ['POST', '/internal/filings/ID/hold'],
  ['POST', '/internal/filings/ID/release'],
  ['PUT', '/internal/filings/ID/legal-hold'],
  ['GET', '/internal/reviews'],
  ['POST', '/internal/reviews/ID/claim'],
  ['DELETE', '/internal/reviews/ID/claim'],
  ['POST', '/internal/reviews/ID/decision'],
  ['POST', '/internal/reviews/ID/photo-decision'],
  ['POST', '/internal/reviews/ID/reasons'],
  ['POST', '/internal/filing-type-checks'],
  ['GET', '/internal/filing-type-checks/ID'],
  ['GET', '/internal/requirements'],
  ['POST', '/internal/callbacks/authority'],
  ['POST', '/internal/callbacks/carrier'],
  ['POST', '/internal/callbacks/courier'],
] as const;

describe('the process', () => {
  const world = new OutsideWorld();
  const token = developmentEnvironmentFor('verification')['INTERNAL_TOKEN'];
  let database: FreshDatabase;
  let running: Running;

  beforeAll(async () => {
    await world.listen();
    database = await freshDatabase('verification');
    const { temporal, kafka, s3 } = testStack();
    const store = {
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
    };
    const bucket = `spec-verification-${randomBytes(5).toString('hex')}`;
    const objects = new ObjectStore(store);
    await objects.ensureBucket(bucket);
    objects.close();
    const env = {
      ...developmentEnvironmentFor('verification'),
      ...store,
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATABASE_URL: database.url,
      KAFKA_BROKERS: kafka.brokers.join(','),
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: 'beian-verification',
      BUCKET_DOCUMENTS: bucket,
      BUCKET_DOSSIERS: bucket,
      AUTHORITY_URL: world.url,
      CARRIER_URL: world.url,
      COURIER_URL: world.url,
      AS_OF: '2018-06-15',
    };
    await migrate(env);
    running = await boot(env);
  });

  afterAll(async () => {
    await running.close();
    await database.drop();
    await world.close();
  });

  const ask = (
    method: string,
    path: string,
    { body, bearer = token }: { readonly body?: unknown; readonly bearer?: string | undefined } = {},
  ) =>
    fetch(`${running.url}${path.replace('ID', newId())}`, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  it('is ready once its worker polls, its database and its buckets answer', async () => {
    const look = async () => (await fetch(`${running.url}/health/ready`)).json() as Promise<{ status: string }>;
    const deadline = Date.now() + 40_000;
    let answer = await look();
    while (answer.status !== 'up' && Date.now() < deadline) answer = await look();
    expect(answer).toMatchObject({
      status: 'up',
      parts: { 'worker verification': 'up', database: 'up', 'object store': 'up' },
    });
  }, 60_000);

  it.each(routes)('lets nobody in without the internal token: %s %s', async (method, path) => {
    const answer = await ask(method, path, { bearer: 'somebody-else', ...(method === 'POST' ? { body: {} } : {}) });
    expect(answer.status).toBe(401);
  });

  it.each(routes.filter(([method]) => method === 'POST'))(
    'refuses rubbish and unknown fields: %s %s',
    async (method, path) => {
      for (const body of [{ isAdmin: true }, [], 'text', { actor: 1 }]) {
        const answer = await ask(method, path, { body });
        expect(answer.status).toBe(400);
        expect(answer.headers.get('content-type')).toContain('application/problem+json');
      }
    },
  );

  it('answers for filings and checks that do not exist', async () => {
    expect((await ask('GET', '/internal/filings/ID')).status).toBe(404);
    expect((await ask('GET', `/internal/filing-type-checks/ID?accountId=${newId()}`)).status).toBe(404);
    expect((await ask('POST', '/internal/reviews/ID/claim', { body: { actor: newId() } })).status).toBe(404);
    expect(await (await ask('GET', '/internal/reviews')).json()).toEqual({ items: [] });
  });

  it('says what a province asks, with sources', async () => {
    const answer = await ask('GET', '/internal/requirements?province=12&nature=enterprise');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ pack: '2018-06', asOf: '2018-06-15', province: { code: '12' } });
    expect((await ask('GET', '/internal/requirements?province=12&nature=nobody')).status).toBe(400);
  });

  it('says it of every province in the shape of the contract', async () => {
    for (const { code } of provinces) {
      for (const nature of ['enterprise', 'individual']) {
        const answer = await ask('GET', `/internal/requirements?province=${code}&nature=${nature}&pack=2026`);
        const { success, error } = requirementsSchema.safeParse(await answer.json());
        expect({ code, nature, success, error }).toEqual({ code, nature, success: true, error: undefined });
      }
    }
  });

  it('decides a filing type over the wire of the national register', async () => {
    const accountId = newId();
    const form = {
      province: '12',
      nature: 'enterprise',
      certificateType: 'business-licence',
      certificateNumber: '91120104MA0000015X',
      domain: 'lin-tea.cn',
    };
    const own = { subjectHeld: 'no', certificateRunning: false, domainRunning: false, hostedHere: false };
    const answer = await ask('POST', '/internal/filing-type-checks', { body: { ...form, ...own, accountId } });
    const decision = (await answer.json()) as { checkId: string };
    expect(decision).toMatchObject({ row: 'T06', filingType: 'FIRST', pack: '2018-06', asOf: '2018-06-15' });

    const kept = await ask('GET', `/internal/filing-type-checks/${decision.checkId}?accountId=${accountId}`);
    const { certificateNumber, ...shown } = form;
    expect(await kept.json()).toEqual({ ...decision, form: shown });
    expect(certificateNumber).toBe('91120104MA0000015X');
    expect((await ask('GET', `/internal/filing-type-checks/${decision.checkId}?accountId=${newId()}`)).status).toBe(
      404,
    );
  });
});
