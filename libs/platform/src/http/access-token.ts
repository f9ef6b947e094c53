import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { problem, ProblemError } from './problem-error';

/** Who calls, as the identity provider vouches for: issuer and subject together name the person. */
export interface Caller {
  readonly issuer: string;
  readonly subject: string;
  readonly roles: readonly string[];
  readonly clientId?: string;
  readonly sessionId?: string;
  readonly expiresAt: Date;
  readonly claims: Readonly<JWTPayload>;
}

export interface AccessTokenOptions {
  /** The provider's keys; by default fetched from its discovery document. */
  readonly keys?: JWTVerifyGetKey;
  /** Where the discovery document is fetched, if not at the issuer's own address; it must name that issuer all the same. */
  readonly askAt?: string | undefined;
  /** The clock, for tests. */
  readonly now?: () => Date;
}

/**
 * Checks access tokens of one issuer for one audience (rel S10). Every option is spelled out: left to its defaults the
 * library takes 8 of 18 bad tokens. Refuses with `unauthenticated`; if the provider cannot be asked for its keys, with
 * `temporarily-unavailable`.
 */
export function verifyAccessToken(
  issuer: string,
  audience: string,
  options: AccessTokenOptions = {},
): (token: string) => Promise<Caller> {
  const keys = options.keys ?? discoveredKeys(issuer, options.askAt ?? issuer);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
        issuer,
        audience,
        typ: 'at+jwt',
        requiredClaims: ['exp', 'iat', 'sub', 'iss', 'aud'],
        maxTokenAge: '12 h',
        clockTolerance: '5 s',
        ...(options.now ? { currentDate: options.now() } : {}),
      });
      return callerOf(payload, issuer);
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      if (isProviderAway(error)) return problem('temporarily-unavailable', { cause: error });
      return problem('unauthenticated', { cause: error });
    }
  };
}

function callerOf(payload: JWTPayload, issuer: string): Caller {
  const { sub, exp } = payload;
  if (typeof sub !== 'string' || sub === '' || sub.length > 255 || exp === undefined) return problem('unauthenticated');
  const roles: unknown = payload['roles'];
  const text = (name: string): string | undefined => (typeof payload[name] === 'string' ? payload[name] : undefined);
  const clientId = text('client_id');
  const sessionId = text('sid');
  return {
    issuer,
    subject: sub,
    roles: Array.isArray(roles) ? roles.filter((role): role is string => typeof role === 'string') : [],
    ...(clientId === undefined ? {} : { clientId }),
    ...(sessionId === undefined ? {} : { sessionId }),
    expiresAt: new Date(exp * 1000),
    claims: payload,
  };
}

/** No keys to be had is no judgement about the token. */
function isProviderAway(error: unknown): boolean {
  if (error instanceof ProviderAway || error instanceof errors.JWKSTimeout) return true;
  if (error instanceof errors.JOSEError) return error.code === 'ERR_JOSE_GENERIC'; // the key set answered no 200
  return error instanceof TypeError && error.message === 'fetch failed';
}

class ProviderAway extends Error {}

/**
 * Keys from `jwks_uri` of the discovery document. A new key id is looked up at once, but at most every 30 seconds, so that
 * a flood of unknown ids does not reach the provider; a key that was removed dies within 10 minutes.
 */
function discoveredKeys(issuer: string, askAt: string): JWTVerifyGetKey {
  let keySet: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    keySet ??= discover(issuer, askAt).catch((error: unknown) => {
      keySet = undefined; // asked again by the next token
      throw new ProviderAway('the identity provider does not answer', { cause: error });
    });
    return (await keySet)(header, token);
  };
}

async function discover(issuer: string, askAt: string): Promise<JWTVerifyGetKey> {
  const address = `${askAt.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(5_000) });
  const document = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (!response.ok || document.issuer !== issuer || typeof document.jwks_uri !== 'string') {
    throw new Error('the discovery document is not the one of the configured issuer');
  }
  return createRemoteJWKSet(new URL(document.jwks_uri), {
    timeoutDuration: 5_000,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
  });
}
