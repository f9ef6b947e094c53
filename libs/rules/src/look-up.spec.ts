import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePackIds, type RulePackId } from '@beian/contracts';
import fc from 'fast-check';
import { cell, code, namesIn, table, type Row } from './printed-tables.fixture';
import { lookUp, valueOf } from './look-up';
import { allRecords } from './packs/all-records';
import { provinces } from './provinces';
import { effectiveDay, rulePacks, type RulePack } from './rule-packs';

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe('the packs', () => {
  it('follow each other without a gap', () => {
    const packs: readonly RulePack[] = rulePackIds.map((id) => rulePacks[id]);
    packs.slice(1).forEach((pack, i) => expect(pack.from).toBe(dayAfter(packs[i]!.to!)));
    expect(packs.map(({ id }) => id)).toEqual(rulePackIds);
    expect(Object.keys(rulePacks)).toHaveLength(rulePackIds.length);
    expect(packs.at(-1)!.to).toBeUndefined();
  });

  it.each(table('0.2-packs'))('$Pack begins and ends as printed', (row) => {
    const pack: RulePack = rulePacks[cell(row, 'Pack').replaceAll('`', '') as RulePackId];
    expect(cell(row, 'In force')).toContain(`${pack.from} …`);
    if (pack.to !== undefined) expect(cell(row, 'In force')).toContain(`… ${pack.to}`);
  });
});

describe('the day on which a pack is read', () => {
  it.each([
    ['2018-06', '2026-11-24', '2018-09-06'], // clamped at the end
    ['2018-06', '2018-09-06', '2018-09-06'],
    ['2018-06', '2017-12-17', '2017-12-17'], // not at the beginning
    ['2018-09', '2018-06-01', '2018-06-01'],
    ['2026', '2031-01-01', '2031-01-01'],
  ] as const)('%s asked about %s: %s', (pack, asOf, day) => {
    expect(effectiveDay(pack, asOf)).toBe(day);
  });

  it('keeps the 48 hours of the founding document for a filing of today', () => {
    expect(valueOf('sms.windowHours', {}, { pack: '2018-06', asOf: '2026-11-24' })).toBe(48);
    expect(valueOf('sms.windowHours', {}, { pack: '2018-09', asOf: '2026-11-24' })).toBe(24);
  });
});

// rules.md 15.7
describe('the SMS provinces', () => {
  function agrees(row: Row): void {
    const asOf = cell(row, 'As-of');
    const pack = [...rulePackIds].reverse().find((id) => rulePacks[id].from <= asOf) ?? '2018-06';
    const asked = valueOf('sms.provinces', {}, { pack, asOf })!;
    expect(asked).toHaveLength(Number(cell(row, 'Provinces')));
    for (const name of namesIn(cell(row, 'In'))) expect(asked).toContain(code(name));
    for (const name of namesIn(cell(row, 'Out'))) expect(asked).not.toContain(code(name));
  }

  it.each(table('15.7-sms-by-day'))('of $As-of day (hand-over)', agrees);

  // How: a cell is altered; the comparison that is green above fails.
  it.each([
    ['2018-09-09', 'Provinces with SMS', '14'],
    ['2018-09-10', 'In', 'Zhejiang, Hubei'],
    ['2018-09-24', 'Out', 'Hubei'],
    ['2017-12-17', 'As-of day (hand-over)', '2017-12-18'],
  ])('turn red for a wrong cell of %s', (day, column, wrong) => {
    const row = table('15.7-sms-by-day').find((one) => cell(one, 'As-of') === day)!;
    expect(row[column]).toBeDefined();
    expect(() => agrees({ ...row, [column]: wrong })).toThrow();
  });

  it('of the seven are 48 hours in June and 14 provinces with 24 in mid-September 2018', () => {
    expect(lookUp('sms.provinces', {}, { pack: '2018-06', asOf: '2018-06-09' })).toMatchObject({
      answer: 'rule',
      record: { validFrom: '2017-12-18' },
    });
    expect(valueOf('sms.provinces', {}, { pack: '2018-09', asOf: '2018-09-11' })).toHaveLength(14);
    expect(valueOf('sms.provinces', {}, { pack: '2020-08', asOf: '2020-09-01' })).toHaveLength(31);
  });
});

