import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import type { Running } from '@beian/platform';
import { badTokens, startIdentityProvider, type FakeIdentityProvider } from '@beian/testing';
import { boot } from './boot';

const filing = '/api/v1/namespaces/beian/workflows/filing-1';
const batch = '/api/v1/namespaces/beian/batch-operations/7f0b';

interface Heard {
  readonly request: IncomingMessage;
  readonly body: string;
}

let provider: FakeIdentityProvider;
let behind: Server;
let guard: Running;
let heard: Heard[];

beforeAll(async () => {
  provider = await startIdentityProvider();
  behind = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      heard.push({ request, body: Buffer.concat(chunks).toString() });
      response.writeHead(200, { 'set-cookie': 'user0=x' }).end('from the page');
    });
  });
  await new Promise<void>((resolve) => behind.listen(0, '127.0.0.1', resolve));
  guard = await boot({
    PORT: '0',
    LOG_LEVEL: 'silent',
    OIDC_ISSUER: provider.issuer,
    OIDC_AUDIENCE: provider.audience,
    TEMPORAL_UI_UPSTREAM: `http://127.0.0.1:${(behind.address() as AddressInfo).port}`,
  });
});
afterAll(async () => {
  await guard.close();
  behind.close();
  await provider.close();
});
beforeEach(() => {
  heard = [];
});

const bearer = async (...roles: string[]) => ({
  authorization: `Bearer ${await provider.tokenOf({ sub: 'x', roles })}`,
});
const send = (path: string, init: RequestInit = {}) => fetch(`${guard.url}${path}`, init);
const post = (path: string, headers: Record<string, string>, body: unknown = {}) =>
  send(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('the guard', () => {
  it('shows the page, its sign-in and its settings to everybody, with its cookies', async () => {
    for (const path of ['/', '/auth/sso?returnUrl=x', '/api/v1/settings']) {
      const answer = await send(path);
      expect([answer.status, await answer.text(), answer.headers.get('set-cookie')]).toEqual([
        200,
        'from the page',
        'user0=x',
      ]);
    }
  });

  it('shows filings to operators only', async () => {
    expect((await send(filing)).status).toBe(401);
    expect((await send(filing, { headers: await bearer('reviewer', 'auditor') })).status).toBe(403);
    expect((await send('/%61pi/v1/namespaces', {})).status).toBe(401);
    expect(heard).toEqual([]);
    expect((await send(filing, { headers: await bearer('operator') })).status).toBe(200);
  });

  it('accepts none of the bad tokens', async () => {
    const bad = Object.values(await badTokens(provider));
    const answers = await Promise.all(
      bad.map((token) => send(filing, { headers: { authorization: `Bearer ${token}` } })),
    );
    expect(answers.filter(({ status }) => status !== 401)).toEqual([]);
    expect(heard).toEqual([]);
  });

  it('passes a signal on as it came, and cannot be told that a POST is something else', async () => {
    const headers = { ...(await bearer('operator')), 'x-http-method-override': 'DELETE' };
    const answer = await post(`${filing}/signal/calendarChanged?x=1`, headers, { input: 'é' });
    expect(answer.status).toBe(200);
    expect(heard[0]?.request.url).toBe(`${filing}/signal/calendarChanged?x=1`);
    expect(heard[0]?.request.headers['x-http-method-override']).toBeUndefined();
    expect(heard[0]?.body).toBe('{"input":"é"}');
  });

  it('refuses to terminate and to delete, alone and in a batch, also for an operator', async () => {
    const operator = await bearer('operator');
    const answers = await Promise.all([
      post(`${filing}/terminate`, operator, { reason: 'r' }),
      send(filing, { method: 'DELETE', headers: operator }),
      post(batch, operator, { terminationOperation: {} }),
      post(batch, operator, { termination_operation: {}, signalOperation: {} }),
      post(batch, operator, { deletionOperation: {} }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403]);
    expect(heard).toEqual([]);
  });

  it('passes a batch of signals on as it was understood', async () => {
    const answer = await send(batch, {
      method: 'POST',
      headers: await bearer('operator'),
      body: '{"signalOperation":{"signal":"a"},"signalOperation":{"signal":"b"},"visibilityQuery":"q"}',
    });
    expect(answer.status).toBe(200);
    expect(heard[0]?.body).toBe('{"signalOperation":{"signal":"b"},"visibilityQuery":"q"}');
  });

  it('takes no body that is too large or no JSON', async () => {
    const operator = await bearer('operator');
    const broken = await send(batch, { method: 'POST', headers: operator, body: '{' });
    expect(broken.status).toBe(400);
    expect((await post(`${filing}/signal/x`, operator, 'x'.repeat(1_000_001))).status).toBe(413);
    expect(heard).toEqual([]);
  });

  it('is ready while the page behind it answers', async () => {
    expect((await send('/health/ready')).status).toBe(200);
    expect((await send('/health/live')).status).toBe(200);
  });

  it('counts what it answered by method and status, and says whether there is a UI behind it', async () => {
    await post(`${filing}/terminate`, await bearer('operator'), {});
    const metrics = await (await send('/metrics')).text();
    expect(metrics).toMatch(
      /^http_request_seconds_count\{service="guard",method="POST",route="unknown",status="403"\} [1-9]/m,
    );
    expect(metrics).toMatch(/^part_up\{part="temporal-ui",service="guard"\} 1$/m);
    expect(metrics).not.toContain(filing);
  });

  it('shows no metrics to who comes from elsewhere', async () => {
    expect((await send('/metrics', { headers: { 'x-forwarded-for': '203.0.113.1' } })).status).toBe(404);
    expect(heard).toEqual([]);
  });
});
