import { randomInt } from 'node:crypto';

const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const idCheck = '10X98765432';
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const digits = (count: number): string => Array.from({ length: count }, () => String(randomInt(10))).join('');

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A day between 1960 and 1999: with the serial, some thirteen million people a district, so that no two stories meet. */
const birthday = (): string => `${1960 + randomInt(40)}${twoDigits(1 + randomInt(12))}${twoDigits(1 + randomInt(28))}`;

/** A well-formed resident ID (GB 11643) of nobody: district, day of birth, a serial, its check character. */
export function residentId(district: string, born = birthday()): string {
  const body = `${district}${born}${digits(3)}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (idWeights[index] ?? 0), 0);
  return `${body}${idCheck[sum % 11] ?? ''}`;
}

function organisationCode(): string {
  const body = `MA${digits(6)}`;
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce(
    (total, one, index) => total + organisationAlphabet.indexOf(one) * (weights[index] ?? 0),
    0,
  );
  const check = 11 - (sum % 11);
  return `${body}${check === 10 ? 'X' : check === 11 ? '0' : String(check)}`;
}

/** A well-formed unified social credit code (GB 32100) of no company, for a district. */
export function creditCode(district: string): string {
  const body = `91${district}${organisationCode()}`;
  let weight = 1;
  let sum = 0;
  for (const one of body) {
    sum += creditAlphabet.indexOf(one) * weight;
    weight = (weight * 3) % 31;
  }
  return `${body}${creditAlphabet[(31 - (sum % 31)) % 31] ?? ''}`;
}

/** A mobile number nobody answers in these stories. */
export const mobile = (): string => `13${digits(9)}`;

/** A fresh registrable domain. */
export const domainName = (): string => `shiyan-${digits(9)}.cn`;
