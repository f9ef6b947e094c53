import { codesOf } from '../provinces';
import { rule, type RuleRecord } from '../rule-record';

/** Subject, server, domain and documents: what holds in every province unless its own page says otherwise (rules.md 2–5). */

const [shanghai, jiangsu, heilongjiang, chongqing, jiangxi, hebei, henan, guizhou, beijing, guangdong, tibet, xinjiang] = codesOf('Shanghai', 'Jiangsu', 'Heilongjiang', 'Chongqing', 'Jiangxi', 'Hebei', 'Henan', 'Guizhou', 'Beijing', 'Guangdong', 'Tibet', 'Xinjiang') as [string, string, string, string, string, string, string, string, string, string, string, string];

const subject: readonly RuleRecord[] = [
  rule('subject.emergencyPhone', { value: false, source: 'S; rules.md 3.2', confidence: 'medium', zh: '不要求应急电话', en: 'no emergency phone is asked' }),
  rule('subject.emergencyPhone', { value: true, validFrom: '2019-04-11', source: 'A-cn; rules.md 3.2', confidence: 'medium', zh: '应急电话必填，须为手机号且与负责人手机号不同', en: 'an emergency mobile is mandatory and differs from the administrator’s' }),
  rule('address.sameProvince', { value: true, source: 'S; rules.md 3.2', confidence: 'high', zh: '通信地址须与证件住所（或有效居住证明）同省', en: 'the mailing address lies in the province of the certificate, or of an accepted residence paper' }),
  rule('address.sameCity', { value: false, source: 'S; rules.md 3.2', confidence: 'medium', zh: '通信地址不要求同市', en: 'the mailing address may lie in another city of the province' }),
  ...[hebei, henan, guizhou].map((province) => rule('address.sameCity', { province, value: true, validFrom: '2026-01-01', source: 'H-kb; rules.md 3.2, 10.3', confidence: 'medium', zh: '通信地址须与证件住所同市', en: 'the mailing address lies in the city of the certificate' })),
  rule('certificate.minMonths', { value: { months: 3, severity: 'warning' }, source: 'A-cn; rules.md 3.6', confidence: 'inferred', zh: '证件有效期宜超过 3 个月', en: 'the certificate should be valid for more than 3 months' }),
  rule('certificate.minMonths', { value: { months: 3, severity: 'error' }, validFrom: '2018-09-07', source: 'A-cn; rules.md 3.6', confidence: 'medium', zh: '证件有效期须超过 3 个月', en: 'the certificate is valid for more than 3 months' }),
  rule('phone.landline', { subject: 'organisation', province: jiangsu, value: true, source: 'T; A-cn; rules.md 3.5, 10.1', confidence: 'medium', zh: '江苏：单位须填写固定电话', en: 'Jiangsu: organisations give a landline' }),
  rule('phone.bills', { province: heilongjiang, value: true, source: 'A-cn; rules.md 5.1, 10.1', confidence: 'medium', zh: '黑龙江：近三个月话费单', en: "Heilongjiang: three months' phone bills" }),
  rule('site.personalContents', { value: [32, 8388608], source: 'A-en; H-kb; rules.md 4.4, C22', confidence: 'medium', zh: '个人网站服务内容只能选博客/个人空间或其他', en: 'individuals choose blog/personal space or other' }),
  rule('site.personalContents', { province: chongqing, value: [32], source: 'A-en; rules.md 4.4, C22', confidence: 'medium', zh: '重庆：个人网站服务内容选博客/个人空间', en: 'Chongqing: individuals choose blog/personal space' }),
  rule('site.personalContents', { province: jiangxi, value: [8388608], validFrom: '2026-01-01', source: 'HG; rules.md 4.4, C22', confidence: 'medium', zh: '江西：个人网站不得选博客', en: 'Jiangxi: individuals may not choose blog' }),
];

