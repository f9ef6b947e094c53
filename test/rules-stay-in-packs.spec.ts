import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulePackIds } from '@beian/contracts';
import { provinces } from '@beian/rules';

const root = join(__dirname, '..');

/** The code of a file without what it says in comments: a comment may name its rule, its pack and its day. */
const codeOf = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');

const packs = rulePackIds.map((id) => id.replace('-', '\\-')).join('|');
const names = provinces.map(({ en }) => en).join('|');
const breaches: Readonly<Record<string, RegExp>> = {
  'a pack': new RegExp(`['"\`](${packs})['"\`]`),
  'a day': /\b(19|20)\d{2}-\d{2}-\d{2}\b/,
  'a province by name': new RegExp(`\\b(${names})\\b`),
  'a province by code': /province\w*\s*(={2,3}|!==?|:)\s*['"`]\d{2}['"`]|\[\s*(['"`]\d{2}['"`]\s*,?\s*)+\]/i,
};

/** The message that an operator may copy from the current details: a sample of its fields, read by nobody. */
const sample = /^ *rulePackMoved: \{ messageId: 'm1', pack: .*\},$/m;

const breachesIn = (text: string): readonly string[] =>
  Object.entries(breaches).flatMap(([what, pattern]) => (pattern.test(codeOf(text.replace(sample, ''))) ? [what] : []));

describe('rules are dated data: workflows and their planner name none of them', () => {
  const sources = execFileSync('git', ['ls-files', 'workflows'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => /\/src\/.*\.ts$/.test(file) && !/spec(-helper)?\.ts$/.test(file) && !file.includes('/scripts/'));

  it('no province, day or pack stands in the code of workflows/', () => {
    expect(sources.length).toBeGreaterThan(30);
    const found = sources.flatMap((file) =>
      breachesIn(readFileSync(join(root, file), 'utf8')).map((what) => `${file}: ${what}`),
    );
    expect(found).toEqual([]);
  });

  it.each([
    { planted: "if (record.state.pack === '2018-06') return 'returned';", what: 'a pack' },
    { planted: "const from = '2019-07-29';", what: 'a day' },
    { planted: "if (opened.province === '31') return 'shanghai-app';", what: 'a province by code' },
    { planted: "const asked = ['12', '62', '54'];", what: 'a province by code' },
    { planted: 'const isTianjin = name === `Tianjin`;', what: 'a province by name' },
  ])('finds $what where it is planted: $planted', ({ planted, what }) => {
    expect(breachesIn(`/** pack 2018-06, Shanghai */\n${planted}`)).toContain(what);
    expect(breachesIn(`// ${planted}`)).toEqual([]);
  });
});
