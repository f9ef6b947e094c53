import { randomUUID } from 'node:crypto';
import { NativeConnection, Worker } from '@temporalio/worker';
import { filingWorkflowId, taskQueues } from '@beian/contracts';
import {
  connectTemporal,
  dataConverter,
  developmentEnvironment,
  newId,
  problem,
  type TemporalClient,
} from '@beian/platform';
import { testStack } from '@beian/testing';
import { startGateway, type Somebody, type Stand } from '../gateway.spec-helper';
import {
  answerEverything,
  certificateNumber,
  checkId,
  subjectPart,
  typeDecision,
  typeForm,
  versionId,
} from '../spec-answers.spec-helper';

const namespace = 'beian-gateway';
const { address } = testStack().temporal;
const parsed = JSON.parse(developmentEnvironment['CODEC_KEYS'] ?? '') as {
  current: string;
  keys: Record<string, string>;
};
const keys = {
  current: parsed.current,
  keys: Object.fromEntries(Object.entries(parsed.keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])),
};

let stand: Stand;
let temporal: TemporalClient;
let connection: NativeConnection;
let worker: Worker;
let working: Promise<void>;
let owner: Somebody;

beforeAll(async () => {
  stand = await startGateway({ MOVE_PATIENCE_SECONDS: '3' });
  temporal = await connectTemporal({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, CODEC_KEYS: keys });
  connection = await NativeConnection.connect({ address });
  worker = await Worker.create({
    connection,
    namespace,
    taskQueue: taskQueues.filing,
    workflowsPath: require.resolve('./fake-filing.spec-helper'),
    dataConverter: dataConverter(keys),
  });
  working = worker.run();
}, 60_000);
afterAll(async () => {
  worker.shutdown();
  await working;
  await connection.close();
  await temporal.connection.close();
  await stand.close();
}, 60_000);
beforeEach(async () => {
  for (const service of Object.values(stand.services)) service.forget();
  answerEverything(stand.services, async (id) => (await stand.filings.find(id)) ?? problem('not-found'));
  owner = await stand.somebody('applicant');
});

const wish = { checkId, certificateNumber };
const openFiling = (as = owner, key: string = randomUUID()) => stand.call('POST /v1/filings', { as, key, body: wish });
async function opened(as = owner): Promise<string> {
  const { body } = await openFiling(as);
  return (body as { filingId: string }).filingId;
}
const act = (filingId: string, action: string, key: string = randomUUID(), body?: unknown) =>
  stand.call(`POST /v1/filings/${filingId}/${action}`, { as: owner, key, ...(body === undefined ? {} : { body }) });

describe('verifying a filing type', () => {
  it('puts what subject and website know before verification, and answers its decision', async () => {
    const { subject, website, verification } = stand.services;
    subject.on('POST /internal/standing', () => ({ held: 'same-account', runningOrder: true }));
    website.on('POST /internal/standing', () => ({ domain: 'xn--shiyan.cn', runningOrder: true, hostedHere: false }));
    const body = { ...typeForm, certificateNumber };
    const answer = await stand.call('POST /v1/filing-type-checks', { as: owner, key: randomUUID(), body });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toBe(`/v1/filing-type-checks/${checkId}`);
    expect(answer.body).toEqual(typeDecision);
    expect(verification.of('POST /internal/filing-type-checks')[0]?.body).toEqual({
      ...body,
      domain: 'xn--shiyan.cn',
      accountId: owner.accountId,
      subjectHeld: 'same-account',
      certificateRunning: true,
      domainRunning: true,
      hostedHere: false,
    });
  });

  it('leaves what is no registrable domain to the decision, as it was typed', async () => {
    stand.services.website.on('POST /internal/standing', () => ({
      domain: '',
      runningOrder: false,
      hostedHere: false,
      refused: 'domain-is-address',
    }));
    const body = { ...typeForm, domain: '203.0.113.7', certificateNumber };
    await stand.call('POST /v1/filing-type-checks', { as: owner, key: randomUUID(), body });
    expect(stand.services.verification.of('POST /internal/filing-type-checks')[0]?.body).toMatchObject({
      domain: '203.0.113.7',
    });
  });
});

