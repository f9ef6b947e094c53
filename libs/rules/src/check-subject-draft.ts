import type { AdministratorKey, CertificateType, Finding, PersonDraft, SubjectDraft } from '@beian/contracts';
import { canonicalMobile, canonicalNumber } from './canonical-holder';
import { checkSubjectCertificate, crossProvince } from './check-certificate';
import { checkPerson, checkPersonName, duplicate, missing, provinceNames } from './check-person';
import { finding } from './finding';
import { areaCodeOf, landlineRegion } from './phone-region';
import { provinceOfAddress } from './provinces';
import { ruled, subjectKindOf, type RuleContext } from './rule-context';
import { checkWriting, isBlank } from './writing';

/** What *Verify Filing Type* fixed beside the context. */
export interface SubjectContext extends RuleContext {
  readonly certificateType: CertificateType;
  readonly certificateNumber: string;
}

/** Words of finance in the name of an organisation: Liaoning wants its legal representative then (rules.md 10.1). */
const financeWords = ['投资管理', '担保', '典当', '贷款', '理财'];
export const hasFinanceName = (name: string): boolean => financeWords.some((word) => name.includes(word));

const companyEndings = /(有限公司|有限责任公司|股份公司|股份有限公司)$/;
const doorNumber = /[0-9０-９]|[一二三四五六七八九十百]+(号|室|栋|幢|楼|层|弄|组)|(号|室|栋|幢)$/;
const saysMostDetailed = /最详|最为详细|详细地址|无门牌/;

/**
 * Everything that is wrong with the subject (主体) of a draft, at once: certificate, names, addresses, administrators.
 * Takes a draft in which anything may be missing; what is missing is a finding.
 */
export function checkSubjectDraft(draft: SubjectDraft, context: SubjectContext): Finding[] {
  const certificate = {
    type: context.certificateType,
    number: context.certificateNumber,
    pointer: '/subject/certificateNumber',
  };
  return [
    ...checkSubjectCertificate(certificate, context),
    ...checkSubjectName(draft, context),
    ...checkAddresses(draft, context),
    ...(!isBlank(draft.superior)
      ? checkWriting({ text: draft.superior ?? '', pointer: '/subject/superior' })
      : [missing('/subject/superior', '投资者或主管单位名称', 'the investor or superior body')]),
    ...checkAdministrators(draft, context),
  ];
}

function checkSubjectName({ name }: SubjectDraft, context: SubjectContext): readonly Finding[] {
  const pointer = '/subject/name';
  if (name === undefined || isBlank(name)) return [missing(pointer, '主办单位名称', 'the name of the subject')];
  if (subjectKindOf(context.nature) === 'individual') return checkPersonName(name, pointer);
  const findings: Finding[] = [...checkWriting({ text: name, pointer })];
  if (/^[\d\s.-]+$/.test(name) || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(name) || [...name].length < 3) {
    findings.push(finding('organisation-name-malformed', { pointer }));
  }
  const ending = companyEndings.exec(name)?.[0];
  if (ending !== undefined && context.nature !== 'enterprise') {
    findings.push(
      finding('organisation-name-nature', {
        pointer,
        params: { word: ending },
        severity: 'warning',
        offending: ending,
      }),
    );
  }
  return findings;
}

/**
 * Same province means the address of the certificate or of an accepted residence paper. The certificate's province is
 * read from its printed address; where that names none, the filing's province is taken.
 */
