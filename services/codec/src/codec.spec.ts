import { developmentEnvironment, encryptionCodec, type Running } from '@beian/platform';
import { badTokens, startIdentityProvider, type FakeIdentityProvider } from '@beian/testing';
import { boot } from './boot';
import { codecConfig, uiOrigins } from './codec.config';
import { toWire } from './payloads';

const uiOrigin = 'http://127.0.0.1:8233';
const keys = JSON.parse(developmentEnvironment['CODEC_KEYS'] ?? '') as {
  current: string;
  keys: Record<string, string>;
};
const codec = encryptionCodec({
  current: keys.current,
  keys: Object.fromEntries(Object.entries(keys.keys).map(([id, key]) => [id, Buffer.from(key, 'base64')])),
});
const secret = { name: '林试', stage: 'draft', count: 3, list: [true, null] };
const plain = {
  metadata: { encoding: Buffer.from('json/plain') },
  data: Buffer.from(JSON.stringify(secret)),
};

let provider: FakeIdentityProvider;
let running: Running;
let lines: string[];
const spied = jest.spyOn(process.stdout, 'write');

beforeAll(async () => {
  provider = await startIdentityProvider();
  running = await boot({
    ...developmentEnvironment,
    PORT: '0',
    LOG_LEVEL: 'error',
    OIDC_ISSUER: provider.issuer,
    OIDC_AUDIENCE: provider.audience,
  });
});
afterAll(async () => {
  spied.mockRestore();
  await running.close();
  await provider.close();
});
beforeEach(() => {
  lines = [];
});

async function sealed(): Promise<object> {
  const [payload] = await codec.encode([plain]);
  if (payload === undefined) throw new Error('nothing was sealed');
  return toWire(payload);
}

