import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Callbacks } from './callbacks';
import { keepNational } from './national-register';
import type { AuthorityOrder, World } from './world';

export const authorityDecisionSchema = z.strictObject({
  outcome: z.enum(['granted', 'rejected']),
  reasons: z
    .array(z.strictObject({ code: z.string(), pointer: z.string(), text: z.string() }))
    .min(1)
    .optional(),
});

type Decision = z.output<typeof authorityDecisionSchema> & { readonly transactionId: string };

/** The administration decides an order under review and tells the provider. False if it was decided before. */
export function decideOrder(world: World, callbacks: Callbacks, decision: Decision): boolean {
  const order = world.state.orders.find((one) => one.transactionId === decision.transactionId);
  if (order?.state !== 'under-review') return false;
  order.state = decision.outcome;
  const told = body(world, order, decision);
  order.answer = { messageId: randomUUID(), ...told };
  world.save();
  callbacks.send({ party: 'authority', body: told }, `${order.key} ${order.filingId}`);
  return true;
}

function body(world: World, order: AuthorityOrder, decision: Decision): Record<string, unknown> {
  const answered = { transactionId: order.transactionId, outcome: decision.outcome, at: new Date().toISOString() };
  if (decision.outcome === 'rejected') {
    const reasons = decision.reasons ?? [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '网站名称不符合要求' }];
    return { ...answered, reasons };
  }
  const { subject, sites } = keepNational(world, order.province, order.order);
  return { ...answered, subjectNumber: subject, siteNumbers: sites };
}
