import { execFile, execFileSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = join(__dirname, '..', '..');
const standIns = join(__dirname, 'stand-ins');

/** A Docker that answers, and the way to leave it as it was. */
export interface Docker {
  readonly env: NodeJS.ProcessEnv;
  readonly hasStandIns: boolean;
  /** Runs `docker` with these words; gives what it says. */
  readonly run: (...words: string[]) => Promise<string>;
  readonly close: () => void;
}

/** The Docker of this machine; where none answers, or BEIAN_COMPOSE_STAND_INS asks for it, one of our own with stand-ins. */
export function openDocker(): Docker {
  const answers = (): boolean => {
    try {
      execFileSync('docker', ['info'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  if (!process.env['BEIAN_COMPOSE_STAND_INS'] && answers()) return docker(process.env, false, () => undefined);
  const folder = mkdtempSync(join(tmpdir(), 'beian-docker-'));
  const script = (name: string, words: readonly string[], env = process.env): string =>
    execFileSync(join(standIns, name), words, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  script('programs.sh', []);
  const settings = script('private-docker.sh', ['start', folder]);
  const close = (): void => void script('private-docker.sh', ['stop', folder]);
  const pairs = settings
    .trim()
    .split('\n')
    .map((line) => line.split('=') as [string, string]);
  const env = { ...process.env, ...Object.fromEntries(pairs) };
  try {
    script('images.sh', [], env);
  } catch (error) {
    close();
    throw error;
  }
  return docker(env, true, close);
}

function docker(env: NodeJS.ProcessEnv, hasStandIns: boolean, close: () => void): Docker {
  return { env, hasStandIns, close, run: (...words) => said('docker', words, env) };
}

async function said(program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  try {
    const { stdout } = await run(program, words, { env, cwd: root, maxBuffer: 64_000_000 });
    return stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${words.join(' ')} failed:\n${`${stdout}\n${stderr}`.slice(-6_000)}`);
  }
}

// prettier-ignore
const published = ['API', 'CODEC', 'SANDBOX', 'TEMPORAL', 'TEMPORAL_UI', 'OPERATOR_UI', 'POSTGRES', 'S3', 'S3_CONSOLE', 'KAFKA', 'PROMETHEUS', 'GRAFANA', 'TRACES'] as const;
export type Published = (typeof published)[number];

/**
 * Services that stand-ins leave out: Grafana is in no package registry, and building the other two takes longer than all else
 * together. Processes then send their spans to nobody, which must not disturb them.
 */
const withoutStandIn: readonly string[] = process.env['BEIAN_COMPOSE_OBSERVABILITY']
  ? ['grafana']
  : ['grafana', 'prometheus', 'traces'];

/** The stack of docker-compose.yml under a project name of its own, on free ports, with nothing of a `.env`. */
export interface ComposeStack {
  readonly url: (of: Published) => string;
  readonly compose: (...words: string[]) => Promise<string>;
  /** Whether this service is part of the run. */
  readonly runs: (service: string) => boolean;
  /**
   * Brings everything up, with these settings beside none, and waits until it is healthy; where it does not get there, says
   * what each container in trouble said.
   */
  readonly up: (settings?: Readonly<Record<string, string>>) => Promise<void>;
}

export async function composeStack(of: Docker): Promise<ComposeStack> {
  const ports = Object.fromEntries(await Promise.all(published.map(async (name) => [name, await freePort()] as const)));
  const env = {
    ...of.env,
    COMPOSE_ANSI: 'never',
    COMPOSE_PROFILES: 'observability',
    ...Object.fromEntries(published.map((name) => [`BEIAN_${name}_PORT`, String(ports[name])])),
  };
  const withSettings = (settings: Readonly<Record<string, string>>, words: readonly string[]) =>
    said('docker', ['compose', '--project-name', 'beian-test', '--env-file', '/dev/null', ...words], {
      ...env,
      ...settings,
    });
  const compose = (...words: string[]) => withSettings({}, words);
  const runs = (service: string): boolean => !of.hasStandIns || !withoutStandIn.includes(service);
  return {
    url: (name) => `http://127.0.0.1:${ports[name]}`,
    compose,
    runs,
    up: async (settings = {}) => {
      const services = (await compose('config', '--services')).trim().split('\n').filter(runs);
      try {
        await withSettings(settings, ['up', '--detach', '--no-build', '--wait', '--wait-timeout', '900', ...services]);
      } catch (error) {
        throw new Error(`${(error as Error).message}\n${await troubles(of, compose)}`);
      }
    },
  };
}

interface Inspected {
  readonly Config: { readonly Labels: Readonly<Record<string, string>> };
  readonly State: {
    readonly Status: string;
    readonly ExitCode: number;
    readonly Health?: {
      readonly Status: string;
      readonly Log: readonly { readonly ExitCode: number; readonly Output: string }[];
    };
  };
}

/** Health and last lines of each container that neither works nor has ended well. */
async function troubles(of: Docker, compose: ComposeStack['compose']): Promise<string> {
  const ids = (await compose('ps', '--all', '--quiet'))
    .trim()
    .split('\n')
    .filter((id) => id !== '');
  if (ids.length === 0) return 'There is no container.';
  const all = JSON.parse(await of.run('inspect', ...ids)) as readonly Inspected[];
  const bad = all.filter(({ State: state }) =>
    state.Status === 'running'
      ? (state.Health?.Status ?? 'healthy') !== 'healthy'
      : state.Status !== 'exited' || state.ExitCode !== 0,
  );
  const told = bad.map(async ({ Config: { Labels: labels }, State: state }) => {
    const service = labels['com.docker.compose.service'] ?? '';
    const looks = state.Health?.Log.map((look) => `  ${look.ExitCode} ${look.Output.trim().slice(0, 600)}`) ?? [];
    const log = await compose('logs', '--no-log-prefix', '--tail', '15', service).catch(String);
    return [
      `${service}: ${state.Status} (${state.ExitCode}), ${state.Health?.Status ?? 'no health'}`,
      ...looks,
      log,
    ].join('\n');
  });
  return (await Promise.all(told)).join('\n');
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
