import { execFile, execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { constants, existsSync, statSync } from 'node:fs';
import { chown, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { copyPostgres } from './obtain';
import { plainEnvironment, type ServerSetup, type SetupInput } from './server';

const run = promisify(execFile);

/** Superuser of a server that listens on loopback only; production brings its own. */
const superuser = 'postgres';
const password = 'beian-development';

/** Somebody else than root, as whom Postgres runs when we are root; it refuses root itself. */
interface Unprivileged {
  readonly uid: number;
  readonly gid: number;
}

/** Postgres 18 on one folder. */
export function setUpPostgres(input: SetupInput): ServerSetup {
  const runAs = process.getuid?.() === 0 ? unprivilegedUser() : undefined;
  const home = postgresHome(input.dataDir);
  const data = join(home, 'data-18');
  const adminUrl = `postgres://${superuser}:${password}@127.0.0.1:${input.ports.main}/postgres`;
  const env = { ...plainEnvironment(process.env, ['PG', 'LC_', 'LANG']), LC_ALL: 'C', TZ: 'UTC' };
  let bin = input.path;
  return {
    part: 'postgres',
    readyWithinSeconds: 60,
    addresses: { postgres: { adminUrl } },
    prepare: async () => {
      await mkdir(home, { recursive: true });
      if (runAs !== undefined) {
        await chown(home, runAs.uid, runAs.gid);
        if (!isReadableByAll(bin)) bin = await copyPostgres(bin, publicFolder());
      }
      if (!existsSync(join(data, 'PG_VERSION'))) await initialise({ bin, data, env, runAs });
    },
    order: () => ({
      name: 'postgres',
      logFile: join(input.dataDir, 'logs', 'postgres.log'),
      command: join(bin, 'postgres'),
      // prettier-ignore
      args: ['-D', data, '-p', String(input.ports.main), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories=',
        '-c', 'max_connections=300', '-c', 'log_timezone=UTC', '-c', 'timezone=UTC'],
      env,
      cwd: home,
      ...(runAs ?? {}),
      stopSignal: 'SIGINT', // "fast": ends sessions and writes a checkpoint
      graceMs: 15_000,
    }),
    probe: async () => {
      const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined); // a session that breaks after connecting is told by the query
      await client.connect();
      await client.query('select 1').finally(() => client.end());
    },
  };
}

async function initialise(to: {
  bin: string;
  data: string;
  env: Record<string, string>;
  runAs: Unprivileged | undefined;
}): Promise<void> {
  const passwordFile = join(dirname(to.data), `.password-${randomBytes(6).toString('hex')}`);
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (to.runAs !== undefined) await chown(passwordFile, to.runAs.uid, to.runAs.gid);
  // A half-made folder of a start that was killed has no PG_VERSION and would be refused by initdb.
  await rm(to.data, { recursive: true, force: true });
  const args = [
    ...[
      '--pgdata',
      to.data,
      '--username',
      superuser,
      '--pwfile',
      passwordFile,
      '--auth',
      'scram-sha-256',
      '--encoding',
      'UTF8',
    ],
    ...['--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-sync'],
  ];
  try {
    await run(join(to.bin, 'initdb'), args, { env: to.env, cwd: dirname(to.data), ...(to.runAs ?? {}) });
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The user `postgres` where there is one, else `nobody`; no user is made on the machine. */
function unprivilegedUser(): Unprivileged {
  for (const name of ['postgres', 'nobody']) {
    try {
      const idOf = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: idOf('-u'), gid: idOf('-g') };
    } catch {
      continue; // no such user here
    }
  }
  throw new Error('Postgres refuses to run as root, and this machine has neither a user postgres nor nobody.');
}

/** Folder open to everybody, for root's copies of what others must read. */
const publicFolder = (): string => join(existsSync('/var/lib') ? '/var/lib' : tmpdir(), 'beian');

/**
 * Where Postgres keeps its data: in the data folder; but when we are root and an unprivileged user cannot get there, in
 * a folder of the public one that belongs to it.
 */
export function postgresHome(dataDir: string): string {
  const wanted = resolve(dataDir);
  if (process.getuid?.() !== 0 || isReadableByAll(wanted)) return join(wanted, 'postgres');
  return join(publicFolder(), createHash('sha256').update(wanted).digest('hex').slice(0, 16), 'postgres');
}

function isReadableByAll(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & constants.S_IXOTH) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}
