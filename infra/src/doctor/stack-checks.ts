import { filingDeployment, searchAttributes } from '@beian/contracts';
import { Connection, type WorkflowService } from '@temporalio/client';
import { adminUrlOf, withAdmin } from '../prepare/databases';
import { objectStore, withKafkaAdmin } from '../prepare/prepare';
import type { OurProcess } from '../processes';
import type { Stack } from '../stack';
import type { Check } from './check';

const restart = 'stop `npm start` and start it again; it makes what is missing';

/** Everything that has to be there for a running stack to be ready. Each looks for itself, so one outage does not hide the rest. */
export function stackChecks(stack: Stack, processes: readonly OurProcess[]): readonly Check[] {
  return [
    ...temporalChecks(stack),
    ...postgresChecks(stack, processes),
    ...storeChecks(stack),
    ...kafkaChecks(stack),
    ...processes.map((one) => healthCheck(one, stack)),
    ...processes.flatMap((one) => (one.taskQueue === undefined ? [] : [pollerCheck(one.taskQueue, stack)])),
    ...(processes.some((one) => one.taskQueue === 'filing') ? [versionCheck(stack)] : []),
  ];
}

async function withTemporal<T>(stack: Stack, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: stack.addresses.temporal.address, connectTimeout: 5_000 });
  return work(connection).finally(() => connection.close());
}

function temporalChecks(stack: Stack): Check[] {
  const { address, namespace, ui } = stack.addresses.temporal;
  const remedy = `see ${stack.logDir}/temporal.log; ${restart}`;
  return [
    {
      name: 'temporal',
      remedy,
      look: () =>
        withTemporal(stack, async ({ workflowService }) => {
          const { serverVersion } = await workflowService.getSystemInfo({});
          return `server ${serverVersion} on ${address}, UI on ${ui}`;
        }),
    },
    {
      name: 'namespace',
      remedy,
      look: () =>
        withTemporal(stack, async ({ workflowService }) => {
          await workflowService.describeNamespace({ namespace });
          return namespace;
        }),
    },
    {
      name: 'search attributes',
      remedy,
      look: () =>
        withTemporal(stack, async ({ operatorService }) => {
          const { customAttributes } = await operatorService.listSearchAttributes({ namespace });
          const missing = Object.keys(searchAttributes).filter((name) => !(name in (customAttributes ?? {})));
          if (missing.length > 0) throw new Error(`not registered: ${missing.join(', ')}`);
          return `${Object.keys(searchAttributes).length} registered`;
        }),
    },
  ];
}

function postgresChecks(stack: Stack, processes: readonly OurProcess[]): Check[] {
  const { adminUrl } = stack.addresses.postgres;
  const server: Check = {
    name: 'postgres',
    remedy: `see ${stack.logDir}/postgres.log; ${restart}`,
    look: () =>
      withAdmin(adminUrl, async (client) => {
        const { rows } = await client.query<{ version: string }>(`select current_setting('server_version') as version`);
        return `${rows[0]?.version} on ${new URL(adminUrl).host}`;
      }),
  };
  const schemas = processes.filter((one) => one.database).map(
    ({ name }): Check => ({
      name: `schema ${name}`,
      remedy: restart,
      look: () =>
        withAdmin(adminUrlOf(adminUrl), async (client) => {
          const wanted = stack.prepared.migrations[name] ?? [];
          const { rows } = await client.query<{ name: string }>(`select name from ${client.escapeIdentifier(name)}.migration`);
          const missing = wanted.filter((migration) => !rows.some((row) => row.name === migration));
          if (missing.length > 0) throw new Error(`not migrated: ${missing.join(', ')}`);
          const role = await client.query('select 1 from pg_roles where rolname = $1 and rolcanlogin', [name]);
          if (role.rowCount === 0) throw new Error(`the role ${name} is missing`);
          return `${wanted.length} migrations`;
        }),
    }),
  );
  return [server, ...schemas];
}

function storeChecks(stack: Stack): Check[] {
  const { s3 } = stack.addresses;
  const server: Check = {
    name: 'minio',
    remedy: `see ${stack.logDir}/minio.log; ${restart}`,
    look: async () => {
      const answer = await fetch(`${s3.endpoint}/minio/health/cluster`);
      if (!answer.ok) throw new Error(`health answered ${answer.status}`);
      return s3.endpoint;
    },
  };
  const buckets = stack.prepared.buckets.map(
    (bucket): Check => ({
      name: `bucket ${bucket}`,
      remedy: restart,
      look: async () => {
        if (!(await objectStore(s3).bucketExists(bucket))) throw new Error('it does not exist');
        return 'exists';
      },
    }),
  );
  return [server, ...buckets];
}

function kafkaChecks(stack: Stack): Check[] {
  const { brokers } = stack.addresses.kafka;
  const look = (): Promise<string[]> => withKafkaAdmin(brokers, (admin) => admin.listTopics());
  const server: Check = {
    name: 'kafka',
    remedy: `see ${stack.logDir}/kafka.log; ${restart}`,
    look: async () => {
      await look();
      return brokers.join(', ');
    },
  };
  const topics: Check = {
    name: 'topics',
    remedy: restart,
    look: async () => {
      const known = await look();
      const missing = stack.prepared.topics.filter((topic) => !known.includes(topic));
      if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
      return stack.prepared.topics.join(', ');
    },
  };
  return [server, topics];
}

function healthCheck(one: OurProcess, stack: Stack): Check {
  const url = stack.urls[one.name];
  const path = one.health ?? '/health/ready';
  return {
    name: `process ${one.name}`,
    remedy: `see ${stack.logDir}/${stack.split ? one.name : 'beian'}.log; ${restart}`,
    look: async () => {
      const answer = await fetch(`${url}${path}`);
      if (answer.ok) return url ?? '';
      const body = (await answer.text()).slice(0, 200);
      throw new Error(`${url}${path} answered ${answer.status} ${body}`);
    },
  };
}

function pollerCheck(taskQueue: string, stack: Stack): Check {
  return {
    name: `poller ${taskQueue}`,
    remedy: `the process ${taskQueue === 'filing' ? 'worker' : taskQueue} takes no tasks; see its log in ${stack.logDir}`,
    look: () =>
      withTemporal(stack, async ({ workflowService }) => {
        const pollers = await pollersOf(workflowService, { taskQueue, namespace: stack.addresses.temporal.namespace });
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
  const fresh = (answer.pollers ?? []).filter((poller) => Number(poller.lastAccessTime?.seconds ?? 0) * 1000 > recently);
  return fresh.length;
}

function versionCheck(stack: Stack): Check {
  return {
    name: 'workflow version',
    remedy: `no filing moves until the worker's version is current; ${restart}`,
    look: () =>
      withTemporal(stack, async ({ workflowService }) => {
        const { namespace } = stack.addresses.temporal;
        const answer = await workflowService.describeWorkerDeployment({ namespace, deploymentName: filingDeployment });
        const current = answer.workerDeploymentInfo?.routingConfig?.currentDeploymentVersion?.buildId;
        if (current !== stack.buildId) throw new Error(`current is ${current ?? 'none'}, running is ${stack.buildId}`);
        return current;
      }),
  };
}
