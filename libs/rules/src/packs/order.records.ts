import type { FilingType } from '@beian/contracts';
import { codesOf } from '../provinces';
import { rule, type RuleRecord } from '../rule-record';

/** What one order, one subject and one website may hold; pre-approvals; numbers and duties (rules.md 0.3, 1.1, 4, 9). */

const [chongqing, hubei, shaanxi, henan, hunan, shanxi, hainan, guangdong, shanghai] = codesOf('Chongqing', 'Hubei', 'Shaanxi', 'Henan', 'Hunan', 'Shanxi', 'Hainan', 'Guangdong', 'Shanghai') as [string, string, string, string, string, string, string, string, string];

const baseTypes: readonly FilingType[] = ['FIRST', 'ADD_SITE_OTHER', 'ADD_SITE_HERE', 'ACCESS_NEW', 'ACCESS_CONT', 'CHANGE_SUBJECT', 'CHANGE_SITE', 'CANCEL_ACCESS', 'CANCEL_SITE', 'CANCEL_SUBJECT', 'CLAIM', 'IMPORT'];

const siteDomains: readonly RuleRecord[] = [
  rule('site.maxDomains', { value: null, source: 'S; rules.md 4.3', confidence: 'high', zh: '一个网站可以填写多个域名', en: 'several domains may point to one website' }),
  rule('site.maxDomains', { province: chongqing, subject: 'organisation', value: 1, source: 'A-cn; rules.md 4.3, 10.4, C36', confidence: 'medium', zh: '重庆：单位一个网站只能填写一个域名', en: 'Chongqing: one domain per website of an organisation' }),
  rule('site.maxDomains', { value: 1, validFrom: '2019-04-22', source: 'A-en; A-cn; rules.md 4.3', confidence: 'high', zh: '一个网站只能填写一个域名', en: 'one domain per website' }),
  rule('site.change.domains', { value: 'add-alter-delete', source: 'rules.md 4.3', confidence: 'inferred', zh: '变更网站可增加、修改、删除域名', en: 'a changed website may add, alter and delete domains' }),
  rule('site.change.domains', { value: 'delete-only', validFrom: '2019-04-22', source: 'A-en; A-cn; rules.md 4.3', confidence: 'medium', zh: '变更网站只能删除域名', en: 'a changed website may only delete domains' }),
];

const many = { zh: '每个订单的网站数不限', en: 'no cap on websites per order' };
const sites = (n: number) => ({ zh: `每个订单最多 ${n} 个网站`, en: `at most ${n} website${n === 1 ? '' : 's'} per order` });

const orderSizes: readonly RuleRecord[] = [
  rule('order.maxSites', { value: null, source: 'S; rules.md 4.3', confidence: 'high', ...many }),
  rule('order.maxSites', { province: hubei, value: 1, validFrom: '2019-04-22', source: 'A-cn; rules.md 4.3', confidence: 'medium', ...sites(1) }),
  rule('order.maxDomains', { province: hubei, value: 1, validFrom: '2019-04-22', source: 'A-cn; rules.md 4.3', confidence: 'medium', zh: '湖北：每个订单一个域名', en: 'Hubei: one domain per order' }),
  rule('order.maxSites', { province: shaanxi, filingType: 'FIRST', value: 5, validFrom: '2019-06-04', source: 'A-cn; rules.md 4.3', confidence: 'medium', ...sites(5) }),
  rule('order.maxSites', { province: henan, subject: 'individual', value: 3, validFrom: '2019-06-04', source: 'A-cn; rules.md 4.3', confidence: 'medium', ...sites(3) }),
  rule('order.maxSites', { province: henan, subject: 'organisation', value: 5, validFrom: '2019-06-04', source: 'A-cn; rules.md 4.3', confidence: 'medium', ...sites(5) }),
  rule('order.maxSites', { province: hunan, value: 1, validFrom: '2026-01-01', source: 'H-kb; rules.md 10.3', confidence: 'medium', ...sites(1) }),
  rule('order.maxDomains', { province: shanxi, value: 3, validFrom: '2026-01-01', source: 'H-kb; rules.md 10.3', confidence: 'medium', zh: '山西：每个订单最多新增 3 个域名', en: 'Shanxi: at most 3 new domains per order' }),
  rule('order.maxDomains', { province: hainan, subject: 'individual', filingType: 'FIRST', value: 1, validFrom: '2026-01-01', source: 'H-kb; rules.md 10.3', confidence: 'medium', zh: '海南：个人首次备案一个域名', en: "Hainan: one domain in an individual's first filing" }),
  rule('order.maxDomains', { province: henan, value: 5, validFrom: '2026-01-01', source: 'H-kb; rules.md 10.3', confidence: 'medium', zh: '河南：每个订单最多 5 个域名', en: 'Henan: at most 5 domains per order' }),
  rule('order.maxDomains', { value: null, source: 'S; rules.md 4.3', confidence: 'high', zh: '每个订单的域名数不限', en: 'no cap on domains per order' }),
  rule('subject.maxSites', { value: null, source: 'rules.md 4.3', confidence: 'medium', zh: '主体的网站数不限', en: 'no cap on websites per subject' }),
  rule('subject.maxSites', { province: shaanxi, subject: 'individual', value: 5, validFrom: '2026-01-01', source: 'H-kb; HG; rules.md 4.3', confidence: 'medium', zh: '陕西：个人最多 5 个网站', en: 'Shaanxi: at most 5 websites of an individual' }),
  rule('subject.maxSites', { province: shaanxi, subject: 'organisation', value: 30, validFrom: '2026-01-01', source: 'H-kb; HG; rules.md 4.3', confidence: 'medium', zh: '陕西：单位最多 30 个网站', en: 'Shaanxi: at most 30 websites of an organisation' }),
];

