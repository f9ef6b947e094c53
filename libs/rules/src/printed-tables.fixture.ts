// eslint-disable-next-line no-restricted-imports -- only specs load this file, and they run in Node
import { readFileSync } from 'node:fs';
// eslint-disable-next-line no-restricted-imports -- as above
import { join } from 'node:path';
import type { FilingType, Nature, RulePackId } from '@beian/contracts';
import { codesOf, provinces } from './provinces';
import type { RuleContext } from './rule-context';

/** One row of a table of the regulation: cell by column head. */
export type Row = Readonly<Record<string, string>>;

/** A table of the regulation as it was transcribed into `fixtures/`, which nothing but specs reads. */
export function table(name: string): readonly Row[] {
  const lines = readFileSync(join(__dirname, '..', 'fixtures', `${name}.md`), 'utf8').split('\n');
  const cells = lines
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map((cell) => cell.trim()),
    );
  const [head = [], , ...rows] = cells;
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
}

/** The cell of a column whose head begins so. */
export function cell(row: Row, head: string): string {
  const found = head in row ? head : Object.keys(row).find((name) => name.startsWith(head));
  if (found === undefined) throw new Error(`no column ${head} in ${Object.keys(row).join(' | ')}`);
  return row[found] ?? '';
}

export const code = (name: string): string => codesOf(name)[0]!;
export const allNames: readonly string[] = provinces.map(({ en }) => en);

/** Names of provinces in a text, in the order of the text; `Inner Mongolia` is one. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(new RegExp(allNames.join('|'), 'g'))].map(([name]) => name);
}

/** A context with the usual values; the day is the pack's first. */
export function aContext(
  pack: RulePackId,
  given: {
    readonly asOf?: string;
    readonly province?: string;
    readonly nature?: Nature;
    readonly filingType?: FilingType;
  } = {},
): RuleContext {
  const days: Record<RulePackId, string> = {
    '2018-06': '2018-06-09',
    '2018-09': '2018-09-07',
    '2019-04': '2019-04-22',
    '2019-07': '2019-09-20',
    '2020-08': '2020-08-17',
    '2026': '2026-06-01',
  };
  return { pack, asOf: days[pack], province: '33', nature: 'enterprise', filingType: 'FIRST', ...given };
}
