import { filingDeployment, searchAttributes, type TaskQueue } from '@beian/contracts';
import { Connection, type WorkflowService } from '@temporalio/client';
import { withAdmin } from '../prepare/databases';
import { missingSchedules, upkeepSchedules } from '../prepare/schedules';
import { objectStore, withKafkaAdmin, type Prepared } from '../prepare/prepare';
import type { OurProcess } from '../processes';
import type { Part } from '../servers/parts';
import type { Addresses } from '../servers/server';
import type { Check } from './check';

/** What a user can do about a missing part, in the words of the way it was started. */
export interface Remedies {
  /** A server that does not answer. */
  server(part: Part): string;
  /** Something that a job before our processes makes. */
  job(job: 'migrate' | 'namespace' | 'stores'): string;
  /** A process of ours that does not answer or takes no tasks. */
  process(name: string): string;
}

/** An installation as the doctor sees it: where its parts answer, and what must be in them. */
export interface Installation {
  readonly addresses: Required<Addresses>;
  /** Superuser's URL of the database that our services share. */
  readonly databaseUrl: string;
  readonly prepared: Prepared;
  readonly processes: readonly OurProcess[];
  /** Version of the workflow that must be current; absent: there must be one. */
  readonly buildId?: string;
  readonly remedies: Remedies;
}

/** The servers, what was prepared in them, and who polls. Each looks for itself, so one outage does not hide the rest. */
export function partChecks(of: Installation): readonly Check[] {
  const queues = of.processes.flatMap(({ name, taskQueue }) => (taskQueue === undefined ? [] : [{ name, taskQueue }]));
  return [
    ...temporalChecks(of),
    ...postgresChecks(of),
    ...storeChecks(of),
    ...kafkaChecks(of),
    ...queues.map((one) => pollerCheck(one, of)),
    ...(queues.some(({ taskQueue }) => taskQueue === 'filing') ? [versionCheck(of)] : []),
  ];
}

async function withTemporal<T>({ addresses }: Installation, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: addresses.temporal.address, connectTimeout: 5_000 });
  return work(connection).finally(() => connection.close());
}

function temporalChecks(of: Installation): Check[] {
  const { address, namespace, ui } = of.addresses.temporal;
  return [
    {
      name: 'temporal',
      remedy: of.remedies.server('temporal'),
      look: () =>
        withTemporal(of, async ({ workflowService }) => {
          const { serverVersion } = await workflowService.getSystemInfo({});
          return `server ${serverVersion} on ${address}, UI on ${ui}`;
        }),
    },
    {
      name: 'namespace',
      remedy: of.remedies.job('namespace'),
      look: () =>
        withTemporal(of, async ({ workflowService }) => {
          await workflowService.describeNamespace({ namespace });
          return namespace;
        }),
    },
    {
      name: 'search attributes',
      remedy: of.remedies.job('namespace'),
      look: () =>
        withTemporal(of, async ({ operatorService }) => {
          const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
          const missing = Object.keys(searchAttributes).filter((name) => !(name in (customAttributes ?? {})));
          if (missing.length > 0) throw new Error(`not registered: ${missing.join(', ')}`);
          return `${Object.keys(searchAttributes).length} registered`;
        }),
    },
    {
      name: 'schedules',
      remedy: of.remedies.job('namespace'),
      look: async () => {
        const missing = await missingSchedules({ frontend: { address }, namespace });
        if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
        return upkeepSchedules.map(({ id }) => id).join(', ');
      },
    },
  ];
}

function postgresChecks(of: Installation): Check[] {
  const { adminUrl } = of.addresses.postgres;
  const server: Check = {
    name: 'postgres',
    remedy: of.remedies.server('postgres'),
    look: () =>
      withAdmin(adminUrl, async (client) => {
        const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
        return `${rows[0]?.version} on ${new URL(adminUrl).host}`;
      }),
  };
  const schemas = of.processes
    .filter((one) => one.database)
    .map(({ name }): Check => ({
      name: `schema ${name}`,
      remedy: of.remedies.job('migrate'),
      look: () =>
        withAdmin(of.databaseUrl, async (client) => {
          const wanted = of.prepared.migrations[name] ?? [];
          const { rows } = await client.query<{ name: string }>(
            `select name from ${client.escapeIdentifier(name)}.migration`,
          );
          const missing = wanted.filter((migration) => !rows.some((row) => row.name === migration));
          if (missing.length > 0) throw new Error(`not migrated: ${missing.join(', ')}`);
          const role = await client.query('select 1 from pg_roles where rolname = $1 and rolcanlogin', [name]);
          if (role.rowCount === 0) throw new Error(`the role ${name} is missing`);
          return `${wanted.length} migrations`;
        }),
    }));
  return [server, ...schemas];
}

