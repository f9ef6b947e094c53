import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { natures, rulePackIds } from '@beian/contracts';
import { allKeys, coverage, walkedDay } from './coverage.fixture';
import type * as requirementsModule from './requirements';
import type { RuleRecord } from './rule-record';
import { provinces } from './provinces';

const committed: unknown = JSON.parse(readFileSync(join(__dirname, '..', 'fixtures', 'coverage.json'), 'utf8'));

jest.setTimeout(60_000); // each planted province evaluates all pages again, on machines that do other things too

describe('31 provinces, 18 natures, six packs', () => {
  const walk = coverage();

  it('resolve, everything with a source', () => {
    expect(walk.faults).toEqual([]);
  });

  it('answer as often as committed: run scripts/write-coverage.cjs and look at what changed', () => {
    expect(walk.counts).toEqual(committed);
  });

  it('answer every key in one of the four ways', () => {
    expect(Object.keys(walk.counts).sort()).toEqual([...rulePackIds].sort());
    for (const byNature of Object.values(walk.counts)) {
      expect(Object.keys(byNature)).toEqual(natures);
      for (const { rule, inherited, nonePrinted, unknown } of Object.values(byNature))
        expect(rule + inherited + nonePrinted + unknown).toBe(allKeys.length * provinces.length);
    }
  });
});

describe('a value planted in one province', () => {
  type Rules = typeof requirementsModule;
  /** The pages of all provinces over records that are altered in one of them. */
  function pages(alter: (records: readonly RuleRecord[]) => readonly RuleRecord[]): ReadonlyMap<string, string> {
    let rules: Rules | undefined;
    jest.isolateModules(() => {
      const { allRecords } = jest.requireActual<{ readonly allRecords: readonly RuleRecord[] }>('./packs/all-records');
      jest.doMock('./packs/all-records', () => ({ allRecords: alter(allRecords) })); // data, not code, is replaced
      rules = jest.requireActual<Rules>('./requirements');
    });
    jest.dontMock('./packs/all-records');
    const { requirements } = rules!;
    return new Map(
      provinces.map(({ code: province }) => [
        province,
        JSON.stringify(
          (['2018-06', '2019-07', '2026'] as const).flatMap((pack) =>
            (['enterprise', 'individual'] as const).map((nature) =>
              requirements({ pack, asOf: walkedDay(pack), province, nature, filingType: 'FIRST' }),
            ),
          ),
        ),
      ]),
    );
  }
  const untouched = pages((records) => records);

  it.each(provinces)('$en, changes no other', ({ code }) => {
    const altered = pages((records) => [
      ...records.map((record) =>
        record.scope.province === code ? { ...record, note: { zh: '改动', en: 'planted' }, source: 'planted' } : record,
      ),
      {
        key: 'site.maxDomains',
        scope: { province: code, subject: 'individual', filingType: 'FIRST' },
        value: 99,
        source: 'planted',
        confidence: 'inferred',
        note: { zh: '改动', en: 'planted' },
      },
    ]);
    const changed = provinces.filter(({ code: one }) => altered.get(one) !== untouched.get(one)).map((one) => one.code);
    expect(changed).toEqual([code]);
  });
});
