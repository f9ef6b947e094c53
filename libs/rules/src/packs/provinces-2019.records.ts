import type { Day } from '@beian/contracts';
import { codesOf } from '../provinces';
import { rule, type RuleRecord } from '../rule-record';
import { adults, guardian, individualRecords, manyHolders, organisationRecords, refused, residencePermit, say, transferRecords, unitOnly, unitOrLegalRep, workProof, type IndividualRow, type OrganisationRow, type TransferRow } from './province-row';

/** Rows of September 2019 (rules.md 10.1, 10.2), each from the day on which it was first printed (10.4, last column). */

/** Absent: Jilin, which had no older page. */
export const firstPrinted: Readonly<Record<string, Day>> = {
  Beijing: '2019-02-19',
  Tianjin: '2018-10-16',
  Hebei: '2019-02-19',
  Shanxi: '2019-02-19',
  'Inner Mongolia': '2019-02-19',
  Liaoning: '2019-02-19',
  Heilongjiang: '2019-02-19',
  Shanghai: '2018-09-06',
  Jiangsu: '2018-09-06',
  Zhejiang: '2018-09-06',
  Anhui: '2019-02-19',
  Fujian: '2019-02-19',
  Jiangxi: '2018-09-17',
  Shandong: '2018-09-06',
  Henan: '2018-09-14',
  Hubei: '2019-02-19',
  Hunan: '2018-09-17',
  Guangdong: '2018-09-13',
  Guangxi: '2018-09-13',
  Hainan: '2018-09-14',
  Chongqing: '2019-06-18',
  Sichuan: '2019-08-20',
  Guizhou: '2018-10-11',
  Yunnan: '2018-10-11',
  Tibet: '2018-12-20',
  Shaanxi: '2019-06-18',
  Gansu: '2018-10-11',
  Qinghai: '2018-09-18',
  Ningxia: '2018-09-18',
  Xinjiang: '2019-02-19',
};

const licence = say('营业执照', 'business licence');
const newest = say('最新营业执照', 'newest licence');
const licenceCopy = say('营业执照副本', 'licence copy (副本)');
const noForeignRegistered = say('不接受境外注册的域名', 'no foreign-registered domains');
const reachable = say('已备案网站须可访问并标注备案号', 'filed sites are reachable and show their number');
const prefixes = say('域名前缀不同的按不同网站备案', 'different prefixes are different sites');
const freeChange = say('主体可自由变更', 'the subject may be changed freely');

