import { randomUUID } from 'node:crypto';
import type { FilingSnapshot, Role } from '@beian/contracts';
import { newId } from '@beian/platform';
import { startGateway, type Answer, type Somebody, type Stand } from '../gateway.spec-helper';
import { buildApiDocument } from '../openapi/build-api-document';
import { answerEverything, checkId, exampleBodies, siteId, uploadId, versionId } from '../spec-answers.spec-helper';

interface Route {
  readonly name: string;
  readonly path: string;
  readonly method: string;
  readonly roles: readonly Role[];
  readonly hasKey: boolean;
}

let stand: Stand;
let routes: readonly Route[];
let examples: Readonly<Record<string, object>>;
let owner: Somebody;
let filing: FilingSnapshot;
const people = new Map<Role, Somebody>();

beforeAll(async () => {
  const document = await buildApiDocument();
  examples = exampleBodies(document);
  routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { 'x-roles': Role[]; parameters?: { name: string }[] }>).map(
      ([method, said]) => ({
        name: `${method.toUpperCase()} ${path}`,
        method: method.toUpperCase(),
        path,
        roles: said['x-roles'],
        hasKey: said.parameters?.some(({ name }) => name === 'Idempotency-Key') === true,
      }),
    ),
  );
  stand = await startGateway({ MOVE_PATIENCE_SECONDS: '1' });
  answerEverything(stand.services, async (id) => (await stand.filings.find(id)) as FilingSnapshot);
  owner = await stand.somebody('applicant');
  for (const role of ['reviewer', 'operator'] as const) people.set(role, await stand.somebody(role));
  people.set('agent', await stand.somebody('agent'));
  filing = await stand.filingOf(owner);
});
afterAll(() => stand.close());

const values = (): Readonly<Record<string, string>> => ({
  filingId: filing.filingId,
  siteId,
  versionId,
  uploadId,
  checkId,
  codeId: newId(),
  deliveryId: newId(),
  noticeId: newId(),
});
const personFor = ({ roles }: Route): Somebody =>
  roles.includes('applicant')
    ? owner
    : ((people.get('reviewer') && roles.includes('reviewer')
        ? people.get('reviewer')
        : people.get('operator')) as Somebody);
const bodyOf = ({ name }: Route): object =>
  name === 'POST /v1/mandates'
    ? { filingId: filing.filingId, agent: people.get('agent')?.accountId }
    : (examples[name] ?? {});

function sender(route: Route): (key: string, body: unknown) => Promise<Answer> {
  const ids = values();
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
  return (key, body) =>
    stand.call(`${route.method} ${path}`, { as: personFor(route), key, body, headers: { 'if-match': '"1"' } });
}

/** Opening waits for a worker, which this spec has none of; `open-and-move.spec.ts` proves it with one. */
const acts = () => routes.filter(({ hasKey, name }) => hasKey && name !== 'POST /v1/filings');
/** What was asked of services that may have had an effect. */
const countCalls = (): number => {
  const { subject, website, documents, verification, notification } = stand.services;
  const calls = [subject, website, documents, verification, notification].flatMap((service) => service.calls);
  return calls.filter(({ method, path }) => method !== 'GET' && !path.includes('/accounts/')).length;
};

/** What an answer says, but for the id of the request that got it: a refusal is not kept, and names its own. */
const said = (body: unknown): string => JSON.stringify({ ...(body as object), instance: undefined });

