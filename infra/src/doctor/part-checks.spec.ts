import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventTopic, filingDeployment, type TaskQueue } from '@beian/contracts';
import { frontendOf } from '@beian/platform';
import { freshDatabase, testStack, type FreshDatabase } from '@beian/testing';
import { Connection, ScheduleClient } from '@temporalio/client';
import { prepareNamespace } from '../image/namespace';
import { withAdmin } from '../prepare/databases';
import { objectStore, prepareTopics, withKafkaAdmin } from '../prepare/prepare';
import { prepareSchedules } from '../prepare/schedules';
import { ourProcesses } from '../processes';
import type { Stack } from '../stack';
import { examine, type Finding } from './check';
import { partChecks } from './part-checks';
import { stackChecks } from './stack-checks';

/** Everything of this spec has a name of its own: roles, schemas, buckets and the namespace are seen by other specs too. */
const tag = randomBytes(4).toString('hex');
const processes = ourProcesses.map((one) => ({ ...one, name: `${one.name}_${tag}` }));
const owners = processes.filter((one) => one.database).map(({ name }) => name);
const queues = processes.flatMap(({ taskQueue }) => (taskQueue === undefined ? [] : [taskQueue]));
const buckets = [`doctor-documents-${tag}`, `doctor-dossiers-${tag}`];
const topics = processes.filter((one) => one.publishes).map(({ name }) => eventTopic(name));
const namespace = `doctor-${tag}`;
const servers = testStack();
const store = objectStore(servers.s3);

let fresh: FreshDatabase;
let temporal: Connection;
const answering = new Map<string, Server>();
const ports = new Map<string, number>();
const polling = new AbortController();
/** What was missing after each thing that was made, from an installation with nothing but its servers. */
const onTheWay: { readonly made: string; readonly missing: readonly string[] }[] = [];

const sql = (text: string) => withAdmin(fresh.url, (client) => client.query(text));

/** `elsewhere`: addresses at which nobody answers. */
async function doctor(elsewhere: Partial<Stack['addresses']> = {}): Promise<readonly Finding[]> {
  const stack: Stack = {
    pid: process.pid,
    split: true,
    buildId: tag,
    addresses: { ...servers, temporal: { ...servers.temporal, namespace }, ...elsewhere },
    prepared: { migrations: Object.fromEntries(owners.map((name) => [name, ['First1', 'Second2']])), topics, buckets },
    urls: Object.fromEntries(processes.map(({ name }) => [name, `http://127.0.0.1:${ports.get(name) ?? 1}`])),
    smtpPort: 0,
    pids: {},
    logDir: '/logs',
    ready: true,
  };
  const others = stackChecks(stack, processes).filter(({ name }) => !name.startsWith('schema'));
  // The launcher's database has one name; this spec has its own.
  const remedies = { server: () => 'server', job: () => 'migrate', process: () => 'process' };
  const schemas = partChecks({ ...stack, databaseUrl: fresh.url, processes, remedies }).filter(({ name }) =>
    name.startsWith('schema'),
  );
  return examine([...others, ...schemas]);
}

const missingOf = (findings: readonly Finding[]): string[] =>
  findings
    .filter(({ outcome }) => outcome === 'missing')
    .map(({ name }) => name)
    .sort();

/** Looks until the doctor misses exactly these: what is made reaches every part of a server within seconds. */
async function untilMissing(expected: readonly string[]): Promise<readonly Finding[]> {
  for (const giveUpAt = Date.now() + 30_000; ;) {
    const findings = await doctor();
    if (JSON.stringify(missingOf(findings)) === JSON.stringify([...expected].sort())) return findings;
    if (Date.now() > giveUpAt)
      throw new Error(`expected to miss ${expected.join(', ')}; missed ${missingOf(findings).join(', ')}`);
  }
}

async function answer(name: string): Promise<void> {
  const server = createServer((_, response) => response.end('ready'));
  await new Promise<void>((resolve) => server.listen(ports.get(name) ?? 0, '127.0.0.1', resolve));
  ports.set(name, (server.address() as AddressInfo).port);
  answering.set(name, server);
}

