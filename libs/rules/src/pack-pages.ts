import type { Day, RulePackId } from '@beian/contracts';
import { comparePacks, type PackDifference, type PackValue } from './compare-packs';
import { allRecords } from './packs/all-records';
import { provinceOf, provinces } from './provinces';
import { rulePacks, type RulePack } from './rule-packs';
import type { RuleRecord } from './rule-record';
import type { RuleKey } from './rule-values';

/** Markdown for people: every value of a pack with its source, and what differs between two packs. */

const cellText = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const shown = (value: unknown): string => (value === undefined ? 'none printed' : cellText(JSON.stringify(value)));

function named(codes: readonly string[]): string {
  if (codes.length === 0) return 'everywhere';
  if (codes.length === provinces.length) return 'each of the 31 provinces';
  return codes.map((code) => provinceOf(code)?.en ?? code).join(', ');
}

/** Records that are in force on some day of a pack; what a later one of the same scope replaced before it are not. */
function recordsOf({ from, to = '9999-12-31' }: RulePack): readonly RuleRecord[] {
  const begun = allRecords.filter(
    ({ validFrom, validTo }) => (validFrom ?? '') <= to && (validTo === undefined || validTo >= from),
  );
  const sameScope = new Map<string, RuleRecord[]>();
  for (const record of begun) {
    const id = JSON.stringify([record.key, record.scope]);
    sameScope.set(id, [...(sameScope.get(id) ?? []), record]);
  }
  const isReplaced = (record: RuleRecord): boolean =>
    (sameScope.get(JSON.stringify([record.key, record.scope])) ?? []).some(
      (other) =>
        other !== record &&
        (other.validFrom ?? '') > (record.validFrom ?? '') &&
        (other.validFrom ?? '') <= from &&
        other.validTo === undefined,
    );
  return begun.filter((record) => !isReplaced(record));
}

const period = (from: Day | undefined, to: Day | undefined): string => `${from ?? '…'} – ${to ?? '…'}`;

/** Rows of one key; provinces with the same value, days and source share a row. */
function keyRows(records: readonly RuleRecord[]): readonly string[] {
  const rows = new Map<string, { readonly record: RuleRecord; readonly codes: string[] }>();
  for (const record of records) {
    const { scope, value, validFrom, validTo, source, confidence, note } = record;
    const text = scope.province === undefined ? note.en : '';
    const { province, ...rest } = scope;
    const id = JSON.stringify([province === undefined, rest, value, validFrom, validTo, source, confidence, text]);
    const row = rows.get(id) ?? { record, codes: [] };
    if (province !== undefined) row.codes.push(province);
    rows.set(id, row);
  }
  return [...rows.values()].map(({ record, codes }) => {
    const { scope, value, validFrom, validTo, source, confidence, note } = record;
    const where = [named([...codes].sort()), scope.subject, scope.filingType].filter(Boolean).join('; ');
    const says = codes.length > 1 ? '' : cellText(`${note.zh} · ${note.en}`);
    return `| ${where} | ${shown(value)} | ${period(validFrom, validTo)} | ${cellText(source)} | ${confidence} | ${says} |`;
  });
}

/** One page: the pack's period, then each key with its values, days, sources and confidence. */
export function packPage(id: RulePackId): string {
  const pack: RulePack = rulePacks[id];
  const byKey = new Map<RuleKey, RuleRecord[]>();
  for (const record of recordsOf(pack)) byKey.set(record.key, [...(byKey.get(record.key) ?? []), record]);
  const sections = [...byKey.keys()]
    .sort()
    .flatMap((key) => [
      '',
      `## ${key}`,
      '',
      '| Where | Value | Valid | Source | Confidence | What it says |',
      '| --- | --- | --- | --- | --- | --- |',
      ...keyRows(byKey.get(key) ?? []),
    ]);
  return [
    `# Rule pack ${id}`,
    '',
    'Generated from the packs by `libs/rules/scripts/write-rule-pages.cjs`: run it again instead of editing.',
    '',
    `In force ${pack.from} – ${pack.to ?? '…'}. ${pack.note.zh}；${pack.note.en}.`,
    ...sections,
    '',
  ].join('\n');
}

const valueText = ({ answer, value, source, validFrom }: PackValue): string =>
  answer === 'unknown'
    ? 'unknown'
    : `${answer === 'none-printed' ? 'none printed' : shown(value)} (${cellText(source ?? '')}${validFrom === undefined ? '' : `, from ${validFrom}`})`;

const differenceRow = ({ key, provinces: codes, subject, filingType, before, after }: PackDifference): string =>
  `| ${key} | ${[named(codes), subject, filingType].filter(Boolean).join('; ')} | ${valueText(before)} | ${valueText(after)} |`;

/** What changes between two packs, as a table. */
export const comparisonPage = (before: RulePackId, after: RulePackId): string =>
  [
    `# From rule pack ${before} to ${after}`,
    '',
    `| Key | Where | ${before} | ${after} |`,
    '| --- | --- | --- | --- |',
    ...comparePacks(before, after).map(differenceRow),
    '',
  ].join('\n');