export const organisations2019: readonly OrganisationRow[] = [
  { province: 'Beijing', certificate: licence, admin: 'legal-rep', site: 'free', holder: unitOnly, remarks: [noForeignRegistered, prefixes, say('核验单写明域名和注册商', 'domain and registrar on the statement')] },
  { province: 'Tianjin', certificate: licenceCopy, admin: 'legal-rep', age: adults, site: 'not-subject-admin', holder: manyHolders, privacyOff: true, remarks: [say('华苑地址按环内南开、环外西青填写', '华苑 addresses go to Nankai inside, Xiqing outside the ring'), say('备案满 6 个月的主体须有可访问的网站', 'a subject older than 6 months has a reachable site')] },
  { province: 'Hebei', admin: 'legal-rep', noForeigners: true, site: 'free', holder: unitOrLegalRep, remarks: [freeChange] },
  { province: 'Shanxi', admin: 'legal-rep', site: 'free', holder: unitOnly, remarks: [freeChange] },
  { province: 'Inner Mongolia', admin: 'legal-rep', age: adults, site: 'free', holder: manyHolders, remarks: [noForeignRegistered, say('所有域名写在一张核验单上', 'all domains on one statement')] },
  { province: 'Liaoning', admin: 'legal-rep-if-finance-name', age: adults, site: 'legal-rep-if-finance-name', holder: manyHolders, local: true },
  { province: 'Jilin', certificate: licence, admin: 'legal-rep', age: adults, site: 'free', holder: unitOrLegalRep, remarks: [noForeignRegistered] },
  { province: 'Heilongjiang', certificate: newest, admin: 'legal-rep', site: 'not-under-another-subject', holder: unitOrLegalRep, remarks: [say('近三个月话费单', "three months' phone bills"), say('政府网站须网站标识码', 'site code for government')] },
  { province: 'Shanghai', admin: 'legal-rep', site: 'legal-rep-or-letter', holder: manyHolders, privacyOff: true, remarks: [reachable] },
  { province: 'Jiangsu', admin: 'legal-rep-or-letter', age: workProof, site: 'subject-admin-unless-legal-rep', holder: unitOrLegalRep, local: true, domainCertificate: { when: 'every' } },
  { province: 'Zhejiang', admin: 'legal-rep', site: 'free', holder: manyHolders, remarks: [say('只能在有关联的单位之间变更', 'change only between related units')] },
  { province: 'Anhui', admin: 'legal-rep', site: 'free', holder: unitOrLegalRep, remarks: [say('凭变更证明可接入', 'access possible with a change proof')] },
  { province: 'Fujian', admin: 'legal-rep', site: 'legal-rep-or-letter', holder: unitOrLegalRep },
  { province: 'Jiangxi', admin: 'legal-rep', site: 'residence-paper-if-elsewhere', holder: manyHolders },
  { province: 'Shandong', certificate: licence, admin: 'legal-rep', age: adults, site: 'free', holder: unitOrLegalRep },
  { province: 'Henan', certificate: newest, admin: 'legal-rep', age: adults, site: 'free', holder: manyHolders, remarks: [reachable] },
  { province: 'Hubei', admin: 'legal-rep', age: adults, site: 'legal-rep-or-letter', holder: manyHolders },
  { province: 'Hunan', admin: 'legal-rep', age: adults, site: 'legal-rep-or-letter', holder: unitOnly, local: true, domainCertificate: { when: 'every' }, remarks: [noForeignRegistered, say('接入信息须与原备案一致', 'access data equal the old filing')] },
  { province: 'Guangdong', admin: 'legal-rep', site: 'free', holder: unitOnly, domainCertificate: { when: 'with-site-plan' }, remarks: [prefixes, reachable, say('使用广东核验单', "Guangdong's own statement")] },
  { province: 'Guangxi', certificate: licence, admin: 'free', site: 'free', holder: unitOnly, local: true, remarks: [prefixes] },
  { province: 'Hainan', certificate: licence, admin: 'legal-rep', site: 'free', holder: manyHolders },
  { province: 'Chongqing', admin: 'legal-rep', age: adults, site: 'free', holder: manyHolders, remarks: [say('域名须在境内注册商注册', 'mainland registrar')] },
  { province: 'Sichuan', admin: 'legal-rep-or-letter', age: adults, site: 'free', holder: manyHolders, privacyOff: true },
  { province: 'Guizhou', admin: 'legal-rep', site: 'legal-rep-or-letter', holder: unitOnly, domainCertificate: { when: 'from-in-order', from: 4 } },
  { province: 'Yunnan', admin: 'legal-rep', site: 'free', holder: unitOrLegalRep, remarks: [reachable] },
  { province: 'Tibet', admin: 'legal-rep', site: 'free', holder: unitOrLegalRep, remarks: [reachable] },
  { province: 'Shaanxi', admin: 'legal-rep', site: 'free', holder: unitOrLegalRep, local: true, domainCertificate: { when: 'from-under-subject', from: 5 }, remarks: [say('非本省手机号须在备注说明原因', 'a mobile from elsewhere: the reason in the remark')] },
  { province: 'Gansu', certificate: licenceCopy, admin: 'legal-rep-or-letter', site: 'free', holder: unitOnly, local: true, remarks: [say('使用甘肃授权书并备注', "Gansu's own letter, mentioned in the remark")] },
  { province: 'Qinghai', admin: 'legal-rep', site: 'free', holder: manyHolders, remarks: [freeChange] },
  { province: 'Ningxia', certificate: licenceCopy, admin: 'legal-rep', site: 'free', holder: unitOrLegalRep },
  { province: 'Xinjiang', admin: 'legal-rep', site: 'free', holder: unitOnly },
];

const noTemporary = say('不接受临时身份证', 'no temporary ID card');
const footer = say('接入须在首页底部标注备案号', 'for access the number stands in the footer');
const fingerprint = say('核验单须按手印', 'fingerprint on the statement');

