import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { differingLookUps, sides } from './draft-evaluation';
import { interleaved, ratioOf } from './interleaved';

/*
 * `npm run bench:draft` in test/: one run, every figure of it; raw samples and the machine go into dist/bench-results.
 */
const plan = { repetitions: 15, iterations: 200, warmUp: 500 };
const differing = differingLookUps();
if (differing.length > 0) throw new Error(`the run is void, look-ups differ: ${differing.join()}`);
const order = [sides.draft, sides.read, sides.lookUps, sides.textbook, sides.slots];
const results = interleaved(order, plan);
const [draft, reading, lookUps, textbook] = results;
if (!draft || !reading || !lookUps || !textbook) throw new Error('a side is missing');
const ratios = [ratioOf(draft, reading), ratioOf(lookUps, textbook)];
const machine = {
  node: process.version,
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memoryBytes: totalmem(),
  kernel: release(),
};
for (const { name, median } of results) process.stdout.write(`${(median / 1000).toFixed(1).padStart(9)} µs  ${name}\n`);
for (const { of, over, ratio, low, high } of ratios)
  process.stdout.write(`${ratio.toFixed(2)}x [${low.toFixed(2)}, ${high.toFixed(2)}]  ${of} / ${over}\n`);
const folder = join(__dirname, '..', 'bench-results');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'draft-evaluation.json'), JSON.stringify({ machine, plan, results, ratios }, null, 1));
