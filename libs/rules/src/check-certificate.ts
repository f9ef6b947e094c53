import type { CertificateType, Finding } from '@beian/contracts';
import { canonicalNumber } from './canonical-holder';
import { creditCodeFault, isOrganisationCode, residentIdFault } from './check-digits';
import { finding } from './finding';
import { natureRow } from './packs/natures';
import { provinceOf, provinceOfAddress } from './provinces';
import { regionOf } from './regions';
import { certain, ruled, type RuleContext } from './rule-context';
import type { Confidence } from './rule-record';

/** A certificate as typed, and the pointer of its number. */
export interface TypedCertificate {
  readonly type: CertificateType;
  readonly number: string;
  readonly pointer: string;
}

/** Certificates that carry a unified social credit code (统一社会信用代码). */
const creditCoded: readonly CertificateType[] = [
  'business-licence',
  'credit-code',
  'institution-legal-person',
  'social-organisation-registration',
  'private-non-enterprise-registration',
  'foundation-registration',
  'law-firm-licence',
];
/**
 * What is known of the form of a number. `checked`: its check characters are computed; `shape`: signs and lengths;
 * `length`: nothing else is known, so nothing else is asked (rules.md 3.4).
 */
export interface CertificateFormat {
  readonly judged: 'checked' | 'shape' | 'length';
  readonly pattern: RegExp;
  readonly zh: string;
  readonly en: string;
  readonly confidence: Confidence;
}

const idFormat: CertificateFormat = {
  judged: 'checked',
  pattern: /^\d{17}[\dX]$/,
  zh: '18 位，末位为校验位',
  en: '18 characters, the last a check',
  confidence: 'high',
};
const permitFormat: CertificateFormat = { ...idFormat, confidence: 'low' };
const creditFormat: CertificateFormat = {
  judged: 'checked',
  pattern: /^[0-9A-HJ-NPQRTUWXY]{18}$/,
  zh: '18 位统一社会信用代码',
  en: 'a credit code of 18 characters',
  confidence: 'high',
};
const onlyLength = (pattern: RegExp, zh: string, en: string): CertificateFormat => ({
  judged: 'length',
  pattern,
  zh,
  en,
  confidence: 'inferred',
});

export const certificateFormats: Readonly<Record<CertificateType, CertificateFormat>> = {
  'resident-id': idFormat,
  'hk-macau-residence-permit': permitFormat,
  'taiwan-residence-permit': permitFormat,
  'business-licence': creditFormat,
  'credit-code': creditFormat,
  'institution-legal-person': creditFormat,
  'social-organisation-registration': creditFormat,
  'private-non-enterprise-registration': creditFormat,
  'foundation-registration': creditFormat,
  'law-firm-licence': creditFormat,
  'organisation-code': {
    judged: 'checked',
    pattern: /^[0-9A-Z]{8}-?[0-9X]$/,
    zh: '8 位代码加校验位，或统一社会信用代码',
    en: '8 characters and a check, or a credit code',
    confidence: 'high',
  },
  passport: onlyLength(/^[A-Z0-9]{5,17}$/, '5 至 17 位字母或数字', '5 to 17 letters or digits'),
  'hk-macau-travel-permit': {
    judged: 'shape',
    pattern: /^[HM]\d{8}(\d{2})?$/,
    zh: 'H 或 M 加 8 或 10 位数字',
    en: 'H or M and 8 or 10 digits',
    confidence: 'low',
  },
  'taiwan-travel-permit': {
    judged: 'shape',
    pattern: /^(\d{8}|\d{10})$/,
    zh: '8 或 10 位数字',
    en: '8 or 10 digits',
    confidence: 'low',
  },
  'foreign-permanent-residence': {
    judged: 'shape',
    pattern: /^([A-Z]{3}\d{12}|9\d{17})$/,
    zh: '3 位字母加 12 位数字，或 9 开头的 18 位',
    en: '3 letters and 12 digits, or 18 digits beginning with 9',
    confidence: 'inferred',
  },
  'foreign-representative-office': onlyLength(/^.{2,40}$/u, '2 至 40 位', '2 to 40 characters'),
  other: onlyLength(/^.{2,40}$/u, '2 至 40 位', '2 to 40 characters'),
};
const permitAreas: Partial<Record<CertificateType, RegExp>> = {
  'hk-macau-residence-permit': /^8[12]0000/,
  'taiwan-residence-permit': /^830000/,
};

export const isIdNumbered = (type: CertificateType): boolean =>
  type === 'resident-id' || type === 'hk-macau-residence-permit' || type === 'taiwan-residence-permit';

/** Certificates of people who are no Chinese citizens. */
export const isForeign = (type: CertificateType): boolean =>
  type === 'passport' || type === 'foreign-permanent-residence';

/** The shape of a certificate number and its check characters (rules.md 3.4, 15.9). */
export function checkCertificateNumber({ type, number, pointer }: TypedCertificate): readonly Finding[] {
  const typed = canonicalNumber(number);
  if (isIdNumbered(type)) {
    const permit = permitAreas[type];
    if (permit !== undefined && /^\d{17}[\dX]$/.test(typed) && !permit.test(typed)) {
      const expected = type === 'taiwan-residence-permit' ? '830000' : '810000 / 820000';
      return [finding('permit-area', { pointer, params: { expected }, offending: typed.slice(0, 6) })];
    }
    const fault = permit === undefined && /^8/.test(typed) ? 'area' : residentIdFault(typed);
    return fault === undefined ? checkRegion(typed, pointer) : [finding(`resident-id-${fault}`, { pointer })];
  }
  if (creditCoded.includes(type)) {
    const fault = creditCodeFault(typed);
    return fault === undefined ? [] : [finding(`credit-code-${fault}`, { pointer })];
  }
  return isWellShaped(type, typed) ? [] : [malformed(type, pointer)];
}

