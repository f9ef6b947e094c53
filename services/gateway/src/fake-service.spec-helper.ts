import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProblemError, problemBody } from '@beian/platform';

export interface InternalCall {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  readonly body: unknown;
  readonly authorization: string | undefined;
}
export type Reply = (call: InternalCall) => unknown;

/** One of the services behind the gateway, over real HTTP: answers what a spec told it, and remembers who asked what. */
export class FakeService {
  readonly calls: InternalCall[] = [];
  private readonly replies = new Map<string, { readonly pattern: RegExp; readonly reply: Reply }>();
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const call: InternalCall = {
          method: request.method ?? '',
          path: request.url ?? '',
          body: text === '' ? undefined : (JSON.parse(text) as unknown),
          authorization: request.headers.authorization,
        };
        this.calls.push(call);
        void this.answer(call).then(({ status, body }) => {
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(body === undefined ? '' : JSON.stringify(body));
        });
      });
    });
  }

  static async start(): Promise<FakeService> {
    const fake = new FakeService();
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** `on('GET /internal/filings/:id/part', …)`: what it answers, or throws (`problem(…)`); the last one told counts. */
  on(route: string, reply: Reply): void {
    const [method, path] = route.split(' ');
    const pattern = new RegExp(`^${method} ${path?.replace(/:\w+/g, '[^/?]+')}(\\?.*)?$`);
    this.replies.delete(route);
    this.replies.set(route, { pattern, reply });
  }

  /** Calls of a route, in order. */
  of(route: string): readonly InternalCall[] {
    const [method, path] = route.split(' ');
    const pattern = new RegExp(`^${path?.replace(/:\w+/g, '[^/?]+')}(\\?.*)?$`);
    return this.calls.filter((call) => call.method === method && pattern.test(call.path));
  }

  forget(): void {
    this.calls.length = 0;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(call: InternalCall): Promise<{ readonly status: number; readonly body: unknown }> {
    const fitting = [...this.replies.values()]
      .reverse()
      .find(({ pattern }) => pattern.test(`${call.method} ${call.path}`));
    try {
      return fitting === undefined
        ? { status: 404, body: problemBody(new ProblemError('not-found')) }
        : { status: 200, body: await fitting.reply(call) };
    } catch (error) {
      const refusal = error instanceof ProblemError ? error : new ProblemError('internal-error');
      const body = problemBody(refusal);
      return { status: body.status, body };
    }
  }
}
