import type { FilingType, IdentityMethod } from '@beian/contracts';
import { codesOf } from '../provinces';
import { rule, type RuleRecord } from '../rule-record';

/** Identity check and the clocks of the reviews (rules.md 6, 7, 9.1, 15.3, 15.8). */

const byPost: readonly IdentityMethod[] = ['backdrop', 'designated-place'];
const posted = { zh: '幕布拍照，或到指定地点拍照', en: 'photo before the posted backdrop, or at a designated place' };
const [shanghai, fujian] = codesOf('Shanghai', 'Fujian') as [string, string];
const addingTypes: readonly FilingType[] = ['FIRST', 'ADD_SITE_OTHER', 'ADD_SITE_HERE'];
const mixedProvinces = codesOf('Guangdong', 'Liaoning', 'Anhui', 'Chongqing');
const face = { zh: '在接入商 App 中人脸核验', en: "face check in the provider's app" };

const methods: readonly RuleRecord[] = [
  rule('identity.methods', { value: byPost, source: 'S; T; rules.md 6.1, 15.3', confidence: 'high', ...posted }),
  rule('identity.methods', { province: shanghai, value: ['shanghai-app'], source: 'S; A-cn; rules.md 6.1, 15.3', confidence: 'high', validTo: '2019-04-22', zh: '上海：使用上海管局 App 核验', en: "Shanghai: the Shanghai administration's own app" }),
  rule('identity.methods', { value: ['backdrop'], validFrom: '2019-04-23', source: 'A-cn; rules.md 6.2, 15.3', confidence: 'medium', zh: '幕布拍照', en: 'photo before the posted backdrop' }),
  ...[shanghai, fujian].map((province) => rule('identity.methods', { province, value: ['face-check'], validFrom: '2019-04-23', source: 'A-cn; rules.md 6.2, 15.3, C28', confidence: 'medium', ...face })),
  ...mixedProvinces.flatMap((province) => addingTypes.map((filingType) => rule('identity.methods', { province, filingType, value: ['face-check', 'backdrop'], validFrom: '2019-04-23', validTo: '2019-07-28', source: 'A-cn; rules.md 6.2, 15.3', confidence: 'medium', zh: '人脸核验或幕布拍照，任选其一', en: 'face check or backdrop, as the applicant likes' }))),
  rule('identity.methods', { value: ['face-check'], validFrom: '2019-07-29', source: 'A-cn; A-en; rules.md 6.2, 15.3', confidence: 'high', ...face }),
  rule('identity.step', { value: 'after-review', source: 'S; rules.md 6.1, C27', confidence: 'high', zh: '接入商初审通过后核验', en: "after the provider's review has passed" }),
  rule('identity.step', { value: 'before-submission', validFrom: '2019-07-29', source: 'A-cn; rules.md 6.2, C27', confidence: 'medium', zh: '提交前在上传资料时核验', en: 'in the upload step, before submission' }),
  rule('identity.faceHours', { value: { link: 24, result: 72 }, source: 'W; D; rules.md 6.2, C30', confidence: 'inferred', zh: '核验链接 24 小时有效，结果 72 小时有效', en: 'the link is good for 24 hours, the result for 72' }),
];

const one = { from: 1, to: 1 };
const clocks: readonly RuleRecord[] = [
  rule('review.providerWorkdays', { value: one, source: 'S; A-cn; T; rules.md 7, C9', confidence: 'high', zh: '接入商 1 个工作日内初审', en: 'the provider reviews within 1 workday' }),
  rule('review.providerWorkdays', { value: { from: 1, to: 2 }, validFrom: '2026-01-01', source: 'A-cn; H-kb; rules.md 7, C9', confidence: 'medium', zh: '接入商 1 至 2 个工作日初审', en: 'the provider reviews within 1 to 2 workdays' }),
  rule('review.photoWorkdays', { value: one, validTo: '2019-07-28', source: 'A-cn; rules.md 6.1', confidence: 'medium', zh: '照片 1 个工作日内审核', en: 'the photo is reviewed within 1 workday' }),
  rule('review.handOverWorkdays', { value: one, source: 'A-cn; rules.md 7', confidence: 'medium', zh: '审核通过后 1 个工作日内提交管局', en: 'submitted to the authority within 1 workday' }),
  rule('review.authorityWorkdays', { value: { from: 3, to: 20 }, source: 'S; Order 33; rules.md 9.1, C10', confidence: 'high', zh: '管局 3 至 20 个工作日审核', en: 'the authority reviews in 3 to 20 workdays' }),
  rule('review.authorityWorkdays', { value: { from: 1, to: 20 }, validFrom: '2026-01-01', source: 'H-kb; A-cn; rules.md 9.1, C10', confidence: 'medium', zh: '管局 1 至 20 个工作日审核', en: 'the authority reviews in 1 to 20 workdays' }),
  rule('review.stuckWorkdays', { value: 3, source: 'A-cn; rules.md 7', confidence: 'medium', zh: '同一步骤超过 3 个工作日请联系客服', en: 'more than 3 workdays in one step: ask the provider' }),
  rule('review.idle', { value: { lapseDays: 45, reminderDays: [7, 15, 30] }, source: 'P; T; rules.md 7, C32', confidence: 'low', zh: '45 天未操作订单失效，第 7、15、30 天提醒', en: 'an order untouched for 45 days lapses; reminders on days 7, 15 and 30' }),
  rule('realName.workdays', { value: { from: 3, to: 5 }, source: 'A-cn; H-kb; T; rules.md 2.2, C12', confidence: 'medium', zh: '域名实名认证后 3 至 5 个工作日数据才到工信部', en: 'real-name data reaches the ministry 3 to 5 workdays after the verification' }),
];

export const reviewRecords: readonly RuleRecord[] = [...methods, ...clocks];