describe('every act', () => {
  it('asked ten times at once under one key has one effect and one answer', async () => {
    const differing: string[] = [];
    for (const route of acts()) {
      const send = sender(route);
      const key = randomUUID();
      const before = countCalls();
      const first = await send(key, bodyOf(route));
      const once = countCalls() - before;
      const answers = await Promise.all(Array.from({ length: 9 }, () => send(key, bodyOf(route))));
      const isSame = answers.every(({ status, body }) => status === first.status && said(body) === said(first.body));
      if (!isSame || first.status >= 500 || countCalls() - before !== once)
        differing.push(`${route.name} ${first.status}`);
    }
    expect(acts().length).toBeGreaterThan(25);
    expect(differing).toEqual([]);
  });

  it('under one key from the very first moment has one effect', async () => {
    const differing: string[] = [];
    for (const route of acts()) {
      const send = sender(route);
      const alone = countCalls();
      await send(randomUUID(), bodyOf(route));
      const once = countCalls() - alone;
      const key = randomUUID();
      const before = countCalls();
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(key, bodyOf(route))));
      if (new Set(answers.map(({ status }) => status)).size !== 1 || countCalls() - before !== once)
        differing.push(route.name);
    }
    expect(differing).toEqual([]);
  });

  it('refuses its key with another body, and does nothing', async () => {
    const withBody = acts().filter((route) => Object.keys(bodyOf(route)).length > 0);
    const wrong: string[] = [];
    for (const route of withBody) {
      const key = randomUUID();
      const send = sender(route);
      await send(key, bodyOf(route));
      const before = countCalls();
      const { status, body } = await send(key, changed(bodyOf(route)));
      if (status !== 422 || body.code !== 'key-reused' || countCalls() !== before)
        wrong.push(`${route.name} ${status} ${body.code}`);
    }
    expect(withBody.length).toBeGreaterThan(15);
    expect(wrong).toEqual([]);
  });
});

/** The same body with another value in its first place that a schema still takes. */
function changed(body: object): object {
  const [[name, value] = ['', '']] = Object.entries(body);
  const others: Readonly<Record<string, unknown>> = {
    decision: 'refuse',
    undo: 'void-phone-codes',
    method: 'face-check',
    pack: '2019-04',
    administrator: 'site-administrator-1',
    reasons: [{ code: 'OTHER', pointer: '/' }],
    province: '33',
    accepted: false,
    filingId: newId(),
    versionId: newId(),
    grantedTo: newId(),
    service: 'subject',
    topic: 'beian.subject.v1.dead.gateway',
  };
  const other = others[name] ?? differently(value);
  const reasons = name === 'accepted' ? { reasons: [{ code: 'PHOTO', pointer: '/documents/x' }] } : {};
  return { ...body, [name]: other, ...reasons };
}

function differently(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  return typeof value === 'object' ? { channel: 'mail' } : `${String(value)} 2`;
}

/** Texts that have broken other systems (reliability B-3, B-8), and the limits of size. */
const naughty: readonly unknown[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\udfff\ud800',
  '\ufffe',
  '\u202egnp.exe',
  '\u200b',
  '\r\nX-Header: 1',
  '\u001b[31m',
  "' OR 1=1 --",
  '"; DROP TABLE filing; --',
  '$1',
  '%s%n',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  '%2e%2e%2f',
  '𠮷野家',
  'İßﬀ',
  '👨‍👩‍👧‍👦',
  'e\u0301',
  'x'.repeat(10_000),
  '王'.repeat(5_000),
  '-1',
  '9'.repeat(400),
  'NaN',
  'true',
  'null',
  null,
  true,
  0,
  -0,
  1.5,
  2 ** 53 + 1,
  [],
  [['x']],
  {},
  { a: { a: { a: {} } } },
];

describe('every body', () => {
  it('with a naughty value in any of its places is answered, and never by a failure of ours', async () => {
    const withBody = routes.filter(({ method, roles }) => /POST|PUT/.test(method) && roles.length > 0);
    const failures: string[] = [];
    let count = 0;
    for (const route of withBody) {
      const send = sender(route);
      const bodies = placesIn(bodyOf(route)).flatMap((place) =>
        naughty.map((value) => withValue(bodyOf(route), place, value)),
      );
      for (let at = 0; at < bodies.length; at += 25) {
        const answers = await Promise.all(
          bodies.slice(at, at + 25).map(async (body) => [body, await send(randomUUID(), body)] as const),
        );
        count += answers.length;
        const failed = answers.filter(([, { status }]) => status >= 500 && status !== 503);
        failures.push(
          ...failed.map(([body, { status }]) => `${route.name} ${status} ${JSON.stringify(body).slice(0, 200)}`),
        );
      }
    }
    expect(count).toBeGreaterThan(2_000);
    expect(failures).toEqual([]);
  }, 240_000);
});

/** Every place of a value in a body, as a path of keys; whole objects and arrays are places too. */
function placesIn(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (value === null || typeof value !== 'object') return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function withValue(body: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(body))
    return body.map((part: unknown, index) => (String(index) === key ? withValue(part, rest, value) : part));
  const object = body as Readonly<Record<string, unknown>>;
  return { ...object, [key]: withValue(object[key], rest, value) };
}
