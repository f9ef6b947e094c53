import type { Finding, PersonDraft } from '@beian/contracts';
import { canonicalMobile, canonicalNumber } from './canonical-holder';
import { checkCertificateNumber, checkValidity, isForeign, isIdNumbered } from './check-certificate';
import { birthDateOf } from './check-digits';
import { finding } from './finding';
import { mobileRegion } from './phone-region';
import { provinceOf } from './provinces';
import { ruled, subjectKindOf, type RuleContext } from './rule-context';
import type { AgeRule } from './rule-values';
import { checkWriting, isBlank, withMiddleDots } from './writing';

/** Ranges of virtual operators: refused by some authorities, or without the ministry's message (rules.md 3.5). */
const virtualRanges = ['170', '171', '162', '165', '167'];
const landline = /^(0?86-)?0\d{2,3}-\d{7,8}(-\d{1,6})?$/;
/** Unquoted, ASCII, 64 before the sign and 254 in all (RFC 5321). */
const email =
  /^(?=.{3,254}$)[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]{1,64}@(?!-)[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*\.[A-Za-z]{2,63}$/;
const personName = /^[\p{L}\p{M}][\p{L}\p{M}·.'\- ]*$/u;
const han = /\p{Script=Han}/u;

const names = {
  name: ['姓名', 'the name'],
  certificateType: ['证件类型', 'the certificate type'],
  certificateNumber: ['证件号码', 'the certificate number'],
  certificateValidUntil: ['证件有效期', 'the end of validity'],
  mobile: ['手机号', 'the mobile'],
  emergencyMobile: ['应急电话', 'the emergency mobile'],
  email: ['邮箱', 'the e-mail address'],
} as const satisfies Partial<Record<keyof PersonDraft, readonly [string, string]>>;

export const missing = (pointer: string, fieldZh: string, fieldEn: string): Finding =>
  finding('field-missing', { pointer, params: { fieldZh, fieldEn } });

export const provinceNames = ({ province }: RuleContext) => {
  const known = provinceOf(province);
  return { provinceZh: known?.zh ?? province, provinceEn: known?.en ?? province };
};

/** A mobile (15.9); `pointer` is its field. */
export function checkMobile(mobile: string, pointer: string): readonly Finding[] {
  const digits = canonicalMobile(mobile);
  if (!/^1[3-9]\d{9}$/.test(digits)) return [finding('mobile-malformed', { pointer })];
  const range = virtualRanges.find((start) => digits.startsWith(start));
  if (range === undefined) return [];
  return [finding('mobile-virtual-range', { pointer, params: { range }, severity: 'warning', offending: range })];
}

export const checkEmail = (address: string, pointer: string): readonly Finding[] =>
  email.test(address) ? [] : [finding('email-malformed', { pointer })];

export const checkLandline = (number: string, pointer: string): readonly Finding[] =>
  landline.test(number) ? [] : [finding('landline-malformed', { pointer })];

/** A person's name: as on the certificate, a resident's in Chinese characters (rules.md 3.3). */
export function checkPersonName(name: string, pointer: string): readonly Finding[] {
  const read = withMiddleDots(name);
  const strange = checkWriting({ text: read, pointer, allowed: /['\-]/ });
  if (strange.length > 0) return strange;
  if (!personName.test(read) || [...read].length < 2) return [finding('person-name-malformed', { pointer })];
  const other = han.test(read) ? [...read].find((sign) => /\p{L}/u.test(sign) && !han.test(sign)) : undefined;
  if (other === undefined) return [];
  const start = read.indexOf(other);
  return [
    finding('name-mixed-scripts', {
      pointer,
      params: { sign: other },
      offending: other,
      span: { start, end: start + other.length },
    }),
  ];
}

/** Whole years from birth to a day. */
export const yearsBetween = (birth: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);

/** The age of a person whose number tells it (rules.md 3.6, C39). */
export function checkAge(residentId: string, pointer: string, context: RuleContext): readonly Finding[] {
  const birth = birthDateOf(residentId);
  const rule = ruled('subject.age', context);
  if (birth === undefined || rule === undefined) return [];
  const years = yearsBetween(birth, context.asOf);
  if (birth > context.asOf || years > 150) return [finding('age-impossible', { pointer })];
  const by = { key: 'subject.age', context } as const;
  const refusedUnder = Math.max(rule.refusedUnder, 16);
  if (years < refusedUnder) return [finding('age-refused', { pointer, params: { years: refusedUnder }, by })];
  if (rule.doubtfulUnder !== undefined && years < rule.doubtfulUnder) {
    return [finding('age-doubtful', { pointer, params: { years: rule.doubtfulUnder }, severity: 'warning', by })];
  }
  if (rule.paperUnder === undefined || years >= rule.paperUnder) return [];
  return [
    finding('age-needs-paper', {
      pointer,
      params: { years: rule.paperUnder, ...paperNames(rule) },
      severity: 'warning',
      by,
    }),
  ];
}

const paperNames = ({ paper }: AgeRule) =>
  paper === 'guardian-id'
    ? { paperZh: '监护人证件', paperEn: "the guardian's ID" }
    : { paperZh: '工作或收入证明', paperEn: 'proof of work or income' };

function missingFields(person: PersonDraft, at: string, context: RuleContext): readonly Finding[] {
  const asked: (keyof typeof names)[] = [
    'name',
    'certificateType',
    'certificateNumber',
    'certificateValidUntil',
    'mobile',
    'email',
  ];
  if (ruled('subject.emergencyPhone', context) === true) asked.push('emergencyMobile');
  return asked
    .filter((field) => isBlank(person[field] as string | undefined))
    .map((field) => {
      const [zh, en] = names[field];
      return missing(`${at}/${field}`, zh, en);
    });
}

function checkPhones(person: PersonDraft, at: string, context: RuleContext): readonly Finding[] {
  const { mobile, emergencyMobile } = person;
  const findings = [
    ...(mobile ? checkMobile(mobile, `${at}/mobile`) : []),
    ...(emergencyMobile ? checkMobile(emergencyMobile, `${at}/emergencyMobile`) : []),
    ...(person.landline ? checkLandline(person.landline, `${at}/landline`) : []),
    ...(person.email ? checkEmail(person.email, `${at}/email`) : []),
  ];
  if (mobile && emergencyMobile && canonicalMobile(mobile) === canonicalMobile(emergencyMobile)) {
    findings.push(duplicate(`${at}/emergencyMobile`, '手机号', 'a mobile'));
  }
  if (mobile && ruled('phone.local', context) === true) findings.push(...checkLocal(mobile, `${at}/mobile`, context));
  if (
    !person.landline &&
    subjectKindOf(context.nature) === 'organisation' &&
    ruled('phone.landline', context) === true
  ) {
    findings.push(
      finding('landline-missing', {
        pointer: `${at}/landline`,
        params: provinceNames(context),
        by: { key: 'phone.landline', context },
      }),
    );
  }
  return findings;
}

/** A mobile of the province (rules.md 10): the ranges are one package's word, so what they deny only warns. */
function checkLocal(mobile: string, pointer: string, context: RuleContext): readonly Finding[] {
  const digits = canonicalMobile(mobile);
  if (!/^1[3-9]\d{9}$/.test(digits)) return [];
  const region = mobileRegion(digits);
  if (region.answer === 'province' && region.province === context.province) return [];
  const at = {
    pointer,
    params: provinceNames(context),
    severity: 'warning',
    by: { key: 'phone.local', context },
  } as const;
  if (region.answer === 'unknown') return [finding('phone-region-unknown', at)];
  return [finding('PHONE_REGION', { ...at, offending: digits.slice(0, 7), span: { start: 0, end: 7 } })];
}

export const duplicate = (pointer: string, whatZh: string, whatEn: string): Finding =>
  finding('PHONE_DUPLICATE', { pointer, params: { whatZh, whatEn } });

function checkPapers(person: PersonDraft, at: string, context: RuleContext): readonly Finding[] {
  const { certificateType: type, certificateNumber: number, certificateValidUntil: until } = person;
  const findings: Finding[] =
    until === undefined ? [] : [...checkValidity(until, `${at}/certificateValidUntil`, context)];
  if (type === undefined) return findings;
  if (isForeign(type) && ruled('subject.noForeigners', context) === true) {
    findings.push(
      finding('foreigners-refused', {
        pointer: `${at}/certificateType`,
        params: provinceNames(context),
        by: { key: 'subject.noForeigners', context },
      }),
    );
  }
  if (type !== 'resident-id' && ruled('certificate.idCardOnly', context) === true) {
    findings.push(
      finding('id-card-only', {
        pointer: `${at}/certificateType`,
        params: provinceNames(context),
        by: { key: 'certificate.idCardOnly', context },
      }),
    );
  }
  if (!number) return findings;
  const pointer = `${at}/certificateNumber`;
  const shape = checkCertificateNumber({ type, number, pointer });
  const age = isIdNumbered(type) && shape.length === 0 ? checkAge(canonicalNumber(number), pointer, context) : [];
  return [...findings, ...shape, ...age];
}

/** One administrator (负责人); `at` is the pointer of his part. Missing fields are findings, too. */
export function checkPerson(person: PersonDraft, at: string, context: RuleContext): readonly Finding[] {
  return [
    ...missingFields(person, at, context),
    ...(person.name ? checkPersonName(person.name, `${at}/name`) : []),
    ...checkPapers(person, at, context),
    ...checkPhones(person, at, context),
  ];
}
