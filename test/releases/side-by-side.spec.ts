import { randomBytes } from 'node:crypto';
import type { Stage } from '@beian/contracts';
import * as messages from '@beian/contracts/messages';
import { TestBench, type TestFiling } from '@beian/filing/bench';
import { makeVersionCurrent } from '@beian/platform';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { WorkerOptions } from '@temporalio/worker';
import { life, standsAfter } from './one-life.spec-helper';
import { patchesTaken } from './patches-taken';
import { anotherSummary, tellEntries, plantedBundle, plantedPatch } from './planted-build.spec-helper';
import type { RecordedHistory } from './releases';

jest.setTimeout(900_000); // 200 lives of some forty steps each: eight minutes on two busy cores

const namespace = 'beian-releases';
const deploymentName = 'beian-releases';
const filingsPerStage = 25;
/** At once, so that no answer has to wait for all the others. */
const atOnce = 25;

const tag = randomBytes(4).toString('hex');
const before = { deploymentName, buildId: `before-${tag}` };
const after = { deploymentName, buildId: `after-${tag}` };

const versioned = (version: typeof before, code: string): Partial<WorkerOptions> => ({
  workflowBundle: { code },
  workerDeploymentOptions: { version, useWorkerVersioning: true, defaultVersioningBehavior: 'AUTO_UPGRADE' },
});

/** A filing on its way, and how far it has come. */
interface Traveller {
  readonly filing: TestFiling;
  done: number;
}

