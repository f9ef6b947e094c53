import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { cacheFolder } from './servers/cache';
import { createProgress } from './servers/progress';
import type { Addresses } from './servers/server';
import { startServers } from './servers/start-servers';
import { untilStopped } from './until-stopped';

/**
 * Namespaces beside `beian`, one per project whose specs run workers, and one for two builds beside each other: the task
 * queues have fixed names, so two suites in one namespace would take each other's tasks.
 */
// prettier-ignore
export const specProjects = ['filing', 'worker', 'gateway', 'subject', 'website', 'documents', 'verification', 'notification',
  'platform', 'sandbox', 'codec', 'test', 'releases'] as const;

export const specNamespaces: readonly [string, ...string[]] = [
  'beian',
  ...specProjects.map((project) => `beian-${project}`),
];

/** What specs find in the file that BEIAN_TEST_STACK names. */
export interface TestStack extends Addresses {
  readonly pid: number;
}

/** Where specs look when BEIAN_TEST_STACK is not set. */
export const defaultTestStackFile = (): string => join(cacheFolder(), 'test-stack.json');

export function writeTestStack(file: string, addresses: Addresses): void {
  mkdirSync(dirname(file), { recursive: true });
  const stack: TestStack = { ...addresses, pid: process.pid };
  writeFileSync(file, `${JSON.stringify(stack, null, 2)}\n`);
}

/** `beian.mjs servers`: the servers in the foreground, for specs. */
export async function runServers(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      file: { type: 'string' },
      fresh: { type: 'boolean' },
      ports: { type: 'string' },
    },
  });
  const file = values.file ?? defaultTestStackFile();
  const progress = createProgress(process.stdout);
  const servers = await startServers({
    dataDir: resolve(values.data ?? join(cacheFolder(), 'test-servers')),
    fresh: values.fresh ?? false,
    ports: values.ports === 'any' ? 'any' : 'usual',
    temporal: { namespaces: specNamespaces },
    progress,
  });
  for (const server of servers.running) {
    server.onUnexpectedExit((exit) =>
      progress.note(`${server.part} ended (${exit.code ?? exit.signal}), see ${server.logFile}`),
    );
  }
  writeTestStack(file, servers.addresses);
  progress.note(
    `ready: specs find the servers in ${file}\n${JSON.stringify(servers.addresses, null, 2)}\nCtrl-C stops them.`,
  );
  await untilStopped();
  rmSync(file, { force: true });
  await servers.close();
  return 0;
}
