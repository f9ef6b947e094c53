import type { RuleRecord } from '../rule-record';
import { formRecords } from './form.records';
import { orderRecords } from './order.records';
import { provinceRecords2018 } from './provinces-2018.records';
import { provinceRecords2019 } from './provinces-2019.records';
import { provinceRecords2026 } from './provinces-2026.records';
import { reviewRecords } from './review.records';
import { siteNameRecords } from './site-name.records';
import { smsRecords } from './sms.records';

/** Every dated fact, each written once. A pack is a period over them (`rule-packs.ts`). */
export const allRecords: readonly RuleRecord[] = [
  ...smsRecords,
  ...orderRecords,
  ...reviewRecords,
  ...formRecords,
  ...siteNameRecords,
  ...provinceRecords2018,
  ...provinceRecords2019,
  ...provinceRecords2026,
];
