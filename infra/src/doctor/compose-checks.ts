import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { eventTopic } from '@beian/contracts';
import { adminUrlOf } from '../prepare/databases';
import { migrationNames, type AppliedMigrations } from '../prepare/migrate';
import { buckets, type OurProcess } from '../processes';
import { rootFolder } from '../stack';
import type { Check } from './check';
import { partChecks, type Installation, type Remedies } from './part-checks';

/** What `docker compose config --format json` says, as far as the doctor reads it. */
export interface ComposeConfig {
  readonly services: Readonly<Record<string, ComposeService>>;
}

interface ComposeService {
  readonly environment?: Readonly<Record<string, string | null>>;
  readonly ports?: readonly { readonly target: number; readonly published?: string }[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

/** A line of `docker compose ps --all --format json`. */
export interface Container {
  readonly Service: string;
  readonly State: string;
  readonly Health: string;
  readonly ExitCode: number;
}

/** Runs `docker compose` with these words in the root of the clone; gives what it says. Throws with its last words. */
export type Compose = (...words: readonly string[]) => Promise<string>;

const patienceMs = 30_000;

/** Compose of this machine; project, files and `.env` are those that `docker compose` itself finds. */
export const composeOf =
  (env: NodeJS.ProcessEnv): Compose =>
  async (...words) => {
    try {
      const options = { cwd: rootFolder, env, timeout: patienceMs, maxBuffer: 16_000_000 };
      return (await promisify(execFile)('docker', ['compose', ...words], options)).stdout;
    } catch (error) {
      const said = ((error as { stderr?: string }).stderr ?? '').trim().split('\n').at(-1);
      throw new Error(said || (error as Error).message);
    }
  };

const remedies: Remedies = {
  server: (part) => again(part),
  job: (job) => `\`docker compose run --rm ${job}\` makes what is missing`,
  process: (name) => again(name),
};

const again = (service: string): string =>
  `see \`docker compose logs ${service}\`; \`docker compose up -d ${service}\` starts it`;

/** Everything that must be there where `docker compose up` runs: its containers, and the parts by the ports they publish. */
export async function composeChecks(compose: Compose, processes: readonly OurProcess[]): Promise<readonly Check[]> {
  const config = JSON.parse(await compose('config', '--format', 'json')) as ComposeConfig;
  const containers = containersIn(await compose('ps', '--all', '--format', 'json'));
  const installed = processes.filter(({ name }) => name in config.services);
  return [
    ...containerChecks(config, containers),
    ...partChecks(installationOf(config, { processes: installed, migrations: migrationNames(installed) })),
  ];
}

/** Newer versions of Compose say a line each, older ones a list. */
export function containersIn(said: string): readonly Container[] {
  const lines = said
    .trim()
    .split('\n')
    .filter((line) => line !== '');
  return lines.flatMap((line) => JSON.parse(line) as Container | Container[]);
}

/** Every service that the configuration asks for: a job has ended well, everything else is healthy. */
export function containerChecks({ services }: ComposeConfig, containers: readonly Container[]): readonly Check[] {
  const waits = Object.values(services).flatMap((one) => Object.entries(one.depends_on ?? {}));
  const jobs = new Set(
    waits.flatMap(([name, { condition }]) => (condition === 'service_completed_successfully' ? [name] : [])),
  );
  return Object.keys(services).map((name) => ({
    name: `container ${name}`,
    remedy: again(name),
    look: async () => {
      const found = containers.find(({ Service }) => Service === name);
      if (found === undefined) throw new Error('there is none');
      const { State: state, Health: health, ExitCode: code } = found;
      if (jobs.has(name) && state === 'exited' && code === 0) return 'done';
      if (state === 'running' && (health === 'healthy' || health === '')) return jobs.has(name) ? notDone() : state;
      throw new Error(
        state === 'exited' ? `it ended with code ${code}` : `it is ${[state, health].filter(Boolean).join(' and ')}`,
      );
    },
  }));
}

function notDone(): never {
  throw new Error('it has not ended yet');
}

/** Where the parts answer on this machine, by the configuration alone. Throws where a port is not published. */
export function installationOf(
  { services }: ComposeConfig,
  of: { readonly processes: readonly OurProcess[]; readonly migrations: AppliedMigrations },
): Installation {
  const port = (service: string, target: number): string => {
    const published = services[service]?.ports?.find((one) => one.target === target)?.published;
    if (published === undefined)
      throw new Error(`${service} publishes no port for ${target}; the doctor cannot look into it`);
    return published;
  };
  const setting = (service: string, name: string): string => services[service]?.environment?.[name] ?? '';
  const [user, password] = [setting('postgres', 'POSTGRES_USER'), setting('postgres', 'POSTGRES_PASSWORD')].map(
    encodeURIComponent,
  );
  const adminUrl = `postgres://${user}:${password}@127.0.0.1:${port('postgres', 5432)}/postgres`;
  return {
    addresses: {
      temporal: {
        address: `127.0.0.1:${port('temporal', 7233)}`,
        namespace: setting('gateway', 'TEMPORAL_NAMESPACE'),
        ui: `http://127.0.0.1:${port('temporal-ui', 8080)}`,
      },
      postgres: { adminUrl },
      kafka: { brokers: [`127.0.0.1:${port('kafka', 19092)}`] },
      s3: {
        endpoint: `http://127.0.0.1:${port('minio', 9000)}`,
        console: `http://127.0.0.1:${port('minio', 9001)}`,
        accessKey: setting('minio', 'MINIO_ROOT_USER'),
        secretKey: setting('minio', 'MINIO_ROOT_PASSWORD'),
        region: setting('minio', 'MINIO_REGION_NAME'),
      },
    },
    databaseUrl: adminUrlOf(adminUrl),
    prepared: {
      migrations: of.migrations,
      topics: of.processes.filter((one) => one.publishes).map((one) => eventTopic(one.name)),
      buckets,
    },
    processes: of.processes,
    remedies,
  };
}
