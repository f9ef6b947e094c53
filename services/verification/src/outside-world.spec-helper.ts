import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Received {
  readonly path: string;
  readonly key: string;
  readonly body: Record<string, unknown>;
}

/** A scripted answer to the next calls of one path. */
export interface Script {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Takes the call and never answers it. */
  readonly silent?: boolean;
}

/**
 * Authority, carrier and courier over the wire of contracts: one answer per key, however often it is asked; `script` makes
 * the next calls of a path go wrong. Speaks HTTP on a free port.
 */
export class OutsideWorld {
  readonly received: Received[] = [];
  readonly deleted: string[] = [];
  /** What the ministry's record says. */
  national = { domainFiled: 'no', subjectFiled: false, sitesLeft: 0 };
  url = '';
  private serial = 0;
  private readonly answers = new Map<string, Script>();
  private readonly scripts = new Map<string, Script[]>();
  private readonly server: Server = createServer((request, response) => {
    void this.take(request).then((answer) => {
      if (answer.silent === true) return;
      response
        .writeHead(answer.status, answer.headers)
        .end(answer.body === undefined ? '' : JSON.stringify(answer.body));
    });
  });

  async listen(): Promise<this> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    this.url = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  /** The next calls of this path are answered so, one each. */
  script(path: string, ...answers: readonly Script[]): void {
    this.scripts.set(path, [...(this.scripts.get(path) ?? []), ...answers]);
  }

  to(path: string): readonly Received[] {
    return this.received.filter((call) => call.path === path);
  }

  private async take(request: IncomingMessage): Promise<Script> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const path = request.url ?? '';
    const key = String(request.headers['idempotency-key']);
    const scripted = this.scripts.get(path)?.shift();
    if (request.method === 'DELETE') {
      this.deleted.push(path);
      return scripted ?? { status: 204 };
    }
    this.received.push({ path, key, body: JSON.parse(text) as Record<string, unknown> });
    if (scripted !== undefined) return scripted;
    const known = this.answers.get(`${path} ${key}`);
    const answer = known ?? { status: 200, body: this.answerTo(path) };
    this.answers.set(`${path} ${key}`, answer);
    return answer;
  }

  private answerTo(path: string): unknown {
    const id = `${++this.serial}`;
    if (path === '/authority/orders') return { answer: 'accepted', transactionId: `TX-${id}` };
    if (path === '/authority/national-register/queries') return this.national;
    return path === '/carrier/messages' ? { messageId: `SMS-${id}` } : { shipmentId: `SHIP-${id}` };
  }
}
