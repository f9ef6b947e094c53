import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Remedy } from './parts';

/** A data folder belongs to one launcher at a time: two servers on the same files would ruin them. */
export interface DataLock {
  /** Notes the process ids that work on the folder, so that the next launcher can wait for their end. */
  holds(pids: readonly number[]): void;
  release(): void;
}

interface LockContent {
  readonly pid: number;
  readonly servers: readonly number[];
}

/**
 * Takes the folder, or refuses and names who has it. After a launcher that was killed, waits until its servers are gone;
 * their watchdogs are ending them. Nothing is killed here.
 */
export async function lockData(dataDir: string): Promise<DataLock> {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'launcher.lock');
  const mine = (servers: readonly number[]): string =>
    JSON.stringify({ pid: process.pid, servers } satisfies LockContent);
  for (;;) {
    try {
      writeFileSync(file, mine([]), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      await clearDeadLock(file, dataDir);
    }
  }
  return {
    holds: (pids) => writeFileSync(file, mine(pids)),
    release: () => rmSync(file, { force: true }),
  };
}

async function clearDeadLock(file: string, dataDir: string): Promise<void> {
  const content = readLock(file);
  if (content !== undefined && isAlive(content.pid)) {
    throw new Remedy(
      `${resolve(dataDir)} is in use by process ${content.pid}. Stop that one, or give another folder by BEIAN_DATA.\n` +
        `If process ${content.pid} is none of ours (after a restart of the machine), delete ${file}.`,
    );
  }
  for (let waited = 0; waited < 30_000 && content?.servers.some(isAlive) === true; waited += 200) await pause(200);
  rmSync(file, { force: true });
}

function readLock(file: string): LockContent | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockContent;
  } catch {
    return undefined; // written half by a process that died
  }
}

/** Whether a process with that id runs now. A dead one that its parent has not fetched yet (a zombie) does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  if (process.platform !== 'linux') return true;
  try {
    // pid (name) state …; the name may hold anything, also parentheses
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false; // ended between the two looks
  }
}
