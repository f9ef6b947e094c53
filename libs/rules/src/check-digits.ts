/** Check characters of resident IDs (GB 11643-1999) and unified social credit codes (GB 32100-2015), rules.md 3.4. */

export type ResidentIdFault = 'length' | 'birth-date' | 'area' | 'check-digit';
export type CreditCodeFault = 'length' | 'character' | 'organisation-check' | 'check-digit';

const idSymbols = '10X98765432';
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const creditSymbols = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // without I O S V Z
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
/** First two digits of a resident ID; 81 to 83 are residence permits (HK, Macau, Taiwan). 71 was never issued. */
const idAreas = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|8[1-3])/;

/** Sum of weights times the place of each symbol in its alphabet; a plain loop, because forms ask at every key press. */
function weigh(text: string, alphabet: string, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += alphabet.indexOf(text.charAt(i)) * (weights[i] ?? 0);
  return sum;
}
const digits = '0123456789';
const organisationSymbols = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const creditShape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The check character of the first 17 digits. */
export function residentIdCheck(first17: string): string {
  return idSymbols.charAt(weigh(first17, digits, idWeights) % 11);
}

/** `YYYY-MM-DD` out of a number of 18 characters, or undefined if there is no such day. */
export function birthDateOf(residentId: string): string | undefined {
  const parts = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(residentId);
  if (parts === null) return undefined;
  const date = `${parts[1]}-${parts[2]}-${parts[3]}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(time) || !new Date(time).toISOString().startsWith(date) ? undefined : date;
}

/** Takes a number as typed (x counts as X); gives the first fault, or undefined. First-generation numbers (15) fail. */
export function residentIdFault(typed: string): ResidentIdFault | undefined {
  const id = typed.replace(/x$/, 'X');
  if (!/^\d{17}[\dX]$/.test(id)) return 'length';
  if (!idAreas.test(id)) return 'area';
  const birth = birthDateOf(id);
  if (birth === undefined || birth < '1800-01-01') return 'birth-date';
  return residentIdCheck(id) === id.charAt(17) ? undefined : 'check-digit';
}

/** The ninth character of an organisation code (GB 11714) from its first eight. */
export function organisationCodeCheck(eight: string): string {
  const check = 11 - (weigh(eight, organisationSymbols, organisationWeights) % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** The last character of a credit code from its first 17. */
export function creditCodeCheck(first17: string): string {
  return creditSymbols.charAt((31 - (weigh(first17, creditSymbols, creditWeights) % 31)) % 31);
}

/** Takes a code as typed, in capitals; gives the first fault, or undefined. Both checks must hold: they are independent. */
export function creditCodeFault(code: string): CreditCodeFault | undefined {
  if (code.length !== 18) return 'length';
  if (!creditShape.test(code)) return 'character';
  if (organisationCodeCheck(code.slice(8, 16)) !== code.charAt(16)) return 'organisation-check';
  return creditCodeCheck(code.slice(0, 17)) === code.charAt(17) ? undefined : 'check-digit';
}

/** An organisation code certificate (组织机构代码证): eight characters, a hyphen or none, the check. */
export function isOrganisationCode(code: string): boolean {
  const parts = /^([0-9A-Z]{8})-?([0-9X])$/.exec(code);
  return parts !== null && organisationCodeCheck(parts[1] ?? '') === parts[2];
}
