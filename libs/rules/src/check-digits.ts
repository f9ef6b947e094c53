/** Check characters of resident IDs (GB 11643-1999) and unified social credit codes (GB 32100-2015), rules.md 3.4. */

export type ResidentIdFault = 'length' | 'birth-date' | 'area' | 'check-digit';
export type CreditCodeFault = 'length' | 'character' | 'organisation-check' | 'check-digit';

const idSymbols = '10X98765432';
const idWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const creditSymbols = '0123456789ABCDEFGHJKLMNPQRTUWXY'; // without I O S V Z
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];
/** First two digits of a resident ID; 81 to 83 are residence permits (HK, Macau, Taiwan). */
const idAreas = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/;

const weigh = (values: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, i) => sum + weight * (values[i] ?? 0), 0);

/** The check character of the first 17 digits. */
export function residentIdCheck(digits: string): string {
  return idSymbols.charAt(weigh([...digits].map(Number), idWeights) % 11);
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
  const id = typed.toUpperCase();
  if (!/^\d{17}[\dX]$/.test(id)) return 'length';
  if (!idAreas.test(id)) return 'area';
  const birth = birthDateOf(id);
  if (birth === undefined || birth < '1800-01-01') return 'birth-date';
  return residentIdCheck(id) === id.charAt(17) ? undefined : 'check-digit';
}

/** The ninth character of an organisation code (GB 11714) from its first eight. */
export function organisationCodeCheck(eight: string): string {
  const values = [...eight].map((symbol) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(symbol));
  const check = 11 - (weigh(values, organisationWeights) % 11);
  return check === 10 ? 'X' : check === 11 ? '0' : String(check);
}

/** The last character of a credit code from its first 17. */
export function creditCodeCheck(first17: string): string {
  const sum = weigh(
    [...first17].map((symbol) => creditSymbols.indexOf(symbol)),
    creditWeights,
  );
  return creditSymbols.charAt((31 - (sum % 31)) % 31);
}

/** Takes a code as typed, in capitals; gives the first fault, or undefined. Both checks must hold: they are independent. */
export function creditCodeFault(code: string): CreditCodeFault | undefined {
  if (code.length !== 18) return 'length';
  if ([...code].some((symbol) => !creditSymbols.includes(symbol))) return 'character';
  if (!/^[0-9A-Z]{2}\d{6}/.test(code)) return 'character';
  if (organisationCodeCheck(code.slice(8, 16)) !== code.charAt(16)) return 'organisation-check';
  return creditCodeCheck(code.slice(0, 17)) === code.charAt(17) ? undefined : 'check-digit';
}

/** An organisation code certificate (组织机构代码证): eight characters, a hyphen or none, the check. */
export function isOrganisationCode(code: string): boolean {
  const parts = /^([0-9A-Z]{8})-?([0-9X])$/.exec(code);
  return parts !== null && organisationCodeCheck(parts[1] ?? '') === parts[2];
}
