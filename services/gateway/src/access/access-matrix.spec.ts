import { randomUUID } from 'node:crypto';
import type { FilingSnapshot, Role } from '@beian/contracts';
import { developmentEnvironment, newId } from '@beian/platform';
import { badTokens } from '@beian/testing';
import { startGateway, type Answer, type Somebody, type Stand } from '../gateway.spec-helper';
import { buildApiDocument } from '../openapi/build-api-document';
import { answerEverything, checkId, exampleBodies, siteId, uploadId, versionId } from '../spec-answers.spec-helper';

interface Route {
  readonly method: string;
  readonly path: string;
  readonly roles: readonly Role[];
}

const callers: readonly Role[] = ['applicant', 'agent', 'reviewer', 'senior', 'operator', 'auditor', 'authority'];
const staff: readonly Role[] = ['reviewer', 'senior', 'operator', 'auditor'];

let stand: Stand;
let routes: readonly Route[];
let examples: Readonly<Record<string, object>>;
let owner: Somebody;
let filing: FilingSnapshot;
const people = new Map<Role, Somebody>();

beforeAll(async () => {
  const document = await buildApiDocument();
  routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { 'x-roles': Role[] }>).map(([method, said]) => ({
      method: method.toUpperCase(),
      path,
      roles: said['x-roles'],
    })),
  );
  examples = exampleBodies(document);
  stand = await startGateway({ MOVE_PATIENCE_SECONDS: '1' });
  answerEverything(stand.services, async (id) => (await stand.filings.find(id)) as FilingSnapshot);
  owner = await stand.somebody('applicant');
  filing = await stand.filingOf(owner);
  for (const role of callers.filter((one) => one !== 'authority')) people.set(role, await stand.somebody(role));
  const token = await stand.provider.tokenOf({ sub: 'authority', roles: ['authority'] });
  people.set('authority', { accountId: newId(), roles: ['authority'], token });
});
afterAll(() => stand.close());

const withToken = () => routes.filter(({ roles }) => roles.length > 0);
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const ofFiling = ({ path }: Route) => path.includes('{filingId}');

function filled({ method, path }: Route, filingId: string): string {
  const values: Readonly<Record<string, string>> = {
    placeId: newId(),
    filingId,
    siteId,
    form: 'authenticity-statement',
    versionId,
    uploadId,
    checkId,
    mandateId: newId(),
    codeId: newId(),
    deliveryId: newId(),
    noticeId: newId(),
    runId: newId(),
  };
  return `${method} ${path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')}`;
}

function ask(route: Route, filingId: string, as?: { readonly token: string }): Promise<Answer> {
  const given = examples[nameOf(route)];
  const body = nameOf(route) === 'POST /v1/mandates' ? { filingId, agent: people.get('agent')?.accountId } : given;
  return stand.call(filled(route, filingId), {
    ...(as === undefined ? {} : { as }),
    ...(body === undefined ? {} : { body }),
    key: randomUUID(),
    headers: { 'if-match': '"1"' },
  });
}

/** Streams do not end, so they are only asked by those who are refused. */
const isStream = ({ path }: Route) => path.endsWith('/events');

