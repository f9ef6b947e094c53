import { randomUUID } from 'node:crypto';
import { type DriftKind, type ReconcileReport, taskQueues, upkeepTypes } from '@beian/contracts';
import { individualInZhejiang } from '@beian/infra';
import { Journey, type Station } from './journey';
import { plant } from './plant-drift';
import { theScene } from './scene';
import { filingHandle, temporal } from './workflow-view';

const inStage = (stage: Station) => Journey.inStage(theScene(), { form: individualInZhejiang(), stage });

async function withdrawn(): Promise<Journey> {
  const journey = await inStage('provider-review');
  await journey.mustAct('withdraw');
  await journey.untilStage('withdrawn');
  await (await filingHandle(journey.filingId)).result();
  return journey;
}

async function reconcile(journeys: readonly Journey[], dryRun: boolean): Promise<ReconcileReport> {
  return (await temporal()).workflow.execute(upkeepTypes.reconcile, {
    taskQueue: taskQueues.filing,
    workflowId: `${upkeepTypes.reconcile}-${randomUUID()}`,
    args: [{ dryRun, filings: journeys.map(({ filingId }) => filingId), graceSeconds: 0, secondLookSeconds: 3 }],
  });
}

/** The differences as "filing kind", sorted; what is not told is not there. */
const told = ({ lines }: ReconcileReport) => lines.map(({ filingId, kind }) => `${filingId} ${kind}`).sort();

describe('reconciliation', () => {
  it('feature 45: finds seven kinds of drift and invents none, says so in a dry run, repairs them, and is clean after', async () => {
    // A few at a time: pictures are decoded one after the other.
    const [projection, run, papers] = await Promise.all([0, 1, 2].map(() => inStage('provider-review')));
    const [order, held, register] = await Promise.all([inStage('provider-review'), withdrawn(), inStage('granted')]);
    const [answer, ...healthy] = await Promise.all([inStage('authority-review'), inStage('draft'), withdrawn()]);
    healthy.push(await inStage('authority-review'));
    if (projection === undefined || run === undefined || papers === undefined) throw new Error('three were begun');
    const moving = await inStage('provider-review');

    await plant.projectionBehind(projection);
    await plant.runMissing(run);
    await plant.heldAfterEnd(held);
    await plant.registerUnwritten(register);
    await plant.papersDamaged(papers);
    await plant.answerUnheard(answer);
    await plant.orderUnknown(order);
    const all = [projection, run, papers, order, held, register, answer, moving, ...healthy];
    const planted: readonly (readonly [Journey, DriftKind])[] = [
      [projection, 'projection-behind'],
      [run, 'run-missing'],
      [held, 'held-after-end'],
      [held, 'held-after-end'],
      [register, 'register-unwritten'],
      [papers, 'paper-damaged'],
      [papers, 'paper-damaged'],
      [answer, 'answer-unheard'],
      [order, 'order-mismatch'],
    ];
    const expected = planted.map(([{ filingId }, kind]) => `${filingId} ${kind}`).sort();

    // One filing moves on while it is compared.
    const [dry] = await Promise.all([reconcile(all, true), moving.to('granted')]);
    expect(told(dry)).toEqual(expected);
    expect(new Set(dry.lines.map(({ state }) => state))).toEqual(new Set(['would-repair']));
    expect(dry.repaired).toBe(0);

    const real = await reconcile(all, false);
    expect(told(real)).toEqual(expected);
    expect(real.lines.filter(({ state }) => state !== 'repaired')).toEqual([]);

    await answer.untilStage('granted');
    expect((await projection.status()).stage).toBe('provider-review');
    await run.to('granted'); // the revived run goes on to its end, and submits once
    expect((await run.scene.outside.ordersOf(run.filingId)).length).toBe(1);

    const after = await reconcile(all, false);
    expect({ lines: after.lines, compared: after.compared }).toEqual({ lines: [], compared: all.length });
  });
});
