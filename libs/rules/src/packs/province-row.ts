import type { Day } from '@beian/contracts';
import { codesOf } from '../provinces';
import { rule, type Confidence, type RuleRecord, type SubjectKind } from '../rule-record';
import type {
  AgeRule,
  Bilingual,
  DomainCertificateRule,
  ElsewhereRule,
  HolderRole,
  RuleKey,
  RuleValues,
  SiteAdministratorRule,
  SubjectAdministratorRule,
  TransferRule,
} from '../rule-values';

/** How a row of 10.1–10.4 is printed: one line per province. Absent cells are "–" or "free": no rule printed. */
export interface OrganisationRow {
  readonly province: string;
  readonly admin: SubjectAdministratorRule;
  readonly site: SiteAdministratorRule;
  readonly holder: readonly HolderRole[];
  readonly age?: AgeRule;
  readonly noForeigners?: true;
  readonly local?: true;
  readonly privacyOff?: true;
  readonly certificate?: Bilingual;
  readonly domainCertificate?: DomainCertificateRule;
  readonly remarks?: readonly Bilingual[];
}

export interface IndividualRow {
  readonly province: string;
  readonly elsewhere?: ElsewhereRule;
  readonly idCardOnly?: true;
  readonly noForeigners?: true;
  readonly age?: AgeRule;
  readonly local?: true;
  readonly privacyOff?: true;
  readonly domainCertificate?: DomainCertificateRule;
  readonly remarks?: readonly Bilingual[];
}

/** What all facts of a row share. */
export interface RowOrigin {
  readonly validFrom?: Day;
  readonly source: string;
  readonly confidence: Confidence;
}

export const unitOnly: readonly HolderRole[] = ['unit'];
export const unitOrLegalRep: readonly HolderRole[] = ['unit', 'legal-rep'];
export const manyHolders: readonly HolderRole[] = ['unit', 'shareholder', 'legal-rep', 'manager'];
export const adults: AgeRule = { refusedUnder: 18 };
export const workProof: AgeRule = { refusedUnder: 16, paperUnder: 18, paper: 'proof-of-work' };
export const guardian: AgeRule = { refusedUnder: 16, paperUnder: 18, paper: 'guardian-id' };
export const refused: ElsewhereRule = { answer: 'refused' };
export const residencePermit: ElsewhereRule = {
  answer: 'with-paper',
  papersZh: '居住证',
  papersEn: 'residence permit',
};
export const anyPermit: ElsewhereRule = {
  answer: 'with-paper',
  papersZh: '居住证或暂住证',
  papersEn: 'residence or temporary permit',
};
/** General rule for all provinces that print no age (C39). */
export const generalAge: AgeRule = { refusedUnder: 16, doubtfulUnder: 18 };
export const say = (zh: string, en: string): Bilingual => ({ zh, en });

const nothing = say('没有规定', 'no rule is printed');