const server: readonly RuleRecord[] = [
  rule('server.months', { value: { bought: 3, remaining: 3, remainingSeverity: 'warning' }, source: 'S; A-en; rules.md 2.1, C13', confidence: 'high', zh: '服务器须包年包月购买三个月以上', en: 'the server is bought by subscription for at least three months' }),
  rule('server.months', { value: { bought: 3, remaining: 3, remainingSeverity: 'error' }, validFrom: '2018-09-07', source: 'A-en; rules.md 2.1, C13', confidence: 'medium', zh: '服务器剩余有效期须不少于三个月', en: 'the server has at least three months left' }),
  rule('serviceCode.entry', { value: 'typed', source: 'S; A-cn; rules.md 2.1', confidence: 'medium', zh: '填写备案服务号', en: 'the service code is typed' }),
  rule('serviceCode.entry', { value: 'typed-or-picked', validFrom: '2019-05-05', source: 'A-cn; rules.md 2.1', confidence: 'medium', zh: '填写备案服务号，或选择本账号实例', en: 'the service code is typed, or an own instance is picked' }),
  rule('serviceCode.unit', { value: 'website', source: 'S; rules.md 2.1', confidence: 'medium', zh: '一个备案服务号用于一个网站', en: 'one service code for one website' }),
  rule('serviceCode.unit', { value: 'domain', validFrom: '2019-04-22', source: 'A-cn; rules.md 2.1', confidence: 'medium', zh: '一个备案服务号用于一个网站的一个域名', en: 'one service code for one website with one domain' }),
];

const common = 'ren citic xin shop ltd vip ink club site biz com cn net fun online store tech work law beer design wiki art love xyz group center chat city company cool email fund gold guru pub run show social team today video world zone life live plus info pro auto co cloud fashion fit host link luxe mobi press sohu space top website yoga icu tel wang'.split(' ');

const domain: readonly RuleRecord[] = [
  rule('domain.minMonths', { value: { months: 3, severity: 'warning' }, source: 'S; rules.md 2.2, C11', confidence: 'medium', zh: '域名须在有效期内，宜超过 3 个月', en: 'the domain is within its validity; more than 3 months are advised' }),
  rule('domain.minMonths', { value: { months: 3, severity: 'error' }, validFrom: '2018-09-07', source: 'A-cn; rules.md 2.2, C11', confidence: 'medium', zh: '域名有效期须超过 3 个月', en: 'the domain is valid for more than 3 months' }),
  rule('domain.warnUnderDays', { province: shanghai, value: 180, validFrom: '2018-09-07', source: 'A-cn; rules.md 2.2, C11', confidence: 'inferred', zh: '上海：域名有效期宜超过 180 天', en: 'Shanghai: more than 180 days are asked on another page' }),
  rule('domain.suffixes', { value: { approved: common, refused: ['org', 'cc', 'tv', 'name'] }, source: 'A-cn; T; rules.md 2.2, C20', confidence: 'low', zh: '域名后缀须经工信部批准', en: 'the suffix is approved by the ministry' }),
  rule('domain.suffixes', { value: { approved: [...common, 'cc', 'tv'], refused: ['org', 'name'] }, validFrom: '2019-01-01', source: 'T; rules.md 2.2, C20', confidence: 'low', zh: '域名后缀须经工信部批准', en: 'the suffix is approved by the ministry' }),
  rule('domain.suffixes', { province: beijing, value: { approved: [...common, 'cc', 'tv'], refused: ['hk', 'tw', 'asia', 'jp', 'io', 'me', 'win', 'org', 'name'] }, validFrom: '2019-01-01', source: 'T; rules.md 2.2', confidence: 'medium', zh: '北京：名单外的后缀不予备案', en: 'Beijing: a dated list of suffixes' }),
  rule('domain.filedChecksFrom', { value: '2018-01-01', source: 'A-cn; rules.md 1.4, 2.2', confidence: 'medium', zh: '变更主体时核验 2018-01-01 起备案的域名', en: 'a change of the subject has the domains checked that were filed from 2018-01-01 on' }),
  rule('domain.institution', { value: ['cn', '公益'], validFrom: '2026-01-01', source: 'H-kb; rules.md 2.2', confidence: 'low', zh: '事业单位网站使用 .cn 或 .公益', en: 'public institutions use .cn or .公益' }),
  rule('domain.government', { value: ['gov.cn', '政务'], validFrom: '2026-01-01', source: 'H-kb; rules.md 2.2', confidence: 'low', zh: '政府网站使用 .gov.cn 或 .政务', en: 'government sites use .gov.cn or .政务' }),
];

