import { eventTopic } from '@beian/contracts';
import { frontendOf, type Environment } from '@beian/platform';
import { adminUrlOf, prepareDatabase } from '../prepare/databases';
import { migrateAll } from '../prepare/migrate';
import { prepareBuckets, prepareTopics } from '../prepare/prepare';
import { prepareSchedules } from '../prepare/schedules';
import { ourProcesses } from '../processes';
import { databasePassword } from './image-environment';
import { prepareNamespace, type NamespacePlace } from './namespace';

/** Work that is done once before the services start, each by a container of its own that then ends. All may run again. */
export const jobs: Readonly<Record<string, (env: Environment) => Promise<string>>> = {
  migrate,
  namespace,
  schedules,
  stores,
};

/** Database, one role a service, all schemas up to date. */
async function migrate(env: Environment): Promise<string> {
  const adminUrl = required(env, 'POSTGRES_ADMIN_URL');
  const owners = ourProcesses.filter((one) => one.database);
  await prepareDatabase(
    adminUrl,
    owners.map(({ name }) => name),
    databasePassword(env),
  );
  const url = adminUrlOf(adminUrl);
  const applied = await migrateAll(owners.map((one) => ({ name: one.name, package: one.package, url })));
  return Object.entries(applied)
    .map(([name, migrations]) => `${name} ${migrations.length}`)
    .join(', ');
}

/** Temporal's namespace, its search attributes, and the schedules. */
async function namespace(env: Environment): Promise<string> {
  return [await prepareNamespace(placeOf(env)), await schedules(env)].join(', ');
}

/** The schedules alone, where the namespace is made elsewhere: in Temporal Cloud by its console. */
function schedules(env: Environment): Promise<string> {
  return prepareSchedules(placeOf(env));
}

function placeOf(env: Environment): NamespacePlace {
  const frontend = frontendOf({
    TEMPORAL_ADDRESS: required(env, 'TEMPORAL_ADDRESS'),
    TEMPORAL_TLS: env['TEMPORAL_TLS'] === 'true',
    TEMPORAL_API_KEY: env['TEMPORAL_API_KEY'] || undefined,
  });
  return { frontend, namespace: env['TEMPORAL_NAMESPACE'] || 'beian' };
}

/** Buckets and topics. */
async function stores(env: Environment): Promise<string> {
  const topics = ourProcesses.filter((one) => one.publishes).map((one) => eventTopic(one.name));
  await Promise.all([
    prepareBuckets({
      endpoint: required(env, 'S3_ENDPOINT'),
      accessKey: required(env, 'S3_ACCESS_KEY'),
      secretKey: required(env, 'S3_SECRET_KEY'),
      region: env['S3_REGION'] || 'us-east-1',
    }),
    prepareTopics(required(env, 'KAFKA_BROKERS').split(','), topics),
  ]);
  return `buckets and ${topics.length} topics`;
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') throw new Error(`${name} is missing.`);
  return value;
}
