import { randomUUID } from 'node:crypto';
import {
  authorityAnswerSchema,
  type authorityOrderSchema,
  nationalAnswerSchema,
  orderStatesSchema,
} from '@beian/contracts/schemas';
import type { z } from 'zod';

type Order = z.input<typeof authorityOrderSchema>;

/** One thing that an authority's adapter must do, and a check that throws when it does not. */
export interface AuthorityCheck {
  readonly says: string;
  readonly run: (adapter: Adapter) => Promise<void>;
}

export class OffContract extends Error {}

/** An authority's adapter, spoken to over its wire (`@beian/contracts/schemas`, outside). */
export class Adapter {
  constructor(private readonly url: string) {}

  async submit(order: Partial<Order>, key: string) {
    return this.ask('POST', '/authority/orders', { key, body: order });
  }
  async callBack(transactionId: string) {
    return this.ask('DELETE', `/authority/orders/${encodeURIComponent(transactionId)}`, { key: randomUUID() });
  }
  async orders(keys: readonly string[]) {
    return this.ask('POST', '/authority/orders/queries', { key: randomUUID(), body: { keys } });
  }
  async lookUp(query: object) {
    return this.ask('POST', '/authority/national-register/queries', { key: randomUUID(), body: query });
  }

  /** An order that is taken; an adapter under test has to take the synthetic one. */
  async accepted(): Promise<{ readonly order: Order; readonly transactionId: string }> {
    const order = anOrder();
    const { status, body } = await this.submit(order, order.key);
    const answer = authorityAnswerSchema.safeParse(body);
    must(status === 200 && answer.success, `an order was answered ${status} ${JSON.stringify(body)}`);
    if (answer.data?.answer !== 'accepted') throw new OffContract(`a sound order was answered ${answer.data?.answer}`);
    return { order, transactionId: answer.data.transactionId };
  }

  private async ask(method: string, path: string, sent: { readonly key: string; readonly body?: unknown }) {
    const response = await fetch(new URL(path, this.url), {
      method,
      headers: { 'idempotency-key': sent.key, 'content-type': 'application/json' },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }
}

function must(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new OffContract(otherwise);
}

/** A synthetic order of nobody: names of invention, a domain that cannot exist. */
export function anOrder(): Order {
  const filingId = randomUUID();
  return {
    key: `${filingId}:hand-over:1`,
    filingId,
    submission: 1,
    province: '12',
    filingType: 'FIRST',
    at: new Date().toISOString(),
    subject: { name: '合规检验有限公司' },
    sites: [{ siteId: 'site-1', name: '合规检验' }],
    documents: [],
  };
}

/** What every adapter is asked, in this order; a third party runs the same list against its own. */
export const authorityChecks: readonly AuthorityCheck[] = [
  {
    says: 'answers a sound order with an id of its own',
    run: async (adapter) => must((await adapter.accepted()).transactionId !== '', 'the transaction has no id'),
  },
  {
    says: 'gives the same answer for the same key, also to fifty at once',
    run: async (adapter) => {
      const order = anOrder();
      const answers = await Promise.all(Array.from({ length: 50 }, () => adapter.submit(order, order.key)));
      const different = new Set(answers.map(({ body }) => JSON.stringify(body)));
      must(different.size === 1, `one key was answered in ${different.size} ways`);
    },
  },
  {
    says: 'takes another key as another order',
    run: async (adapter) => {
      const [one, other] = [await adapter.accepted(), await adapter.accepted()];
      must(one.transactionId !== other.transactionId, 'two orders have one transaction');
    },
  },
  {
    says: 'lets an order be called back before it is decided, and does not mind being asked again',
    run: async (adapter) => {
      const { transactionId } = await adapter.accepted();
      const first = await adapter.callBack(transactionId);
      must(first.status >= 200 && first.status < 300, `calling back was answered ${first.status}`);
      const again = await adapter.callBack(transactionId);
      must([200, 202, 204, 404].includes(again.status), `calling back twice was answered ${again.status}`);
    },
  },
  {
    says: 'knows no order that it was never given',
    run: async (adapter) => {
      const { status } = await adapter.callBack(randomUUID());
      must(status === 404, `an unknown order was answered ${status}`);
    },
  },
  {
    says: 'says what it has under a key, and leaves out what it was never given',
    run: async (adapter) => {
      const { order, transactionId } = await adapter.accepted();
      const { status, body } = await adapter.orders([order.key, randomUUID()]);
      const told = orderStatesSchema.safeParse(body);
      must(status === 200 && told.success, `answered ${status} ${JSON.stringify(body)}`);
      const [only, ...more] = told.data?.orders ?? [];
      must(more.length === 0 && only?.key === order.key, 'it told of other orders');
      must(only?.transactionId === transactionId, 'it told another transaction');
    },
  },
  {
    says: 'refuses an order that is none, as the fault of the sender',
    run: async (adapter) => {
      const { status } = await adapter.submit({ province: '12' }, randomUUID());
      must(status >= 400 && status < 500, `half an order was answered ${status}`);
    },
  },
  {
    says: 'says what the national register knows, in three words and a number',
    run: async (adapter) => {
      const query = { certificateType: 'business-licence', certificateNumber: 'NONE', domain: 'beian.invalid' };
      const { status, body } = await adapter.lookUp(query);
      must(
        status === 200 && nationalAnswerSchema.safeParse(body).success,
        `answered ${status} ${JSON.stringify(body)}`,
      );
    },
  },
];