const documents: readonly RuleRecord[] = [
  rule('documents.statement', { value: 'paper', source: 'S; A-cn; rules.md 5.1, 5.2', confidence: 'high', zh: '真实性核验单，个人签字，单位盖章并签字', en: 'authenticity statement: signed, by organisations sealed too' }),
  rule('documents.statement', { province: jiangsu, value: 'paper-and-commitment', validFrom: '2021-06-01', source: 'H-kb; rules.md 5.1', confidence: 'medium', zh: '江苏：真实性告知书和承诺书', en: 'Jiangsu: authenticity notice and commitment' }),
  rule('documents.statement', { value: 'commitment', validFrom: '2026-01-01', source: 'H-kb; rules.md 5.1, 13', confidence: 'inferred', zh: '承诺书、告知书取代纸质核验单', en: 'commitment and notice forms replace the paper statement' }),
  ...[jiangxi, xinjiang].map((province) => rule('documents.statementFingerprint', { province, subject: 'individual', value: true, source: 'A-cn; rules.md 5.2', confidence: 'medium', zh: '个人须签字并按手印', en: 'individuals add their fingerprint' })),
  rule('documents.handHeld', { value: false, source: 'rules.md 5.1', confidence: 'inferred', zh: '不要求手持证件照片', en: 'no hand-held photo is printed' }),
  rule('documents.handHeld', { province: beijing, value: true, validFrom: '2019-02-19', source: 'A-cn; rules.md 5.1, 10.1', confidence: 'medium', zh: '北京：手持证件（单位为营业执照）照片', en: 'Beijing: photo holding the ID (organisations: the licence)' }),
  rule('documents.files', { value: { types: ['jpg', 'jpeg', 'png', 'gif'], maxBytes: 4_194_303, domainCertificateMinBytes: 204_800 }, source: 'A-cn; A-en; rules.md 5.3, C14', confidence: 'medium', zh: 'jpg、jpeg、png、gif，小于 4 MB；域名证书不小于 200 KB', en: 'jpg, jpeg, png, gif under 4 MB; a domain certificate from 200 KB' }),
  rule('documents.files', { value: { types: ['jpg', 'jpeg', 'png'], maxBytes: 4_194_303, domainCertificateMinBytes: 204_800 }, validFrom: '2026-01-01', source: 'H-kb; rules.md 5.3, C14', confidence: 'medium', zh: 'jpg、png，小于 4 MB', en: 'jpg, png under 4 MB' }),
  rule('documents.capture', { value: 'uploaded', source: 'S; A-cn; rules.md 5.3', confidence: 'medium', zh: '上传扫描件或照片', en: 'a scan or a photo is uploaded' }),
  rule('documents.capture', { value: 'live-camera', validFrom: '2019-07-29', source: 'A-cn; rules.md 5.3', confidence: 'medium', zh: '核心证件须现场拍摄', en: 'core documents are photographed live in the app' }),
  ...codesOf('Yunnan', 'Inner Mongolia', 'Heilongjiang', 'Jiangxi').map((province) => rule('documents.staffingOffice', { province, subject: 'organisation', value: true, source: 'A-cn; rules.md 5.1', confidence: 'medium', zh: '政府机关、事业单位须编办证明', en: 'government and institutions: certificate of the staffing office' })),
  rule('documents.partyConfirmation', { province: tibet, value: ['FIRST', 'ADD_SITE_OTHER', 'ADD_SITE_HERE', 'ACCESS_NEW', 'ACCESS_CONT', 'CHANGE_SUBJECT', 'CHANGE_SITE', 'CHANGE_BOTH'], validFrom: '2018-12-20', source: 'A-in; rules.md 5.1, 10.1', confidence: 'medium', zh: '西藏：各类备案须党建/政府确认书', en: 'Tibet: party/government confirmation for every filing' }),
  rule('documents.partyConfirmation', { province: xinjiang, value: ['FIRST', 'ADD_SITE_OTHER', 'ADD_SITE_HERE'], validFrom: '2019-02-19', source: 'A-cn; rules.md 5.1, 10.1', confidence: 'medium', zh: '新疆：首次备案和新增网站须党建确认书', en: 'Xinjiang: party-building confirmation for first filing and added sites' }),
  rule('documents.financePromise', { province: guangdong, subject: 'organisation', value: true, source: 'A-cn; rules.md 5.1', confidence: 'medium', zh: '广东：名称含金融字样须承诺书', en: 'Guangdong: promise where the name has words of finance' }),
  rule('documents.servicePromise', { province: guangdong, value: { validWorkdays: 60 }, validFrom: '2021-06-21', source: 'H-kb; HG; rules.md 5.1', confidence: 'medium', zh: '广东：互联网信息服务承诺书，60 个工作日内有效', en: 'Guangdong: internet information service promise, valid 60 workdays' }),
];

export const formRecords: readonly RuleRecord[] = [...subject, ...server, ...domain, ...documents];
