import { rulePackIds, type RulePackId } from '@beian/contracts';
import { allRecords } from './packs/all-records';
import { cell, table, type Row } from './printed-tables.fixture';
import { rulePacks } from './rule-packs';
import type { RuleKey } from './rule-values';

/*
 * 0.3 as a map of change: a cell "=" says that nothing of the key begins inside its pack, any other that something does,
 * and a day inside a cell is the day on which a record begins (or the day after one ends).
 */

/** Keys of the packs for each printed one; the printed name where they are the same. */
const renamed: Readonly<Record<string, readonly RuleKey[]>> = {
  'sms.recipients` (FIRST, ADD_SITE, ACCESS, CHANGE)': [],
  'sms.recipients.cancel': [],
  'order.maxSites': ['order.maxSites', 'order.maxDomains'],
  'subject.maxSites`, site plan': ['subject.maxSites', 'site.plan'],
  'identity.method': ['identity.methods'],
  'review.provider` (workdays)': ['review.providerWorkdays'],
  'review.photo` (workdays)': ['review.photoWorkdays'],
  'review.authority` (workdays)': ['review.authorityWorkdays'],
  'domain.government': ['domain.government', 'domain.institution'],
  'domain.minValidity': ['domain.minMonths', 'domain.warnUnderDays'],
  'siteName.words': ['siteName.beginnings', 'siteName.sensitive', 'siteName.personalEndings', 'siteName.personalWords'],
  'documents.statement': ['documents.statement', 'documents.servicePromise'],
  'number.serial': ['number.serialDigits'],
  'footer.numberForm': ['footer.number'],
};
/** Rows that are not walked here, and where they are. */
const elsewhere: Readonly<Record<string, string>> = {
  'sms.recipients` (FIRST, ADD_SITE, ACCESS, CHANGE)': '15.2, regulation-tables.spec.ts',
  'sms.recipients.cancel': '15.2, regulation-tables.spec.ts',
  'domain.holder': '10.1 and 10.4, province-rows.spec.ts',
  'documents.domainCertificate': '10.x and 15.4, province-rows.spec.ts',
  'province.rows': '10.x, province-rows.spec.ts',
  'never changed as far as known': 'the last test of this file',
};
/** Cells where our packs differ from the plain reading, and why. */
const departures: Readonly<Record<string, string>> = {
  'sms.delayMinutes 2026': 'the newest cell changes no minutes: "may be late"',
  'sms.maxWrong 2020-08': 'C6: only before this pack do ID errors alone count',
  'sms.maxWrong 2026': 'C6 again: its change lies in 2020-08',
  'order.types 2020-08': 'apps and mini-programs are out of scope',
  'footer.link 2019-04': 'printed first inside 2018-09, and repeated',
  'number.serial 2026': 'repeats what began in 2021',
  'order.maxSites 2020-08': "a limit of Tencent's own, not a rule of a province",
  'number.serial 2020-08': 'the cell says "about": C24 decides for 2021-01-01',
  'footer.numberForm 2026': 'C25: the same in all packs, as a hint',
  'subject.emergencyPhone 2026': 'Jiangxi only says expressly what holds already',
  'terms.siteAdmin 2020-08': 'the cell says "about 2023": 2023-01-01, inferred',
};

const keysOf = (key: string): readonly string[] => renamed[key] ?? [key];
const printedKey = (row: Row): string => cell(row, 'Key').replace(/^`/, '').replace(/`$/, '');
const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

/** First days of records of these keys inside a pack. */
function beginnings(keys: readonly string[], pack: RulePackId): readonly string[] {
  const { from, to = '9999-12-31' } = rulePacks[pack] as { readonly from: string; readonly to?: string };
  return allRecords
    .filter(({ key }) => keys.includes(key))
    .flatMap(({ validFrom, validTo }) => [validFrom, validTo === undefined ? undefined : dayAfter(validTo)])
    .filter((day): day is string => day !== undefined && from <= day && day <= to);
}

function disagreements(row: Row): readonly string[] {
  const key = printedKey(row);
  const keys = keysOf(key);
  return rulePackIds.slice(1).flatMap((pack) => {
    const printed = cell(row, `\`${pack}\``);
    const days = beginnings(keys, pack);
    const name = `${key} ${pack}`;
    if (departures[name] !== undefined) return [];
    const isKept = /^(=|–)( \*\*\(\?\)\*\*)?$/.test(printed);
    const missing = (printed.match(/\d{4}-\d\d-\d\d/g) ?? []).filter(
      (day) => !days.includes(day) && !days.includes(dayAfter(day)),
    );
    return [
      ...(isKept && days.length > 0 ? [`${name}: printed as before, but something begins on ${days.join()}`] : []),
      ...(!isKept && days.length === 0 ? [`${name}: printed “${printed}”, but nothing begins`] : []),
      ...missing.map((day) => `${name}: nothing begins on ${day}`),
    ];
  });
}

// rules.md 0.3
describe('the parameters by pack', () => {
  const walked = table('0.3-parameters').filter((row) => elsewhere[printedKey(row)] === undefined);

  it.each(walked.map((row) => [printedKey(row), row] as const))(
    '%s changes where it is printed to change',
    (_, row) => {
      expect(disagreements(row)).toEqual([]);
    },
  );

  it('are 42, all walked here or named with their place', () => {
    const names = table('0.3-parameters').map(printedKey);
    expect(names).toHaveLength(42);
    expect(Object.keys(elsewhere).filter((name) => !names.includes(name))).toEqual([]);
    const known = new Set<string>(allRecords.map(({ key }) => key));
    const walkedKeys = walked.flatMap((row) => keysOf(printedKey(row)));
    expect(walkedKeys.filter((key) => !known.has(key))).toEqual([]);
  });

  it('depart from the table only where they really do', () => {
    const needed = table('0.3-parameters').map(printedKey);
    for (const name of Object.keys(departures)) expect(needed).toContain(name.replace(/ \d{4}(-\d\d)?$/, ''));
  });

  it('have in the first pack a value for every key that is walked, but for what began later', () => {
    const first = walked
      .filter((row) => cell(row, '`2018-06`') !== '–')
      .flatMap((row) => keysOf(printedKey(row)))
      .filter((key) => !allRecords.some((record) => record.key === key && (record.validFrom ?? '') <= '2018-06-09'));
    expect(first).toEqual(['domain.warnUnderDays', 'documents.servicePromise', 'shellSubject.directAdd']);
  });

  // How: one cell is altered; the comparison that is green above names it.
  it.each([
    ['sms.windowHours', '`2018-09`', '='],
    ['site.maxDomains', '`2019-07`', '2'],
    ['sms.provinces', '`2018-09`', '= until 09-09; 14 from 2018-09-11; 22 from 2018-09-24'],
    ['footer.link', '`2018-09`', '= ; beian.miit.gov.cn first printed 2019-04-18'],
  ])('turn red for a wrong cell of %s', (key, column, wrong) => {
    const row = table('0.3-parameters').find((one) => printedKey(one) === key)!;
    expect(row[column]).toBeDefined();
    expect(disagreements(row)).toEqual([]);
    expect(disagreements({ ...row, [column]: wrong })).toEqual(expect.arrayContaining([expect.stringContaining(key)]));
  });
});
