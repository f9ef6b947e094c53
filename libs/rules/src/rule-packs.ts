import type { Day, RulePackId } from '@beian/contracts';
import type { Bilingual } from './rule-values';

/** A pack is a named, reviewed period (`rules.md` 0.2): the records in force on a day of it. */
export interface RulePack {
  readonly id: RulePackId;
  readonly from: Day;
  /** Last day; absent for the newest. */
  readonly to?: Day;
  readonly note: Bilingual;
}

/** Each begins the day after the one before ends; the order is that of `rulePackIds`. */
export const rulePacks = {
  '2018-06': {
    id: '2018-06',
    from: '2018-06-01',
    to: '2018-09-06',
    note: { zh: '基础规则：七个省短信核验，48 小时', en: 'the founding document: seven SMS provinces, 48 hours' },
  },
  '2018-09': {
    id: '2018-09',
    from: '2018-09-07',
    to: '2019-04-21',
    note: { zh: '短信核验 24 小时，扩大到 14、22 个省', en: '24 hours; 14, then 22 SMS provinces' },
  },
  '2019-04': {
    id: '2019-04',
    from: '2019-04-22',
    to: '2019-07-28',
    note: {
      zh: '一个网站一个域名；幕布与人脸核验并行',
      en: 'one domain per site; backdrop and face check side by side',
    },
  },
  '2019-07': {
    id: '2019-07',
    from: '2019-07-29',
    to: '2020-08-16',
    note: { zh: '人脸核验取代幕布，提交前完成', en: 'face check before submission replaces the backdrop' },
  },
  '2020-08': {
    id: '2020-08',
    from: '2020-08-17',
    to: '2025-12-31',
    note: { zh: '所有省份短信核验', en: 'SMS verification in every province' },
  },
  '2026': {
    id: '2026',
    from: '2026-01-01',
    note: { zh: '最新做法；起始日未知', en: 'newest practice; the days on which its values began are unknown' },
  },
} as const satisfies Record<RulePackId, RulePack>;

/**
 * The day on which a pack is read: the asked day, but never after the pack's end. A day before the pack is kept, so that
 * a record that had not begun is not served (`2017-12-17` has no SMS province, `2018-06`).
 */
export function effectiveDay(pack: RulePackId, asOf: Day): Day {
  const { to }: RulePack = rulePacks[pack];
  return to !== undefined && asOf > to ? to : asOf;
}
