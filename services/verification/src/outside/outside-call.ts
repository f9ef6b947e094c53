import { setTimeout as delay } from 'node:timers/promises';
import type { z } from 'zod';

/** A party outside that cannot be asked now: no answer, a timeout, 408, 429 or 5xx. Trying later is right. */
export class PartyAway extends Error {
  constructor(
    readonly party: string,
    readonly retryAfterSeconds?: number,
    cause?: unknown,
  ) {
    super(`${party} does not answer now`, cause === undefined ? undefined : { cause });
    this.name = 'PartyAway';
  }
}

/** A party outside that answers what its contract does not know, or refuses our call for good. */
export class PartyOffContract extends Error {
  constructor(
    readonly party: string,
    readonly status: number,
    fault: string,
  ) {
    super(`${party} answered ${status}: ${fault}`);
    this.name = 'PartyOffContract';
  }
}

export interface PartyOptions {
  /** Name for logs and errors, such as `authority`. */
  readonly party: string;
  readonly baseUrl: string;
  /** Patience of one attempt. */
  readonly timeoutMs?: number;
  /** Attempts while the party is away; every call carries its key, so repeating is safe. */
  readonly attempts?: number;
}

interface Call {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly key: string;
  readonly body?: unknown;
}

const mostBytes = 256 * 1024;
const pauseMs = 200;

/** Calls one party outside: JSON, a key on every call, bounded time, bounded answers, no redirects. */
export class OutsideParty {
  constructor(private readonly options: PartyOptions) {}

  /** Posts under a key and answers what `schema` reads. Throws `PartyAway` or `PartyOffContract`. */
  async post<S extends z.ZodType>(
    path: string,
    { key, body, schema }: { readonly key: string; readonly body: unknown; readonly schema: S },
  ): Promise<z.output<S>> {
    const { status, text } = await this.patiently({ method: 'POST', path, key, body });
    if (status < 200 || status > 299)
      throw new PartyOffContract(this.options.party, status, 'not an answer of its contract');
    const parsed = schema.safeParse(jsonIn(text));
    if (parsed.success) return parsed.data;
    const where = parsed.error.issues.map(({ path: place }) => place.join('.')).join(', ');
    throw new PartyOffContract(this.options.party, status, `unexpected shape at ${where || 'the top'}`);
  }

  /** Deletes, and answers the status. Throws `PartyAway`. */
  async delete(path: string, key: string): Promise<number> {
    return (await this.patiently({ method: 'DELETE', path, key })).status;
  }

  private async patiently(call: Call): Promise<{ readonly status: number; readonly text: string }> {
    const { attempts = 3 } = this.options;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(call);
      } catch (error) {
        const mustWait = error instanceof PartyAway && error.retryAfterSeconds !== undefined;
        if (!(error instanceof PartyAway) || mustWait || attempt >= attempts) throw error;
        await delay(pauseMs * 2 ** attempt * (0.5 + Math.random()));
      }
    }
  }

  private async once({ method, path, key, body }: Call): Promise<{ readonly status: number; readonly text: string }> {
    const { party, baseUrl, timeoutMs = 10_000 } = this.options;
    const response = await fetch(new URL(path, baseUrl), {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        accept: 'application/json',
        'idempotency-key': key,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: unknown) => {
      throw new PartyAway(party, undefined, error);
    });
    const text = await boundedText(response).catch((error: unknown) => {
      throw new PartyAway(party, undefined, error);
    });
    if (response.status >= 500 || response.status === 429 || response.status === 408) {
      throw new PartyAway(party, secondsIn(response.headers.get('retry-after')));
    }
    return { status: response.status, text };
  }
}

async function boundedText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error(`an answer of more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // the schema says what is wrong with it
  }
}

/** `Retry-After` in seconds; the form with a date is not used by our parties. */
function secondsIn(header: string | null): number | undefined {
  return header !== null && /^\d{1,7}$/.test(header) ? Number(header) : undefined;
}
