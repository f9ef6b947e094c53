import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { plainEnvironment, type ServerSetup, type SetupInput } from './server';
import { javaProgram } from './toolchain';

const run = promisify(execFile);

/** A Kafka broker that is its own controller (KRaft), started from a folder of jars. */
export function setUpKafka(input: SetupInput): ServerSetup {
  const folder = join(input.dataDir, 'kafka');
  const properties = join(folder, 'server.properties');
  const logs = join(folder, 'data');
  const broker = `127.0.0.1:${input.ports.main}`;
  const java = javaProgram(process.env);
  const classPath = join(input.path, '*');
  const env = plainEnvironment(process.env, ['KAFKA_']);
  return {
    part: 'kafka',
    readyWithinSeconds: 90,
    addresses: { kafka: { brokers: [broker] } },
    prepare: async () => {
      await mkdir(folder, { recursive: true });
      await writeFile(properties, serverProperties(input.ports, logs));
      if (existsSync(join(logs, 'meta.properties'))) return;
      const clusterId = Buffer.from(randomUUID().replaceAll('-', ''), 'hex').toString('base64url');
      await run(java, ['-cp', classPath, 'kafka.tools.StorageTool', 'format', '-t', clusterId, '-c', properties], {
        env,
      });
    },
    order: () => ({
      name: 'kafka',
      logFile: join(input.dataDir, 'logs', 'kafka.log'),
      command: java,
      // Small heap, simple collector and only the quick compiler: it starts in a third of the time, and this broker carries little.
      // prettier-ignore
      args: ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
        '-cp', classPath, 'kafka.Kafka', properties],
      env,
      cwd: folder,
      stopSignal: 'SIGTERM',
      graceMs: 10_000,
    }),
    probe: () => probeKafka(broker),
  };
}

async function probeKafka(broker: string): Promise<void> {
  const client = new Kafka({
    brokers: [broker],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 2_000,
    retry: { retries: 0 },
  });
  const admin = client.admin();
  try {
    await admin.connect();
    await admin.listTopics();
  } finally {
    await admin.disconnect();
  }
}

/** One node, so every replication factor is one; few partitions of the inner topics, which are made at first use. */
function serverProperties(ports: SetupInput['ports'], logs: string): string {
  const values = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    // By address, not by the voters stored at formatting: the ports of the next start may be others.
    'controller.quorum.voters': `1@127.0.0.1:${ports.second}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `PLAINTEXT://127.0.0.1:${ports.main},CONTROLLER://127.0.0.1:${ports.second}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${ports.main}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'log.dirs': logs.replaceAll('\\', '/'),
    'num.partitions': '3',
    'offsets.topic.replication.factor': '1',
    'offsets.topic.num.partitions': '5',
    'transaction.state.log.replication.factor': '1',
    'transaction.state.log.min.isr': '1',
    'transaction.state.log.num.partitions': '5',
    'share.coordinator.state.topic.replication.factor': '1',
    'share.coordinator.state.topic.min.isr': '1',
    // After a kill the broker is let in again when its old session has run out; the default of 9 s is for clusters.
    'broker.session.timeout.ms': '4000',
    'broker.heartbeat.interval.ms': '1000',
    'group.initial.rebalance.delay.ms': '0',
  };
  return `${Object.entries(values)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')}\n`;
}