describe('two builds of the workflow side by side (R9)', () => {
  let bench: TestBench;
  let travellers: readonly Traveller[];
  let stopAfter: () => Promise<void>;

  beforeAll(async () => {
    const [knowing, awake] = await Promise.all([
      plantedBundle(tellEntries),
      plantedBundle([...tellEntries, anotherSummary]),
    ]);
    bench = await TestBench.startWithoutWorkflow(namespace);
    const patchActivationCallback: WorkerOptions['patchActivationCallback'] = ({ patchId }) => patchId !== plantedPatch;
    await bench.host({ ...versioned(before, knowing), patchActivationCallback });
    await makeVersionCurrent(bench.client, before);
    await ramp({ deploymentName, buildId: '' }, 0); // a run that failed half-way has left its own
    stopAfter = await bench.host(versioned(after, awake));
  });
  afterAll(() => bench.stop());

  it('carry 200 filings from every stage through a ramp and the switch, and the first takes all of them back', async () => {
    const starts = standsAfter.flatMap((done) => Array.from({ length: filingsPerStage }, () => done));
    travellers = await inGroups(starts, async (done) => {
      const traveller = { filing: await bench.open(), done: 0 };
      await walkOn(traveller, done);
      return traveller;
    });
    expect(new Set((await snapshots()).map(({ stage }) => stage))).toEqual(new Set(everyStage));
    expect(await builds()).toEqual({ [before.buildId]: travellers.length });

    await ramp(after, 50);
    await everybodyMoves();
    const beside = await builds();
    expect(Object.keys(beside).sort()).toEqual([after.buildId, before.buildId].sort());
    expect(Math.min(...Object.values(beside))).toBeGreaterThan(travellers.length / 4);

    await makeVersionCurrent(bench.client, after);
    await everybodyMoves();
    await untilAllAreAt(after.buildId);
    const onTheWay = await histories();
    expect(onTheWay.filter((history) => patchesTaken(history).includes(plantedPatch)).length).toBeGreaterThan(
      travellers.length / 5,
    );

    await makeVersionCurrent(bench.client, before);
    await stopAfter();
    await inGroups(travellers, (traveller) => walkOn(traveller, life.length - traveller.done));
    expect(await builds()).toEqual({ [before.buildId]: travellers.length });
    const results = await inGroups(travellers, ({ filing }) => filing.handle.result());
    expect(results).toEqual(travellers.map(() => ({ stage: 'granted' })));
    // A run that the first build still holds in memory has decided there that the branch sleeps. That task fails once; the
    // run is read anew and follows the mark.
    const failed = (await histories()).map(failures);
    expect(Math.max(...failed.map(({ length }) => length))).toBeLessThanOrEqual(1);
    expect(failed.flat().filter((event) => !JSON.stringify(event).includes(`change ${plantedPatch}`))).toEqual([]);
    for (const { filing } of travellers) {
      expect(filing.outside.rows.map(({ version }) => version)).toEqual(filing.outside.rows.map((_, i) => i + 1));
    }
  });

  const snapshots = () => inGroups(travellers, ({ filing }) => filing.query());

  /** Each is spoken to, and so moved by the build whose turn it is; every second one takes a step of its life as well. */
  const everybodyMoves = () =>
    inGroups([...travellers.entries()], async ([at, traveller]) => {
      await traveller.filing.tell(messages.calendarChanged, {});
      await traveller.filing.query();
      if (at % 2 === 0 && traveller.done < life.length - 1) await walkOn(traveller, 1);
    });

  /** A switch reaches the last task queue a moment later: speaks to all until this build has moved each of them. */
  async function untilAllAreAt(buildId: string): Promise<void> {
    for (const giveUpAt = Date.now() + 60_000; ;) {
      const now = await builds();
      if (now[buildId] === travellers.length || Date.now() > giveUpAt) {
        expect(now).toEqual({ [buildId]: travellers.length });
        return;
      }
      await inGroups(travellers, ({ filing }) => filing.tell(messages.calendarChanged, {}));
      await snapshots();
    }
  }

  /** How many filings were last moved by which build. */
  async function builds(): Promise<Readonly<Record<string, number>>> {
    const ids = await inGroups(travellers, async ({ filing }) => {
      const execution = { workflowId: filing.handle.workflowId };
      const { workflowExecutionInfo } = await bench.client.workflowService.describeWorkflowExecution({
        namespace,
        execution,
      });
      return workflowExecutionInfo?.versioningInfo?.deploymentVersion?.buildId ?? 'none';
    });
    return Object.fromEntries([...new Set(ids)].map((id) => [id, ids.filter((one) => one === id).length]));
  }

  const histories = () =>
    inGroups(travellers, async ({ filing }) => {
      const json = historyToJSON(await filing.handle.fetchHistory());
      return JSON.parse(json) as RecordedHistory['history'];
    });

  async function ramp(version: typeof after, percentage: number): Promise<void> {
    const asked = { namespace, ...version, percentage, identity: 'spec' };
    for (const giveUpAt = Date.now() + 20_000; ;) {
      try {
        await bench.client.workflowService.setWorkerDeploymentRampingVersion(asked);
        return;
      } catch (error) {
        if (Date.now() > giveUpAt) throw error; // until then it may not have polled yet
      }
    }
  }
});

const everyStage: readonly Stage[] = [
  'draft',
  'provider-review',
  'returned',
  'identity-check',
  'hand-over',
  'phone-verification',
  'authority-review',
  'granted',
];

async function walkOn(traveller: Traveller, steps: number): Promise<void> {
  for (const { to, walk } of life.slice(traveller.done, traveller.done + steps)) {
    await walk(traveller.filing);
    if (to !== undefined) expect(await traveller.filing.query()).toMatchObject({ stage: to });
    traveller.done += 1;
  }
}

/**
 * What a build that does not fit leaves in a history. A task that timed out was only lost with the worker that had it, and one
 * with an unhandled command was overtaken by another event.
 */
const failures = ({ events }: RecordedHistory['history']): readonly object[] =>
  events.filter(
    (event) =>
      'workflowTaskFailedEventAttributes' in event && !JSON.stringify(event).includes('CAUSE_UNHANDLED_COMMAND'),
  );

/** Works on a few at once, in order. */
async function inGroups<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (let at = 0; at < all.length; at += atOnce) {
    results.push(...(await Promise.all(all.slice(at, at + atOnce).map(work))));
  }
  return results;
}
