/** Filing types (rules.md 1.1). Those that only name themselves in a pack are refused as not offered. */
export const filingTypes = [
  'FIRST',
  'ADD_SITE_OTHER',
  'ADD_SITE_HERE',
  'ACCESS_NEW',
  'ACCESS_CONT',
  'CHANGE_SUBJECT',
  'CHANGE_SITE',
  'CHANGE_BOTH',
  'CANCEL_ACCESS',
  'CANCEL_SITE',
  'CANCEL_SUBJECT',
  'CLAIM',
  'IMPORT',
  'MIGRATE',
  'TRANSFER',
] as const;
export type FilingType = (typeof filingTypes)[number];

/** Natures of a subject (主办单位性质, rules.md 3.1); the numbers of the ministry stand in `@beian/rules`. */
export const natures = [
  'defence-body',
  'government',
  'public-institution',
  'enterprise',
  'individual',
  'social-organisation',
  'private-non-enterprise',
  'foundation',
  'law-firm',
  'foreign-cultural-centre',
  'mass-organisation',
  'forensic-body',
  'religious-body',
  'overseas-body',
  'medical-institution',
  'notary',
  'collective-economy',
  'arbitration-body',
] as const;
export type Nature = (typeof natures)[number];

/** Rule packs (rules.md 0.2): named, reviewed sets of dated rules. */
export const rulePackIds = ['2018-06', '2018-09', '2019-04', '2019-07', '2020-08', '2026'] as const;
export type RulePackId = (typeof rulePackIds)[number];

/** What a filing pins at submission: its pack, and the day the pack is asked about. */
export interface PinnedRules {
  readonly pack: RulePackId;
  /** Day (Asia/Shanghai) on which the rules are read. */
  readonly asOf: string;
}

/** Ways in which the website administrator proves who he is (rules.md 6, 15.3). */
export const identityMethods = ['backdrop', 'designated-place', 'shanghai-app', 'face-check'] as const;
export type IdentityMethod = (typeof identityMethods)[number];
