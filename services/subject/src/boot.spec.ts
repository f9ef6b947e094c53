import { randomBytes } from 'node:crypto';
import type { FilingSnapshot, SubjectActivities } from '@beian/contracts';
import {
  authorityDossierSchema,
  notificationDossierSchema,
  subjectPartSchema,
  verificationDossierSchema,
} from '@beian/contracts/schemas';
import {
  connectKafka,
  connectTemporal,
  createLogger,
  developmentEnvironmentFor,
  DossierStore,
  newId,
  ObjectStore,
  openDatabase,
  type Running,
  type TemporalClient,
  topicOf,
} from '@beian/platform';
import { type FreshDatabase, freshDatabase, testStack } from '@beian/testing';
import { boot, migrate } from './index';
import { subjectConfig } from './subject.config';
import { aDraft, anOpening, anUndo, aSubmission, canaries } from './subject.fixture';

const routes = [
  ['POST', '/internal/standing'],
  ['PUT', '/internal/filings/ID/opening'],
  ['GET', '/internal/filings/ID/part?accountId=nobody'],
  ['PUT', '/internal/filings/ID/part'],
  ['POST', '/internal/filings/ID/examination'],
  ['POST', '/internal/filings/ID/unmask'],
] as const;

let database: FreshDatabase;
let running: Running;
let temporal: TemporalClient;
let objects: ObjectStore;
const bucket = `subject-boot-${randomBytes(5).toString('hex')}`;
const token = developmentEnvironmentFor('subject')['INTERNAL_TOKEN'];

beforeAll(async () => {
  database = await freshDatabase('subject');
  const stack = testStack();
  const env = {
    ...developmentEnvironmentFor('subject'),
    S3_ENDPOINT: stack.s3.endpoint,
    S3_ACCESS_KEY: stack.s3.accessKey,
    S3_SECRET_KEY: stack.s3.secretKey,
    S3_REGION: stack.s3.region,
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: database.url,
    KAFKA_BROKERS: stack.kafka.brokers.join(','),
    TEMPORAL_ADDRESS: stack.temporal.address,
    TEMPORAL_NAMESPACE: 'beian-subject',
    BUCKET_DOSSIERS: bucket,
  };
  const config = subjectConfig(env);
  objects = new ObjectStore(config);
  await objects.ensureBucket(bucket);
  await migrate(env);
  running = await boot(env);
  temporal = await connectTemporal(config);
}, 120_000);