/** The county at the time of issue: abolished ones are fine, one that no list knows only warns (rules.md 3.4). */
function checkRegion(number: string, pointer: string): readonly Finding[] {
  const area = number.slice(0, 6);
  if (area.startsWith('8') || regionOf(area) !== undefined) return [];
  const span = { start: 0, end: 6 };
  return [
    finding('resident-id-area-unlisted', { pointer, params: { area }, severity: 'warning', offending: area, span }),
  ];
}

function isWellShaped(type: CertificateType, number: string): boolean {
  if (type === 'organisation-code') return isOrganisationCode(number) || creditCodeFault(number) === undefined;
  return certificateFormats[type].pattern.test(number);
}

function malformed(type: CertificateType, pointer: string): Finding {
  const { zh, en } = certificateFormats[type];
  return finding('certificate-number-malformed', { pointer, params: { formatZh: zh, formatEn: en } });
}

/** The subject's own certificate: belongs to its nature, is well formed, and was issued in the province. */
export function checkSubjectCertificate(certificate: TypedCertificate, context: RuleContext): readonly Finding[] {
  const row = natureRow(context.nature);
  const findings: Finding[] = [];
  if (!row.certificates.some(({ type }) => type === certificate.type)) {
    const expectedZh = row.certificates.map(({ zh }) => zh).join('、');
    const expectedEn = [...new Set(row.certificates.map(({ type }) => type))].join(', ');
    const params = { natureZh: row.name.zh, natureEn: row.name.en, expectedZh, expectedEn };
    findings.push(finding('certificate-type-not-of-nature', { pointer: '/subject/certificateType', params }));
  }
  const shape = checkCertificateNumber(certificate);
  if (shape.some(({ severity }) => severity === 'error')) return [...findings, ...shape];
  return [...findings, ...shape, ...checkCreditCode(certificate, context), ...checkArea(certificate, context)];
}

/** The beginning of a credit code against the nature: an older or unusual body may differ, so it only warns. */
function checkCreditCode({ number, pointer }: TypedCertificate, { nature }: RuleContext): readonly Finding[] {
  const starts = natureRow(nature).creditCodeStarts;
  const typed = canonicalNumber(number);
  if (starts === undefined || creditCodeFault(typed) !== undefined || starts.includes(typed.slice(0, 2))) return [];
  return [finding('credit-code-nature', { pointer, severity: 'warning', offending: typed.slice(0, 2) })];
}

/**
 * Where the certificate was issued. An ID number tells where a person was born or first registered, so it only warns;
 * a credit code tells the registering authority, and the central one (100000) is everywhere at home (decision 7).
 */
function checkArea({ type, number, pointer }: TypedCertificate, context: RuleContext): readonly Finding[] {
  const typed = canonicalNumber(number);
  if (type === 'resident-id') {
    return typed.startsWith(context.province) || ruled('certificate.elsewhere', context)?.answer === 'allowed'
      ? []
      : [finding('certificate-from-elsewhere', { pointer, severity: 'warning', offending: typed.slice(0, 2) })];
  }
  if (creditCodeFault(typed) !== undefined) return [];
  const area = typed.slice(2, 4);
  if (area === '10' || area === context.province || provinceOf(area) === undefined) return [];
  return [crossProvince(pointer, context, area)];
}

export function crossProvince(pointer: string, context: RuleContext, offending: string): Finding {
  const rule = ruled('certificate.elsewhere', context);
  const needsPaper = rule?.answer === 'with-paper';
  const province = provinceOf(context.province);
  const params = {
    provinceZh: province?.zh ?? context.province,
    provinceEn: province?.en ?? context.province,
    paperZh: needsPaper ? `，或提供${rule.papersZh}` : '',
    paperEn: needsPaper ? `, or show: ${rule.papersEn}` : '',
  };
  return finding('CROSS_PROVINCE', { pointer, params, offending, by: { key: 'certificate.elsewhere', context } });
}

/** How long a certificate is still valid, on the day of the context. */
export function checkValidity(until: string, pointer: string, context: RuleContext): readonly Finding[] {
  if (until === 'long-term' || until === '长期') return [];
  if (!isDay(until)) return [finding('date-malformed', { pointer, params: { date: until }, offending: until })];
  const { months, severity } = certain('certificate.minMonths', context);
  const by = { key: 'certificate.minMonths', context } as const;
  if (until < context.asOf) return [finding('certificate-expired', { pointer, params: { date: until }, by })];
  if (until > plusMonths(context.asOf, months)) return [];
  return [finding('certificate-expires-soon', { pointer, params: { date: until }, severity, by })];
}

/** `YYYY-MM-DD` that is in the calendar. */
export function isDay(text: string): boolean {
  const [year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined || year < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

/** The same day so many months later; the last of the month where there is none (rules.md 2.2: calendar months). */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, last));
  return first.toISOString().slice(0, 10);
}

/**
 * Whether a person's certificate is from the filing's province: by its printed address where that is known, else by the
 * first digits of an ID number. A certificate that tells neither is taken as local.
 */
export function isFromProvince(
  certificate: { readonly type: CertificateType; readonly number: string; readonly address?: string },
  { province }: Pick<RuleContext, 'province'>,
): boolean {
  const printed = certificate.address === undefined ? undefined : provinceOfAddress(certificate.address);
  if (printed !== undefined) return printed.code === province;
  return certificate.type !== 'resident-id' || canonicalNumber(certificate.number).startsWith(province);
}