describe('the matrix of routes and people', () => {
  it('covers every route of the document', () => {
    expect(routes.length).toBeGreaterThanOrEqual(50);
    const needBody = routes.filter(({ method, path }) => /^(POST|PUT)$/.test(method) && !path.includes('/callbacks/'));
    const bodiless = /\/(preflight|submit|resubmit|withdraw|abandon|claim|completion|calendar-changed|resend|read)$/;
    const missing = needBody.filter((route) => !bodiless.test(route.path) && examples[nameOf(route)] === undefined);
    expect(missing.map(nameOf)).toEqual([]);
  });

  it('nobody without a token, or with one that has ended, gets anywhere', async () => {
    const expired = await stand.provider.tokenWith({ claims: { iat: 1, exp: 2 } });
    const cells = await Promise.all(
      withToken().flatMap((route) =>
        [undefined, { token: expired }].map(async (as) => {
          const { status, body, headers } = await ask(route, filing.filingId, as);
          return `${nameOf(route)} ${status} ${(body as { code: string }).code} ${headers.get('www-authenticate')}`;
        }),
      ),
    );
    expect(cells.filter((cell) => !cell.endsWith('401 unauthenticated Bearer'))).toEqual([]);
  });

  it.each(callers)('what is no function of the role %s is forbidden, whatever it is asked about', async (role) => {
    const closed = withToken().filter(({ roles }) => !roles.includes(role));
    const answers = await Promise.all(
      closed.map(async (route) => [nameOf(route), await ask(route, filing.filingId, people.get(role))] as const),
    );
    expect(
      answers.filter(([, { status, body }]) => status !== 403 || body.code !== 'forbidden').map(([route]) => route),
    ).toEqual([]);
  });

  it.each(['applicant', 'agent'] as const)('a filing of somebody else does not exist for an %s', async (role) => {
    const mine = withToken().filter((route) => ofFiling(route) && route.roles.includes(role));
    const differing: string[] = [];
    for (const route of mine) {
      const [foreign, absent] = await Promise.all([
        ask(route, filing.filingId, people.get(role)),
        ask(route, newId(), people.get(role)),
      ]);
      const same = foreign.status === 404 && absent.status === 404 && foreign.body.code === absent.body.code;
      if (!same) differing.push(`${nameOf(route)}: foreign ${foreign.status}, absent ${absent.status}`);
    }
    expect(mine.length).toBeGreaterThan(20);
    expect(differing).toEqual([]);
  });

  it.each(staff)('a filing that does not exist is not found by a %s', async (role) => {
    const open = withToken().filter((route) => ofFiling(route) && route.roles.includes(role));
    const answers = await Promise.all(
      open.map(async (route) => [nameOf(route), (await ask(route, newId(), people.get(role))).status] as const),
    );
    expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
  });

  it('the owner gets through to every function of his', async () => {
    const open = withToken().filter(
      (route) => ofFiling(route) && route.roles.includes('applicant') && !isStream(route),
    );
    const answers = await Promise.all(
      open.map(async (route) => [nameOf(route), (await ask(route, filing.filingId, owner)).status] as const),
    );
    expect(answers.filter(([, status]) => [401, 403, 404].includes(status) || status >= 500)).toEqual([]);
  });

  it.each(staff)('a %s gets through to every function of his on the filing of somebody else', async (role) => {
    const open = withToken().filter((route) => ofFiling(route) && route.roles.includes(role) && !isStream(route));
    const answers = await Promise.all(
      open.map(async (route) => [nameOf(route), (await ask(route, filing.filingId, people.get(role))).status] as const),
    );
    expect(answers.filter(([, status]) => [401, 403, 404].includes(status) || status >= 500)).toEqual([]);
  });

  it('nobody decides about his own filing, whatever roles he has', async () => {
    const both = await stand.somebody('applicant', 'reviewer', 'operator');
    const own = await stand.filingOf(both);
    const decide = withToken().filter(({ path }) => /\/(reviews|operator)\/.*\{filingId\}/.test(path));
    const answers = await Promise.all(
      decide.map(async (route) => [nameOf(route), (await ask(route, own.filingId, both)).status] as const),
    );
    expect(decide.length).toBeGreaterThan(8);
    expect(answers.filter(([, status]) => status !== 403)).toEqual([]);
  });

  it('an applicant who also reviews does not act for the owner of a filing that he may look at', async () => {
    const both = await stand.somebody('applicant', 'reviewer');
    const acts = withToken().filter(
      (route) => ofFiling(route) && !route.roles.includes('reviewer') && route.roles.includes('applicant'),
    );
    const answers = await Promise.all(
      acts.map(async (route) => [nameOf(route), (await ask(route, filing.filingId, both)).status] as const),
    );
    expect(acts.length).toBeGreaterThan(10);
    expect(answers.filter(([, status]) => status !== 404)).toEqual([]);
  });
});

describe('tokens', () => {
  it('none of the bad ones is accepted', async () => {
    const bad = Object.entries(await badTokens(stand.provider));
    const answers = await Promise.all(
      bad.map(
        async ([what, token]) => [what, (await stand.call('GET /v1/filings', { as: { token } })).status] as const,
      ),
    );
    expect(bad.length).toBeGreaterThanOrEqual(18);
    expect(answers.filter(([, status]) => status !== 401)).toEqual([]);
  });

  it('one person of one provider is one account, however often and at once he comes', async () => {
    const token = await stand.provider.tokenOf({ sub: `twin-${newId()}`, roles: ['applicant'] });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => stand.call('GET /v1/account', { as: { token } })),
    );
    expect(new Set(answers.map(({ body }) => (body as { accountId: string }).accountId)).size).toBe(1);
  });

  it('a verified address and language are told to notification', async () => {
    const claims = { email: 'lin@people.example', locale: 'en' };
    const token = await stand.provider.tokenOf({ sub: `mail-${newId()}`, roles: ['applicant'], claims });
    const { body } = await stand.call('GET /v1/account', { as: { token } });
    const path = `PUT /internal/accounts/${(body as { accountId: string }).accountId}`;
    await stand.call('GET /v1/account', { as: { token } });
    expect(stand.services.notification.of(path).map((call) => call.body)).toEqual([
      { email: claims.email, language: 'en' },
    ]);
  });
});

