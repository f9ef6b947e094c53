/** Who holds a domain, or files: the three things that must be equal (rules.md 2.2). */
export interface Holder {
  readonly name: string;
  readonly certificateType: string;
  readonly certificateNumber: string;
}

/**
 * The form over which keyed hashes of a holder are made (decision 33): the same person typed twice gives the same text.
 * Full-width forms, brackets, spaces, the middle dots of names and the case of letters do not distinguish people.
 */
export function canonicalHolder({ name, certificateType, certificateNumber }: Holder): string {
  return JSON.stringify([canonicalName(name), certificateType, canonicalNumber(certificateNumber)]);
}

/**
 * A number of a certificate as it is compared and stored: full width becomes half, blanks and dashes go, a-z become
 * capitals. Letters that only look like Latin ones (Cyrillic, Greek, dotless i) stay what they are, and are refused.
 */
export const canonicalNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase());

export function canonicalName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[・‧•∙⋅.·]/g, '·')
    .replace(/\s+/g, '')
    .toUpperCase();
}

/** A mobile as digits: blanks, dashes and the country code (+86, 0086, 86) do not distinguish phones. */
export function canonicalMobile(mobile: string): string {
  return mobile
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212]/gu, '')
    .replace(/^(?:(?:\+|00)86|86(?=1\d{10}$))/, '');
}
