// Lints pieces of code as if they stood in given files: JSON [{ file, code }] on standard input, the broken rules of each
// on standard output. A process of its own, because ESLint loads its configuration as an ES module.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';

const [root] = process.argv.slice(2);
const eslint = new ESLint({ cwd: root });
const pieces = JSON.parse(await text(process.stdin));
const rules = [];
for (const { file, code } of pieces) {
  const [result] = await eslint.lintText(code, { filePath: `${root}/${file}` });
  rules.push((result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(rules));