function storeChecks(of: Installation): Check[] {
  const { s3 } = of.addresses;
  const server: Check = {
    name: 'minio',
    remedy: of.remedies.server('minio'),
    look: async () => {
      const answer = await fetch(`${s3.endpoint}/minio/health/cluster`);
      if (!answer.ok) throw new Error(`health answered ${answer.status}`);
      return s3.endpoint;
    },
  };
  const buckets = of.prepared.buckets.map((bucket): Check => ({
    name: `bucket ${bucket}`,
    remedy: of.remedies.job('stores'),
    look: async () => {
      if (!(await objectStore(s3).bucketExists(bucket))) throw new Error('it does not exist');
      return 'exists';
    },
  }));
  return [server, ...buckets];
}

function kafkaChecks(of: Installation): Check[] {
  const { brokers } = of.addresses.kafka;
  const look = (): Promise<string[]> => withKafkaAdmin(brokers, (admin) => admin.listTopics());
  const server: Check = {
    name: 'kafka',
    remedy: of.remedies.server('kafka'),
    look: async () => {
      await look();
      return brokers.join(', ');
    },
  };
  const topics: Check = {
    name: 'topics',
    remedy: of.remedies.job('stores'),
    look: async () => {
      const known = await look();
      const missing = of.prepared.topics.filter((topic) => !known.includes(topic));
      if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
      return of.prepared.topics.join(', ');
    },
  };
  return [server, topics];
}

function pollerCheck(
  { name, taskQueue }: { readonly name: string; readonly taskQueue: TaskQueue },
  of: Installation,
): Check {
  return {
    name: `poller ${taskQueue}`,
    remedy: `the process ${name} takes no tasks; ${of.remedies.process(name)}`,
    look: () =>
      withTemporal(of, async ({ workflowService }) => {
        const pollers = await pollersOf(workflowService, { taskQueue, namespace: of.addresses.temporal.namespace });
        if (pollers === 0) throw new Error('nobody polls this task queue');
        return `${pollers} polling`;
      }),
  };
}

/** Who asked the queue for work in the last minute; workflow tasks for `filing`, activity tasks for the others. */
async function pollersOf(service: WorkflowService, of: { taskQueue: string; namespace: string }): Promise<number> {
  const answer = await service.describeTaskQueue({
    namespace: of.namespace,
    taskQueue: { name: of.taskQueue, kind: 1 },
    taskQueueType: of.taskQueue === 'filing' ? 1 : 2,
  });
  const recently = Date.now() - 90_000;
  const fresh = (answer.pollers ?? []).filter(
    (poller) => Number(poller.lastAccessTime?.seconds ?? 0) * 1000 > recently,
  );
  return fresh.length;
}

function versionCheck(of: Installation): Check {
  return {
    name: 'workflow version',
    remedy: `no filing moves until the worker's version is current, at its start or by an operator (docs/releases.md); ${of.remedies.process('worker')}`,
    look: () =>
      withTemporal(of, async ({ workflowService }) => {
        const { namespace } = of.addresses.temporal;
        const answer = await workflowService.describeWorkerDeployment({ namespace, deploymentName: filingDeployment });
        const routing = answer.workerDeploymentInfo?.routingConfig;
        const current = routing?.currentDeploymentVersion?.buildId;
        const ramping = routing?.rampingDeploymentVersion?.buildId;
        if (!current) throw new Error(`none is current`);
        if (of.buildId !== undefined && ![current, ramping].includes(of.buildId)) {
          throw new Error(`current is ${current}, running is ${of.buildId}`);
        }
        return ramping ? `${current}; ${ramping} has ${routing?.rampingVersionPercentage} %` : current;
      }),
  };
}