afterAll(async () => {
  await running.close();
  await temporal.connection.close();
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
  return {
    status: response.status,
    text,
    body: (text === '' ? undefined : JSON.parse(text)) as Record<string, unknown>,
  };
}

/** Calls an activity as the workflow does: over Temporal, sealed by the codec. */
function act<Name extends keyof SubjectActivities>(name: Name, step: Parameters<SubjectActivities[Name]>[0]) {
  return temporal.activity.execute<Awaited<ReturnType<SubjectActivities[Name]>>>(name, {
    id: newId(),
    taskQueue: 'subject',
    args: [step],
    startToCloseTimeout: '20 seconds',
    retry: { maximumAttempts: 2 },
  });
}

async function aFiling() {
  const filingId = newId();
  const opening = anOpening();
  await ask('PUT', `/internal/filings/${filingId}/opening`, opening);
  const saved = await ask('PUT', `/internal/filings/${filingId}/part`, {
    accountId: opening.accountId,
    version: 1,
    draft: aDraft(),
  });
  expect(subjectPartSchema.parse(saved.body)).toMatchObject({ version: 2 });
  return { filingId, accountId: opening.accountId };
}

describe('the process', () => {
  it('is ready when database, store, worker and consumer are', async () => {
    const ready = async () => (await ask('GET', '/health/ready')).status;
    while ((await ready()) !== 200) await new Promise((resolve) => setImmediate(resolve));
    expect(await ready()).toBe(200);
  }, 60_000);

  it.each(routes)('%s %s answers rubbish with 400, and nobody without the token', async (method, path) => {
    const target = path.replace('ID', newId());
    const answer = await ask(method, target, method === 'GET' ? undefined : { rubbish: true });
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid-request']);
    expect((await ask(method, target, undefined, 'wrong')).status).toBe(401);
    const noId = await ask(method, path.replace('ID', 'not-an-id'), method === 'GET' ? undefined : {});
    expect(noId.status).toBe(400);
  });

  it('refuses to edit what the type check fixed, by name (T17)', async () => {
    const { filingId, accountId } = await aFiling();
    const body = { accountId, version: 2, draft: { ...aDraft(), nature: 'individual' } };
    const answer = await ask('PUT', `/internal/filings/${filingId}/part`, body);
    expect(answer.status).toBe(400);
    expect(answer.body['errors']).toEqual([
      expect.objectContaining({ pointer: '/draft/nature', code: 'unknown-field' }),
    ]);
  });

  it('answers a stale write with both versions (412)', async () => {
    const { filingId, accountId } = await aFiling();
    const answer = await ask('PUT', `/internal/filings/${filingId}/part`, {
      accountId,
      version: 1,
      draft: aDraft({ remark: 'mine' }),
    });
    expect(answer.status).toBe(412);
    expect(answer.body).toMatchObject({
      code: 'stale-version',
      current: { version: 2 },
      yours: { version: 1, draft: { remark: 'mine' } },
    });
  });

  it('shows the owner his words, staff a mask, and others nothing (A1, I-25)', async () => {
    const { filingId, accountId } = await aFiling();
    const part = `/internal/filings/${filingId}/part`;
    expect((await ask('GET', `${part}?accountId=${accountId}`)).text).toContain('金丝雀');
    expect((await ask('GET', `${part}?accountId=${newId()}`)).status).toBe(404);
    for (const path of [part, `${part}/masked?actor=${newId()}`]) {
      const seen = await ask('GET', path);
      expect(seen.status).toBe(200);
      // The district is no person's secret: reviewers need the region, and addresses are masked apart from it.
      expect(canaries.filter((word) => word !== '西湖' && seen.text.includes(word))).toEqual([]);
    }
  });

  it('answers what was erased as what never was, and a pre-flight of it in words (rel 4.9)', async () => {
    const { filingId, accountId } = await aFiling();
    const erasing = openDatabase({ url: database.url, schema: 'subject', applicationName: 'subject-erasing' });
    await erasing.initialize();
    await erasing.query(
      'DELETE FROM person_key WHERE person_id IN (SELECT holder_id FROM subject_part WHERE filing_id = $1)',
      [filingId],
    );
    await erasing.destroy();
    expect((await ask('GET', `/internal/filings/${filingId}/part?accountId=${accountId}`)).status).toBe(404);
    const { pack, asOf, at } = aSubmission(filingId);
    const examined = await ask('POST', `/internal/filings/${filingId}/examination`, { pack, asOf, at });
    expect(examined.body).toMatchObject({ ok: false, findings: [{ code: 'data-erased' }] });
  });

  it('pins and unlocks when the workflow says so, and dossiers open for their readers alone', async () => {
    const { filingId, accountId } = await aFiling();
    const answer = await act('pinSubject', aSubmission(filingId));
    if (!answer.ok) throw new Error(JSON.stringify(answer.findings));
    const read = async (recipient: string, process: string) => {
      const keys = developmentEnvironmentFor(process)['DOSSIER_PRIVATE_KEY'] ?? '';
      const privateKeys = keys.split(',').map((key) => Buffer.from(key, 'base64'));
      const ref = answer.facts.dossiers?.find((one) => one.recipient === recipient);
      return new DossierStore({ objects, bucket, privateKeys }).get(ref!);
    };
    expect(verificationDossierSchema.parse(await read('verification', 'verification')).administrators).toMatchObject({
      'subject-administrator': { mobile: '13812348000', certificateTail: '310014' },
      'site-administrator-1': { mobile: '13812348002', certificateTail: '05002X' },
    });
    expect(
      notificationDossierSchema.parse(await read('notification', 'notification')).contacts.map(({ email }) => email),
    ).toEqual(['canary-lin@example.com', 'canary-wang@example.com']);
    expect(authorityDossierSchema.parse(await read('authority', 'verification'))).toMatchObject({
      part: 'subject',
      form: { name: aDraft().name },
    });
    await expect(read('authority', 'notification')).rejects.toThrow();

    const save = () => ask('PUT', `/internal/filings/${filingId}/part`, { accountId, version: 2, draft: aDraft() });
    expect((await save()).status).toBe(409);
    await act('unlockSubject', anUndo(filingId));
    expect((await save()).status).toBe(200);
    const changed = await act('subjectChangedAt', { filingId });
    expect(new Date(changed).toISOString()).toBe(changed);
  }, 60_000);

  it('tells a workflow for good that its attempt came too late', async () => {
    const { filingId } = await aFiling();
    await act('unlockSubject', anUndo(filingId));
    await expect(act('pinSubject', aSubmission(filingId))).rejects.toMatchObject({
      cause: { type: 'too-late', nonRetryable: true },
    });
  }, 60_000);

  it('hears that a filing has ended, and takes no more edits', async () => {
    const { filingId, accountId } = await aFiling();
    const snapshot: FilingSnapshot = {
      filingId,
      owner: accountId,
      version: 2,
      stage: 'abandoned',
      since: '2018-06-16T02:00:00.000Z',
      at: '2018-06-16T02:00:00.000Z',
      waitingOn: 'nobody',
      submission: 0,
      flags: {
        overdue: false,
        provisional: false,
        onHold: false,
        parked: false,
        rePlanned: false,
        cancelRefused: false,
      },
      province: '33',
      filingType: 'FIRST',
      nature: 'enterprise',
      pack: '2018-06',
      asOf: '2018-06-15',
      reasons: [],
      ledger: [],
    };
    const event = {
      id: newId(),
      type: 'filing-moved',
      schemaVersion: 1,
      filingId,
      sequence: 2,
      at: snapshot.at,
      data: { snapshot },
    };
    const { kafka } = testStack();
    const producer = connectKafka(
      { KAFKA_BROKERS: kafka.brokers },
      'subject-spec',
      createLogger('spec', 'silent'),
    ).producer();
    await producer.connect();
    await producer.send({
      topic: topicOf('verification'),
      messages: [{ key: filingId, value: JSON.stringify(event) }],
    });
    await producer.disconnect();
    const save = async () =>
      (await ask('PUT', `/internal/filings/${filingId}/part`, { accountId, version: 99, draft: aDraft() })).status;
    while ((await save()) === 412) await new Promise((resolve) => setImmediate(resolve));
    expect(await save()).toBe(409);
  }, 60_000);
});
