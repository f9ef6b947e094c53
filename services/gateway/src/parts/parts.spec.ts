import { randomUUID } from 'node:crypto';
import type { FilingSnapshot } from '@beian/contracts';
import { newId, problem } from '@beian/platform';
import { startGateway, type Somebody, type Stand } from '../gateway.spec-helper';
import { answerEverything, siteId, sitePart, subjectPart, versionId } from '../spec-answers.spec-helper';

let stand: Stand;
let owner: Somebody;
let reviewer: Somebody;
let filing: FilingSnapshot;
let path: string;

beforeAll(async () => {
  stand = await startGateway();
  owner = await stand.somebody('applicant');
  reviewer = await stand.somebody('reviewer');
  filing = await stand.filingOf(owner);
  path = `/v1/filings/${filing.filingId}`;
});
afterAll(() => stand.close());
beforeEach(() => {
  for (const service of Object.values(stand.services)) service.forget();
  answerEverything(stand.services, async (id) => (await stand.filings.find(id)) ?? problem('not-found'));
});

const put = (part: string, ifMatch?: string) =>
  stand.call(`PUT ${path}${part}`, {
    as: owner,
    body: { name: '试验' },
    headers: ifMatch === undefined ? {} : { 'if-match': ifMatch },
  });

describe('saving a part', () => {
  it('goes from the ETag that was read to the version that is saved over', async () => {
    const read = await stand.call(`GET ${path}/subject`, { as: owner });
    expect(read.headers.get('etag')).toBe('"3"');
    const saved = await put('/subject', '"3"');
    expect({ status: saved.status, etag: saved.headers.get('etag') }).toEqual({ status: 200, etag: '"4"' });
    expect(stand.services.subject.of('PUT /internal/filings/:id/part')[0]?.body).toEqual({
      accountId: owner.accountId,
      version: 3,
      draft: { name: '试验', administrators: {} },
    });
  });

  it.each(['/subject', `/sites/${siteId}`])('%s needs If-Match', async (part) => {
    for (const header of [undefined, '*', 'W/"3"', '3', '"3", "4"', '"-1"', '"99999999999"']) {
      const { status, body } = await put(part, header);
      expect({ header, status, code: body.code }).toEqual({ header, status: 428, code: 'precondition-missing' });
    }
  });

  it('over somebody else’s save answers 412 with both versions', async () => {
    const extra = { current: subjectPart(5), yours: { version: 3, draft: { name: '试验' } } };
    stand.services.subject.on('PUT /internal/filings/:id/part', () => problem('stale-version', { extra }));
    const { status, body } = await put('/subject', '"3"');
    expect({ status, code: body.code }).toEqual({ status: 412, code: 'stale-version' });
    expect(body).toMatchObject(extra);
  });

  it('while the service is away answers 503', async () => {
    stand.services.subject.on('PUT /internal/filings/:id/part', () => problem('temporarily-unavailable'));
    expect((await put('/subject', '"3"')).status).toBe(503);
  });

  it('passes what a service finds wrong on, place by place', async () => {
    const entry = {
      pointer: '/administrators/subject-administrator/mobile',
      code: 'mobile-malformed',
      zh: '手机号',
      en: 'mobile',
    };
    stand.services.subject.on('PUT /internal/filings/:id/part', () => problem('invalid-request', { entries: [entry] }));
    const { status, body } = await put('/subject', '"3"');
    expect({ status, errors: body.errors }).toEqual({ status: 400, errors: [entry] });
  });
});

describe('websites', () => {
  it('are read one by one with their ETag, and are not found elsewhere', async () => {
    const { status, headers, body } = await stand.call(`GET ${path}/sites/${siteId}`, { as: owner });
    expect({ status, etag: headers.get('etag'), body }).toEqual({ status: 200, etag: '"2"', body: sitePart() });
    expect((await stand.call(`GET ${path}/sites/${newId()}`, { as: owner })).status).toBe(404);
  });

  it('are added once for a key, and taken out over their version', async () => {
    const added = await stand.call(`POST ${path}/sites`, { as: owner, key: randomUUID(), body: { name: '二' } });
    expect({ status: added.status, location: added.headers.get('location') }).toEqual({
      status: 201,
      location: `${path}/sites/${siteId}`,
    });
    const removed = await stand.call(`DELETE ${path}/sites/${siteId}`, { as: owner, headers: { 'if-match': '"1"' } });
    expect(removed.status).toBe(204);
    const query = `accountId=${owner.accountId}&version=1`;
    expect(stand.services.website.of('DELETE /internal/filings/:id/sites/:site')[0]?.path).toContain(query);
  });
});