export const individuals2019: readonly IndividualRow[] = [
  { province: 'Beijing', idCardOnly: true, remarks: [say('手持身份证照片', 'photo holding the ID')] },
  { province: 'Tianjin', age: adults, local: true, privacyOff: true, remarks: [footer] },
  { province: 'Hebei', noForeigners: true },
  { province: 'Shanxi', elsewhere: refused },
  { province: 'Inner Mongolia', elsewhere: residencePermit, age: adults, domainCertificate: { when: 'new-domains' }, remarks: [noTemporary] },
  { province: 'Liaoning', local: true },
  { province: 'Jilin', elsewhere: { answer: 'with-paper', papersZh: '居住证（学生证）', papersEn: 'residence permit (student card)' } },
  { province: 'Heilongjiang', elsewhere: refused, idCardOnly: true, remarks: [say('近三个月话费单', "three months' phone bills")] },
  { province: 'Shanghai', elsewhere: { answer: 'with-paper', papersZh: '居住证或临时居住证', papersEn: 'residence or temporary permit' }, privacyOff: true, remarks: [noTemporary, footer] },
  { province: 'Jiangsu', elsewhere: residencePermit, age: workProof, local: true, domainCertificate: { when: 'every' } },
  { province: 'Zhejiang', age: adults },
  { province: 'Anhui' },
  { province: 'Fujian', elsewhere: residencePermit },
  { province: 'Jiangxi', elsewhere: refused, remarks: [fingerprint] },
  { province: 'Shandong', age: adults, remarks: [say('3 个以上域名前缀须备注', '3 or more prefixes: a remark')] },
  { province: 'Henan', elsewhere: refused, age: guardian, remarks: [footer] },
  { province: 'Hubei', elsewhere: residencePermit, remarks: [say('一个网站', 'one site')] },
  { province: 'Hunan', age: adults, local: true, domainCertificate: { when: 'every' } },
  { province: 'Guangdong', age: workProof, domainCertificate: { when: 'with-site-plan' }, remarks: [say('手写承诺', 'hand-written promise')] },
  { province: 'Guangxi', local: true },
  { province: 'Hainan', idCardOnly: true, remarks: [noTemporary] },
  { province: 'Chongqing', elsewhere: refused },
  { province: 'Sichuan', elsewhere: { answer: 'with-paper', papersZh: '学习、工作或生活证明', papersEn: 'proof of study, work or life' }, age: adults, privacyOff: true },
  { province: 'Guizhou', elsewhere: residencePermit, age: adults, domainCertificate: { when: 'from-in-order', from: 4 } },
  { province: 'Yunnan', elsewhere: refused, idCardOnly: true, remarks: [footer] },
  { province: 'Tibet', elsewhere: refused, remarks: [footer] },
  { province: 'Shaanxi', local: true, domainCertificate: { when: 'from-under-subject', from: 5 } },
  { province: 'Gansu', elsewhere: refused, local: true },
  { province: 'Qinghai', elsewhere: refused },
  { province: 'Ningxia', elsewhere: refused },
  { province: 'Xinjiang', elsewhere: refused, remarks: [fingerprint] },
];

const both = (names: string, person: TransferRow['person'], unit: TransferRow['unit']): readonly TransferRow[] => names.split(', ').map((province) => ({ province, person, unit }));

export const transfers2019: readonly TransferRow[] = [
  ...both('Beijing, Fujian, Hubei, Shaanxi, Gansu, Ningxia', 'no', 'no'),
  ...both('Hebei, Shanxi, Guangdong, Chongqing, Guizhou, Tibet, Qinghai, Xinjiang', 'yes', 'yes'),
  ...both('Tianjin, Inner Mongolia, Liaoning, Jilin, Heilongjiang, Jiangsu, Anhui, Jiangxi, Shandong, Henan, Hunan, Guangxi, Hainan, Sichuan', 'no', 'if-legal-rep'),
  { province: 'Shanghai', person: 'no', unit: 'if-legal-rep-or-site-admin' },
  { province: 'Zhejiang', person: 'yes', unit: 'if-legal-rep' },
  { province: 'Yunnan', person: 'no', unit: 'if-legal-rep' }, // C35: the page contradicts itself
];

const originOf = (name: string, section: string) => {
  const validFrom = firstPrinted[name];
  return { source: `A-cn 2019; rules.md ${section}`, confidence: 'medium', ...(validFrom === undefined ? {} : { validFrom }) } as const;
};
const [beijing, guizhou, henan] = codesOf('Beijing', 'Guizhou', 'Henan') as [string, string, string];

const exceptions: readonly RuleRecord[] = [
  rule('subject.administrator', { province: beijing, subject: 'organisation', value: 'legal-rep-or-letter', validFrom: '2019-05-10', source: 'A-cn; rules.md 10.1, 10.4', confidence: 'medium', zh: '北京：主体负责人为法定代表人，否则须授权书和法定代表人证件', en: "Beijing: legal representative, else a letter and the legal representative's ID" }),
  rule('domain.holder', { province: guizhou, subject: 'organisation', value: unitOrLegalRep, validFrom: '2018-10-11', validTo: '2019-09-05', source: 'A-cn; rules.md 10.4', confidence: 'medium', zh: '贵州：域名所有者可为主办单位、法定代表人', en: 'Guizhou: the unit or its legal representative' }),
  ...(['organisation', 'individual'] as const).map((subject) => rule('documents.domainCertificate', { province: henan, subject, value: { when: 'from-in-order', from: 4 }, validFrom: '2018-09-14', validTo: '2019-08-21', source: 'A-cn; rules.md 10.1, C34', confidence: 'medium', zh: '河南：订单中 4 个域名起须域名证书', en: 'Henan: domain certificates from 4 domains in the order' })),
];

export const provinceRecords2019: readonly RuleRecord[] = [...organisations2019.flatMap((row) => organisationRecords(row, originOf(row.province, '10.1'))), ...individuals2019.flatMap((row) => individualRecords(row, originOf(row.province, '10.2'))), ...transfers2019.flatMap(transferRecords), ...exceptions];