function checkAddresses(draft: SubjectDraft, context: SubjectContext): readonly Finding[] {
  const { certificateAddress, mailingAddress, mailingProvince, residenceProvince } = draft;
  const printed = certificateAddress === undefined ? undefined : provinceOfAddress(certificateAddress)?.code;
  const home = printed ?? context.province;
  const findings: Finding[] = [];
  if (isBlank(certificateAddress))
    findings.push(missing('/subject/certificateAddress', '证件住所', 'the address of the certificate'));
  if (home !== context.province) findings.push(...checkElsewhere(draft, context, home));
  if (!mailingProvince)
    findings.push(missing('/subject/mailingProvince', '通信地址所在省份', 'the province of the mailing address'));
  else if (mailingProvince !== home && mailingProvince !== residenceProvince) {
    findings.push(
      finding('mailing-address-elsewhere', {
        pointer: '/subject/mailingProvince',
        by: { key: 'address.sameProvince', context },
      }),
    );
  }
  return [
    ...findings,
    ...(certificateAddress ? checkWriting({ text: certificateAddress, pointer: '/subject/certificateAddress' }) : []),
    ...(!isBlank(mailingAddress)
      ? checkMailingAddress(draft, context)
      : [missing('/subject/mailingAddress', '通信地址', 'the mailing address')]),
  ];
}

function checkElsewhere(
  { residenceProvince }: SubjectDraft,
  context: SubjectContext,
  home: string,
): readonly Finding[] {
  const pointer = '/subject/certificateAddress';
  if (subjectKindOf(context.nature) === 'organisation') return [crossProvince(pointer, context, home)];
  const rule = ruled('certificate.elsewhere', context);
  if (rule === undefined || rule.answer === 'allowed') return [];
  if (rule.answer === 'with-paper' && residenceProvince === context.province) return [];
  return [crossProvince(pointer, context, home)];
}

function checkMailingAddress(
  { mailingAddress = '', certificateAddress = '', remark = '' }: SubjectDraft,
  context: SubjectContext,
): readonly Finding[] {
  const pointer = '/subject/mailingAddress';
  const findings: Finding[] = [...checkWriting({ text: mailingAddress, pointer })];
  if (!doorNumber.test(mailingAddress) && !saysMostDetailed.test(remark))
    findings.push(finding('mailing-address-not-to-the-door', { pointer }));
  if (context.province === '12' && mailingAddress.includes('市辖区')) {
    findings.push(finding('mailing-address-placeholder', { pointer, offending: '市辖区' }));
  }
  const [here, there] = [cityOf(mailingAddress), cityOf(certificateAddress)];
  if (ruled('address.sameCity', context) === true && here !== undefined && there !== undefined && here !== there) {
    findings.push(
      finding('mailing-address-other-city', { pointer, offending: here, by: { key: 'address.sameCity', context } }),
    );
  }
  return findings;
}

/** `石家庄市` out of `河北省石家庄市…`; undefined where the text names no city. */
function cityOf(address: string): string | undefined {
  const province = provinceOfAddress(address);
  const rest =
    province === undefined
      ? address
      : address
          .trim()
          .slice(province.zh.length)
          .replace(/^(省|自治区|壮族自治区|维吾尔自治区|回族自治区)/, '');
  return /^(\p{Script=Han}{2,6}?(市|州|盟|地区))/u.exec(rest)?.[1];
}

type Administrators = readonly (readonly [AdministratorKey, PersonDraft])[];

/** An individual is the administrator; what the form does not repeat is taken from the subject. */
function administratorsOf(draft: SubjectDraft, context: SubjectContext): Administrators {
  const own: PersonDraft =
    subjectKindOf(context.nature) === 'individual'
      ? {
          ...(draft.name === undefined ? {} : { name: draft.name }),
          certificateType: context.certificateType,
          certificateNumber: context.certificateNumber,
        }
      : {};
  const subject: PersonDraft = { ...own, ...draft.administrators['subject-administrator'] };
  const others = Object.entries(draft.administrators)
    .filter(([key, person]) => key !== 'subject-administrator' && person !== undefined)
    .map(([key, person]) => [key as AdministratorKey, person as PersonDraft] as const);
  return [['subject-administrator', subject], ...others];
}

const pointerOf = (key: AdministratorKey): string => `/subject/administrators/${key}`;