describe('what staff see', () => {
  it('is the masked part, while the owner reads his own words', async () => {
    const masked = await stand.call(`GET ${path}/subject`, { as: reviewer });
    expect(masked.body.draft.name).toBe('天***');
    expect(stand.services.subject.of('GET /internal/filings/:id/part')).toEqual([]);
    const clear = await stand.call(`GET ${path}/subject`, { as: owner });
    expect(clear.body.draft.name).toBe('天津试验数据有限公司');
    expect(stand.services.subject.of('GET /internal/filings/:id/part')[0]?.path).toContain(
      `accountId=${owner.accountId}`,
    );
  });

  it('in clear is one value, with the reviewer and his reason told to the owner of the data', async () => {
    const wish = { pointer: '/subject/name', reason: 'call log' };
    const { body } = await stand.call(`POST ${path}/unmask`, { as: reviewer, body: wish });
    expect(body).toEqual({ pointer: '/subject/name', value: '试验' });
    expect(stand.services.subject.of('POST /internal/filings/:id/unmask')[0]?.body).toEqual({
      ...wish,
      actor: reviewer.accountId,
    });
    for (const reason of [undefined, '', 'x']) {
      expect((await stand.call(`POST ${path}/unmask`, { as: reviewer, body: { ...wish, reason } })).status).toBe(400);
    }
  });

  it('of a paper is a link in the reviewer’s own name, and the owner’s in the owner’s', async () => {
    const link = `POST ${path}/documents/${versionId}/link`;
    await stand.call(link, { as: reviewer, body: { reason: 'review' } });
    await stand.call(link, { as: owner });
    expect(
      stand.services.documents.of('POST /internal/filings/:id/documents/:version/link').map(({ body }) => body),
    ).toEqual([
      { actor: reviewer.accountId, reason: 'review' },
      { actor: owner.accountId, accountId: owner.accountId },
    ]);
  });

  it('of the decisions of others is told to verification with account, roles and one message id per key', async () => {
    const key = randomUUID();
    const decide = () =>
      stand.call(`POST /v1/reviews/${filing.filingId}/decision`, { as: reviewer, key, body: { decision: 'approve' } });
    expect((await decide()).status).toBe(200);
    const [told] = stand.services.verification.of('POST /internal/reviews/:id/decision');
    expect(told?.body).toEqual({
      decision: 'approve',
      reasons: [],
      actor: reviewer.accountId,
      actorRoles: ['reviewer'],
      messageId: expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/) as unknown,
    });
    expect((await decide()).headers.get('idempotency-replayed')).toBe('true');
  });
});

describe('a mandate', () => {
  it('lets an agent act in the owner’s name until it is revoked', async () => {
    const agent = await stand.somebody('agent');
    const read = () => stand.call(`GET ${path}/subject`, { as: agent });
    expect((await read()).status).toBe(404);
    const given = await stand.call('POST /v1/mandates', {
      as: owner,
      key: randomUUID(),
      body: { filingId: filing.filingId, agent: agent.accountId },
    });
    expect(given.status).toBe(201);
    expect((await read()).body.draft.name).toBe('天津试验数据有限公司');
    expect(stand.services.subject.of('GET /internal/filings/:id/part').at(-1)?.path).toContain(
      `accountId=${owner.accountId}`,
    );
    const listed = await stand.call('GET /v1/filings', { as: agent });
    expect(listed.body.items.map(({ filingId }: { filingId: string }) => filingId)).toEqual([filing.filingId]);
    expect((await stand.call('GET /v1/mandates', { as: agent })).body.items).toEqual([given.body]);
    const revoke = `DELETE /v1/mandates/${given.body.mandateId as string}`;
    expect((await stand.call(revoke, { as: await stand.somebody('applicant') })).status).toBe(404);
    expect((await stand.call(revoke, { as: owner })).status).toBe(204);
    expect((await stand.call(revoke, { as: owner })).status).toBe(204);
    expect((await read()).status).toBe(404);
    const log = await stand.database.query('SELECT action FROM audit WHERE object = $1 ORDER BY sequence', [
      `filing/${filing.filingId}`,
    ]);
    expect(log).toEqual([{ action: 'give-mandate' }, { action: 'revoke-mandate' }]);
  });

  it('is worth nothing without the role, and cannot be passed on', async () => {
    const [agent, other, plain] = await Promise.all([
      stand.somebody('agent'),
      stand.somebody('agent'),
      stand.somebody('applicant'),
    ]);
    const { filingId } = await stand.filingOf(owner);
    const give = (as: Somebody, to: string) =>
      stand.call('POST /v1/mandates', { as, key: randomUUID(), body: { filingId, agent: to } });
    await give(owner, plain.accountId);
    expect((await stand.call(`GET /v1/filings/${filingId}`, { as: plain })).status).toBe(404);
    await give(owner, agent.accountId);
    expect((await give(agent, other.accountId)).status).toBe(403);
    expect((await give(other, other.accountId)).status).toBe(404);
    expect((await give(owner, newId())).status).toBe(400);
    expect((await give(owner, owner.accountId)).status).toBe(400);
  });
});

