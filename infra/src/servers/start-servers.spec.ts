import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection, WorkflowClient } from '@temporalio/client';
import { withAdmin } from '../prepare/databases';
import { objectStore, withKafkaAdmin } from '../prepare/prepare';
import type { Addresses } from './server';
import { startServers, type RunningServers } from './start-servers';

const workflowId = 'kept';

async function putSomethingInto({ postgres, kafka, s3, temporal }: Required<Addresses>): Promise<void> {
  await withAdmin(postgres.adminUrl, (client) => client.query('create table kept as select 42 as answer'));
  await withKafkaAdmin(kafka.brokers, (admin) =>
    admin.createTopics({ topics: [{ topic: 'kept' }], waitForLeaders: true }),
  );
  await objectStore(s3).makeBucket('kept', s3.region);
  await objectStore(s3).putObject('kept', 'answer', '42');
  const connection = await Connection.connect({ address: temporal.address });
  const client = new WorkflowClient({ connection, namespace: temporal.namespace });
  await client.start('waiting', { workflowId, taskQueue: 'nobody' });
  await connection.close();
}

async function whatIsThere({ postgres, kafka, s3, temporal }: Required<Addresses>) {
  const connection = await Connection.connect({ address: temporal.address });
  const described = await new WorkflowClient({ connection, namespace: temporal.namespace })
    .getHandle(workflowId)
    .describe();
  await connection.close();
  const table = await withAdmin(postgres.adminUrl, (client) =>
    client.query<{ answer: number }>('select answer from kept'),
  );
  return {
    workflow: described.status.name,
    row: table.rows[0]?.answer,
    topics: (await withKafkaAdmin(kafka.brokers, (admin) => admin.listTopics())).includes('kept'),
    size: (await objectStore(s3).statObject('kept', 'answer')).size,
  };
}

const everything = { workflow: 'RUNNING', row: 42, topics: true, size: 2 };

describe('the servers', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-servers-'));
  let servers: RunningServers;

  beforeAll(async () => {
    servers = await startServers({ dataDir, ports: 'any' });
    await putSomethingInto(servers.addresses as Required<Addresses>);
  }, 120_000);
  afterAll(async () => {
    await servers.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each(['temporal', 'postgres', 'minio', 'kafka'] as const)(
    'lose nothing when %s is killed and started again',
    async (part) => {
      const server = servers.server(part);
      const before = server.pid;
      let unexpected = 0;
      server.onUnexpectedExit(() => (unexpected += 1));
      await server.kill('SIGKILL');
      await server.restart();
      expect(server.pid).not.toBe(before);
      expect(await whatIsThere(servers.addresses as Required<Addresses>)).toEqual(everything);
      expect(unexpected).toBe(0);
    },
    60_000,
  );

  it('tell when one ends that nobody stopped', async () => {
    const told = new Promise((resolve) => servers.server('minio').onUnexpectedExit(resolve));
    process.kill(servers.server('minio').pid, 'SIGKILL');
    expect(await told).toEqual({ code: null, signal: 'SIGKILL' });
    await servers.server('minio').restart();
  }, 30_000);

  it('refuse a second start on the same data', async () => {
    await expect(startServers({ dataDir, ports: 'any', parts: ['minio'] })).rejects.toThrow(/in use by process/);
  });

  it('find their state again after a stop, also on other ports', async () => {
    const before = servers.addresses;
    await servers.close();
    servers = await startServers({ dataDir, ports: 'any' });
    expect(servers.addresses).not.toEqual(before);
    expect(await whatIsThere(servers.addresses as Required<Addresses>)).toEqual(everything);
  }, 120_000);

  it('forget it when asked to start fresh', async () => {
    await servers.close();
    servers = await startServers({ dataDir, ports: 'any', fresh: true });
    await expect(whatIsThere(servers.addresses as Required<Addresses>)).rejects.toThrow();
    await putSomethingInto(servers.addresses as Required<Addresses>); // for the tests that come after, in whatever order
  }, 120_000);
});
