import type { RuleRecord } from '../rule-record';
import { rule } from '../rule-record';
import { codesOf } from '../provinces';
import { adults, anyPermit, guardian, individualRecords, organisationRecords, refused, residencePermit, say, unitOnly, unitOrLegalRep, workProof, type IndividualRow, type OrganisationRow } from './province-row';

/** Rows of 2018-06-09 (rules.md 10.4). Jilin had no page that day: its rows of 2019 serve from the beginning. */

const licenceOrCode = say('营业执照或组织机构代码证', 'business licence or organisation code certificate');
const licence = say('营业执照', 'business licence');
const licenceCopy = say('营业执照副本', 'licence copy (副本)');
const noForeignRegistered = say('不接受境外注册的域名', 'no foreign-registered domains');
const reachable = say('已备案域名须可访问并标注备案号', 'filed domains are reachable and show their number');
const prefixes = say('域名前缀不同的按不同网站备案，内容相同的须备注', 'different prefixes are different sites, or a remark says that they are one');

export const organisations2018: readonly OrganisationRow[] = [
  { province: 'Beijing', certificate: licence, admin: 'legal-rep', site: 'free', holder: unitOnly, remarks: [noForeignRegistered, say('部分国别后缀不予备案', 'some country suffixes refused'), prefixes] },
  { province: 'Tianjin', certificate: licenceCopy, admin: 'legal-rep', age: adults, site: 'not-subject-admin', holder: unitOrLegalRep, local: true, privacyOff: true, remarks: [say('华苑地址按环内南开、环外西青填写', '华苑 addresses go to Nankai inside, Xiqing outside the ring')] },
  { province: 'Hebei', certificate: licenceOrCode, admin: 'legal-rep', noForeigners: true, site: 'free', holder: unitOnly },
  { province: 'Shanxi', certificate: licenceOrCode, admin: 'legal-rep', site: 'free', holder: unitOnly },
  { province: 'Inner Mongolia', certificate: licenceOrCode, admin: 'legal-rep', age: adults, site: 'free', holder: unitOnly, remarks: [noForeignRegistered] },
  { province: 'Liaoning', admin: 'legal-rep-if-finance-name', age: adults, site: 'legal-rep-if-finance-name', holder: unitOnly, local: true },
  { province: 'Heilongjiang', certificate: say('已换发的用加载代码的营业执照，否则营业执照', 'code licence if re-issued, else business licence'), admin: 'legal-rep', site: 'not-under-another-subject', holder: unitOnly, remarks: [say('近三个月话费单，手机和办公电话，姓名须一致', "three months' bills of mobile and office phone, names must match")] },
  { province: 'Shanghai', certificate: licence, admin: 'legal-rep', site: 'legal-rep-or-letter', holder: unitOrLegalRep, privacyOff: true, remarks: [reachable] },
  { province: 'Jiangsu', certificate: licenceOrCode, admin: 'free', age: workProof, site: 'subject-admin-unless-legal-rep', holder: ['unit', 'legal-rep', 'subject-admin', 'site-admin'], local: true, domainCertificate: { when: 'every' } },
  { province: 'Zhejiang', certificate: licenceOrCode, admin: 'legal-rep', site: 'free', holder: unitOnly },
  { province: 'Anhui', certificate: licenceOrCode, admin: 'legal-rep', site: 'free', holder: unitOnly },
  { province: 'Fujian', certificate: licenceOrCode, admin: 'legal-rep-or-letter', site: 'legal-rep-or-letter', holder: unitOnly },
  { province: 'Jiangxi', certificate: licence, admin: 'legal-rep', site: 'residence-paper-if-elsewhere', holder: unitOnly },
  { province: 'Shandong', certificate: licence, admin: 'legal-rep', age: adults, site: 'free', holder: unitOnly },
  { province: 'Henan', certificate: say('最新（三证合一）营业执照', 'newest (three-in-one) certificate'), admin: 'legal-rep', age: adults, site: 'free', holder: unitOnly, domainCertificate: { when: 'from-in-order', from: 4 }, remarks: [reachable] },
  { province: 'Hubei', certificate: licenceOrCode, admin: 'legal-rep', age: adults, site: 'legal-rep-or-letter', holder: unitOnly },
  { province: 'Hunan', certificate: licenceOrCode, admin: 'legal-rep', age: adults, site: 'legal-rep-or-letter', holder: unitOnly, local: true, domainCertificate: { when: 'every' }, remarks: [noForeignRegistered] },
  { province: 'Guangdong', certificate: licenceOrCode, admin: 'legal-rep', site: 'free', holder: unitOnly, domainCertificate: { when: 'with-site-plan' }, remarks: [reachable, prefixes] },
  { province: 'Guangxi', certificate: licence, admin: 'free', site: 'free', holder: unitOnly, local: true, remarks: [prefixes] },
  { province: 'Hainan', certificate: licence, admin: 'legal-rep', site: 'free', holder: unitOnly },
  { province: 'Chongqing', certificate: licenceOrCode, admin: 'legal-rep', age: adults, site: 'free', holder: unitOrLegalRep },
  { province: 'Sichuan', certificate: licenceOrCode, admin: 'legal-rep-or-letter', age: adults, site: 'free', holder: unitOrLegalRep, privacyOff: true },
  { province: 'Guizhou', certificate: licenceOrCode, admin: 'legal-rep', site: 'legal-rep-or-letter', holder: unitOnly, domainCertificate: { when: 'from-in-order', from: 4 } },
  { province: 'Yunnan', certificate: licenceOrCode, admin: 'legal-rep', age: workProof, site: 'free', holder: unitOnly, domainCertificate: { when: 'every' } },
  { province: 'Tibet', certificate: licenceOrCode, admin: 'legal-rep', site: 'free', holder: unitOnly, remarks: [reachable] },
  { province: 'Shaanxi', admin: 'legal-rep', site: 'free', holder: unitOrLegalRep, local: true, domainCertificate: { when: 'from-under-subject', from: 5 }, remarks: [say('非本省手机号须在备注说明原因', 'a mobile from elsewhere: the reason in the remark')] },
  { province: 'Gansu', certificate: licenceCopy, admin: 'legal-rep-or-letter', site: 'free', holder: unitOnly, local: true, remarks: [say('授权书须在备注说明', 'a letter is mentioned in the remark')] },
  { province: 'Qinghai', certificate: say('首次备案须营业执照', 'business licence for a first filing'), admin: 'legal-rep', site: 'free', holder: unitOnly },
  { province: 'Ningxia', certificate: licenceCopy, admin: 'legal-rep', site: 'free', holder: unitOnly },
  { province: 'Xinjiang', certificate: licenceOrCode, admin: 'legal-rep', site: 'free', holder: unitOrLegalRep },
];

