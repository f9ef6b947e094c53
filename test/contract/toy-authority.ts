import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { authorityOrderSchema, orderQuerySchema } from '@beian/contracts/schemas';

/** What a planted fault leaves out, so that the kit is seen to find it. */
export type Fault = 'forgets-keys' | 'takes-anything' | 'knows-everything';

/** The smallest adapter that keeps the contract: a second one beside the sandbox, written from the schemas alone. */
export class ToyAuthority {
  private readonly answers = new Map<string, object>();
  private readonly orders = new Set<string>();
  private readonly server: Server;

  constructor(private readonly fault?: Fault) {
    this.server = createServer((request, response) => {
      void this.answer(request).then(({ status, body }) => {
        response.writeHead(status, { 'content-type': 'application/json' }).end(body && JSON.stringify(body));
      });
    });
  }

  /** Listens on a free port of this machine; answers the address. */
  async open(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<{ readonly status: number; readonly body?: object }> {
    const path = request.url ?? '';
    if (request.method === 'DELETE') return { status: this.callBack(path.split('/').at(-1) ?? '') ? 204 : 404 };
    const body = JSON.parse(await textOf(request)) as object;
    if (path === '/authority/orders/queries') return { status: 200, body: { orders: this.states(body) } };
    if (path === '/authority/orders') return this.submit(body, String(request.headers['idempotency-key']));
    return { status: 200, body: { domainFiled: 'no', subjectFiled: false, sitesLeft: 0 } };
  }

  private submit(body: object, key: string): { readonly status: number; readonly body?: object } {
    const isOrder = authorityOrderSchema.safeParse(body).success || this.fault === 'takes-anything';
    if (!isOrder) return { status: 422, body: { fault: 'not an order' } };
    const known = this.fault === 'forgets-keys' ? undefined : this.answers.get(key);
    if (known !== undefined) return { status: 200, body: known };
    const transactionId = randomUUID();
    this.orders.add(transactionId);
    const answer = { answer: 'accepted', transactionId };
    this.answers.set(key, answer);
    return { status: 200, body: answer };
  }

  private states(query: object): readonly object[] {
    const { keys } = orderQuerySchema.parse(query);
    return keys.flatMap((key) => {
      const { transactionId = '' } = (this.answers.get(key) ?? {}) as { transactionId?: string };
      return this.orders.has(transactionId) ? [{ key, transactionId, state: 'under-review' }] : [];
    });
  }

  private callBack(transactionId: string): boolean {
    return this.orders.delete(transactionId) || this.fault === 'knows-everything';
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