describe('pre-flight', () => {
  const ask = () => stand.call(`POST ${path}/preflight`, { as: owner });
  const finding = (pointer: string, severity = 'error') => ({
    code: 'x',
    pointer,
    severity,
    stage: 'provider-review',
    zh: '',
    en: '',
    remedyZh: '',
    remedyEn: '',
    rule: 'r',
    source: 's',
  });
  const examination = (service: 'subject' | 'website' | 'documents', answer: () => unknown) =>
    stand.services[service].on('POST /internal/filings/:id/examination', answer);

  it('of a sound draft is ready, and judged by the pack of the filing on this day in Shanghai', async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({ ready: true, findings: [], notChecked: [], pack: '2018-06' });
    expect(body.asOf).toBe(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  });

  it('reads the rules of the day that an operator or the installation gave', async () => {
    const given = await stand.filingOf(owner, { pack: '2018-09', asOf: '2018-09-24', asOfGiven: true });
    const { body } = await stand.call(`POST /v1/filings/${given.filingId}/preflight`, { as: owner });
    const rules = { pack: '2018-09', asOf: '2018-09-24' };
    expect(body).toMatchObject(rules);
    const { subject, website, documents, verification } = stand.services;
    const asked = [subject, website, documents]
      .map((service) => service.of('POST /internal/filings/:id/examination'))
      .concat([verification.of('POST /internal/filings/:id/judgement')]);
    for (const [question] of asked) expect(question?.body).toMatchObject(rules);
  });

  it('gathers what each part and the judgement across them find', async () => {
    const { verification } = stand.services;
    examination('subject', () => ({ ok: false, findings: [finding('/subject/name')], facts: subjectFactsOf() }));
    examination('website', () => ({ ok: false, findings: [finding('/sites/1')], facts: websiteFactsOf() }));
    examination('documents', () => ({
      ok: true,
      findings: [finding('/documents/x', 'warning')],
      facts: documentFactsOf(),
    }));
    verification.on('POST /internal/filings/:id/judgement', () => ({ findings: [finding('/subject')] }));
    const { body } = await ask();
    expect(body.ready).toBe(false);
    expect(body.findings.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/subject/name',
      '/sites/1',
      '/documents/x',
      '/subject',
    ]);
  });

  it('is ready with warnings', async () => {
    examination('documents', () => ({
      ok: true,
      findings: [finding('/documents/x', 'warning')],
      facts: documentFactsOf(),
    }));
    expect((await ask()).body).toMatchObject({ ready: true, findings: [{ severity: 'warning' }] });
  });

  it('names a part that is away as not checked, and is never ready then', async () => {
    examination('website', () => problem('temporarily-unavailable'));
    const { status, body } = await ask();
    expect({ status, ready: body.ready, notChecked: body.notChecked }).toEqual({
      status: 200,
      ready: false,
      notChecked: [
        { part: 'sites', cause: 'unavailable' },
        { part: 'across-parts', cause: 'needs-other-parts' },
      ],
    });
  });

  it('shows a party outside that is away as not checked, with its place, and not as a finding', async () => {
    const away = (pointer: string, rule: string) => ({ ...finding(pointer, 'warning'), code: 'not-checked', rule });
    examination('website', () => ({
      ok: true,
      findings: [away('/sites/1/domains/0', 'domain.registered'), away('/sites/1/serviceCode', 'server.instance')],
      facts: websiteFactsOf(),
    }));
    const { verification } = stand.services;
    verification.on('POST /internal/filings/:id/national-register-check', () => problem('temporarily-unavailable'));
    const { body } = await ask();
    expect(body).toMatchObject({
      ready: false,
      findings: [],
      notChecked: [
        { part: 'national-register', cause: 'unavailable' },
        { part: 'domain-registry', cause: 'unavailable', pointer: '/sites/1/domains/0' },
        { part: 'cloud-account', cause: 'unavailable', pointer: '/sites/1/serviceCode' },
      ],
    });
  });

  it('says what the ministry’s record would make the authority refuse', async () => {
    const { verification } = stand.services;
    const wrong = { ...finding('/subject/certificateNumber'), code: 'WRONG_TYPE', stage: 'authority-review' };
    verification.on('POST /internal/filings/:id/national-register-check', () => ({ findings: [wrong] }));
    expect((await ask()).body).toMatchObject({ ready: false, findings: [wrong], notChecked: [] });
  });

  it('says that the rest waits for the subject, where that cannot be described yet', async () => {
    examination('subject', () => ({ ok: false, findings: [finding('/subject/name')] }));
    const { body } = await ask();
    expect(body.findings).toHaveLength(1);
    expect(body.notChecked).toEqual([
      { part: 'sites', cause: 'needs-subject' },
      { part: 'documents', cause: 'needs-subject' },
      { part: 'across-parts', cause: 'needs-other-parts' },
    ]);
  });

  const subjectFactsOf = () => factsOf('subject');
  const websiteFactsOf = () => factsOf('website');
  const documentFactsOf = () => factsOf('documents');
});

function factsOf(part: 'subject' | 'website' | 'documents'): object {
  const common = { revision: 1, sha256: 'a'.repeat(64), lastChange: '2018-06-01T01:00:00.000Z' };
  if (part === 'website') return { ...common, sites: [] };
  if (part === 'documents') return { ...common, slots: [] };
  const marks = { holderMark: 'm', personHolderMarks: [], administrators: [] };
  return {
    ...common,
    ...marks,
    province: '12',
    nature: 'enterprise',
    filingType: 'FIRST',
    certificateType: 'business-licence',
  };
}
