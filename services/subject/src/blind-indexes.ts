import type { LockedSubject } from '@beian/contracts';
import type { PersonVault } from '@beian/platform';

type Certificate = Pick<LockedSubject, 'certificateType' | 'certificateNumber'>;

/** Certificates of persons; each kind numbers for itself, so two countries' passports are the only ones that may meet. */
const personal: ReadonlySet<string> = new Set([
  'resident-id',
  'passport',
  'taiwan-travel-permit',
  'hk-macau-travel-permit',
  'foreign-permanent-residence',
  'hk-macau-residence-permit',
  'taiwan-residence-permit',
]);

/**
 * The one form in which a certificate number is compared: full width folded, spaces and dashes gone, letters upper case
 * (reliability B-1.3, B-1.4, B-2.1). Letters that only look Latin stay what they are and match nothing.
 */
export const canonicalNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/[\s\u2010-\u2015-]/g, '')
    .toUpperCase();

/** Eleven digits of a mainland mobile, without the country code and separators people type (B-6); else what was typed. */
export const canonicalMobile = (mobile: string): string =>
  mobile
    .normalize('NFKC')
    .replace(/[\s()\u2010-\u2015-]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');

/**
 * Where a certificate is looked up and held unique without being known. All papers of an organisation carry the same
 * number in the end (licence and social credit code), so they share one index; a person's papers do not.
 */
export const certificateIndex = (vault: PersonVault, { certificateType, certificateNumber }: Certificate): Buffer =>
  vault.blindIndex('certificate', `${personal.has(certificateType) ? certificateType : 'organisation'}:${canonicalNumber(certificateNumber)}`);

/** Where a mobile is found again under another subject (rules.md 3.5). */
export const mobileIndex = (vault: PersonVault, mobile: string): Buffer => vault.blindIndex('mobile', canonicalMobile(mobile));
