import { randomBytes } from 'node:crypto';
import { filingWorkflowId, type Stage } from '@beian/contracts';
import { connectTemporal, createLogger, dataConverter, newId, startWorker, verifyAudit } from '@beian/platform';
import type { RunningWorker, TemporalClient } from '@beian/platform';
import { testStack } from '@beian/testing';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { Worker } from '@temporalio/worker';
import { Bench, sha256 } from '../documents.spec-helper';
import { eraseHistories } from './erase-histories';
import { exportDue, exportHistories, hearFilingClosing } from './export-histories';
import { historyKey } from './export-run';
import { HistoryDeps } from './history-deps';
import { HistoryExportsStore } from './history-exports.store';
import { linkHistories } from './link-histories';

jest.setTimeout(120_000);

const taskQueue = `histories-${randomBytes(4).toString('hex')}`;
const codecKeys = { current: 'k1', keys: { k1: randomBytes(32) } };
const workflowsPath = require.resolve('./closing.spec-workflows');
const logger = createLogger('documents', 'silent');

describe('keeping the histories of closed filings (features.md 3.5)', () => {
  const bench = new Bench();
  let temporal: TemporalClient;
  let worker: RunningWorker;
  let deps: HistoryDeps;

  beforeAll(async () => {
    await bench.open();
    const settings = {
      TEMPORAL_ADDRESS: testStack().temporal.address,
      TEMPORAL_NAMESPACE: 'beian-documents',
      CODEC_KEYS: codecKeys,
    };
    temporal = await connectTemporal(settings);
    const fail = (error: unknown) => {
      throw error;
    };
    worker = await startWorker({ settings, taskQueue, logger, workflows: { workflowsPath }, onFailed: fail });
    deps = withParts({});
  });
  afterAll(async () => {
    await worker.drain();
    await temporal.connection.close();
    await bench.close();
  });

  const withParts = (change: Partial<HistoryDeps>) =>
    new HistoryDeps({
      objects: bench.deps.objects,
      temporal,
      clock: bench.deps.clock,
      logger,
      mostBytes: 1_000_000,
      exports: new HistoryExportsStore(bench.db.database),
      ...change,
    });
  const start = async (left = 0) => {
    const filingId = newId();
    const handle = await temporal.workflow.start('filing', {
      taskQueue,
      workflowId: filingWorkflowId(filingId),
      args: [left],
    });
    return { filingId, handle: temporal.workflow.getHandle(handle.workflowId) };
  };
  const close = async ({ handle }: Awaited<ReturnType<typeof start>>) => {
    // Only the last run heeds it; one that continues as new just then would lose it.
    while ((await handle.query<number>('left')) > 0);
    await handle.signal('close');
    await handle.result();
  };
  const hear = (filingId: string, stage: Stage) =>
    bench.db.database.transaction((tx) =>
      hearFilingClosing(deps.exports, { data: { snapshot: { ...snapshot, filingId, stage } } }, { tx, at: new Date() }),
    );
  const inDays = (days: number) => withParts({ clock: { now: () => new Date(Date.now() + days * 86_400_000) } });
  const dueIn = async (filingId: string) =>
    (await bench.db.database.query('SELECT 1 FROM history_due WHERE filing_id = $1', [filingId])).length;
  const fileOf = async (key: string) => (await deps.objects.read(key, 1_000_000)) ?? Buffer.alloc(0);

  it('waits while the workflow is open, then keeps every run of the chain as the server has it', async () => {
    const filing = await start(2);
    await hear(filing.filingId, 'provider-review');
    expect(await dueIn(filing.filingId)).toBe(0);
    await hear(filing.filingId, 'granted');
    await hear(filing.filingId, 'granted');
    expect(await exportDue(deps)).toBe(0);
    expect(await deps.exports.of(filing.filingId)).toEqual([]);

    await close(filing);
    expect(await exportDue(deps)).toBe(0); // not yet: the next look is seconds away
    expect(await exportDue(inDays(1))).toBe(1);
    expect(await dueIn(filing.filingId)).toBe(0);
    const kept = await deps.exports.of(filing.filingId);
    expect(kept).toHaveLength(3);
    for (const { runId, key, sha256: hash, sizeBytes, events } of kept) {
      expect(key).toBe(historyKey({ filingId: filing.filingId, runId }));
      const file = await fileOf(key);
      expect({ sha256: sha256(file), sizeBytes: file.length }).toEqual({ sha256: hash, sizeBytes });
      const there = await temporal.workflow.getHandle(filing.handle.workflowId, runId).fetchHistory();
      expect(JSON.parse(file.toString())).toEqual(JSON.parse(historyToJSON(there)));
      expect(there.events).toHaveLength(events);
      expect(file.toString()).not.toContain('canary-of-the-result');
      expect(file.toString()).not.toContain(Buffer.from('canary-of-the-result').toString('base64').slice(0, 20));
      const history = JSON.parse(file.toString()) as object;
      await Worker.runReplayHistory(
        { workflowsPath, dataConverter: dataConverter(codecKeys) },
        history,
        filing.handle.workflowId,
      );
    }
  });

  it('finds what is missing: not heard of, terminated, or lost in the bucket, and writes nothing twice', async () => {
    const unheard = await start(1);
    await close(unheard);
    const killed = await start();
    await killed.handle.terminate('a reason');
    const look = async () => {
      await exportHistories(deps, { at: new Date().toISOString(), days: 1 });
      return [...(await deps.exports.of(unheard.filingId)), ...(await deps.exports.of(killed.filingId))];
    };
    // Visibility follows the workflows by a moment.
    let kept = await look();
    for (const giveUpAt = Date.now() + 20_000; kept.length < 3 && Date.now() < giveUpAt;) kept = await look();
    expect(kept).toHaveLength(3);

    const [first] = kept;
    const before = await fileOf(first!.key);
    await deps.objects.remove(first!.key);
    expect(await exportHistories(deps, { at: new Date().toISOString(), days: 1 })).toMatchObject({
      exported: 1,
      failed: 0,
    });
    expect(await fileOf(first!.key)).toEqual(before);
    expect(await exportHistories(deps, { at: new Date().toISOString(), days: 1 })).toMatchObject({ exported: 0 });
    const exported = await bench.db.database.query(
      `SELECT 1 FROM audit WHERE action = 'history-exported' AND object = $1`,
      [`filing/${unheard.filingId}`],
    );
    expect(exported).toHaveLength(2);
    expect(await verifyAudit(bench.db.database)).toMatchObject({ ok: true });
  });

  it('leaves a file alone that differs from the server, and refuses a history that is too large', async () => {
    const filing = await start();
    await close(filing);
    const { runId } = await filing.handle.describe();
    const key = historyKey({ filingId: filing.filingId, runId });
    await deps.objects.write(key, Buffer.from('{}'), 'application/json');
    await hear(filing.filingId, 'withdrawn');
    await exportDue(inDays(2));
    expect((await fileOf(key)).toString()).toBe('{}');
    expect(await deps.exports.of(filing.filingId)).toEqual([]);
    await deps.objects.remove(key);

    await exportDue(new HistoryDeps({ ...inDays(4), mostBytes: 100 }));
    expect(await deps.exports.of(filing.filingId)).toEqual([]);
    expect(await deps.exports.known([runId])).toEqual(new Map([[runId, {}]]));
    expect(await dueIn(filing.filingId)).toBe(0);
  });

  it('counts what fails until it is kept, and not what is only open', async () => {
    const filing = await start();
    await hear(filing.filingId, 'granted');
    await exportDue(deps);
    expect(await deps.exports.failing()).toBe(0);
    await close(filing);
    const { runId } = await filing.handle.describe();
    const key = historyKey({ filingId: filing.filingId, runId });
    await deps.objects.write(key, Buffer.from('{}'), 'application/json');
    await exportDue(inDays(1));
    await exportDue(inDays(2));
    expect(await deps.exports.failing()).toBe(1);
    await deps.objects.remove(key);
    await exportDue(inDays(3));
    expect(await deps.exports.failing()).toBe(0);
    expect(await dueIn(filing.filingId)).toBe(0);
  });

  it('gives links to what is kept, after the look is in the audit log', async () => {
    const filing = await start(1);
    const actor = newId();
    expect(await linkHistories(deps, filing.filingId, { actor })).toEqual({ items: [] });
    await close(filing);
    await hear(filing.filingId, 'withdrawn');
    await exportDue(inDays(1));
    const { items } = await linkHistories(deps, filing.filingId, { actor });
    expect(items).toHaveLength(2);
    for (const { url, sha256: hash, sizeBytes } of items) {
      const file = Buffer.from(await (await fetch(url)).arrayBuffer());
      expect({ sha256: sha256(file), sizeBytes: file.length }).toEqual({ sha256: hash, sizeBytes });
      expect(file.toString()).not.toContain('canary-of-the-result');
    }
    const looks = await bench.db.database.query<{ actor: string; details: unknown }>(
      `SELECT actor, entry::jsonb -> 'details' AS details FROM audit WHERE action = 'history-seen' AND object = $1`,
      [`filing/${filing.filingId}`],
    );
    expect(looks).toEqual([{ actor, details: { runIds: items.map(({ runId }) => runId) } }]);
  });

  it('erases a history when its period is over and nobody holds the filing', async () => {
    const { filingId } = await bench.aFiling();
    const handle = await temporal.workflow.start('filing', {
      taskQueue,
      workflowId: filingWorkflowId(filingId),
      args: [0],
    });
    await close({ filingId, handle: temporal.workflow.getHandle(handle.workflowId) });
    await hear(filingId, 'lapsed');
    await exportDue(inDays(1));
    const [kept] = await deps.exports.of(filingId);
    expect(kept).toBeDefined();
    await bench.db.database.execute('UPDATE filing SET held_at = now() WHERE filing_id = $1', [filingId]);
    expect(await eraseHistories(inDays(400), undefined)).toBe(0);
    await eraseHistories(inDays(400), 365);
    expect(await deps.exports.of(filingId)).toHaveLength(1);
    await bench.db.database.execute('UPDATE filing SET held_at = NULL WHERE filing_id = $1', [filingId]);
    expect(await eraseHistories(inDays(364), 365)).toBe(0);
    expect(await eraseHistories(inDays(366), 365)).toBe(1);
    expect(await deps.exports.of(filingId)).toEqual([]);
    expect(await deps.objects.size(kept!.key)).toBeUndefined();
  });
});

const snapshot = {
  owner: newId(),
  version: 2,
  since: '2018-06-01T00:00:00.000Z',
  at: '2018-06-01T00:00:00.000Z',
  waitingOn: 'nobody',
  submission: 1,
  flags: {
    overdue: false,
    provisional: false,
    onHold: false,
    parked: false,
    rePlanned: false,
    cancelRefused: false,
  },
  province: '12',
  filingType: 'FIRST',
  nature: 'enterprise',
  pack: '2018-06',
  asOf: '2018-06-01',
  reasons: [],
  ledger: [],
};