describe('opening a filing', () => {
  it('opens the three parts, then the workflow, and shows where it stands at once', async () => {
    const { status, headers, body } = await openFiling();
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/v1/filings/${body.filingId}`);
    expect(body).toMatchObject({ stage: 'draft', owner: owner.accountId, allowedActions: ['submit', 'abandon'] });
    expect(body.atDeadline.zh).toContain('失效');
    const read = await stand.call(`GET /v1/filings/${body.filingId}`, { as: owner });
    expect(read.body).toEqual(body);
    const { subject, website, documents } = stand.services;
    for (const service of [subject, website, documents]) {
      expect(service.of('PUT /internal/filings/:id/opening').map(({ path }) => path)).toEqual([
        `/internal/filings/${body.filingId}/opening`,
      ]);
    }
    expect(subject.of('PUT /internal/filings/:id/opening')[0]?.body).toEqual({
      province: '12',
      city: '天津市',
      nature: 'enterprise',
      certificateType: 'business-licence',
      certificateNumber,
      filingType: 'FIRST',
      accountId: owner.accountId,
      pack: '2018-06',
      asOf: '2018-06-01',
    });
  });

  it('names the workflow after the filing, with a summary and search attributes, and nothing of a person', async () => {
    const filingId = await opened();
    const description = await temporal.workflow.getHandle(filingWorkflowId(filingId)).describe();
    expect(description.type).toBe('filing');
    expect(await description.staticSummary()).toBe('FIRST - 12 - enterprise');
    expect(
      Object.fromEntries(description.typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value])),
    ).toMatchObject({
      IcpStage: 'draft',
      IcpProvince: '12',
      IcpFilingType: 'FIRST',
      IcpSubjectType: 'enterprise',
      IcpRulePack: '2018-06',
      IcpAttempt: 0,
    });
    const history = JSON.stringify(await temporal.workflow.getHandle(filingWorkflowId(filingId)).fetchHistory());
    expect(history).not.toContain(certificateNumber);
  });

  it('is one filing for one key, asked fifty times at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => openFiling(owner, key)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(stand.services.subject.of('PUT /internal/filings/:id/opening')).toHaveLength(1);
  });

  it('refuses the same key with another body', async () => {
    const key = randomUUID();
    await openFiling(owner, key);
    const other = await stand.call('POST /v1/filings', { as: owner, key, body: { ...wish, certificateNumber: 'X' } });
    expect({ status: other.status, code: other.body.code }).toEqual({ status: 422, code: 'key-reused' });
  });

  it('shows the filing of the same check under another key, also when both come at once', async () => {
    const answers = await Promise.all([openFiling(), openFiling(), openFiling()]);
    expect(new Set(answers.map(({ body }) => body.filingId)).size).toBe(1);
    expect(answers.map(({ status }) => status).filter((status) => status !== 200 && status !== 201)).toEqual([]);
    const later = await openFiling();
    expect(later.status).toBe(200);
    expect(later.headers.get('location')).toBe(`/v1/filings/${later.body.filingId}`);
  });

  it('shows an open draft for the same certificate instead of a second one', async () => {
    const draft = await stand.filingOf(owner);
    stand.services.subject.on('POST /internal/standing', () => ({
      held: 'no',
      runningOrder: false,
      openDraft: draft.filingId,
    }));
    const { status, headers, body } = await openFiling();
    expect({ status, location: headers.get('location'), id: body.filingId }).toEqual({
      status: 200,
      location: `/v1/filings/${draft.filingId}`,
      id: draft.filingId,
    });
    expect(stand.services.subject.of('PUT /internal/filings/:id/opening')).toEqual([]);
  });

  it('takes up an opening that broke off, under the same key and the same id', async () => {
    const key = randomUUID();
    stand.services.documents.on('PUT /internal/filings/:id/opening', () => problem('temporarily-unavailable'));
    expect((await openFiling(owner, key)).status).toBe(503);
    const [first] = stand.services.subject.of('PUT /internal/filings/:id/opening');
    stand.services.documents.on('PUT /internal/filings/:id/opening', () => ({}));
    const again = await openFiling(owner, key);
    expect(again.status).toBe(201);
    expect(first?.path).toBe(`/internal/filings/${again.body.filingId}/opening`);
  });

  it('takes up a draft whose workflow was never started, with what the subject has locked', async () => {
    const lost = newId();
    const part = subjectPart(1);
    stand.services.subject.on('POST /internal/standing', () => ({ held: 'no', runningOrder: false, openDraft: lost }));
    stand.services.subject.on('GET /internal/filings/:id/part', () => ({
      ...part,
      locked: { ...part.locked, province: '33' },
    }));
    const { status, body } = await openFiling();
    expect({ status, id: body.filingId, province: body.province }).toEqual({ status: 201, id: lost, province: '33' });
  });

  it('decides again with the certificate now given, and opens nothing if the answer is another one', async () => {
    stand.services.verification.on('POST /internal/filing-type-checks', () => ({
      ...typeDecision,
      row: 'T07',
      filingType: 'ADD_SITE_OTHER',
    }));
    const { status, body } = await openFiling();
    expect({ status, code: body.code, now: body.decision.filingType }).toEqual({
      status: 422,
      code: 'type-not-offered',
      now: 'ADD_SITE_OTHER',
    });
    expect(stand.services.subject.of('PUT /internal/filings/:id/opening')).toEqual([]);
  });

  it('opens nothing where the check stops, and says what to do', async () => {
    const stop = { code: 'order-running', zh: '有', en: 'Running', remedyZh: '等', remedyEn: 'Wait' };
    const { filingType, ...stopped } = typeDecision;
    void filingType;
    stand.services.verification.on('POST /internal/filing-type-checks', () => ({ ...stopped, stop }));
    const { status, body } = await openFiling();
    expect(status).toBe(422);
    expect(body.errors).toEqual([{ pointer: '/certificateNumber', ...stop }]);
  });

  it('finds no check of somebody else', async () => {
    stand.services.verification.on('GET /internal/filing-type-checks/:id', () => problem('not-found'));
    expect((await openFiling()).status).toBe(404);
  });
});

describe('moving a filing', () => {
  it('answers where it stands now, and reads its own write', async () => {
    const filingId = await opened();
    const { status, body } = await act(filingId, 'submit');
    expect({ status, stage: body.stage, version: body.version }).toEqual({
      status: 200,
      stage: 'provider-review',
      version: 2,
    });
    expect((await stand.call(`GET /v1/filings/${filingId}`, { as: owner })).body).toEqual(body);
  });

  it('submits once for one key, asked fifty times at once, and answers all the same', async () => {
    const filingId = await opened();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, () => act(filingId, 'submit', key, {})));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(answers[0]?.body.submission).toBe(1);
  });

  it('passes a refusal on with what is allowed instead', async () => {
    const filingId = await opened();
    await act(filingId, 'submit');
    const { status, body } = await act(filingId, 'submit');
    expect({ status, code: body.code, allowed: body.allowedActions }).toEqual({
      status: 409,
      code: 'not-allowed-now',
      allowed: ['withdraw'],
    });
  });

  it('passes findings on, one entry each, with place and remedy', async () => {
    const { status, body } = await act(await opened(), 'resubmit');
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'has-findings' });
    expect(body.findings).toHaveLength(1);
    expect(body.errors[0]).toMatchObject({
      pointer: '/sites/1/name',
      code: 'site-name-missing',
      remedyZh: '填写网站名称',
    });
  });

  it('answers 202 when it takes long; the same key then gets the answer of the same act', async () => {
    const filingId = await opened();
    const key = randomUUID();
    const early = await act(filingId, 'withdraw', key);
    expect({ status: early.status, location: early.headers.get('location') }).toEqual({
      status: 202,
      location: `/v1/filings/${filingId}`,
    });
    const operator = await stand.somebody('operator');
    const freed = await stand.call(`POST /v1/operator/filings/${filingId}/calendar-changed`, {
      as: operator,
      key: randomUUID(),
    });
    expect(freed.status).toBe(202);
    const late = await act(filingId, 'withdraw', key);
    expect({ status: late.status, stage: late.body.stage, version: late.body.version }).toEqual({
      status: 200,
      stage: 'withdrawn',
      version: 2,
    });
    expect((await act(filingId, 'withdraw', key)).body).toEqual(late.body);
  }, 20_000);

  it('refuses every act on a filing whose workflow has ended', async () => {
    const filingId = await opened();
    expect((await act(filingId, 'abandon')).body).toMatchObject({ stage: 'abandoned', allowedActions: [] });
    await temporal.workflow.getHandle(filingWorkflowId(filingId)).result();
    const { status, body } = await act(filingId, 'submit');
    expect({ status, code: body.code, allowed: body.allowedActions }).toEqual({
      status: 409,
      code: 'not-allowed-now',
      allowed: [],
    });
  });

  it('takes as photo only an accepted document of this very filing', async () => {
    const filingId = await opened();
    expect((await act(filingId, 'photo', randomUUID(), { versionId: newId() })).status).toBe(404);
    expect((await act(filingId, 'photo', randomUUID(), { versionId })).status).toBe(200);
    const refused = { versionId, slot: 'x', state: 'refused', sealed: false, createdAt: 'x', findings: [] };
    stand.services.documents.on('GET /internal/filings/:id/documents', () => ({ version: 2, documents: [refused] }));
    const { status, body } = await act(filingId, 'photo', randomUUID(), { versionId });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'upload-missing' });
  });

  it('leaves a line in the audit log for what an operator does, also when it is refused', async () => {
    const filingId = await opened();
    const operator = await stand.somebody('operator');
    const { status, body } = await stand.call(`POST /v1/operator/filings/${filingId}/extend-window`, {
      as: operator,
      key: randomUUID(),
      body: { hours: 24 },
    });
    expect({ status, code: body.code }).toEqual({ status: 409, code: 'too-late' });
    const rows = await stand.database.query('SELECT actor, action FROM audit WHERE object = $1', [
      `filing/${filingId}`,
    ]);
    expect(rows).toEqual([{ actor: operator.accountId, action: 'extendWindow' }]);
  });
});
