import { randomBytes } from 'node:crypto';
import { filingWorkflowId, type FilingSnapshot } from '@beian/contracts';
import { codecKeysOf } from './codec-keys.spec-helper';
import {
  connectTemporal,
  newId,
  failureConverterPath,
  startWorker,
  createLogger,
  type RunningWorker,
  type TemporalClient,
} from '@beian/platform';
import { testStack } from '@beian/testing';
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { aSnapshot } from '../filing-builders.spec-helper';
import { Bench } from '../verification.spec-helper';
import { Deliverer } from './deliverer';

const taskQueue = `deliveries-${randomBytes(5).toString('hex')}`;

describe('deliveries to a real workflow', () => {
  const bench = new Bench();
  const settings = {
    TEMPORAL_ADDRESS: testStack().temporal.address,
    TEMPORAL_NAMESPACE: 'beian-verification',
    CODEC_KEYS: codecKeysOf(),
  };
  let client: TemporalClient;
  let bundle: WorkflowBundleWithSourceMap;
  let worker: RunningWorker | undefined;

  const startHost = async () => {
    worker = await startWorker({
      settings,
      taskQueue,
      logger: createLogger('verification', 'silent'),
      workflows: { workflowBundle: bundle },
      onFailed: (error) => {
        throw error;
      },
    });
  };

  beforeAll(async () => {
    bundle = await bundleWorkflowCode({
      workflowsPath: require.resolve('./filing-workflow.spec-helper'),
      failureConverterPath,
      logger: new DefaultLogger('ERROR'),
    });
    client = await connectTemporal(settings);
    await bench.open({ temporal: client });
    await startHost();
  }, 120_000);

  afterAll(async () => {
    await worker?.drain();
    await client.connection.close();
    await bench.close();
  });

  async function running(): Promise<FilingSnapshot> {
    const snapshot = aSnapshot();
    await client.workflow.start('filing', {
      taskQueue,
      workflowId: filingWorkflowId(snapshot.filingId),
      args: [snapshot],
    });
    return snapshot;
  }
  const store = (filingId: string, decision: 'approve' | 'return' | 'refuse', source: string = newId()) =>
    bench.db.database.transaction(async (tx) => {
      const body = { decision, reasons: [] };
      return (await bench.deps.deliveries.add(tx, { source, filingId, message: 'decideReview', body })).delivery;
    });
  const stateOf = async (id: string) => (await bench.deps.deliveries.get(id))?.state;
  const due = () => bench.db.database.execute('UPDATE delivery SET next_attempt_at = now()');

  it('are taken once, though they are sent by several at once and again', async () => {
    const { filingId } = await running();
    const given = await store(filingId, 'return');
    const answers = await Promise.all([1, 2, 3].map(() => bench.deps.deliverer.answerOf(given)));
    expect(answers).toEqual([1, 2, 3].map(() => ({ kind: 'moved', snapshot: expect.objectContaining({ filingId }) })));
    await due();
    await bench.deps.deliverer.deliverDue();
    const last = await store(filingId, 'approve');
    await bench.deps.deliverer.answerOf(last);
    const heard = await client.workflow.getHandle(filingWorkflowId(filingId)).result();
    expect(heard).toEqual([`decideReview ${given.id}`, `decideReview ${last.id}`]);
  });

  it('pass on what the validator refuses', async () => {
    const { filingId } = await running();
    const given = await store(filingId, 'refuse');
    await expect(bench.deps.deliverer.answerOf(given)).rejects.toMatchObject({ code: 'already-decided' });
    expect(await bench.deps.deliveries.get(given.id)).toMatchObject({ state: 'refused', refusal: 'already-decided' });
  });

  it('to a workflow that has ended or never was are refused, not tried for ever', async () => {
    const ended = await running();
    await bench.deps.deliverer.answerOf(await store(ended.filingId, 'approve'));
    await client.workflow.getHandle(filingWorkflowId(ended.filingId)).result();
    for (const filingId of [ended.filingId, newId()]) {
      await expect(bench.deps.deliverer.answerOf(await store(filingId, 'approve'))).rejects.toMatchObject({
        code: 'not-allowed-now',
      });
      const signal = await bench.db.database.transaction((tx) =>
        bench.deps.deliveries.add(tx, {
          source: newId(),
          filingId,
          message: 'authorityAnswered',
          body: { submission: 1, outcome: 'rejected', reasons: [] },
        }),
      );
      await bench.deps.deliverer.deliverDue();
      expect(await stateOf(signal.delivery.id)).toBe('refused');
    }
  });

  it('wait while nobody runs the workflow, and arrive once when somebody does', async () => {
    const { filingId } = await running();
    await worker?.drain();
    worker = undefined;
    const given = await store(filingId, 'return');
    await expect(bench.deps.deliverer.answerOf(given)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    expect(await stateOf(given.id)).toBe('waiting');

    await startHost();
    await due();
    await bench.deps.deliverer.deliverDue();
    expect(await stateOf(given.id)).toBe('taken');
    const last = await store(filingId, 'approve');
    await bench.deps.deliverer.answerOf(last);
    expect(await client.workflow.getHandle(filingWorkflowId(filingId)).result()).toEqual([
      `decideReview ${given.id}`,
      `decideReview ${last.id}`,
    ]);
  }, 120_000);

  it('are brought by the background, at once when it is told and in the end when it is not', async () => {
    const { filingId } = await running();
    const { database, deliveries, logger } = bench.deps;
    const process = new Deliverer({
      database,
      deliveries,
      logger,
      temporal: client,
      afterwards: () => Promise.resolve(),
    });
    process.onApplicationBootstrap();
    const given = await store(filingId, 'approve');
    process.nudge();
    await client.workflow.getHandle(filingWorkflowId(filingId)).result();
    while ((await stateOf(given.id)) === 'waiting'); // the workflow was done first; its answer is being written down
    await process.beforeApplicationShutdown();
    expect(await stateOf(given.id)).toBe('taken');
  });
});
