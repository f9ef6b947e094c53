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

export const canonicalNumber = (number: string): string => number.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();

export function canonicalName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[・‧•∙⋅.·]/g, '·')
    .replace(/\s+/g, '')
    .toUpperCase();
}

/** A mobile as digits: spaces, hyphens and the country code do not distinguish phones. */
export function canonicalMobile(mobile: string): string {
  return mobile
    .normalize('NFKC')
    .replace(/[\s-]/g, '')
    .replace(/^(\+|00)86/, '');
}
