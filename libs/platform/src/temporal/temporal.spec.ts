import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { ActivityFailure, ApplicationFailure } from '@temporalio/common';
import { pino } from 'pino';
import { Database } from '../database/database';
import { DatabaseModule } from '../database/database.module';
import { problem } from '../http/problem-error';
import { bootService } from '../process/boot-service';
import { newId } from '../process/new-id';
import { currentRequestId } from '../process/request-context';
import type { Running } from '../process/running';
import { servers, specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import { makeVersionCurrent } from './make-version-current';
import { connectTemporal, type TemporalClient } from './temporal-client';
import { TemporalModule } from './temporal.module';
import { workerFor, workflowHostFor } from './worker-providers';

jest.setTimeout(120_000);

const suffix = randomBytes(4).toString('hex');
const queue = `platform-${suffix}`;
const canary = `canary-${randomBytes(8).toString('hex')}`;
const settings = {
  TEMPORAL_ADDRESS: servers().temporal.address,
  TEMPORAL_NAMESPACE: 'beian-platform',
  CODEC_KEYS: { current: 'k1', keys: { k1: randomBytes(32) } },
};
const logger = pino({ level: 'silent' });

interface Seen {
  attempts: number;
  requestId?: string | undefined;
  finished?: boolean;
}
const seen = new Map<string, Seen>();
let hold: Promise<void> = Promise.resolve();

/** What an activity can do: succeed, refuse, fail, ask the database, take its time. */
const createActivities = (database: Database) => ({
  call: async ({ how, canary: text }: { readonly how: string; readonly canary: string }): Promise<string> => {
    const facts: Seen = seen.get(how) ?? { attempts: 0 };
    seen.set(how, facts);
    facts.attempts++;
    facts.requestId = currentRequestId();
    if (how === 'refuse')
      return problem('has-findings', { entries: [{ pointer: '/a', code: 'x', zh: text, en: text }] });
    if (how === 'away') return problem('temporarily-unavailable');
    if (how === 'bug') throw new Error(`a bug near ${text}`);
    if (how === 'sql') await database.query('SELECT * FROM nowhere WHERE name = $1', [text]);
    if (how === 'slow' || how === 'closing') {
      await hold;
      await database.query('SELECT 1');
      facts.finished = true;
    }
    return text;
  },
});

describe('the worker of a service', () => {
  let own: SpecDatabase;
  let client: TemporalClient;
  let workflows: Running;
  let activities: Running;
  const failures: unknown[] = [];

  const config = { HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: 'silent' as const };
  const onFatal = (error: unknown) => void failures.push(error);

  const bootActivities = (taskQueue: string): Promise<Running> => {
    @Module({
      imports: [
        DatabaseModule.forService({ url: own.url, schema: 'subject', applicationName: 'spec' }),
        TemporalModule.forService(settings),
      ],
      providers: workerFor(taskQueue, { inject: [Database], useFactory: createActivities }),
    })
    class ActivityModule {}
    return bootService({ name: 'subject', module: ActivityModule, config, logger, onFatal });
  };

  beforeAll(async () => {
    own = await specDatabase('subject');
    client = await connectTemporal(settings);
    const nothing = { inject: [], useFactory: () => ({}) };

    @Module({
      imports: [TemporalModule.forService(settings)],
      providers: workflowHostFor(queue, {
        ...nothing,
        workflows: { workflowsPath: require.resolve('./platform.spec-workflows') },
        deployment: { name: `platform-${suffix}`, buildId: 'b1', releasedBy: 'start' },
      }),
    })
    class WorkflowModule {}

    // Two services in one process, as in the default run.
    [workflows, activities] = await Promise.all([
      bootService({ name: 'worker', module: WorkflowModule, config, logger, onFatal }),
      bootActivities(queue),
    ]);
  });
  afterAll(async () => {
    await Promise.all([workflows.close(), activities.close()]);
    await client.connection.close();
    await own.drop();
    expect(failures).toEqual([]);
  });

  const run = (type: string, args: unknown[]) =>
    client.workflow.start(type, { taskQueue: queue, workflowId: `platform-${newId()}`, args });
  const callOnce = async (how: string): Promise<unknown> => {
    const handle = await run('callOnce', [{ how, canary }]);
    return handle.result().catch((error: unknown) => (error as { cause: ActivityFailure }).cause.cause);
  };
  const historyOf = async (workflowId: string): Promise<string> =>
    JSON.stringify(await client.workflow.getHandle(workflowId).fetchHistory(), (_key, value: unknown) =>
      value instanceof Uint8Array ||
      (value && typeof value === 'object' && (value as { type?: unknown }).type === 'Buffer')
        ? Buffer.from((value as { data?: number[] }).data ?? (value as Uint8Array)).toString('latin1')
        : value,
    );

  it('is ready when it polls, and the version of the workflow host is current', async () => {
    const ready = async (running: Running) => (await (await fetch(`${running.url}/health/ready`)).json()) as object;
    expect(await ready(workflows)).toEqual({ status: 'up', parts: { [`worker ${queue}`]: 'up' } });
    expect(await ready(activities)).toEqual({ status: 'up', parts: { [`worker ${queue}`]: 'up', database: 'up' } });
    await makeVersionCurrent(client, { deploymentName: `platform-${suffix}`, buildId: 'b1' });
  });

  it('runs an activity with a request id, and shows nothing of it in the history', async () => {
    const handle = await run('callOnce', [{ how: 'plain', canary }]);
    expect(await handle.result()).toBe(canary);
    expect(seen.get('plain')?.requestId).toMatch(new RegExp(`^${handle.workflowId}\\.`));
    expect(await historyOf(handle.workflowId)).not.toContain(canary);
  });

  it.each([
    ['refuse', 1, { type: 'has-findings', nonRetryable: true, details: [{ pointer: '/a', code: 'x' }] }],
    ['away', 3, { type: 'temporarily-unavailable', nonRetryable: false }],
    ['bug', 3, { type: 'Error' }],
    ['sql', 3, { type: 'DatabaseError' }],
  ])('rel T11 tries %s %i times and says so by type, without the text', async (how, attempts, expected) => {
    const failure = await callOnce(how);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject(expected);
    expect(seen.get(how)?.attempts).toBe(attempts);
    expect(String((failure as Error).message)).not.toContain(canary);
  });

  it('rel 4.10 encrypts failures of workflow code too', async () => {
    const handle = await run('failInside', [canary]);
    await expect(handle.result()).rejects.toMatchObject({ cause: { type: 'not-allowed-now', message: canary } });
    const history = await historyOf(handle.workflowId);
    expect(history).toContain('not-allowed-now');
    expect(history).toContain('Encoded failure');
    expect(history).not.toContain(canary);
  });

  it('rel R12 beats while an activity works, so that only a dead process is followed', async () => {
    let finish: () => void = () => undefined;
    hold = new Promise((resolve) => (finish = resolve));
    const began = Date.now();
    const handle = await run('callOnce', [{ how: 'slow', canary, heartbeatTimeout: '8 s' }]);
    while (Date.now() < began + 10_000) await delay(100);
    finish();
    expect(await handle.result()).toBe(canary);
    expect(seen.get('slow')).toMatchObject({ attempts: 1 });
  });

  it('rel T15 lets a running activity finish, with its database, before the service is down', async () => {
    let finish: () => void = () => undefined;
    hold = new Promise((resolve) => (finish = resolve));
    const service = await bootActivities(`${queue}-slow`);
    const handle = await run('callOnce', [{ how: 'closing', canary, taskQueue: `${queue}-slow` }]);
    while (seen.get('closing') === undefined) await delay(10);
    const closing = service.close();
    finish();
    await closing;
    expect(seen.get('closing')).toMatchObject({ attempts: 1, finished: true });
    expect(await handle.result()).toBe(canary);
  });
});
