import { fork } from 'node:child_process';
import { join } from 'node:path';
import { eventTopic } from '@beian/contracts';
import { Kafka, logLevel } from 'kafkajs';
import { Client as ObjectStoreClient } from 'minio';
import { buckets, type OurProcess } from '../processes';
import { Remedy } from '../servers/parts';
import type { Addresses } from '../servers/server';
import { adminUrlOf, prepareDatabase } from './databases';
import type { AppliedMigrations, MigrationJob } from './migrate';
import { prepareSchedules } from './schedules';

/** What was made, so that the doctor can compare. */
export interface Prepared {
  readonly migrations: AppliedMigrations;
  readonly topics: readonly string[];
  readonly buckets: readonly string[];
}

/** Events of one filing stay in order within a partition; three let a consumer group of three share the work. */
const partitionsPerTopic = 3;

/**
 * Makes everything our processes find already there: database, roles, schemas, buckets, topics, schedules. Namespace and search
 * attributes came with the start of Temporal. Does nothing that is done already.
 */
export async function prepare(addresses: Required<Addresses>, processes: readonly OurProcess[]): Promise<Prepared> {
  const topics = processes.filter((one) => one.publishes).map((one) => eventTopic(one.name));
  const [migrations] = await Promise.all([
    prepareSchemas(addresses.postgres.adminUrl, processes),
    prepareBuckets(addresses.s3),
    prepareTopics(addresses.kafka.brokers, topics),
    prepareSchedules({ frontend: { address: addresses.temporal.address }, namespace: addresses.temporal.namespace }),
  ]);
  return { migrations, topics, buckets };
}

async function prepareSchemas(adminUrl: string, processes: readonly OurProcess[]): Promise<AppliedMigrations> {
  const owners = processes.filter((one) => one.database);
  await prepareDatabase(
    adminUrl,
    owners.map((one) => one.name),
  );
  const url = adminUrlOf(adminUrl);
  return migrateInOwnProcess(owners.map((one) => ({ name: one.name, package: one.package, url })));
}

/** Runs the migration job in a process of its own, which ends when it is done. */
export async function migrateInOwnProcess(jobs: readonly MigrationJob[]): Promise<AppliedMigrations> {
  const job = fork(join(__dirname, '..', '..', 'dist', 'prepare', 'migrate.js'), [], {
    env: { ...process.env, BEIAN_MIGRATIONS: JSON.stringify(jobs) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  job.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  job.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let applied: AppliedMigrations | undefined;
  job.once('message', (message) => (applied = message as AppliedMigrations));
  const code = await new Promise<number | null>((resolve, reject) => {
    job.once('error', reject);
    job.once('close', resolve);
  });
  if (code === 0 && applied !== undefined) return applied;
  throw new Remedy(`The migrations failed:\n${output.trim().split('\n').slice(0, 25).join('\n')}`);
}

/** Where the object store answers, and to whom. */
export type StoreAddress = Omit<Required<Addresses>['s3'], 'console'>;

/** A client of the object store at one of our addresses. */
export function objectStore(s3: StoreAddress): ObjectStoreClient {
  const url = new URL(s3.endpoint);
  return new ObjectStoreClient({
    endPoint: url.hostname,
    port: Number(url.port),
    useSSL: url.protocol === 'https:',
    accessKey: s3.accessKey,
    secretKey: s3.secretKey,
    region: s3.region,
  });
}

/** Makes the buckets that are missing. */
export async function prepareBuckets(s3: StoreAddress): Promise<void> {
  const store = objectStore(s3);
  for (const bucket of buckets) if (!(await store.bucketExists(bucket))) await store.makeBucket(bucket, s3.region);
}

/** Runs `work` with an admin client of the broker, silent: kafkajs logs retriable answers as errors. */
export async function withKafkaAdmin<T>(
  brokers: readonly string[],
  work: (admin: ReturnType<Kafka['admin']>) => Promise<T>,
): Promise<T> {
  const kafka = new Kafka({
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 3_000,
    retry: { retries: 5 },
  });
  const admin = kafka.admin();
  await admin.connect();
  return work(admin).finally(() => admin.disconnect());
}

/** Makes the topics that are missing. */
export async function prepareTopics(brokers: readonly string[], wanted: readonly string[]): Promise<void> {
  await withKafkaAdmin(brokers, async (admin) => {
    const known = await admin.listTopics();
    const topics = wanted
      .filter((topic) => !known.includes(topic))
      .map((topic) => ({ topic, numPartitions: partitionsPerTopic }));
    if (topics.length > 0) await admin.createTopics({ topics, waitForLeaders: true });
  });
}
