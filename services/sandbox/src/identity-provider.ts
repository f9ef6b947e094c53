import { generateKeyPairSync } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClientMetadata, type Configuration, type JWK, Provider, errors } from 'oidc-provider';
import { personaOf, personas } from './personas';
import type { SandboxConfig } from './sandbox.config';

/** Grant by which scripts get an access token for a persona without a browser; exists in the sandbox only. */
export const personaGrant = 'urn:beian:sandbox:persona';
export const scriptClientId = 'beian-scripts';
export const portalClientId = 'beian-portal';
/** Client of the operators' Temporal UI: the one that knows no PKCE, so it has a secret. */
export const temporalUiClientId = 'beian-temporal-ui';
const scope = 'openid profile email filing';

/**
 * A real OpenID provider (authorization code with PKCE for browsers, discovery, key set, JWT access tokens) whose people
 * are invented and whose sign-in asks for no password.
 */
export function createIdentityProvider(config: SandboxConfig): Provider {
  const provider = new Provider(config.OIDC_ISSUER, configuration(config));
  provider.proxy = true;
  provider.use(async (context, next) => {
    await next();
    // Browsers know the public address only; processes in a container network ask for the document at another one, where
    // keys and tokens are to be had as well.
    if (context.oidc?.route === 'discovery') sendBrowsersTo(context.body as DiscoveryDocument, config.OIDC_ISSUER);
  });
  provider.registerGrantType(personaGrant, (context) => answerPersonaGrant(context, config), ['persona', 'expires_in']);
  return provider;
}

interface DiscoveryDocument {
  authorization_endpoint: string;
}

function sendBrowsersTo(document: DiscoveryDocument, issuer: string): void {
  const { pathname } = new URL(document.authorization_endpoint);
  document.authorization_endpoint = new URL(pathname, issuer).href;
}

function configuration(config: SandboxConfig): Configuration {
  const resourceServer = {
    scope: 'filing',
    audience: config.OIDC_AUDIENCE,
    accessTokenFormat: 'jwt' as const,
    accessTokenTTL: 3_600,
    jwt: { sign: { alg: 'ES256' as const } },
  };
  return {
    jwks: { keys: [signingKey(config.SANDBOX_DATA)] },
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    clients: [
      {
        client_id: portalClientId,
        token_endpoint_auth_method: 'none',
        application_type: 'native',
        redirect_uris: ['http://127.0.0.1/signed-in', 'http://localhost/signed-in'],
        grant_types: ['authorization_code'],
      },
      ...(config.TEMPORAL_OPERATOR_UI_URL === undefined ? [] : [temporalUiClient(config.TEMPORAL_OPERATOR_UI_URL)]),
      {
        client_id: scriptClientId,
        token_endpoint_auth_method: 'none',
        redirect_uris: [],
        response_types: [],
        grant_types: [personaGrant],
      },
    ],
    scopes: scope.split(' '),
    claims: { openid: ['sub'], profile: ['name', 'locale', 'roles'], email: ['email'] },
    cookies: { keys: ['sandbox-only'] },
    pkce: { required: (_context, client) => client.clientId !== temporalUiClientId },
    features: {
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => config.OIDC_AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer,
      },
    },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => claimsOf(sub) }),
    extraTokenClaims: (_context, token) => ('accountId' in token && token.accountId ? claimsOf(token.accountId) : {}),
  };
}

function temporalUiClient(uiUrl: string): ClientMetadata {
  const { port } = new URL(uiUrl);
  return {
    client_id: temporalUiClientId,
    client_secret: 'development-only-temporal-ui',
    redirect_uris: ['127.0.0.1', 'localhost'].map((host) => `http://${host}:${port}/auth/sso/callback`),
    grant_types: ['authorization_code'],
  };
}

/** One key a folder: a restarted sandbox still stands by its tokens. */
function signingKey(folder: string | undefined): JWK {
  const file = folder === undefined ? undefined : join(folder, 'signing-key.json');
  if (file !== undefined && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as JWK;
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256', kid: 'sandbox-1' } as unknown as JWK;
  if (file !== undefined) writeFileSync(file, JSON.stringify(key), { mode: 0o600 });
  return key;
}

function claimsOf(sub: string) {
  const { name, roles, email, locale } = personaOf(sub);
  return { sub, name, roles: [...roles], email, locale };
}

type GrantContext = Parameters<Parameters<Provider['registerGrantType']>[1]>[0];

async function answerPersonaGrant(context: GrantContext, config: SandboxConfig): Promise<void> {
  const { persona, expires_in: asked } = context.oidc.params ?? {};
  if (typeof persona !== 'string' || !/^[a-z]+(-[a-z0-9]+)+$/.test(persona)) {
    throw new errors.InvalidRequest(`persona must be like ${personas[0]?.sub ?? 'applicant-lin'}`);
  }
  const expiresIn = asked === undefined ? 3_600 : Number(asked);
  if (!Number.isInteger(expiresIn) || expiresIn < 1 || expiresIn > 86_400) {
    throw new errors.InvalidRequest('expires_in must be a number of seconds from 1 to 86400');
  }
  const provider = context.oidc.provider as Provider;
  const { client } = context.oidc;
  if (!client) throw new errors.InvalidClient('client is missing');
  const grant = new provider.Grant({ accountId: persona, clientId: client.clientId });
  grant.addResourceScope(config.OIDC_AUDIENCE, 'filing');
  const token = new provider.AccessToken({
    accountId: persona,
    client,
    grantId: await grant.save(),
    gty: 'persona',
    scope: 'filing',
    expiresWithSession: false,
  } as ConstructorParameters<Provider['AccessToken']>[0]);
  token.resourceServer = new provider.ResourceServer(config.OIDC_AUDIENCE, {
    scope: 'filing',
    audience: config.OIDC_AUDIENCE,
    accessTokenFormat: 'jwt',
    accessTokenTTL: expiresIn,
    jwt: { sign: { alg: 'ES256' } },
  });
  context.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: expiresIn, scope: 'filing' };
}