describe('bodies and parameters', () => {
  const garbage: readonly (readonly [string, string])[] = [
    ['no JSON', '{'],
    ['an array', '[]'],
    ['a text', '"x"'],
    ['null', 'null'],
    ['a duplicate key', '{"a":1,"a":2}'],
    ['a prototype key', '{"__proto__":{"stage":"granted"}}'],
    ['a number beyond numbers', '{"a":1e400}'],
  ];

  const asOwnerOrStaff = (route: Route) =>
    route.roles.includes('applicant') ? owner : people.get(route.roles[0] ?? 'applicant');

  const send = (route: Route, body: unknown) =>
    stand.call(filled(route, filing.filingId), {
      as: asOwnerOrStaff(route) as Somebody,
      body,
      key: randomUUID(),
      headers: { 'if-match': '"1"' },
    });

  it.each(garbage)('every route with a body refuses %s', async (_what, text) => {
    const withBody = withToken().filter(({ method }) => method === 'POST' || method === 'PUT');
    const answers = await Promise.all(
      withBody.map(async (route) => [nameOf(route), (await send(route, text)).status] as const),
    );
    expect(answers.filter(([, status]) => status !== 400)).toEqual([]);
  });

  it('every route with a body refuses a key that it does not know, also those of an entity', async () => {
    const withBody = withToken().filter(({ method }) => method === 'POST' || method === 'PUT');
    const answers = await Promise.all(
      withBody.flatMap((route) =>
        ['status', 'stage', 'owner', 'ownerId', 'version', 'reviewerId', 'constructor'].map(async (name) => {
          const good = examples[nameOf(route)] ?? {};
          const { status, body } = await send(route, { ...(good as object), [name]: 'x' });
          return { cell: `${nameOf(route)} ${name}`, status, code: (body as { code?: string }).code };
        }),
      ),
    );
    expect(answers.filter(({ status, code }) => status !== 400 || code !== 'invalid-request')).toEqual([]);
  });

  it('every list refuses a query that it does not know', async () => {
    const lists = withToken().filter(
      ({ method, path }) => method === 'GET' && /\/(filings|reviews|service-codes|notices|requirements)$/.test(path),
    );
    const answers = await Promise.all(
      lists.flatMap((route) =>
        ['page=-1', 'sort=owner', 'cursor=%27', 'cursor=a&cursor=b', 'owner=x'].map(async (query) => {
          const { status } = await stand.call(`GET ${route.path}?${query}`, { as: asOwnerOrStaff(route) as Somebody });
          return [`${nameOf(route)} ${query}`, status] as const;
        }),
      ),
    );
    expect(lists.length).toBeGreaterThanOrEqual(5);
    expect(answers.filter(([, status]) => status !== 400)).toEqual([]);
  });

  it('every route refuses ids that are none', async () => {
    const withId = withToken().filter(({ path }) => path.includes('{'));
    const answers = await Promise.all(
      withId.map(async (route) => {
        const path = route.path.replace(/\{\w+\}/g, encodeURIComponent("x' OR 1=1"));
        const { status } = await stand.call(`${route.method} ${path}`, {
          as: asOwnerOrStaff(route) as Somebody,
          key: randomUUID(),
          headers: { 'if-match': '"1"' },
          ...(examples[nameOf(route)] === undefined ? {} : { body: examples[nameOf(route)] }),
        });
        return [nameOf(route), status] as const;
      }),
    );
    expect(answers.filter(([, status]) => status !== 400)).toEqual([]);
  });

  it('every act asks for a key, every save for a version', async () => {
    const answers = await Promise.all(
      withToken()
        .filter(({ method, path }) => (method === 'POST' && !/(preflight|unmask|link)$/.test(path)) || method === 'PUT')
        .map(async (route) => {
          const { status, body } = await stand.call(filled(route, filing.filingId), {
            as: asOwnerOrStaff(route) as Somebody,
            body:
              examples[nameOf(route)] ??
              (route.path === '/v1/mandates' ? { filingId: filing.filingId, agent: newId() } : {}),
          });
          return `${route.method} ${status} ${(body as { code: string }).code}`;
        }),
    );
    expect([...new Set(answers)].sort()).toEqual(['POST 400 key-missing', 'PUT 428 precondition-missing']);
  });
});

describe('answers', () => {
  it('carry the security headers, errors included', async () => {
    const answers = await Promise.all([
      stand.call('GET /v1/filings'),
      stand.call('GET /v1/filings', { as: owner }),
      stand.call('GET /v1/nowhere', { as: owner }),
      stand.call('POST /v1/filings', { as: owner, body: '{' }),
    ]);
    for (const { headers } of answers) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-powered-by')).toBeNull();
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('come from services that are spoken to with the internal token only', async () => {
    const asked = withToken().filter(
      (route) => ofFiling(route) && route.roles.includes('applicant') && !isStream(route),
    );
    await Promise.all(asked.map((route) => ask(route, filing.filingId, owner)));
    const { subject, website, documents, verification, notification } = stand.services;
    const calls = [subject, website, documents, verification, notification].flatMap((service) => service.calls);
    expect(calls.length).toBeGreaterThan(15);
    expect(
      calls.filter(({ authorization }) => authorization !== `Bearer ${developmentEnvironment['INTERNAL_TOKEN']}`),
    ).toEqual([]);
  });
});