describe('a look-up', () => {
  it('answers rule, inherited, none printed, or unknown', () => {
    expect(lookUp('site.maxDomains', {}, { pack: '2019-04', asOf: '2019-05-01' })).toMatchObject({
      answer: 'rule',
      value: 1,
    });
    expect(lookUp('site.maxDomains', {}, { pack: '2020-08', asOf: '2021-01-01' })).toMatchObject({
      answer: 'inherited',
      value: 1,
    });
    expect(
      lookUp(
        'certificate.elsewhere',
        { province: code('Hainan'), subject: 'individual' },
        { pack: '2019-07', asOf: '2019-09-20' },
      ).answer,
    ).toBe('none-printed');
    expect(lookUp('shellSubject.directAdd', {}, { pack: '2018-06', asOf: '2018-06-09' })).toEqual({
      answer: 'unknown',
      beforeFirstPack: false,
    });
  });

  it('says that a day lies before the first pack', () => {
    expect(lookUp('sms.windowHours', {}, { pack: '2018-06', asOf: '2018-05-31' })).toMatchObject({
      answer: 'rule',
      beforeFirstPack: true,
    });
    expect(lookUp('sms.windowHours', {}, { pack: '2018-06', asOf: '2018-06-01' })).toMatchObject({
      beforeFirstPack: false,
    });
  });

  it('prefers the province, then the subject, then the filing type', () => {
    const ask = (scope: object) => valueOf('order.maxSites', scope, { pack: '2019-07', asOf: '2019-08-01' });
    expect(ask({})).toBeNull();
    expect(ask({ province: code('Shaanxi'), filingType: 'FIRST' })).toBe(5);
    expect(ask({ province: code('Shaanxi'), filingType: 'ADD_SITE_HERE' })).toBeNull();
    expect(ask({ province: code('Henan'), subject: 'individual' })).toBe(3);
    expect(ask({ province: code('Henan'), subject: 'organisation' })).toBe(5);
    expect(ask({ province: code('Hubei'), subject: 'organisation' })).toBe(1);
  });

  it('takes, of two that began together, the one with a stated end, and the other after it', () => {
    const ask = (asOf: string) =>
      valueOf('domain.holder', { province: code('Guizhou'), subject: 'organisation' }, { pack: '2019-07', asOf });
    expect(ask('2018-10-10')).toEqual(['unit']);
    expect(ask('2018-10-11')).toEqual(['unit', 'legal-rep']);
    expect(ask('2019-09-05')).toEqual(['unit', 'legal-rep']);
    expect(ask('2019-09-06')).toEqual(['unit']);
  });
});

describe('every record', () => {
  it('has a source, a note in both languages, and days in order', () => {
    for (const { key, source, note, validFrom, validTo } of allRecords) {
      expect([key, source]).toEqual([key, expect.stringMatching(/rules\.md/)]);
      expect([key, note.zh, note.en]).toEqual([key, expect.stringMatching(/./), expect.stringMatching(/./)]);
      if (validFrom !== undefined && validTo !== undefined) expect(validFrom <= validTo).toBe(true);
    }
  });

  it('is in force on some day of some scope: no two of the same scope and day contradict each other', () => {
    const seen = new Map<string, string>();
    const clashes = allRecords.flatMap((record) => {
      const id = JSON.stringify([record.key, record.scope, record.validFrom ?? '', record.validTo ?? '']);
      const text = JSON.stringify(record.value);
      const before = seen.get(id);
      seen.set(id, text);
      return before === undefined ? [] : [id];
    });
    expect(clashes).toEqual([]);
  });

  it('gives an answer with a source for any day, pack and province: never two values for one question', () => {
    const keys = [...new Set(allRecords.map(({ key }) => key))];
    const day = fc
      .date({ min: new Date('2017-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.constantFrom(...rulePackIds),
        day,
        fc.constantFrom(...provinces),
        (key, pack, asOf, { code: province }) => {
          const answer = lookUp(key, { province, subject: 'organisation', filingType: 'FIRST' }, { pack, asOf });
          if (answer.answer === 'unknown') return;
          const { validFrom, validTo, scope } = answer.record;
          expect(validFrom === undefined || validFrom <= effectiveDay(pack, asOf)).toBe(true);
          expect(validTo === undefined || validTo >= effectiveDay(pack, asOf)).toBe(true);
          expect(scope.province ?? province).toBe(province);
        },
      ),
    );
  });
});

describe('the transcribed tables', () => {
  // Counted in the regulation's reference when they were transcribed: a lost or doubled row is a wrong table.
  it.each([
    ['0.2-packs', 6],
    ['2.1-instances', 8],
    ['3.1-natures', 18],
    ['4.2-words', 11],
    ['4.5-preapprovals', 13],
    ['10.1-organisations', 31],
    ['10.2-individuals', 31],
    ['10.3-newer', 31],
    ['10.4-of-2018', 31],
    ['15.1-filing-type', 10],
    ['15.1-further', 8],
    ['15.2-sms-recipients', 11],
    ['15.3-identity', 6],
    ['15.4-documents', 21],
    ['15.5-sets', 28],
    ['15.6-reject-codes', 34],
    ['15.7-sms-by-day', 9],
    ['15.8-clocks', 16],
    ['15.9-values', 9],
  ])('have all rows of %s: %i, none of them twice', (name, count) => {
    const rows = table(name).map((row) => JSON.stringify(row));
    expect(rows).toHaveLength(count);
    expect(new Set(rows).size).toBe(count);
  });

  it('are read by specs only', () => {
    const files = (folder: string): readonly string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
      );
    const sources = files(__dirname).filter((file) => !/\.(spec|fixture)\.ts$/.test(file));
    expect(sources.length).toBeGreaterThan(20);
    expect(sources.filter((file) => /fixture/.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
