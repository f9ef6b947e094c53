import type { FilingType } from '@beian/contracts';
import { codesOf, provinces } from '../provinces';
import { rule, type RuleRecord } from '../rule-record';
import type { RecipientRule } from '../rule-values';

/** SMS verification (短信核验), rules.md 8 and 15.2, 15.7. */

const batchA = codesOf('Tianjin', 'Gansu', 'Tibet', 'Ningxia', 'Hainan', 'Xinjiang', 'Qinghai');
const batchB = codesOf('Zhejiang', 'Sichuan', 'Fujian', 'Shaanxi', 'Chongqing', 'Guangxi', 'Yunnan');
const batchC = codesOf('Shandong', 'Henan', 'Anhui', 'Hunan', 'Shanxi', 'Heilongjiang', 'Inner Mongolia', 'Hubei');

const areas: readonly RuleRecord[] = [
  rule('sms.provinces', { value: [], source: 'A-cn; rules.md 15.7', confidence: 'high', zh: '尚无省份实行短信核验', en: 'no province asks for SMS verification yet' }),
  rule('sms.provinces', { value: batchA, validFrom: '2017-12-18', source: 'S; A-cn; rules.md 8.1', confidence: 'high', zh: '天津、甘肃、西藏、宁夏、海南、新疆、青海须短信核验', en: 'SMS verification in Tianjin, Gansu, Tibet, Ningxia, Hainan, Xinjiang, Qinghai' }),
  rule('sms.provinces', { value: [...batchA, ...batchB], validFrom: '2018-09-10', source: 'A-cn; rules.md 8.1', confidence: 'high', zh: '14 个省须短信核验', en: 'SMS verification in 14 provinces' }),
  rule('sms.provinces', { value: [...batchA, ...batchB, ...batchC], validFrom: '2018-09-24', source: 'A-cn; rules.md 8.1', confidence: 'high', zh: '22 个省须短信核验', en: 'SMS verification in 22 provinces' }),
  rule('sms.provinces', { value: provinces.map(({ code }) => code), validFrom: '2020-08-17', source: 'H-kb; rules.md 8.1', confidence: 'high', zh: '所有省份须短信核验', en: 'SMS verification in every province' }),
];

const clocks: readonly RuleRecord[] = [
  rule('sms.windowHours', { value: 48, source: 'S; A-cn; rules.md 8.2', confidence: 'high', zh: '须在 48 小时内完成短信核验，周末和节假日照算；起止日在 2018-08-22 至 09-07 之间不确定', en: 'verify within 48 clock hours, weekends and holidays included; the switch day between 2018-08-22 and 2018-09-07 is uncertain' }),
  rule('sms.windowHours', { value: 24, validFrom: '2018-09-07', source: 'A-cn; rules.md 8.2', confidence: 'high', zh: '须在 24 小时内完成短信核验，周末和节假日照算', en: 'verify within 24 clock hours, weekends and holidays included' }),
  rule('sms.delayMinutes', { value: { first: 5, resent: 10 }, source: 'S; A-cn; rules.md 8.2', confidence: 'high', zh: '提交管局后约 5 分钟收到短信，重发约 10 分钟', en: 'the message arrives about 5 minutes after the hand-over, a re-sent one after about 10' }),
  rule('sms.resend', { value: { automaticAt: '12:00' }, source: 'A-en; A-cn; rules.md 8.5', confidence: 'medium', zh: '次日 12:00 自动重发一次，也可手动重发', en: 'sent again by itself once, at 12:00 the next day, and by hand without a printed limit' }),
  rule('sms.resend', { value: {}, validFrom: '2018-09-07', source: 'A-cn; rules.md 8.5', confidence: 'medium', zh: '只能手动重发', en: 'sent again by hand only' }),
  rule('sms.resend', { value: { byHandAtMost: 2 }, validFrom: '2026-01-01', source: 'P; HG; rules.md 8.5', confidence: 'inferred', zh: '最多手动重发两次，第三次被拒绝', en: 'sent again by hand at most twice; the third request is refused' }),
  rule('sms.maxWrong', { value: { count: 5, counts: 'certificate-tail' }, source: 'A-en; A-cn; rules.md 8.5, C6', confidence: 'high', zh: '证件号码连续输错五次，订单退回', en: 'five wrong certificate entries: verification failed, the order goes back' }),
  rule('sms.maxWrong', { value: { count: 5, counts: 'any-item' }, validFrom: '2020-08-17', source: 'H-kb; rules.md 8.5, C6', confidence: 'inferred', zh: '任一项输错五次，订单退回', en: 'any item wrong five times: verification failed, the order goes back' }),
  rule('sms.onTimeout', { value: { fastLane: false }, source: 'S; A-cn; rules.md 8.6', confidence: 'medium', zh: '逾期未核验，订单退回，须重新提交审核', en: 'after the window the order goes back and must pass the review again' }),
  rule('sms.onTimeout', { value: { fastLane: true }, validFrom: '2018-09-07', source: 'A-cn; rules.md 8.6', confidence: 'medium', zh: '逾期未核验，订单退回；未修改内容可直接重新提交管局', en: 'after the window the order goes back; with nothing edited it may go straight to a new message' }),
];