const plans: readonly RuleRecord[] = [
  rule('site.plan', { province: guangdong, subject: 'individual', value: { counts: 'domains', planOver: 5, guaranteeFrom: 10 }, source: 'A-cn; rules.md 4.3', confidence: 'medium', zh: '广东：个人超过 5 个域名前缀须建设方案书，10 个起还须承诺书', en: 'Guangdong: individuals with more than 5 domain prefixes need a site plan, from 10 a guarantee letter too' }),
  rule('site.plan', { province: guangdong, subject: 'organisation', value: { counts: 'domains', planOver: 31, guaranteeFrom: 32 }, source: 'A-cn; rules.md 4.3', confidence: 'medium', zh: '广东：单位超过 31 个域名前缀须建设方案书和接入商担保', en: 'Guangdong: organisations with more than 31 domain prefixes need a site plan and the provider’s guarantee letter' }),
  rule('site.plan', { province: chongqing, subject: 'individual', value: { counts: 'sites', planOver: 5 }, validFrom: '2019-06-18', source: 'A-cn; rules.md 4.3', confidence: 'medium', zh: '重庆：个人超过 5 个网站须建设方案书', en: 'Chongqing: individuals with more than 5 websites need a site plan' }),
  rule('site.plan', { province: shanghai, subject: 'organisation', value: { counts: 'sites', planOver: 29 }, validFrom: '2026-01-01', source: 'HG; rules.md 10.3', confidence: 'medium', zh: '上海：30 个网站起须建设方案书', en: 'Shanghai: a site plan from 30 websites' }),
  rule('site.plan', { province: hunan, value: { counts: 'sites', planOver: 1 }, validFrom: '2026-01-01', source: 'H-kb; rules.md 10.3', confidence: 'medium', zh: '湖南：第二个网站起须建设方案书', en: 'Hunan: a site plan from the second website' }),
];

const types: readonly RuleRecord[] = [
  rule('order.types', { value: baseTypes, source: 'A-cn; rules.md 1.1', confidence: 'medium', zh: '可办理的备案类型', en: 'the filing types offered' }),
  rule('order.types', { value: [...baseTypes, 'CHANGE_BOTH', 'MIGRATE', 'TRANSFER'], validFrom: '2026-01-01', source: 'H-kb; H-rc; rules.md 1.1', confidence: 'medium', zh: '可办理的备案类型（含变更备案、迁移、转移）', en: 'the filing types offered (with combined change, migration, transfer)' }),
  rule('access.password', { value: 'access-and-cancel', source: 'A-cn; rules.md 1.3, 9.4', confidence: 'medium', zh: '接入和注销须工信部备案密码', en: 'access and cancellation need the ministry’s filing password' }),
  rule('access.password', { value: 'access', validFrom: '2020-08-17', source: 'H-kb; rules.md 1.3', confidence: 'inferred', zh: '注销改为短信核验；接入是否仍须密码不确定', en: 'cancellation by SMS instead; whether access still needs the password is uncertain' }),
  rule('shellSubject.directAdd', { value: codesOf('Tianjin', 'Liaoning', 'Sichuan', 'Yunnan', 'Jiangsu', 'Zhejiang', 'Shanghai', 'Guangxi', 'Shanxi', 'Beijing', 'Guizhou'), validFrom: '2026-01-01', source: 'H-kb; rules.md 9.6', confidence: 'medium', zh: '空壳主体可直接新增网站的 11 个省', en: 'the 11 provinces where a subject without websites may add one directly' }),
];

const nineKinds = ['news', 'publication', 'medicines', 'culture', 'broadcasting', 'education', 'healthcare', 'car-booking', 'bulletin-board'];
const abolitions = [
  { kind: 'education', except: codesOf('Zhejiang', 'Qinghai', 'Tibet') },
  { kind: 'healthcare', except: codesOf('Hebei', 'Tibet') },
  { kind: 'bulletin-board', except: [] },
];

