import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { verifyAccessToken } from './access-token';

const issuer = 'https://id.example.cn';
const audience = 'beian';
const now = () => Math.floor(Date.now() / 1000);

describe('verifyAccessToken', () => {
  let own: Awaited<ReturnType<typeof generateKeyPair>>;
  let foreign: Awaited<ReturnType<typeof generateKeyPair>>;
  let verify: ReturnType<typeof verifyAccessToken>;

  beforeAll(async () => {
    own = await generateKeyPair('RS256', { extractable: true });
    foreign = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
    verify = verifyAccessToken(issuer, audience, { keys: createLocalJWKSet({ keys: [jwk] }) });
  });

  const good = (): JWTPayload => ({
    iss: issuer,
    aud: audience,
    sub: 'user-1',
    iat: now(),
    exp: now() + 600,
    roles: ['applicant', 7],
    sid: 's1',
    client_id: 'portal',
  });
  const without = (claim: string): JWTPayload =>
    Object.fromEntries(Object.entries(good()).filter(([name]) => name !== claim));
  const sign = (claims: JWTPayload, header: Record<string, unknown> = {}, key = own.privateKey) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'k1', ...header }).sign(key);
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  it('takes a good token and tells who calls', async () => {
    expect(await verify(await sign(good()))).toMatchObject({
      issuer,
      subject: 'user-1',
      roles: ['applicant'],
      sessionId: 's1',
      clientId: 'portal',
    });
    expect((await verify(await sign({ ...good(), aud: ['other', audience], exp: now() - 3 }))).subject).toBe('user-1'); // 5 s tolerance
  });

  const bad: ReadonlyArray<readonly [string, () => Promise<string> | string]> = [
    ['alg none', () => `${part({ alg: 'none', typ: 'at+jwt', kid: 'k1' })}.${part(good())}.`],
    ['HS256 signed with the public key', async () => sign2(await exportSPKI(own.publicKey))],
    ['HS256 with an empty password', () => sign2('')],
    [
      'an embedded key',
      async () => sign(good(), { kid: 'k9', jwk: await exportJWK(foreign.publicKey) }, foreign.privateKey),
    ],
    [
      'a foreign key set address',
      () => sign(good(), { kid: 'k9', jku: 'https://evil.example/jwks' }, foreign.privateKey),
    ],
    ['an unknown key id', () => sign(good(), { kid: 'k9' }, foreign.privateKey)],
    ['a foreign key under our key id', () => sign(good(), {}, foreign.privateKey)],
    [
      'an unknown critical header',
      async () =>
        `${part({ alg: 'RS256', typ: 'at+jwt', kid: 'k1', crit: ['x'], x: 1 })}.${(await sign(good())).split('.').slice(1).join('.')}`,
    ],
    ['a swapped payload', async () => swapped(await sign(good()), { ...good(), sub: 'user-2' })],
    ['an empty signature', async () => (await sign(good())).replace(/[^.]*$/, '')],
    ['a time to come', () => sign({ ...good(), nbf: now() + 600 })],
    ['an expired time', () => sign({ ...good(), exp: now() - 60 })],
    ['no exp', () => sign(without('exp'))],
    ['no iat', () => sign(without('iat'))],
    ['no iss', () => sign(without('iss'))],
    ['no aud', () => sign(without('aud'))],
    ['no sub', () => sign(without('sub'))],
    ['an empty sub', () => sign({ ...good(), sub: '' })],
    ['another audience', () => sign({ ...good(), aud: 'other' })],
    ['another issuer', () => sign({ ...good(), iss: 'https://test.id.example.cn' })],
    ['an issuer with a slash more', () => sign({ ...good(), iss: `${issuer}/` })],
    ['an age of thirty days', () => sign({ ...good(), iat: now() - 30 * 86_400, exp: now() + 600 })],
    ['an ID token', () => sign(good(), { typ: 'JWT' })],
    ['no type', () => sign(good(), { typ: undefined })],
    ['no token at all', () => 'nonsense'],
    ['nothing', () => ''],
  ];
  const sign2 = (password: string): Promise<string> =>
    Promise.resolve().then(async () => {
      const { createHmac } = await import('node:crypto');
      const text = `${part({ alg: 'HS256', typ: 'at+jwt', kid: 'k1' })}.${part(good())}`;
      return `${text}.${createHmac('sha256', password).update(text).digest('base64url')}`;
    });
  const swapped = (token: string, claims: JWTPayload): string => token.replace(/\.[^.]*\./, `.${part(claims)}.`);

  it.each(bad)('rel S10 refuses %s', async (_name, make) => {
    await expect(verify(await make())).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  describe('with a provider on the network', () => {
    let server: Server;
    let url: string;
    let asked = 0;
    let isAway = false;
    let kid = 'k1';
    beforeAll(async () => {
      server = createServer((request, response) => {
        asked++;
        if (isAway) {
          response.writeHead(500).end();
          return;
        }
        void exportJWK(own.publicKey).then((jwk) => {
          const answer = request.url?.endsWith('jwks')
            ? { keys: [{ ...jwk, kid, alg: 'RS256' }] }
            : { issuer: url, jwks_uri: `${url}/jwks` };
          response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    afterAll(() => new Promise((resolve) => server.close(resolve)));

    it('F-I1 judges no token while the provider is away, and finds its keys when it is back', async () => {
      kid = 'k1';
      isAway = true;
      const check = verifyAccessToken(url, audience);
      const token = await sign({ ...good(), iss: url });
      await expect(check(token)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
      isAway = false;
      expect((await check(token)).subject).toBe('user-1');
      isAway = true;
      expect((await check(token)).subject).toBe('user-1'); // keys are remembered
      isAway = false;
    });

    it('asks at another address than the issuer, who must be the same all the same', async () => {
      kid = 'k1';
      isAway = false;
      const token = await sign({ ...good(), iss: url });
      const elsewhere = url.replace('127.0.0.1', 'localhost');
      expect((await verifyAccessToken(url, audience, { askAt: elsewhere })(token)).subject).toBe('user-1');
      const foreign = verifyAccessToken('https://id.example', audience, { askAt: url });
      await expect(foreign(token)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    });

    it('rel S10 does not pass a flood of unknown key ids on to the provider', async () => {
      kid = 'k2';
      const check = verifyAccessToken(url, audience);
      await check(await sign({ ...good(), iss: url }, { kid: 'k2' }));
      const before = asked;
      const flood = await Promise.allSettled(
        Array.from({ length: 50 }, async (_, n) => check(await sign({ ...good(), iss: url }, { kid: `x${n}` }))),
      );
      expect(flood.every(({ status }) => status === 'rejected')).toBe(true);
      expect(asked - before).toBeLessThanOrEqual(1);
    });
  });
});
