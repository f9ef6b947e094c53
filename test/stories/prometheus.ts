import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** Prometheus' own programs: by `BEIAN_PROMETHEUS` (the server; its rule tester beside it), else on PATH; undefined if there is none. */
export function prometheusBinary(program: 'prometheus' | 'promtool' = 'prometheus'): string | undefined {
  const { BEIAN_PROMETHEUS: named, PATH: path = '' } = process.env;
  const folders = [...(named ? [dirname(named)] : []), ...path.split(delimiter)];
  return folders.map((folder) => join(folder, program)).find(isRunnable);
}

/**
 * The rules with a faster clock, so that a fault need not last for minutes. Only time is changed: each `for:` becomes one
 * second, each window of five minutes or an hour twenty seconds. Expressions, thresholds and labels stay as they are.
 */
export const hurried = (rules: string): string =>
  rules.replace(/^( +for: ).+$/gm, '$11s').replace(/\[(?:5m|1h)\]/g, '[20s]');

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export interface Series {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

/** A real Prometheus on a folder of its own that scrapes and evaluates every second. */
export class Prometheus {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    private readonly url: string,
  ) {}

  static async start(
    binary: string,
    { targets, rules }: { readonly targets: readonly string[]; readonly rules: string },
  ): Promise<Prometheus> {
    const folder = mkdtempSync(join(tmpdir(), 'beian-prometheus-'));
    const config = {
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      rule_files: [rules],
      scrape_configs: [{ job_name: 'beian', static_configs: [{ targets }] }],
    };
    writeFileSync(join(folder, 'prometheus.yml'), JSON.stringify(config)); // JSON is YAML
    const port = await freePort();
    const child = spawn(
      binary,
      [
        `--config.file=${join(folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: 'ignore' },
    );
    return new Prometheus(child, folder, `http://127.0.0.1:${port}`);
  }

  /** Asks the HTTP API; throws with Prometheus' own words. */
  async ask(path: string, query: Readonly<Record<string, string>> = {}): Promise<unknown> {
    const response = await fetch(`${this.url}/api/v1/${path}?${new URLSearchParams(query).toString()}`);
    const body = (await response.json()) as { status: string; data: unknown; error?: string };
    if (body.status !== 'success') throw new Error(`${JSON.stringify(query)}: ${body.error ?? response.status}`);
    return body.data;
  }

  async query(query: string): Promise<readonly Series[]> {
    return ((await this.ask('query', { query })) as { result: readonly Series[] }).result;
  }

  /** Names of the alerts that fire, each with its labels. */
  async firing(): Promise<readonly string[]> {
    const series = await this.query('ALERTS{alertstate="firing"}');
    return series.map(({ metric: { __name__: _, alertname = '', alertstate: __, ...labels } }) =>
      [alertname, ...Object.values(labels)].join(' '),
    );
  }

  /** Whether an alert fires; `which` is its name, with labels where they matter: `PartDown{part="database"}`. */
  async isFiring(which: string): Promise<boolean> {
    const [, name = '', labels = ''] = /^(\w+)(?:\{(.+)\})?$/.exec(which) ?? [];
    const selector = [`alertname="${name}"`, 'alertstate="firing"', labels].filter(Boolean).join();
    return (await this.query(`ALERTS{${selector}}`)).length > 0;
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
