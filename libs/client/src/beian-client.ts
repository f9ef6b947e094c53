import createClient, { type Client, type Middleware } from 'openapi-fetch';
import type { paths } from './api-types.data';

export interface BeianClientOptions {
  /** Address of the gateway, such as `https://filings.example.cn`; paths begin with `/v1`. */
  readonly url: string;
  /** An access token of the person on whose behalf is called; asked before each request, so it may be renewed. */
  readonly token: () => string | Promise<string>;
  /** Another way to fetch, such as one with a proxy. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/**
 * A client of the gateway: every path, parameter, body and answer is typed by the OpenAPI document. It adds the token and
 * nothing else: the `Idempotency-Key` of an act is the caller's, who sends the same one when he tries again (`newKey`).
 * Answers come as `{ data }` or `{ error }`; `unwrap` makes one of them.
 */
export function beianClient({ url, token, fetch }: BeianClientOptions): Client<paths> {
  const client = createClient<paths>({ baseUrl: url, ...(fetch === undefined ? {} : { fetch }) });
  const signIn: Middleware = {
    async onRequest({ request }) {
      request.headers.set('authorization', `Bearer ${await token()}`);
      return request;
    },
  };
  client.use(signIn);
  return client;
}

/** A key for one act of a person. Keep it with the act: a retry sends the same one and gets the same answer. */
export const newKey = (): string => crypto.randomUUID();
