import type { ProvinceCode } from '@beian/contracts';
import { valueOf, type PackQuestion } from './look-up';
import { provinceOf, provinces } from './provinces';

const characters = provinces.map(({ character }) => character).join('');
const pattern = new RegExp(`^([${characters}])ICP备(\\d{8}|\\d{10})号(?:-(\\d+)([AXK])?)?$`);

export interface FilingNumber {
  readonly province: ProvinceCode;
  readonly serial: string;
  /** Number of the service under the subject; absent in the subject's own number. */
  readonly service?: number;
  /** A app, X mini-program, K quick app; none for a website. */
  readonly kind?: 'A' | 'X' | 'K';
}

/** Reads a filing number (备案号) of the subject or of a service; undefined for anything else (rules.md 9.3). */
export function readFilingNumber(text: string): FilingNumber | undefined {
  const parts = pattern.exec(text);
  const province = provinces.find(({ character }) => character === parts?.[1]);
  if (parts === null || province === undefined) return undefined;
  const [, , serial = '', service, kind] = parts;
  return {
    province: province.code,
    serial,
    ...(service === undefined ? {} : { service: Number(service) }),
    ...(kind === undefined ? {} : { kind: kind as 'A' | 'X' | 'K' }),
  };
}

export interface NewNumber extends PackQuestion {
  readonly province: ProvinceCode;
  /** 0 to 999999: the authority's running number in the year of `asOf`. */
  readonly running: number;
}

/** The subject's number as an authority forms it; that of its n-th website is `siteNumber`. */
export function subjectNumber({ province, running, ...question }: NewNumber): string {
  const known = provinceOf(province);
  if (known === undefined) throw new RangeError(`no province ${province}`);
  if (!Number.isInteger(running) || running < 0 || running > 999_999)
    throw new RangeError(`not a running number: ${running}`);
  const digits = valueOf('number.serialDigits', { province }, question) ?? 8;
  const year = question.asOf.slice(digits === 10 ? 0 : 2, 4);
  return `${known.character}ICP备${year}${String(running).padStart(6, '0')}号`;
}

export const siteNumber = (subject: string, n: number): string => `${subject}-${n}`;