async function fallSilent(name: string): Promise<void> {
  answering.get(name)?.closeAllConnections();
  await new Promise((resolve) => answering.get(name)?.close(resolve));
}

/** Asks a queue for work until the spec ends, as a worker does. */
function poll(queue: TaskQueue): void {
  const asked = { namespace, identity: 'doctor-spec', taskQueue: { name: queue } };
  const deploymentOptions = { deploymentName: filingDeployment, buildId: tag, workerVersioningMode: 2 };
  const ask = (): Promise<unknown> =>
    temporal.withDeadline(Date.now() + 65_000, (): Promise<unknown> =>
      temporal.withAbortSignal(polling.signal, (): Promise<unknown> =>
        queue === 'filing'
          ? temporal.workflowService.pollWorkflowTaskQueue({ ...asked, deploymentOptions })
          : temporal.workflowService.pollActivityTaskQueue(asked),
      ),
    );
  const again = (): unknown => (polling.signal.aborted ? undefined : ask().then(again, again));
  again();
}

async function makeCurrent(): Promise<void> {
  const version = { namespace, deploymentName: filingDeployment, buildId: tag, identity: 'doctor-spec' };
  for (const giveUpAt = Date.now() + 20_000; ;) {
    try {
      await temporal.workflowService.setWorkerDeploymentCurrentVersion(version);
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
    }
  }
}

const migrated = (name: string): string =>
  `create schema ${name}; create table ${name}.migration (name text); insert into ${name}.migration values ('First1'), ('Second2')`;
const retention = { seconds: 86_400 as unknown as Long };
const registered = () =>
  temporal.workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: retention });
const withAttributes = () =>
  prepareNamespace({ frontend: frontendOf({ ...settings, TEMPORAL_ADDRESS: servers.temporal.address }), namespace });
const place = { frontend: { address: servers.temporal.address }, namespace };
const settings = { TEMPORAL_TLS: false, TEMPORAL_API_KEY: undefined };
type Long = NonNullable<
  NonNullable<
    Parameters<Connection['workflowService']['registerNamespace']>[0]['workflowExecutionRetentionPeriod']
  >['seconds']
>;

/** Each thing that makes an installation whole, in an order in which it can be made, and the findings it settles. */
const making: readonly (readonly [settles: readonly string[], make: () => unknown])[] = [
  [['namespace'], registered],
  [['search attributes'], withAttributes],
  [['schedules'], () => prepareSchedules(place)],
  ...owners.map((name) => [[`schema ${name}`], () => sql(`create role ${name} login; ${migrated(name)}`)] as const),
  ...buckets.map((bucket) => [[`bucket ${bucket}`], () => store.makeBucket(bucket, servers.s3.region)] as const),
  [['topics'], () => prepareTopics(servers.kafka.brokers, topics)],
  ...processes.map(({ name }) => [[`process ${name}`], () => answer(name)] as const),
  ...queues.map((queue) => [[`poller ${queue}`], () => poll(queue)] as const),
  [['workflow version'], makeCurrent],
];

beforeAll(async () => {
  fresh = await freshDatabase('doctor');
  temporal = await Connection.connect({ address: servers.temporal.address });
  let open = making.flatMap(([settles]) => settles);
  onTheWay.push({ made: 'nothing', missing: missingOf(await doctor()) });
  for (const [settles, make] of making) {
    await make();
    open = open.filter((name) => !settles.includes(name));
    onTheWay.push({ made: settles.join(), missing: missingOf(await untilMissing(open)) });
  }
}, 300_000);
afterAll(async () => {
  polling.abort();
  await temporal.operatorService.deleteNamespace({ namespace });
  await temporal.close();
  await Promise.all([...answering.values()].map((server) => new Promise((resolve) => server.close(resolve))));
  await Promise.all(buckets.map((bucket) => store.removeBucket(bucket)));
  await withKafkaAdmin(servers.kafka.brokers, (admin) => admin.deleteTopics({ topics }));
  await fresh.drop();
  await withAdmin(servers.postgres.adminUrl, (client) => client.query(`drop role ${owners.join(', ')}`));
}, 60_000);

