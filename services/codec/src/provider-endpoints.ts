import { problem } from '@beian/platform';
import { z } from 'zod';

const discoverySchema = z.object({ issuer: z.string(), authorization_endpoint: z.url(), token_endpoint: z.url() });
const tokenSchema = z.object({ access_token: z.string() });

export type ProviderEndpoints = z.infer<typeof discoverySchema>;

/**
 * Where the identity provider signs people in; asked at `askAt`. Refuses with `temporarily-unavailable` if it does not say.
 */
export async function endpointsOf(issuer: string, askAt: string = issuer): Promise<ProviderEndpoints> {
  const address = `${askAt.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const endpoints = discoverySchema.safeParse(await answerTo(address));
  if (!endpoints.success || endpoints.data.issuer !== issuer) return problem('temporarily-unavailable');
  return endpoints.data;
}

/** Exchanges a code for an access token; undefined if the provider does not accept it. */
export async function tokenFor(endpoint: string, form: Readonly<Record<string, string>>): Promise<string | undefined> {
  const answer = tokenSchema.safeParse(await answerTo(endpoint, new URLSearchParams(form)));
  return answer.success ? answer.data.access_token : undefined;
}

async function answerTo(address: string, body?: URLSearchParams): Promise<unknown> {
  try {
    const request = body === undefined ? {} : { method: 'POST', body };
    const response = await fetch(address, { ...request, redirect: 'error', signal: AbortSignal.timeout(5_000) });
    return await response.json();
  } catch (error) {
    return problem('temporarily-unavailable', { cause: error });
  }
}