const preapprovals: readonly RuleRecord[] = [
  rule('preapproval.kinds', { value: nineKinds, source: 'S; rules.md 4.5', confidence: 'high', zh: '九类前置审批', en: 'nine kinds of pre-approval' }),
  rule('preapproval.kinds', { value: [...nineKinds, 'internet-finance'], validFrom: '2019-04-22', source: 'A-cn; rules.md 4.5', confidence: 'medium', zh: '十类前置审批（含互联网金融）', en: 'ten kinds of pre-approval, with Internet finance' }),
  rule('preapproval.kinds', { value: [...nineKinds, 'internet-finance', 'games'], validFrom: '2019-06-04', source: 'A-cn; rules.md 4.5', confidence: 'medium', zh: '十一类前置审批（含游戏）', en: 'eleven kinds of pre-approval, with games' }),
  rule('preapproval.kinds', { value: [...nineKinds, 'internet-finance', 'games', 'off-campus-training', 'religion'], validFrom: '2026-01-01', source: 'R; W; HG; rules.md 4.5', confidence: 'inferred', zh: '十三类前置审批（含校外培训、宗教）', en: 'thirteen kinds of pre-approval, with off-campus training and religion' }),
  rule('preapproval.abolished', { value: abolitions, source: 'A-cn; rules.md 4.5, C2', confidence: 'inferred', zh: '教育（浙江、青海、西藏除外）、医疗（河北、西藏除外）、电子公告已取消：选择时提示，无须材料', en: 'education (except Zhejiang, Qinghai, Tibet), healthcare (except Hebei, Tibet) and bulletin boards are abolished: a warning, no document' }),
];

const afterGrant: readonly RuleRecord[] = [
  rule('number.serialDigits', { value: 8, source: 'A-cn; X; rules.md 9.3, C24', confidence: 'medium', zh: '备案号序号为两位年份加六位', en: 'the serial is a two-digit year and six digits' }),
  rule('number.serialDigits', { value: 10, validFrom: '2021-01-01', source: 'X; rules.md 9.3, C24', confidence: 'inferred', zh: '备案号序号为四位年份加六位', en: 'the serial is a four-digit year and six digits' }),
  rule('number.kindSuffix', { value: false, source: 'rules.md 9.3', confidence: 'medium', zh: '备案号不区分网站和应用', en: 'no suffix letter by kind of service' }),
  rule('number.kindSuffix', { value: true, validFrom: '2023-09-01', source: 'H-kb; rules.md 9.3', confidence: 'medium', zh: '应用 A、小程序 X、快应用 K', en: 'suffix A for apps, X for mini-programs, K for quick apps' }),
  rule('footer.link', { value: 'http://www.miitbeian.gov.cn', source: 'A-cn; rules.md 9.5', confidence: 'medium', zh: '首页底部备案号链接到 miitbeian.gov.cn', en: 'the number in the footer links to miitbeian.gov.cn' }),
  rule('footer.link', { value: 'https://beian.miit.gov.cn', validFrom: '2019-04-16', source: 'A-cn; rules.md 9.5', confidence: 'medium', zh: '首页底部备案号链接到 beian.miit.gov.cn', en: 'the number in the footer links to beian.miit.gov.cn' }),
  rule('footer.number', { value: 'site', source: 'H-kb; rules.md 9.5, C25', confidence: 'inferred', zh: '首页底部放网站备案号', en: 'the footer shows the number of the website' }),
  rule('footer.number', { province: guangdong, value: 'subject', source: 'H-kb; rules.md 9.5, C25', confidence: 'inferred', zh: '广东：首页底部放主体备案号', en: 'Guangdong: the footer shows the number of the subject' }),
  rule('publicSecurity.days', { value: 30, source: 'A-en; rules.md 9.5, C26', confidence: 'high', zh: '开通后 30 日内办理公安联网备案', en: 'public-security filing within 30 days, counted from the approval' }),
  rule('correction.days', { value: { workdaysAfterDiscovery: 10, daysBeforeChange: 30 }, source: 'H; Order 33; rules.md 9.5, C41', confidence: 'medium', zh: '变更前 30 日申请；发现有误 10 个工作日内更正', en: 'apply 30 days before a change; correct wrong data within 10 workdays of discovery' }),
  rule('terms.siteAdmin', { value: { zh: '网站负责人', en: 'website administrator' }, source: 'rules.md 13', confidence: 'medium', zh: '称网站负责人', en: 'called website administrator' }),
  rule('terms.siteAdmin', { value: { zh: '互联网信息服务负责人', en: 'internet information service administrator' }, validFrom: '2023-01-01', source: 'rules.md 0.3, 13', confidence: 'inferred', zh: '改称互联网信息服务负责人', en: 'called internet information service administrator' }),
];

export const orderRecords: readonly RuleRecord[] = [...siteDomains, ...orderSizes, ...plans, ...types, ...preapprovals, ...afterGrant];
