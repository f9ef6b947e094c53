import type { LockedSubject } from '@beian/contracts';
import type { PersonVault } from '@beian/platform';
import { canonicalMobile, canonicalNumber } from '@beian/rules';

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
 * Where a certificate is looked up and held unique without being known. All papers of an organisation carry the same
 * number in the end (licence and social credit code), so they share one index; a person's papers do not.
 */
export const certificateIndex = (vault: PersonVault, { certificateType, certificateNumber }: Certificate): Buffer =>
  vault.blindIndex(
    'certificate',
    `${personal.has(certificateType) ? certificateType : 'organisation'}:${canonicalNumber(certificateNumber)}`,
  );

/** Where a mobile is found again under another subject (rules.md 3.5). */
export const mobileIndex = (vault: PersonVault, mobile: string): Buffer =>
  vault.blindIndex('mobile', canonicalMobile(mobile));
