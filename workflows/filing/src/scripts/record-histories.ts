import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { isOpen, type Stage } from '@beian/contracts';
import { edgeName, edges, walked } from '../specs/edges.spec-helper';
import { specialWays } from '../specs/special-ways.spec-helper';
import { TestBench, type TestFiling } from '../specs/test-bench.spec-helper';

const folder = join(__dirname, '..', '..', 'histories');

/** Names to record; without any, all are. What is there already proves that runs from before a change still replay. */
const named: readonly string[] = process.argv.slice(2);
const isMeant = (name: string): boolean => named.length === 0 || named.includes(name);

/** Walks every edge of the lifecycle, and what happens beside the edges, on the real server and keeps each history. */
async function record(bench: TestBench): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const edge of edges) {
    if (!isMeant(edgeName(edge))) continue;
    const { way, to } = edge;
    const filing = await bench.open(way.pack === undefined ? {} : { pack: way.pack }, way.outside);
    await way.walk(filing);
    await walked(edge, filing);
    if (!isOpen(to as Stage)) await filing.handle.result();
    await keep(edgeName(edge), filing);
    if (isOpen(to as Stage)) await filing.end();
  }
  for (const [name, way] of Object.entries(specialWays)) {
    if (!isMeant(name)) continue;
    const filing = await bench.open({}, way.outside);
    await way.walk(filing);
    await keep(name, filing);
    await filing.end().catch(() => undefined); // some have ended by themselves
  }
}

async function keep(name: string, filing: TestFiling): Promise<void> {
  const json = historyToJSON(await filing.handle.fetchHistory());
  await writeFile(join(folder, `${name}.json.gz`), gzipSync(json, { level: 9 }));
  process.stdout.write(`${name}: ${json.length} characters\n`);
}

async function main(): Promise<void> {
  const bench = await TestBench.start();
  await record(bench).finally(() => bench.stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