describe('the doctor', () => {
  it('misses everything but the servers where nothing was made, and one thing less after each that is made', () => {
    expect(onTheWay[0]?.missing).toEqual(making.flatMap(([settles]) => settles).sort());
    expect(onTheWay.at(-1)?.missing).toEqual([]);
    expect(onTheWay).toHaveLength(making.length + 1);
  });

  it.each([
    [
      'a migration',
      `schema ${owners[1]}`,
      'not migrated: Second2',
      () => sql(`delete from ${owners[1]}.migration where name = 'Second2'`),
      () => sql(`insert into ${owners[1]}.migration values ('Second2')`),
    ],
    [
      'a whole schema',
      `schema ${owners[2]}`,
      'does not exist',
      () => sql(`drop schema ${owners[2]} cascade`),
      () => sql(migrated(owners[2] ?? '')),
    ],
    [
      'the right to sign in',
      `schema ${owners[0]}`,
      'the role',
      () => sql(`alter role ${owners[0]} nologin`),
      () => sql(`alter role ${owners[0]} login`),
    ],
    [
      'a bucket',
      `bucket ${buckets[0]}`,
      'does not exist',
      () => store.removeBucket(buckets[0] ?? ''),
      () => store.makeBucket(buckets[0] ?? '', servers.s3.region),
    ],
    [
      'a topic',
      'topics',
      topics[3],
      () => withKafkaAdmin(servers.kafka.brokers, (admin) => admin.deleteTopics({ topics: [topics[3] ?? ''] })),
      () => prepareTopics(servers.kafka.brokers, topics),
    ],
    [
      'a search attribute',
      'search attributes',
      'IcpProvince',
      () => temporal.operatorService.removeSearchAttributes({ namespace, searchAttributes: ['IcpProvince'] }),
      withAttributes,
    ],
    [
      'a schedule',
      'schedules',
      'idle-drafts',
      () => new ScheduleClient({ connection: temporal, namespace }).getHandle('idle-drafts').delete(),
      () => prepareSchedules(place),
    ],
    ...processes.map(
      ({ name }) =>
        [`the process ${name}`, `process ${name}`, 'fetch failed', () => fallSilent(name), () => answer(name)] as const,
    ),
  ] as const)(
    'names what is missing without %s, why, and what to do',
    async (_what, name, why, away, back) => {
      await away();
      const findings = await untilMissing([name]).finally(back);
      const finding = findings.find((one) => one.name === name);
      expect(finding?.detail).toContain(why);
      expect(finding?.remedy).toMatch(/\w/);
      await untilMissing([]);
    },
    60_000,
  );

  const nobody = '127.0.0.1:1';
  it.each([
    [
      'temporal',
      ['namespace', 'search attributes', 'schedules', ...queues.map((queue) => `poller ${queue}`), 'workflow version'],
      { temporal: { ...servers.temporal, namespace, address: nobody } },
    ],
    ['postgres', [], { postgres: { adminUrl: `postgres://postgres@${nobody}/postgres` } }],
    ['minio', buckets.map((bucket) => `bucket ${bucket}`), { s3: { ...servers.s3, endpoint: `http://${nobody}` } }],
    ['kafka', ['topics'], { kafka: { brokers: [nobody] } }],
  ] as const)(
    'names the server %s that does not answer and what lies on it, and nothing else',
    async (part, onIt, elsewhere) => {
      const findings = await doctor(elsewhere);
      expect(missingOf(findings)).toEqual([part, ...onIt].sort());
      const finding = findings.find(({ name }) => name === part);
      expect(finding?.detail).toMatch(/\w/);
      expect(finding?.remedy).toContain(`/logs/${part}.log`);
    },
    30_000,
  );

  it('names the log of the very process', async () => {
    const [, worker] = processes;
    const finding = (await doctor()).find(({ name }) => name === `process ${worker?.name}`);
    expect(finding).toMatchObject({ outcome: 'ready', detail: `http://127.0.0.1:${ports.get(worker?.name ?? '')}` });
    await fallSilent(worker?.name ?? '');
    const [silent] = (await doctor().finally(() => answer(worker?.name ?? ''))).filter(
      ({ outcome }) => outcome === 'missing',
    );
    expect(silent?.remedy).toContain(`/logs/${worker?.name}.log`);
  });
});
