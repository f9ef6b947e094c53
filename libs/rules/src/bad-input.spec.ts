import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import * as calendar from '@beian/calendar';
import { askRules, wholeAnswers, type Libraries } from './ask-rules.fixture';
import { badInput } from './bad-input.fixture';
import * as rules from './index';

const root = join(__dirname, '..', '..', '..');
const { browserScript } = jest.requireActual<{ browserScript(): string }>('../scripts/build-browser.cjs');
const cases = badInput.flatMap((row) =>
  row.mark === 'pure' ? row.cases.map(([asked, answer]) => ({ row: row.row, asked, answer })) : [],
);
const node: Libraries = { rules, calendar };

/** The titles of a spec's tests, groups and tables of tests; not its comments. */
const testTitles = (spec: string): readonly string[] =>
  [...spec.matchAll(/\(\s*'((?:[^'\\\n]|\\.)*)',\s*(?:async\s)?\(/g)].map(([, title = '']) => title);
/** Row and nothing longer: `B-1.1` is not cited by `B-1.10`. */
const cites = (title: string, row: string): boolean =>
  /\(([^()]*)\)$/.exec(title)?.[1]?.split(', ').includes(row) ?? false;

/** The rows that the catalogue prints without a number, by their first words. */
const unnumbered = [
  ...['case, width, invisible', 'look-alikes', 'Han', 'path', 'numbers', 'shape', 'final dot', 'sharp s', 'rest'],
  ...['names', 'registry', 'simplified and traditional', 'many', 'races'].map((also) => `also: ${also}`),
]
  .map((row) => `B-4 ${row}`)
  .concat(['home page', 'names and redirects', 'servers and service codes'].map((row) => `B-5 ${row}`))
  .concat(['phones', 'phones elsewhere', 'e-mails', 'codes', 'dates', 'deadlines'].map((row) => `B-6 ${row}`));

jest.setTimeout(60_000); // the browser's script is bundled here

describe('the bad-input catalogue', () => {
  it('has every row of B-1 to B-6, each marked pure or stateful', () => {
    const rows = badInput.map(({ row }) => row);
    const numbered = (catalogue: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${catalogue}.${i + 1}`);
    const printed = [
      ...numbered('B-1', 13),
      ...numbered('B-2', 8),
      ...numbered('B-3', 11),
      'B-3.2 limits',
      ...unnumbered,
    ];
    expect([...rows].sort()).toEqual(printed.sort());
  });

  it.each(badInput.filter((row) => row.mark === 'stateful'))(
    '$row is the name of a test in each spec it names',
    (row) => {
      expect(row.provedBy).not.toEqual([]);
      for (const file of row.provedBy) {
        const path = join(root, file);
        const titles = existsSync(path) ? testTitles(readFileSync(path, 'utf8')) : [];
        expect({ file, cites: titles.some((title) => cites(title, row.row)) }).toEqual({ file, cites: true });
      }
    },
  );

  it('has a story through the gateway for every stateful row that an applicant can reach', () => {
    const reached = ({ provedBy }: { readonly provedBy: readonly string[] }) =>
      provedBy.some((spec) => spec.startsWith('test/stories/'));
    const unreached = badInput.flatMap((row) => (row.mark === 'stateful' && !reached(row) ? [row.row] : []));
    // What a name resolves to is met by calls of the product's own, never in an applicant's request.
    expect(unreached).toEqual(['B-5 names and redirects']);
  });

  it.each(cases)('$row: $asked', ({ asked, answer }) => {
    expect(askRules(node, asked)).toEqual(answer);
  });
});

describe('the browser build', () => {
  const script = browserScript();
  // Nothing of Node, and nothing of a browser either: what the libraries need they bring along.
  const sandbox = createContext(Object.create(null) as object, { codeGeneration: { strings: false, wasm: false } });
  runInContext(`${script}\nglobalThis.answer = beianRules;`, sandbox);
  const browser = runInContext('globalThis.answer', sandbox) as Libraries;

  it('is under 400 kB gzipped, both libraries together', () => {
    expect(gzipSync(script, { level: 9 }).length).toBeLessThan(400_000);
  });

  it('has no module of Node inside', () => {
    expect(script).not.toMatch(/require\(|node:|process\.env/);
    expect(runInContext('typeof require + typeof process + typeof Buffer + typeof URL', sandbox)).toBe(
      'undefined'.repeat(4),
    );
  });

  it('answers every pure row as Node does', () => {
    const differing = cases.filter(
      ({ asked }) => JSON.stringify(askRules(browser, asked)) !== JSON.stringify(askRules(node, asked)),
    );
    expect(differing).toEqual([]);
    expect(cases.length).toBeGreaterThan(200);
  });

  it('gives the same page, slots and sources', () => {
    expect(wholeAnswers(browser)).toBe(wholeAnswers(node));
  });
});
