import { randomUUID } from 'node:crypto';

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly etag: string | undefined;
  readonly location: string | undefined;
}
/** JSON as it came: the caller knows which part of it he reads. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Body = any;

export interface Call {
  readonly body?: unknown;
  /** Idempotency-Key; POSTs get a fresh one where none is given. */
  readonly key?: string;
  readonly ifMatch?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that the caller did not ask for, with what was said. */
export class UnexpectedAnswer extends Error {
  constructor(
    readonly request: string,
    readonly answer: Answer,
  ) {
    super(`${request} answered ${answer.status}: ${JSON.stringify(answer.body)?.slice(0, 2_000)}`);
  }
}

/** Calls one HTTP address as one person; a plain client, such as any front end would have. */
export class ApiCaller {
  /** `patienceSeconds`: how long it asks again, with the same key, where the answer is that it should. */
  constructor(
    private readonly base: string,
    private readonly token?: string,
    private readonly patienceSeconds = 0,
  ) {}

  get(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }
  post(path: string, call: Call = {}): Promise<Answer> {
    return this.ask('POST', path, { key: randomUUID(), body: {}, ...call });
  }
  put(path: string, call: Call = {}): Promise<Answer> {
    return this.ask('PUT', path, call);
  }
  delete(path: string, call: Call = {}): Promise<Answer> {
    return this.ask('DELETE', path, call);
  }

  /** Like `ask`, but any answer of 400 and above is thrown with its text. */
  async must(method: string, path: string, call: Call = {}): Promise<Body> {
    const answer = await this.ask(method, path, method === 'POST' ? { key: randomUUID(), body: {}, ...call } : call);
    if (answer.status >= 400) throw new UnexpectedAnswer(`${method} ${path}`, answer);
    return answer.body;
  }

  async ask(method: string, path: string, call: Call = {}): Promise<Answer> {
    const giveUpAt = Date.now() + this.patienceSeconds * 1_000;
    for (;;) {
      const answer = await this.askOnce(method, path, call);
      const isLater = answer.status === 503 || answer.body?.code === 'in-progress';
      if (!isLater || Date.now() > giveUpAt) return answer;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  private async askOnce(method: string, path: string, call: Call): Promise<Answer> {
    const response = await fetch(`${this.base}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(call.key === undefined ? {} : { 'idempotency-key': call.key }),
        ...(call.ifMatch === undefined ? {} : { 'if-match': call.ifMatch }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: parsed(text),
      etag: response.headers.get('etag') ?? undefined,
      location: response.headers.get('location') ?? undefined,
    };
  }
}

function parsed(text: string): Body {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as Body;
  } catch {
    return text;
  }
}
