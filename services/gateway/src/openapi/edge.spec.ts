import { startGateway, type Stand } from '../gateway.spec-helper';

const portal = 'http://127.0.0.1:5173';
let stand: Stand;

beforeAll(async () => {
  stand = await startGateway({ CORS_ORIGINS: portal, REQUESTS_PER_MINUTE_ACCOUNT: '20' });
});
afterAll(() => stand.close());

describe('the API document', () => {
  it('is served to everybody, as a page and as JSON', async () => {
    const page = await fetch(`${stand.url}/docs`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const json = (await (await fetch(`${stand.url}/docs-json`)).json()) as { openapi: string; paths: object };
    expect(json.openapi).toBe('3.1.0');
    expect(Object.keys(json.paths).length).toBeGreaterThan(45);
  });
});

describe('browsers', () => {
  const preflight = (origin: string) =>
    fetch(`${stand.url}/v1/filings`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization,content-type,idempotency-key',
      },
    });

  it('may call from the configured origin only, and never with cookies', async () => {
    const allowed = await preflight(portal);
    expect(allowed.headers.get('access-control-allow-origin')).toBe(portal);
    expect(allowed.headers.get('access-control-allow-headers')).toContain('idempotency-key');
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    const foreign = await preflight('https://evil.example');
    expect(foreign.headers.get('access-control-allow-origin')).not.toBe('https://evil.example');
  });
});

describe('the rate', () => {
  it('of one account ends in 429 with the time to wait, while others go on', async () => {
    const [busy, calm] = await Promise.all([stand.somebody('applicant'), stand.somebody('applicant')]);
    const answers = await Promise.all(Array.from({ length: 15 }, () => stand.call('GET /v1/account', { as: busy })));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200).length).toBe(15 - refused.length);
    expect(refused.length).toBeGreaterThanOrEqual(5);
    // Twenty a minute are one in three seconds, which is what is said, and not the minute that a refusal says at worst.
    expect(['1', '2', '3']).toContain(refused[0]?.headers.get('retry-after'));
    expect((refused[0]?.body as { code: string }).code).toBe('too-many-requests');
    expect((await stand.call('GET /v1/account', { as: calm })).status).toBe(200);
  });

  it('of one address counts also who is not signed in, whatever he says his address is', async () => {
    const own = await startGateway({ REQUESTS_PER_MINUTE_ADDRESS: '60' });
    const knocks = Array.from({ length: 60 }, (_, index) =>
      own.call('GET /v1/account', { headers: { 'x-forwarded-for': `198.51.100.${index}` } }),
    );
    const statuses = (await Promise.all(knocks)).map(({ status }) => status);
    await own.close();
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(20);
    expect(statuses.filter((status) => status !== 429 && status !== 401)).toEqual([]);
  });
});
