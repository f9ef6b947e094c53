import { codesOf, provinces } from '../provinces';
import { rule, type RuleRecord, type SubjectKind } from '../rule-record';
import type { AgeRule, Bilingual, ElsewhereRule, RuleKey, RuleValues, SubjectAdministratorRule } from '../rule-values';
import { adults, refused, residencePermit, say, unitOnly } from './province-row';

/** What is newer than 2019 in a province (rules.md 10.3). The days on which it began are unknown: nominal 2026-01-01. */

interface Delta<K extends RuleKey> {
  readonly key: K;
  readonly subject: SubjectKind;
  readonly names: string;
  readonly value: RuleValues[K];
  readonly text: Bilingual;
}

const since = { validFrom: '2026-01-01', source: 'H-kb; HG; rules.md 10.3', confidence: 'medium' } as const;

const delta = <K extends RuleKey>({ key, subject, names, value, text }: Delta<K>): readonly RuleRecord[] => codesOf(...names.split(', ')).map((province) => rule(key, { ...since, province, subject, value, ...text }));

const admin = (names: string, value: SubjectAdministratorRule, text: Bilingual): readonly RuleRecord[] => delta({ key: 'subject.administrator', subject: 'organisation', names, value, text });
const elsewhere = (names: string, value: ElsewhereRule, text: Bilingual): readonly RuleRecord[] => delta({ key: 'certificate.elsewhere', subject: 'individual', names, value, text });
const age = (names: string, value: AgeRule, text: Bilingual): readonly RuleRecord[] => delta({ key: 'subject.age', subject: 'individual', names, value, text });

const remarks: Readonly<Record<string, Bilingual>> = {
  Hebei: say('变更不得与新增、接入同时进行', 'no change together with add or access'),
  Shanxi: say('外籍、港澳台法定代表人须授权持大陆身份证者', 'a foreign or HK/Macau/Taiwan legal representative authorises a holder of a mainland ID'),
  'Inner Mongolia': say('事业单位须 .cn/.公益 域名并提供开办表', 'institutions use .cn or .公益, with the opening form'),
  Shanghai: say('不接受电子营业执照', 'an electronic licence is not accepted'),
  Zhejiang: say('个体工商户须有公章', 'sole traders need a seal'),
  Anhui: say('统一代码变更的须注销后重新备案', 'a changed code: cancel and file again'),
  Jiangxi: say('手机号与应急电话不同；个人超过 7 个、单位超过 15 个网站后每单一个域名', 'mobile and emergency phone differ; once more than 7 (individual) or 15 (organisation) sites are filed, one domain per order'),
  Shandong: say('法定代表人须持大陆证件，否则授权', 'the legal representative holds mainland papers, or authorises'),
  Hunan: say('电话须本人接听；营业执照须盖章', 'the phone is answered by the person; a sealed licence'),
  Guangdong: say('接入可同时变更；港澳人士须港澳居民居住证', 'access may carry changes; HK/Macau individuals need the residence permit'),
  Hainan: say('营业执照须有海南市场监管商事登记章和“琼”字', 'the licence bears the Hainan commercial-registration seal and 琼'),
  Sichuan: say('只能变更，不得更换主体；两位负责人均可授权', 'only change, no swap of subject; a letter is possible for both administrators'),
  Tibet: say('涉及宗教的须许可证', 'religion licence if in scope'),
  Shaanxi: say('政府可按 IP 备案', 'government may file by IP'),
  Qinghai: say('变更须五张照片；可用本人任意手机号', 'all five pictures on change; any own mobile'),
  Xinjiang: say('一个网站一个域名', 'one domain per site'),
};

/** Ask a certificate for every domain already, whatever the order. */
const asksEvery = ['Jiangsu', 'Hunan'];

const isMandatory = say('主体负责人须为法定代表人', 'the subject administrator is the legal representative');
const isUsual = say('主体负责人一般为法定代表人', 'the subject administrator is usually the legal representative');
const byLetter = say('主体负责人为法定代表人，否则须授权书', 'the subject administrator is the legal representative, else a letter of authorisation');
const isRefused = say('外省证件不予备案', 'an ID from another province is refused');
const isAllowed = say('外省证件可以备案', 'an ID from another province is accepted');
const isPermit = say('外省证件须居住证', 'an ID from another province needs a residence permit');
const isAdult = say('未满 18 周岁不予备案', 'under 18 refused');

export const provinceRecords2026: readonly RuleRecord[] = [
  ...admin('Hebei, Shanxi, Inner Mongolia, Shanghai, Zhejiang, Henan, Hunan, Guangxi, Guizhou, Qinghai, Ningxia, Xinjiang', 'legal-rep', isMandatory),
  ...admin('Beijing, Tianjin, Fujian, Guangdong, Hubei, Shaanxi, Gansu', 'usually-legal-rep', isUsual),
  ...admin('Jiangsu, Anhui, Shandong, Hainan', 'legal-rep-or-letter', byLetter),
  ...delta({ key: 'site.administrator', subject: 'organisation', names: 'Anhui', value: 'subject-admin-unless-legal-rep', text: say('主体负责人经授权的，网站负责人须为同一人', 'an authorised subject administrator is the website administrator too') }),
  ...elsewhere('Tianjin, Shaanxi', { answer: 'allowed' }, isAllowed),
  ...elsewhere('Inner Mongolia, Guangxi, Gansu', refused, isRefused),
  ...elsewhere('Zhejiang, Jiangxi, Hubei', residencePermit, isPermit),
  ...elsewhere('Shanghai', { answer: 'with-paper', papersZh: '居住证或临时居住证（有效期 1 个月以上，学生证不可）', papersEn: 'residence or temporary permit valid for a month or more, no student card' }, isPermit),
  ...elsewhere('Shandong', { answer: 'with-paper', papersZh: '学生证或居住证', papersEn: 'student card or residence permit' }, isPermit),
  ...elsewhere('Guangdong', { answer: 'with-paper', papersZh: '居住证、房产证或三个月社保（学生须居住证）', papersEn: "residence permit, property deed or three months' insurance (students: residence permit)" }, isPermit),
  ...age('Tianjin, Hebei, Inner Mongolia, Guangdong, Tibet', adults, isAdult),
  ...age('Jiangsu', { refusedUnder: 16, paperUnder: 18, paper: 'proof-of-work' }, say('未满 16 周岁不予备案，16 至 17 周岁须证明', 'under 16 refused, 16 and 17 with proof')),
  ...age('Jiangxi', { refusedUnder: 16 }, say('须年满 16 周岁', '16 and older')),
  ...age('Shandong', { refusedUnder: 17 }, say('未满 17 周岁不予备案', 'under 17 refused')),
  ...delta({ key: 'domain.holder', subject: 'organisation', names: 'Tibet, Ningxia', value: unitOnly, text: say('域名所有者须为主办单位', 'the domain is held by the unit') }),
  ...Object.entries(remarks).flatMap(([names, text]) => (['organisation', 'individual'] as const).flatMap((subject) => delta({ key: 'province.remarks', subject, names, value: [text], text }))),
  ...provinces.filter(({ en }) => !asksEvery.includes(en)).flatMap(({ code: province }) => (['organisation', 'individual'] as const).map((subject) => rule('documents.domainCertificate', { ...since, source: 'H-kb; rules.md 0.3, 5.1', province, subject, value: { when: 'new-and-change-orders' }, zh: '新增和变更订单须域名证书', en: 'domain certificates in every new or change order' }))),
];