function checkAdministrators(draft: SubjectDraft, context: SubjectContext): readonly Finding[] {
  const people = administratorsOf(draft, context);
  return [
    ...people.flatMap(([key, person]) => checkPerson(person, pointerOf(key), context)),
    ...people.flatMap(([key, person]) => checkAreaCode(person, pointerOf(key), draft.mailingProvince)),
    ...checkContacts(people),
    ...checkLegalRepresentative(draft, people, context),
    ...checkSelf(people, context),
  ];
}

/** The area code of a landline matches the mailing address (rules.md 3.5); an area that no table knows says nothing. */
function checkAreaCode({ landline }: PersonDraft, at: string, mailingProvince: string | undefined): readonly Finding[] {
  if (!landline || mailingProvince === undefined) return [];
  const region = landlineRegion(landline);
  if (region.answer === 'unknown' || region.province === mailingProvince) return [];
  const area = areaCodeOf(landline) ?? '';
  const start = landline.indexOf(area);
  const span = { start, end: start + area.length };
  return [
    finding('landline-elsewhere', {
      pointer: `${at}/landline`,
      params: { area },
      severity: 'warning',
      offending: area,
      span,
    }),
  ];
}

/** Different people (by certificate number) have different mobiles and e-mail addresses (rules.md 3.5, C17). */
function checkContacts(people: Administrators): readonly Finding[] {
  return people.flatMap(([key, person], i) =>
    people.slice(0, i).flatMap(([, earlier]) => {
      const [one, two] = [person.certificateNumber, earlier.certificateNumber];
      if (!one || !two || canonicalNumber(one) === canonicalNumber(two)) return [];
      const found: Finding[] = [];
      if (person.mobile && earlier.mobile && canonicalMobile(person.mobile) === canonicalMobile(earlier.mobile)) {
        found.push(duplicate(`${pointerOf(key)}/mobile`, '手机号', 'a mobile'));
      }
      if (person.email && person.email.toLowerCase() === earlier.email?.toLowerCase()) {
        found.push(duplicate(`${pointerOf(key)}/email`, '邮箱', 'an e-mail address'));
      }
      return found;
    }),
  );
}

function checkLegalRepresentative(
  { name = '' }: SubjectDraft,
  people: Administrators,
  context: SubjectContext,
): readonly Finding[] {
  if (subjectKindOf(context.nature) === 'individual') return [];
  const rule = ruled('subject.administrator', context);
  const onlyFinance = (value: string | undefined): boolean =>
    value === 'legal-rep-if-finance-name' && hasFinanceName(name);
  return people.flatMap(([key, { legalRepresentative }]) => {
    if (legalRepresentative === true) return [];
    const isSubjectAdmin = key === 'subject-administrator';
    const siteRule = ruled('site.administrator', context);
    const isBroken = isSubjectAdmin ? rule === 'legal-rep' || onlyFinance(rule) : onlyFinance(siteRule);
    const isDoubtful = isSubjectAdmin && rule === 'usually-legal-rep';
    if (!isBroken && !isDoubtful) return [];
    const who = isSubjectAdmin
      ? { whoZh: '主体负责人', whoEn: 'subject administrator' }
      : { whoZh: '网站负责人', whoEn: 'website administrator' };
    return [
      finding('ADMIN_NOT_LEGAL_REP', {
        pointer: `${pointerOf(key)}/legalRepresentative`,
        params: { ...provinceNames(context), ...who },
        severity: isBroken ? 'error' : 'warning',
        by: { key: isSubjectAdmin ? 'subject.administrator' : 'site.administrator', context },
      }),
    ];
  });
}

/** An individual's administrators, of subject and sites, are the individual (rules.md 4.7). */
function checkSelf(people: Administrators, context: SubjectContext): readonly Finding[] {
  if (subjectKindOf(context.nature) !== 'individual') return [];
  const own = canonicalNumber(context.certificateNumber);
  return people
    .filter(
      ([, { certificateNumber }]) => certificateNumber !== undefined && canonicalNumber(certificateNumber) !== own,
    )
    .map(([key]) => finding('individual-not-self', { pointer: `${pointerOf(key)}/certificateNumber` }));
}
