import { isOpen, nextStages, type Stage } from '@beian/contracts';
import { edges, walked } from './edges.spec-helper';
import { TestBench } from './test-bench.spec-helper';

describe('the lifecycle', () => {
  let bench: TestBench;
  beforeAll(async () => {
    bench = await TestBench.start();
  });
  afterAll(() => bench.stop());

  it.each(edges)('leads from $from to $to, recorded without a gap (I-2, I-6)', async (edge) => {
    const { to, way } = edge;
    const filing = await bench.open(way.pack === undefined ? {} : { pack: way.pack }, way.outside);
    await way.walk(filing);
    await walked(edge, filing);
    const stages = await filing.stagesRecorded();
    expect(stages.slice(1).every((stage, i) => edgeExists(stages[i]!, stage))).toBe(true);
    expect(filing.outside.rows.map(({ version }) => version)).toEqual(filing.outside.rows.map((_, i) => i + 1));

    if (isOpen(to as Stage)) return filing.end();
    await expect(filing.handle.result()).resolves.toEqual({ stage: to });
    const last = filing.outside.rows.at(-1)!;
    expect(last.ledger.filter(({ state }) => state === 'open' || state === 'parked')).toEqual([]);
  });

  const edgeExists = (from: Stage, to: Stage) => (nextStages[from] as readonly Stage[]).includes(to);
});