async function ask(path: string, payloads: readonly object[], headers: Record<string, string>) {
  const response = await fetch(`${running.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-namespace': 'beian', ...headers },
    body: JSON.stringify({ payloads }),
  });
  const body = (await response.json()) as {
    payloads: { metadata: Record<string, string>; data: string }[];
    code?: string;
  };
  return { status: response.status, headers: response.headers, body };
}

const bearer = async (...roles: string[]) => ({
  authorization: `Bearer ${await provider.tokenOf({ sub: 'x', roles })}`,
});
const opened = (body: { payloads: { data: string }[] }): unknown =>
  JSON.parse(Buffer.from(body.payloads[0]?.data ?? '', 'base64').toString());

describe('the codec server', () => {
  it.each(['reviewer', 'senior', 'operator'])('shows content to a %s', async (role) => {
    const { status, body } = await ask('/decode', [await sealed()], await bearer(role));
    expect(status).toBe(200);
    expect(opened(body)).toEqual(secret);
  });

  it('shows an auditor the shape, without a word of the content', async () => {
    const { body } = await ask('/decode', [await sealed()], await bearer('auditor'));
    expect(opened(body)).toEqual({
      name: '(text of 2)',
      stage: '(text of 5)',
      count: '(number)',
      list: ['(boolean)', '(null)'],
    });
  });

  it.each(['applicant', 'agent', 'authority'])('is no function of an %s', async (role) => {
    expect((await ask('/decode', [await sealed()], await bearer(role))).status).toBe(403);
  });

  it('opens nothing for nobody', async () => {
    const { status, body } = await ask('/decode', [await sealed()], {});
    expect({ status, code: body.code }).toEqual({ status: 401, code: 'unauthenticated' });
  });

  it('accepts none of the bad tokens', async () => {
    const bad = await badTokens(provider);
    const answers = await Promise.all(
      Object.entries(bad).map(async ([what, token]) => {
        const { status } = await ask('/decode', [], { authorization: `Bearer ${token}` });
        return [what, status] as const;
      }),
    );
    expect(answers.filter(([, status]) => status !== 401)).toEqual([]);
    expect(answers.length).toBeGreaterThanOrEqual(18);
  });

  it('opens only its own namespace', async () => {
    const { status } = await ask('/decode', [await sealed()], {
      ...(await bearer('operator')),
      'x-namespace': 'other',
    });
    expect(status).toBe(403);
  });

  it('gives back sealed what it has no key for, and opens the rest', async () => {
    const other = encryptionCodec({ current: 'gone', keys: { gone: Buffer.alloc(32, 7) } });
    const [foreign] = await other.encode([plain]);
    if (foreign === undefined) throw new Error('nothing was sealed');
    const { status, body } = await ask('/decode', [toWire(foreign), await sealed()], await bearer('operator'));
    expect(status).toBe(200);
    expect(body.payloads[0]).toEqual(toWire(foreign));
    expect(Buffer.from(body.payloads[1]?.data ?? '', 'base64').toString()).toContain('draft');
  });

  it('leaves a payload alone that was never sealed', async () => {
    const { body } = await ask('/decode', [toWire(plain)], await bearer('operator'));
    expect(opened(body)).toEqual(secret);
  });

  it('seals for an operator what it can open again, and for nobody else', async () => {
    const { body } = await ask('/encode', [toWire(plain)], await bearer('operator'));
    expect(Buffer.from(body.payloads[0]?.metadata['encoding'] ?? '', 'base64').toString()).toBe('binary/encrypted');
    expect(opened((await ask('/decode', body.payloads, await bearer('reviewer'))).body)).toEqual(secret);
    expect((await ask('/encode', [toWire(plain)], await bearer('auditor'))).status).toBe(403);
  });

  it.each([
    ['a payload with an unknown key', [{ data: 'AA==', extra: 1 }]],
    ['data that is no base64', [{ data: '***' }]],
    ['more payloads than a page shows', Array.from({ length: 501 }, () => ({ data: 'AA==' }))],
  ])('refuses %s', async (_what, payloads) => {
    expect((await ask('/decode', payloads, await bearer('operator'))).status).toBe(400);
  });
});

describe('the cookie of the sign-in page', () => {
  const cookie = async () => ({ cookie: `beian_codec=${await provider.tokenOf({ sub: 'x', roles: ['operator'] })}` });

  it('opens payloads for the page of the Temporal UI, on both names of this machine', async () => {
    for (const origin of [uiOrigin, uiOrigin.replace('127.0.0.1', 'localhost')]) {
      const answer = await ask('/decode', [await sealed()], { ...(await cookie()), origin });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('access-control-allow-origin')).toBe(origin);
      expect(answer.headers.get('access-control-allow-credentials')).toBe('true');
    }
  });

  it('is worth nothing from any other page', async () => {
    const answer = await ask('/decode', [await sealed()], { ...(await cookie()), origin: 'http://127.0.0.1:9999' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers the preflight of the UI only', async () => {
    const preflight = (origin: string) =>
      fetch(`${running.url}/decode`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'x-namespace' },
      });
    expect((await preflight(uiOrigin)).headers.get('access-control-allow-origin')).toBe(uiOrigin);
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
  });

  it("is taken from the operators' UI as well, where there is one", () => {
    const env = { ...developmentEnvironment, OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: provider.audience };
    const withBoth = codecConfig({ ...env, TEMPORAL_OPERATOR_UI_URL: 'http://127.0.0.1:8082' });
    expect(uiOrigins(withBoth)).toEqual([
      uiOrigin,
      'http://localhost:8233',
      'http://127.0.0.1:8082',
      'http://localhost:8082',
    ]);
  });

  it('comes from a sign-in that only this browser began', async () => {
    const begun = await fetch(`${running.url}/sign-in`, { redirect: 'manual' });
    const asked = new URL(begun.headers.get('location') ?? '');
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
    expect(asked.searchParams.get('redirect_uri')).toBe(`${running.url}/signed-in`);
    const stolen = await fetch(`${running.url}/signed-in?code=c&state=${asked.searchParams.get('state')}`);
    expect(stolen.status).toBe(401);
  });

  it('greets who is signed in, and offers a sign-in to who is not', async () => {
    const signedIn = await fetch(`${running.url}/`, { headers: await cookie() });
    expect(await signedIn.text()).toContain('operator');
    const signedOut = await fetch(`${running.url}/`);
    expect(signedOut.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(await signedOut.text()).toContain('/sign-in');
  });
});

describe('the log of the codec server', () => {
  it('says of each opening and sealing who and how many, and nothing of what', async () => {
    spied.mockImplementation((chunk) => {
      lines.push(String(chunk));
      return true;
    });
    const own = await boot({
      ...developmentEnvironment,
      PORT: '0',
      LOG_LEVEL: 'info',
      OIDC_ISSUER: provider.issuer,
      OIDC_AUDIENCE: provider.audience,
    });
    const asked = async (path: string, payloads: readonly object[], headers: Record<string, string>) =>
      fetch(`${own.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-namespace': 'beian', ...headers },
        body: JSON.stringify({ payloads }),
      });
    await asked('/decode', [await sealed(), await sealed()], await bearer('reviewer'));
    await asked('/decode', [await sealed()], await bearer('auditor'));
    await asked('/encode', [toWire(plain)], await bearer('operator'));
    const refused = [await asked('/decode', [], {}), await asked('/decode', [], await bearer('applicant'))];
    expect(refused.map(({ status }) => status)).toEqual([401, 403]);
    await own.close();
    spied.mockReset();
    const written = lines.flatMap((line) => line.split('\n')).filter((line) => line.includes('"audit":true'));
    expect(written.map((line) => JSON.parse(line) as object)).toMatchObject([
      { msg: 'payloads opened', actor: 'x', roles: ['reviewer'], view: 'content', count: 2, sealed: 0 },
      { msg: 'payloads opened', actor: 'x', roles: ['auditor'], view: 'shape', count: 1, sealed: 0 },
      { msg: 'payloads sealed', actor: 'x', roles: ['operator'], view: 'content', count: 1 },
    ]);
    expect(lines.join('')).not.toContain('林试');
  });
});

