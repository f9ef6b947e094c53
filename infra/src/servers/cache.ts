import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const heartbeatMs = 2_000;
const staleMs = 15_000;

/** Where built servers are kept: `$XDG_CACHE_HOME/beian`, else `~/.cache/beian`. Shared by all clones of a user. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'beian');
}

/**
 * Gives the folder `name` of the cache, made by `build` if it is not there. The folder appears whole or not at all, and
 * two processes that want it at once build it once: the second waits for the first.
 */
export async function cached(cache: string, name: string, build: (into: string) => Promise<void>): Promise<string> {
  const target = join(cache, name);
  if (existsSync(target)) return target;
  await mkdir(cache, { recursive: true });
  await underLock(join(cache, `.${name}.lock`), async () => {
    if (existsSync(target)) return;
    await removeLeftovers(cache, name);
    const temporary = await mkdtemp(join(cache, `.${name}-`));
    try {
      await build(temporary);
      await rename(temporary, target);
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  });
  return target;
}

/** Half-made folders of builds that were killed. Called under the lock, so none of them is in use. */
async function removeLeftovers(cache: string, name: string): Promise<void> {
  const left = (await readdir(cache)).filter((entry) => entry.startsWith(`.${name}-`));
  await Promise.all(left.map((entry) => rm(join(cache, entry), { recursive: true, force: true })));
}

/**
 * Runs `work` while holding a lock file. Its owner touches the file every two seconds; a lock untouched for fifteen
 * belongs to a dead process and is taken over. Two takers at the same instant could both win; then the work is done
 * twice and the rename in `cached` lets one result stand.
 */
export async function underLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  while (!(await tryLock(lockFile))) {
    const touched = await stat(lockFile).then(
      (found) => found.mtimeMs,
      () => undefined,
    );
    if (touched !== undefined && Date.now() - touched > staleMs) await rm(lockFile, { force: true });
    else await pause(250);
  }
  const heartbeat = setInterval(() => {
    const now = new Date();
    // A lock that was taken from us cannot be touched; the work then still ends in one valid folder.
    utimes(lockFile, now, now).catch(() => undefined);
  }, heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(lockFile, { force: true });
  }
}

async function tryLock(lockFile: string): Promise<boolean> {
  try {
    const handle = await open(lockFile, 'wx');
    await handle.writeFile(String(process.pid));
    await handle.close();
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