const adminText: Record<SubjectAdministratorRule, Bilingual> = {
  'legal-rep': say('主体负责人须为法定代表人', 'the subject administrator is the legal representative'),
  'legal-rep-or-letter': say(
    '主体负责人为法定代表人，否则须授权书',
    'the subject administrator is the legal representative, else a letter of authorisation',
  ),
  'legal-rep-if-finance-name': say(
    '名称含投资管理、担保、典当、贷款、理财的，负责人须为法定代表人',
    'legal representative where the name has words of finance',
  ),
  'usually-legal-rep': say(
    '主体负责人一般为法定代表人',
    'the subject administrator is usually the legal representative',
  ),
  free: say('主体负责人不限', 'no rule for the subject administrator is printed'),
};
const siteText: Record<SiteAdministratorRule, Bilingual> = {
  free: say('网站负责人不限', 'no rule for the website administrator is printed'),
  'not-subject-admin': say(
    '网站负责人不得与主体负责人为同一人',
    'the website administrator is not the subject administrator',
  ),
  'legal-rep-or-letter': say(
    '网站负责人为法定代表人，否则须授权书',
    'the website administrator is the legal representative, else a letter of authorisation',
  ),
  'legal-rep-if-finance-name': say(
    '名称含金融字样的，网站负责人须为法定代表人',
    'legal representative where the name has words of finance',
  ),
  'subject-admin-unless-legal-rep': say(
    '主体负责人不是法定代表人的，网站负责人须为同一人',
    'the same person, if the subject administrator is not the legal representative',
  ),
  'not-under-another-subject': say(
    '网站负责人不得在其他主体下备案',
    'the website administrator is not used by another subject',
  ),
  'residence-paper-if-elsewhere': say(
    '网站负责人证件为外省的须居住证',
    'residence permit, if the website administrator’s ID is from elsewhere',
  ),
};
const roleText: Record<HolderRole, Bilingual> = {
  unit: say('主办单位', 'the unit'),
  'legal-rep': say('法定代表人', 'legal representative'),
  shareholder: say('股东', 'shareholder'),
  manager: say('高级管理人员', 'manager'),
  'subject-admin': say('主体负责人', 'subject administrator'),
  'site-admin': say('网站负责人', 'website administrator'),
};

function ageText({ refusedUnder, doubtfulUnder, paperUnder, paper }: AgeRule): Bilingual {
  if (doubtfulUnder !== undefined)
    return say('一般须年满 18 周岁，未满 16 周岁不予备案', 'in general 18 years; under 16 refused');
  if (paperUnder === undefined) return say(`未满 ${refusedUnder} 周岁不予备案`, `under ${refusedUnder} refused`);
  const isWork = paper === 'proof-of-work';
  return say(
    `未满 ${paperUnder} 周岁须${isWork ? '工作或收入证明' : '监护人证件'}`,
    `under ${paperUnder}: ${isWork ? 'proof of work or income' : "guardian's ID"}`,
  );
}

const elsewhereText = (value: ElsewhereRule): Bilingual =>
  value.answer === 'refused'
    ? say('外省证件不予备案', 'an ID from another province is refused')
    : value.answer === 'allowed'
      ? say('外省证件可以备案', 'an ID from another province is accepted')
      : say(`外省证件须${value.papersZh}`, `an ID from another province needs: ${value.papersEn}`);

function certificateText(value: DomainCertificateRule): Bilingual {
  switch (value.when) {
    case 'never':
      return say('不要求域名证书', 'no domain certificate');
    case 'every':
      return say('每个域名须域名证书', 'a certificate for every domain');
    case 'new-domains':
      return say('新域名须域名证书', 'a certificate for new domains');
    case 'new-and-change-orders':
      return say('新增和变更订单须域名证书', 'domain certificates in every new or change order');
    case 'with-site-plan':
      return say('须建设方案书时附域名证书', 'domain certificates with the site plan');
    case 'from-in-order':
      return say(
        `订单中 ${value.from} 个域名起须域名证书`,
        `domain certificates from ${value.from} domains in the order`,
      );
    case 'from-under-subject':
      return say(
        `主体下 ${value.from} 个域名起须域名证书`,
        `domain certificates from ${value.from} domains under the subject`,
      );
  }
}

const transferText = (value: TransferRule, toZh: string, toEn: string): Bilingual => {
  const zh = {
    yes: '可以',
    no: '不可以',
    'if-legal-rep': '为其法定代表人的可以',
    'if-legal-rep-or-site-admin': '为其法定代表人或网站负责人的可以',
  };
  const en = {
    yes: 'yes',
    no: 'no',
    'if-legal-rep': 'if the person is its legal representative',
    'if-legal-rep-or-site-admin': 'if the person is its legal representative or website administrator',
  };
  return say(`变更为${toZh}：${zh[value]}`, `change to ${toEn}: ${en[value]}`);
};

