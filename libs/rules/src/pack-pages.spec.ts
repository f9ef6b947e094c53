import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePackIds, type RulePackId } from '@beian/contracts';
import { comparePacks } from './compare-packs';
import { allRecords } from './packs/all-records';
import { comparisonPage, packPage } from './pack-pages';
import { cell, table } from './printed-tables.fixture';

const root = join(__dirname, '..', '..', '..');

describe('the page of a pack', () => {
  it.each(rulePackIds)('%s is current: run `npm run pages` in libs/rules', (pack) => {
    expect(readFileSync(join(root, 'docs', 'rules', `${pack}.md`), 'utf8')).toBe(packPage(pack));
  });

  it.each(rulePackIds)('%s shows every key that has begun, and a source in each row', (pack) => {
    const page = packPage(pack);
    const rows = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| Where'));
    expect(rows.filter((row) => !row.includes('---') && !row.includes('rules.md'))).toEqual([]);
    const begun = allRecords
      .filter(({ validFrom, validTo }) => validFrom === undefined && validTo === undefined)
      .map(({ key }) => key);
    expect(begun.filter((key) => !page.includes(`## ${key}\n`))).toEqual([]);
  });

  it('shows a value, its days and its source', () => {
    expect(packPage('2018-06')).toMatch(/\| everywhere \| 48 \| … – … \| S; A-cn; rules.md 8.2 \| high \|/);
    expect(packPage('2018-09')).toMatch(/\| everywhere \| 24 \| 2018-09-07 – … \|/);
    expect(packPage('2018-09')).not.toMatch(/\| everywhere \| 48 \|/);
  });
});

/** Printed names of 0.2 for keys of ours; `province.rows` are the keys of 10.x. */
const ours: Readonly<Record<string, readonly string[]>> = {
  'sms.recipients.cancel': ['sms.recipients'],
  'domain.minValidity': ['domain.minMonths'],
  'identity.method': ['identity.methods'],
  'review.photo': ['review.photoWorkdays'],
  'review.provider': ['review.providerWorkdays'],
  'review.authority': ['review.authorityWorkdays'],
  'number.serial': ['number.serialDigits'],
  'siteName.words': ['siteName.beginnings'],
  'province.rows': ['domain.holder'],
  // The grouping of C6 lies in 2020-08, and of the footer's form in every pack (C25).
  'sms.maxWrong': [],
  'footer.numberForm': [],
};

describe('a comparison of two packs', () => {
  const changed = (before: RulePackId, after: RulePackId): readonly string[] => [
    ...new Set(comparePacks(before, after).map(({ key }) => key)),
  ];

  it.each(rulePackIds.slice(1).map((pack, i) => [rulePackIds[i]!, pack] as const))(
    'from %s to %s names every key that the regulation says changes',
    (before, after) => {
      const row = table('0.2-packs').find((one) => cell(one, 'Pack') === `\`${after}\``)!;
      const printed = [...cell(row, 'What changes').matchAll(/`([\w.]+)`/g)].map(([, key = '']) => key);
      expect(printed.length).toBeGreaterThan(4);
      const found = changed(before, after);
      expect(printed.flatMap((key) => ours[key] ?? [key]).filter((key) => !found.includes(key))).toEqual([]);
    },
  );

  it('of a pack with itself is empty, and both ways round the same rows', () => {
    expect(comparePacks('2019-04', '2019-04')).toEqual([]);
    const there = comparePacks('2018-06', '2018-09');
    const back = comparePacks('2018-09', '2018-06');
    expect(back.map(({ key, before, after }) => [key, after, before])).toEqual(
      there.map(({ key, before, after }) => [key, before, after]),
    );
  });

  it('says value and source of both', () => {
    expect(comparePacks('2018-06', '2018-09').find(({ key }) => key === 'sms.windowHours')).toMatchObject({
      provinces: [],
      before: { value: 48, source: 'S; A-cn; rules.md 8.2' },
      after: { value: 24, validFrom: '2018-09-07' },
    });
  });

  it('is printed by a command', () => {
    const printed = execFileSync('node', [join(__dirname, '..', 'scripts', 'compare-packs.cjs'), '2020-08', '2026'], {
      encoding: 'utf8',
    });
    expect(printed).toBe(`${comparisonPage('2020-08', '2026')}\n`);
    expect(printed).toMatch(/\| order.types \| everywhere \|/);
  });
});