const recipientZh: Record<RecipientRule, string> = {
  'subject-and-site-admins': '主体负责人和网站负责人，同一手机号只收一条',
  'site-admins': '网站负责人',
  'site-admins-and-subject-admin-if-changed': '网站负责人；主体信息有变更时还有主体负责人',
  'subject-admin': '主体负责人',
  'by-changed-part': '按变更的部分',
  none: '无须短信核验',
};
const recipientEn: Record<RecipientRule, string> = {
  'subject-and-site-admins': 'subject administrator and website administrators, one code for one mobile',
  'site-admins': 'website administrators',
  'site-admins-and-subject-admin-if-changed': 'website administrators; also the subject administrator if subject data changed',
  'subject-admin': 'subject administrator',
  'by-changed-part': 'by the changed part',
  none: 'nobody: no SMS verification',
};

interface Recipients {
  readonly filingType: FilingType;
  readonly value: RecipientRule;
  readonly validFrom?: string;
  readonly inferred?: true;
}

const recipientTable: readonly Recipients[] = [
  { filingType: 'FIRST', value: 'subject-and-site-admins' },
  { filingType: 'ADD_SITE_OTHER', value: 'site-admins' },
  { filingType: 'ADD_SITE_HERE', value: 'site-admins' },
  { filingType: 'ADD_SITE_OTHER', value: 'site-admins-and-subject-admin-if-changed', validFrom: '2020-08-17' },
  { filingType: 'ADD_SITE_HERE', value: 'site-admins-and-subject-admin-if-changed', validFrom: '2020-08-17' },
  { filingType: 'ACCESS_NEW', value: 'site-admins' },
  { filingType: 'ACCESS_CONT', value: 'site-admins' },
  { filingType: 'CHANGE_SUBJECT', value: 'subject-admin' },
  { filingType: 'CHANGE_SITE', value: 'site-admins' },
  { filingType: 'CHANGE_BOTH', value: 'by-changed-part', validFrom: '2020-08-17', inferred: true },
  { filingType: 'CANCEL_SUBJECT', value: 'subject-admin' },
  { filingType: 'CANCEL_SITE', value: 'site-admins' },
  { filingType: 'CANCEL_ACCESS', value: 'site-admins' },
  { filingType: 'CANCEL_SUBJECT', value: 'none', validFrom: '2018-09-07' },
  { filingType: 'CANCEL_SITE', value: 'none', validFrom: '2018-09-07' },
  { filingType: 'CANCEL_ACCESS', value: 'none', validFrom: '2018-09-07' },
  { filingType: 'CANCEL_SUBJECT', value: 'subject-admin', validFrom: '2020-08-17' },
  { filingType: 'CANCEL_SITE', value: 'site-admins', validFrom: '2020-08-17' },
];

const recipients: readonly RuleRecord[] = recipientTable.map(({ filingType, value, validFrom, inferred }) =>
  rule('sms.recipients', { filingType, value, ...(validFrom === undefined ? {} : { validFrom }), source: 'A-cn; H-kb; rules.md 8.3, 15.2', confidence: inferred ? 'inferred' : value === 'none' || filingType.startsWith('CANCEL') ? 'medium' : 'high', zh: `短信核验对象：${recipientZh[value]}`, en: `SMS verification of: ${recipientEn[value]}` }),
);

export const smsRecords: readonly RuleRecord[] = [...areas, ...clocks, ...recipients];
