import type { CertificateType } from '@beian/contracts';
import { certificateTypes } from '@beian/contracts/schemas';
import { certificateFormats, checkCertificateNumber } from './check-certificate';

/** Accepted and refused numbers of every kind that has no 100,000 made ones (made-numbers.spec.ts). */
const table: Partial<Record<CertificateType, readonly (readonly [number: string, isFine: boolean])[]>> = {
  passport: [
    ['E12345678', true],
    ['EA1234567', true],
    ['G12345678', true],
    ['AB12345', true],
    ['e12345678', true],
    ['E 1234 5678', true],
    ['E123', false],
    ['E'.repeat(18), false],
    ['E1234567é', false],
    ['Е12345678', false], // Cyrillic
    ['', false],
  ],
  'hk-macau-travel-permit': [
    ['H12345678', true],
    ['M1234567890', true],
    ['h12345678', true],
    ['H1234567', false],
    ['H123456789', false],
    ['K12345678', false],
  ],
  'taiwan-travel-permit': [
    ['12345678', true],
    ['1234567890', true],
    ['１２３４５６７８', true],
    ['1234567', false],
    ['123456789', false],
    ['T1234567', false],
  ],
  'foreign-permanent-residence': [
    ['ABC123456789012', true],
    ['912345678901234567', true],
    ['ABC12345678901', false],
    ['AB1123456789012', false],
    ['112345678901234567', false],
  ],
  'organisation-code': [
    ['MA000001-5', true],
    ['MA0000015', true],
    ['91330106MA0000015K', true],
    ['MA0000014', false],
    ['MA00001', false],
  ],
  'foreign-representative-office': [
    ['外企字第1号', true],
    ['1', false],
    ['1'.repeat(41), false],
  ],
  other: [
    ['军字第99号', true],
    ['1', false],
    ['1'.repeat(41), false],
  ],
};
const rows = Object.entries(table).flatMap(([type, numbers]) =>
  numbers.map(([number, isFine]) => ({ type: type as CertificateType, number, isFine })),
);

// rules.md 3.4
describe('the number of a certificate', () => {
  it.each(rows)('$type “$number”: $isFine', ({ type, number, isFine }) => {
    const codes = checkCertificateNumber({ type, number, pointer: '/n' }).map(({ code }) => code);
    expect(codes).toEqual(isFine ? [] : ['certificate-number-malformed']);
  });

  it('has a known form for every type, and rows here for each that is not only computed', () => {
    expect(Object.keys(certificateFormats).sort()).toEqual([...certificateTypes].sort());
    const untested = certificateTypes.filter(
      (type) => certificateFormats[type].judged !== 'checked' && table[type] === undefined,
    );
    expect(untested).toEqual([]);
  });

  it('of which only the length is known says that this is inferred', () => {
    const known = Object.entries(certificateFormats).filter(([, { judged }]) => judged === 'length');
    expect(known.map(([type]) => type).sort()).toEqual(['foreign-representative-office', 'other', 'passport']);
    expect(known.every(([, { confidence }]) => confidence === 'inferred')).toBe(true);
  });
});