const noTemporary = say('不接受临时身份证', 'no temporary ID card');
const remark3 = say('一个网站 3 个以上域名前缀须备注', '3 or more prefixes on one site: a remark');

export const individuals2018: readonly IndividualRow[] = [
  { province: 'Beijing', idCardOnly: true },
  { province: 'Tianjin', age: adults, local: true, privacyOff: true },
  { province: 'Hebei', noForeigners: true },
  { province: 'Shanxi', elsewhere: refused },
  { province: 'Inner Mongolia', elsewhere: anyPermit, age: adults, remarks: [noTemporary] },
  { province: 'Liaoning', age: adults, local: true },
  { province: 'Heilongjiang', elsewhere: refused, idCardOnly: true },
  { province: 'Shanghai', elsewhere: anyPermit, privacyOff: true, remarks: [noTemporary, reachable] },
  { province: 'Jiangsu', elsewhere: residencePermit, age: workProof, local: true, domainCertificate: { when: 'every' } },
  { province: 'Zhejiang', age: adults },
  { province: 'Anhui' },
  { province: 'Fujian', elsewhere: residencePermit },
  { province: 'Jiangxi', elsewhere: anyPermit },
  { province: 'Shandong', age: adults, remarks: [remark3] },
  { province: 'Henan', elsewhere: refused, age: guardian, domainCertificate: { when: 'from-in-order', from: 4 }, remarks: [reachable] },
  { province: 'Hubei', elsewhere: anyPermit, age: adults },
  { province: 'Hunan', age: adults, local: true, domainCertificate: { when: 'every' } },
  { province: 'Guangdong', age: workProof, domainCertificate: { when: 'with-site-plan' }, remarks: [reachable, prefixes] },
  { province: 'Guangxi', local: true },
  { province: 'Hainan', idCardOnly: true, remarks: [noTemporary] },
  { province: 'Chongqing', elsewhere: refused, age: adults },
  { province: 'Sichuan', elsewhere: { answer: 'with-paper', papersZh: '学习、生活或工作证明', papersEn: 'proof of study, life or work' }, age: adults, privacyOff: true },
  { province: 'Guizhou', elsewhere: anyPermit, age: adults, domainCertificate: { when: 'from-in-order', from: 4 } },
  { province: 'Yunnan', age: workProof, domainCertificate: { when: 'every' } },
  { province: 'Tibet', elsewhere: refused, idCardOnly: true, remarks: [reachable] },
  { province: 'Shaanxi', local: true, domainCertificate: { when: 'from-under-subject', from: 5 } },
  { province: 'Gansu', elsewhere: refused, local: true },
  { province: 'Qinghai', elsewhere: refused },
  { province: 'Ningxia', elsewhere: refused },
  { province: 'Xinjiang', elsewhere: refused },
];

const origin = { source: 'A-cn 2018-06-09; rules.md 10.4', confidence: 'medium' } as const;
const [fujian] = codesOf('Fujian') as [string];

export const provinceRecords2018: readonly RuleRecord[] = [
  ...organisations2018.flatMap((row) => organisationRecords(row, origin)),
  ...individuals2018.flatMap((row) => individualRecords(row, origin)),
  rule('subject.administrator', { province: fujian, subject: 'organisation', value: 'legal-rep', validFrom: '2018-08-02', source: 'A-cn; rules.md 10.4', confidence: 'medium', zh: '福建：主体负责人须为法定代表人', en: 'Fujian: the subject administrator is the legal representative' }),
];