class Row {
  readonly records: RuleRecord[] = [];
  constructor(
    private readonly origin: RowOrigin,
    private readonly province: string,
    private readonly subject: SubjectKind,
  ) {}

  /** An absent value is recorded as "no rule printed", so that a newer page ends what an older one said. */
  add<K extends RuleKey>(key: K, value: RuleValues[K] | undefined, text: Bilingual): void {
    const { province, subject, origin } = this;
    this.records.push(rule(key, { ...origin, province, subject, ...(value === undefined ? {} : { value }), ...text }));
  }

  shared(row: OrganisationRow | IndividualRow): void {
    this.add('subject.age', row.age ?? generalAge, ageText(row.age ?? generalAge));
    this.add(
      'subject.noForeigners',
      row.noForeigners,
      row.noForeigners ? say('不接受外国人', 'no foreigners') : nothing,
    );
    this.add(
      'phone.local',
      row.local,
      row.local
        ? say('须本省手机号', 'a mobile of the province')
        : say('手机号归属地不限', 'no rule for the mobile’s province is printed'),
    );
    this.add(
      'domain.privacyOff',
      row.privacyOff,
      row.privacyOff ? say('备案期间关闭域名隐私保护', 'domain privacy is off during the filing') : nothing,
    );
    this.add(
      'documents.domainCertificate',
      row.domainCertificate,
      certificateText(row.domainCertificate ?? { when: 'never' }),
    );
    this.add('province.remarks', row.remarks, row.remarks === undefined ? nothing : say('其他要求', 'further remarks'));
  }
}

const codeOf = (name: string): string => codesOf(name)[0] ?? '';

/** The records of one organisation row. */
export function organisationRecords(row: OrganisationRow, origin: RowOrigin): readonly RuleRecord[] {
  const made = new Row(origin, codeOf(row.province), 'organisation');
  made.add('subject.administrator', row.admin, adminText[row.admin]);
  made.add('site.administrator', row.site, siteText[row.site]);
  const holders = (language: 'zh' | 'en', by: string): string =>
    row.holder.map((role) => roleText[role][language]).join(by);
  made.add(
    'domain.holder',
    row.holder,
    say(`域名所有者可为：${holders('zh', '、')}`, `the domain may be held by: ${holders('en', ', ')}`),
  );
  made.add('documents.subjectCertificate', row.certificate, row.certificate ?? nothing);
  made.shared(row);
  return made.records;
}

/** The records of one row of individuals. Their domain is always held by themselves. */
export function individualRecords(row: IndividualRow, origin: RowOrigin): readonly RuleRecord[] {
  const made = new Row(origin, codeOf(row.province), 'individual');
  made.add(
    'certificate.elsewhere',
    row.elsewhere,
    row.elsewhere === undefined
      ? say('对外省证件没有规定', 'no rule for an ID from another province is printed')
      : elsewhereText(row.elsewhere),
  );
  made.add(
    'certificate.idCardOnly',
    row.idCardOnly,
    row.idCardOnly ? say('只接受居民身份证', 'resident ID card only') : nothing,
  );
  made.add('domain.holder', unitOnly, say('域名所有者须为本人', 'the domain is held by the person'));
  made.shared(row);
  return made.records;
}

export interface TransferRow {
  readonly province: string;
  readonly person: TransferRule;
  readonly unit: TransferRule;
}

/** Whether an individual's filing may pass to another person or to a unit (10.2; no older page lists it). */
export function transferRecords({ province, person, unit }: TransferRow): readonly RuleRecord[] {
  const origin = {
    province: codeOf(province),
    subject: 'individual',
    source: 'A-cn; rules.md 10.2',
    confidence: 'medium',
  } as const;
  return [
    rule('transfer.person', { ...origin, value: person, ...transferText(person, '其他个人', 'another person') }),
    rule('transfer.unit', { ...origin, value: unit, ...transferText(unit, '单位', 'a unit') }),
  ];
}
