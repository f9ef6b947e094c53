import { KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type JWTHeaderParameters, type JWTPayload } from 'jose';

export interface Person {
  readonly sub: string;
  readonly roles: readonly string[];
  /** Further claims, such as `email`. */
  readonly claims?: Readonly<JWTPayload>;
}

/** An OpenID provider for specs: discovery, one signing key, and any token a test wants, good or bad. */
export interface FakeIdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  /** A good access token of this person. */
  tokenOf(person: Person): Promise<string>;
  /** Claims and header of a good token, changed as given; `undefined` takes one away. */
  tokenWith(change: {
    readonly claims?: Readonly<JWTPayload>;
    readonly header?: Partial<JWTHeaderParameters>;
  }): Promise<string>;
  /** The public key in PEM, for a forger who signs with it as a shared secret. */
  readonly publicPem: string;
  close(): Promise<void>;
}

export const fakeAudience = 'https://api.beian.example';

/** Starts the provider on a free port. Close it in `afterAll`. */
export async function startIdentityProvider(): Promise<FakeIdentityProvider> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'fake-1', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/jwks') response.end(JSON.stringify({ keys: [jwk] }));
    else if (request.url === '/.well-known/openid-configuration') response.end(JSON.stringify(discovery()));
    else response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const discovery = () => ({
    issuer,
    jwks_uri: `${issuer}/jwks`,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
  });
  const good = (): JWTPayload => {
    const now = Math.floor(Date.now() / 1000);
    return { iss: issuer, aud: fakeAudience, sub: 'somebody', iat: now, exp: now + 600, roles: ['applicant'] };
  };
  const tokenWith: FakeIdentityProvider['tokenWith'] = ({ claims = {}, header = {} }) =>
    new SignJWT({ ...good(), ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'fake-1', ...header })
      .sign(privateKey);
  return {
    issuer,
    audience: fakeAudience,
    tokenOf: ({ sub, roles, claims }) => tokenWith({ claims: { ...claims, sub, roles: [...roles] } }),
    tokenWith,
    publicPem: KeyObject.from(publicKey).export({ type: 'spki', format: 'pem' }).toString(),
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error === undefined ? resolve() : reject(error)));
      }),
  };
}