describe('after a rotation of the keys (features.md row 39)', () => {
  const older = { id: keys.current, key: keys.keys[keys.current] ?? '' };
  const newer = { id: 'newer', key: Buffer.alloc(32, 9).toString('base64') };
  let rotated: Running;
  beforeAll(async () => {
    rotated = await boot({
      ...developmentEnvironment,
      PORT: '0',
      LOG_LEVEL: 'error',
      OIDC_ISSUER: provider.issuer,
      OIDC_AUDIENCE: provider.audience,
      CODEC_KEYS: JSON.stringify({ current: newer.id, keys: { [newer.id]: newer.key, [older.id]: older.key } }),
    });
  });
  afterAll(() => rotated.close());

  const through = async (path: string, payloads: readonly object[], role: string) => {
    const response = await fetch(`${rotated.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-namespace': 'beian', ...(await bearer(role)) },
      body: JSON.stringify({ payloads }),
    });
    const body = (await response.json()) as { payloads: { metadata: Record<string, string>; data: string }[] };
    return { status: response.status, body };
  };
  const keyOf = ({ metadata }: { metadata: Record<string, string> }) =>
    Buffer.from(metadata['encryption-key-id'] ?? '', 'base64').toString();

  it('opens what was sealed before it, in the view of each role', async () => {
    const old = (await sealed()) as { metadata: Record<string, string> };
    expect(keyOf(old)).toBe(older.id);
    expect(opened((await through('/decode', [old], 'reviewer')).body)).toEqual(secret);
    expect(opened((await through('/decode', [old], 'auditor')).body)).toMatchObject({ name: '(text of 2)' });
    expect((await through('/decode', [old], 'applicant')).status).toBe(403);
  });

  it('seals with the new key, which who has only the old one gives back sealed', async () => {
    const { body } = await through('/encode', [toWire(plain)], 'operator');
    const [fresh] = body.payloads;
    expect(fresh && keyOf(fresh)).toBe(newer.id);
    expect(opened((await through('/decode', body.payloads, 'operator')).body)).toEqual(secret);
    expect((await ask('/decode', body.payloads, await bearer('operator'))).body.payloads).toEqual(body.payloads);
  });
});

describe('with an operators’ UI beside the one for everybody', () => {
  const operatorUi = 'https://operators.beian.example';
  let own: Running;
  beforeAll(async () => {
    own = await boot({
      ...developmentEnvironment,
      PORT: '0',
      LOG_LEVEL: 'error',
      OIDC_ISSUER: provider.issuer,
      OIDC_AUDIENCE: provider.audience,
      TEMPORAL_OPERATOR_UI_URL: operatorUi,
    });
  });
  afterAll(() => own.close());

  it.each([
    [uiOrigin, uiOrigin],
    [operatorUi, operatorUi],
    ['https://evil.example', null],
    [`${operatorUi}.evil.example`, null],
  ])('a page of %s may read the answer: %s', async (origin, allowed) => {
    const preflight = await fetch(`${own.url}/decode`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,x-namespace',
      },
    });
    const answer = await fetch(`${own.url}/decode`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-namespace': 'beian', origin, ...(await bearer('reviewer')) },
      body: JSON.stringify({ payloads: [await sealed()] }),
    });
    const origins = [preflight, answer].map(({ headers }) => headers.get('access-control-allow-origin'));
    expect(origins).toEqual([allowed, allowed]);
  });
});

describe('in production', () => {
  const production = {
    NODE_ENV: 'production',
    PORT: '0',
    LOG_LEVEL: 'error',
    CODEC_KEYS: JSON.stringify({ current: 'p', keys: { p: Buffer.alloc(32, 3).toString('base64') } }),
    TEMPORAL_UI_URL: 'https://temporal.beian.example',
  };

  it('the committed development key stops the start', () => {
    const env = {
      ...developmentEnvironment,
      ...production,
      CODEC_KEYS: developmentEnvironment['CODEC_KEYS'],
      OIDC_ISSUER: 'https://id.example',
      OIDC_AUDIENCE: 'a',
    };
    expect(() => codecConfig(env)).toThrow(/CODEC_KEYS/);
  });

  it('there is no sign-in page, and a cookie opens nothing', async () => {
    const own = await boot({ ...production, OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: provider.audience });
    const token = await provider.tokenOf({ sub: 'x', roles: ['operator'] });
    const statuses = await Promise.all([
      fetch(`${own.url}/`),
      fetch(`${own.url}/sign-in`, { redirect: 'manual' }),
      fetch(`${own.url}/decode`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-namespace': 'beian', cookie: `beian_codec=${token}` },
        body: '{"payloads":[]}',
      }),
    ]);
    await own.close();
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 401]);
  });
});
