import { z } from 'zod';
import type { Callbacks } from './callbacks';
import type { AuthorityOrder, World } from './world';

export const authorityDecisionSchema = z.strictObject({
  outcome: z.enum(['granted', 'rejected']),
  reasons: z
    .array(z.strictObject({ code: z.string(), pointer: z.string(), text: z.string() }))
    .min(1)
    .optional(),
});

type Decision = z.output<typeof authorityDecisionSchema> & { readonly transactionId: string };

/** The characters with which filing numbers begin (rules.md 9.3), by province code. */
const numberCharacters: Readonly<Record<string, string>> = {
  '11': '京', '12': '津', '13': '冀', '14': '晋', '15': '蒙', '21': '辽', '22': '吉', '23': '黑', '31': '沪', '32': '苏',
  '33': '浙', '34': '皖', '35': '闽', '36': '赣', '37': '鲁', '41': '豫', '42': '鄂', '43': '湘', '44': '粤', '45': '桂',
  '46': '琼', '50': '渝', '51': '蜀', '52': '黔', '53': '滇', '54': '藏', '61': '陕', '62': '陇', '63': '青', '64': '宁',
  '65': '新',
}; // prettier-ignore

/** Year 99 and six digits: a synthetic number that no administration has issued. */
const subjectNumber = (province: string, serial: number): string =>
  `${numberCharacters[province] ?? '京'}ICP备99${String(serial).padStart(6, '0')}号`;

/** The administration decides an order under review and tells the provider. False if it was decided before. */
export function decideOrder(world: World, callbacks: Callbacks, decision: Decision): boolean {
  const order = world.state.orders.find((one) => one.transactionId === decision.transactionId);
  if (order?.state !== 'under-review') return false;
  order.state = decision.outcome;
  world.save();
  callbacks.send({ party: 'authority', body: body(world, order, decision) }, `${order.key} ${order.filingId}`);
  return true;
}

function body(world: World, order: AuthorityOrder, decision: Decision): Record<string, unknown> {
  const answered = { transactionId: order.transactionId, outcome: decision.outcome, at: new Date().toISOString() };
  if (decision.outcome === 'rejected') {
    const reasons = decision.reasons ?? [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '网站名称不符合要求' }];
    return { ...answered, reasons };
  }
  const number = subjectNumber(order.province, world.nextSerial());
  const sites = (order.order['sites'] as readonly { readonly siteId?: string }[] | undefined) ?? [];
  const siteNumbers = sites.map(({ siteId }, index) => ({ siteId: siteId ?? '', number: `${number}-${index + 1}` }));
  return { ...answered, subjectNumber: number, siteNumbers };
}
