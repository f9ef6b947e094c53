import { createHmac } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { FakeIdentityProvider } from './fake-identity-provider';

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const decoded = (part: string | undefined): Record<string, unknown> =>
  JSON.parse(Buffer.from(part ?? '', 'base64url').toString()) as Record<string, unknown>;

/**
 * The tokens that must never be accepted (reliability 4.5), by what is wrong with each. Half of them pass a library left
 * to its defaults.
 */
export async function badTokens(provider: FakeIdentityProvider): Promise<Readonly<Record<string, string>>> {
  const now = Math.floor(Date.now() / 1000);
  const good = await provider.tokenWith({});
  const [header, payload, signature] = good.split('.');
  const claims = decoded(payload);
  const unsigned = (head: object) => `${encoded({ typ: 'at+jwt', ...head })}.${payload}`;
  const hmac = (text: string, key: string) => createHmac('sha256', key).update(text).digest('base64url');
  const shared = unsigned({ alg: 'HS256', kid: 'fake-1' });
  const stranger = await generateKeyPair('ES256', { extractable: true });
  const foreign = (head: object) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', ...head }).sign(stranger.privateKey);
  return {
    'no exp': await provider.tokenWith({ claims: { exp: undefined } as never }),
    'no iss': await provider.tokenWith({ claims: { iss: undefined } as never }),
    'no aud': await provider.tokenWith({ claims: { aud: undefined } as never }),
    'no sub': await provider.tokenWith({ claims: { sub: undefined } as never }),
    'another audience': await provider.tokenWith({ claims: { aud: 'https://other.example' } }),
    'another issuer': await provider.tokenWith({ claims: { iss: 'https://other.example' } }),
    'issued 30 days ago': await provider.tokenWith({ claims: { iat: now - 30 * 86_400 } }),
    'an ID token': await provider.tokenWith({ header: { typ: 'JWT' } }),
    'alg none': `${unsigned({ alg: 'none' })}.`,
    'signed with the public key as secret': `${shared}.${hmac(shared, provider.publicPem)}`,
    'signed with a blank secret': `${shared}.${hmac(shared, '')}`,
    'own key embedded': await foreign({ jwk: await exportJWK(stranger.publicKey) }),
    'own key set named': await foreign({ jku: 'http://127.0.0.1:9/jwks', kid: 'fake-1' }),
    'unknown key id': await foreign({ kid: 'fake-2' }),
    'unknown critical header': await withCritical(provider),
    'payload swapped': `${header}.${encoded({ ...claims, roles: ['operator'] })}.${signature}`,
    'empty signature': `${header}.${payload}.`,
    'not valid yet': await provider.tokenWith({ claims: { nbf: now + 3_600 } }),
    expired: await provider.tokenWith({ claims: { iat: now - 700, exp: now - 100 } }),
    'not a token': 'a.b.c',
  };
}

/** The library does not sign what it does not understand, so the header is written by hand over a good signature. */
async function withCritical(provider: FakeIdentityProvider): Promise<string> {
  const [header, payload, signature] = (await provider.tokenWith({})).split('.');
  return `${encoded({ ...decoded(header), crit: ['beian'], beian: true })}.${payload}.${signature}`;
}
