import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastLines, type ChildExit } from '../servers/child';
import { Remedy } from '../servers/parts';
import type { BootOrder, HostReport } from './host';

/** One operating-system process of ours. In the default run there is one, `beian`, which holds all; with `--split` many. */
export interface RunningProcess {
  readonly name: string;
  readonly pid: number;
  readonly logFile: string;
  /** Resolves when it ends without having been asked to by `kill`, `restart` or `stop`. */
  untilUnexpectedExit(): Promise<ChildExit>;
  /** Ends it by a signal and waits until it is gone. */
  kill(signal?: NodeJS.Signals): Promise<ChildExit>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface ProcessesOptions {
  readonly orders: readonly BootOrder[];
  readonly split: boolean;
  /** Folder for the log of each process. */
  readonly logDir: string;
}

interface Launch {
  readonly name: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** What is asked of it when it runs: the boot orders for the host, nothing for a `main.js`. */
  readonly orders?: readonly BootOrder[];
}

const distFolder = join(__dirname, '..', '..', 'dist', 'run');
/** Ten for draining a worker, and some for the rest; then it is killed. */
const stopWithinMs = 25_000;

/** Starts our processes. Resolves when all were started and, in the default run, booted; rejects with what failed. */
export async function startProcesses(options: ProcessesOptions): Promise<readonly RunningProcess[]> {
  const launches = options.split ? options.orders.map(splitLaunch) : [hostLaunch(options.orders)];
  const started = await Promise.allSettled(launches.map((launch) => startOne(launch, options.logDir)));
  const running = started.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = started.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
  if (failed.length === 0) return running;
  await Promise.all(running.map((one) => one.stop()));
  throw new Remedy(failed.map((error) => error.message).join('\n'));
}

function hostLaunch(orders: readonly BootOrder[]): Launch {
  return { name: 'beian', args: ['--enable-source-maps', join(distFolder, 'host.js')], env: inherited(), orders };
}

function splitLaunch(order: BootOrder): Launch {
  const main = join(dirname(createRequire(__filename).resolve(order.package)), 'main.js');
  return {
    name: order.name,
    args: ['--enable-source-maps', '--require', join(distFolder, 'parent-watch.js'), main],
    env: { ...inherited(), ...order.env },
  };
}

/** What Node needs from the launcher's environment; our own settings come by the boot order only. */
function inherited(): NodeJS.ProcessEnv {
  const names = [
    'PATH',
    'HOME',
    'TMPDIR',
    'TEMP',
    'SystemRoot',
    'NODE_OPTIONS',
    'NODE_EXTRA_CA_CERTS',
    'TZ',
    'LANG',
    'XDG_CACHE_HOME',
  ];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

async function startOne(launch: Launch, logDir: string): Promise<RunningProcess> {
  const logFile = join(logDir, `${launch.name}.log`);
  let current = await spawnOne(launch, logFile);
  const expected = new WeakSet<ChildProcess>();
  const end = async (how: (child: ChildProcess) => void): Promise<ChildExit> => {
    expected.add(current);
    how(current);
    return exitOf(current);
  };
  const untilUnexpectedExit = async (): Promise<ChildExit> => {
    for (;;) {
      const watched = current;
      const exit = await exitOf(watched);
      if (!expected.has(watched)) return exit;
      while (watched === current) await pause(200, undefined, { ref: false }); // ended on purpose: wait for the next start
    }
  };
  return {
    name: launch.name,
    logFile,
    get pid() {
      return current.pid ?? 0;
    },
    untilUnexpectedExit,
    kill: (signal = 'SIGKILL') => end((child) => child.kill(signal)),
    restart: async () => {
      await end(askToStop);
      current = await spawnOne(launch, logFile);
    },
    stop: async () => void (await end(askToStop)),
  };
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const exitOf = (child: ChildProcess): Promise<ChildExit> =>
  hasEnded(child)
    ? Promise.resolve({ code: child.exitCode, signal: child.signalCode })
    : new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));

function askToStop(child: ChildProcess): void {
  if (hasEnded(child)) return;
  // Not a signal to the host: Nest's applications would all answer it at once, in no order.
  if (child.spawnargs.some((arg) => arg.endsWith('host.js')) && child.connected) child.send('stop');
  else child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  child.once('exit', () => clearTimeout(timer));
}

async function spawnOne(launch: Launch, logFile: string): Promise<ChildProcess> {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = openSync(logFile, 'a');
  // A session of its own: Ctrl-C in the terminal reaches the launcher only, which stops things in order.
  const child = spawn(process.execPath, launch.args, {
    env: launch.env,
    detached: true,
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  if (launch.orders !== undefined) await bootedAll(child, { orders: launch.orders, logFile });
  return child;
}

/** Waits for one report per order. The first failure, or the end of the host, rejects and ends the host. */
async function bootedAll(host: ChildProcess, of: { orders: readonly BootOrder[]; logFile: string }): Promise<void> {
  const waiting = new Set(of.orders.map((order) => order.name));
  const failures: string[] = [];
  await new Promise<void>((resolve, reject) => {
    host.on('message', (message) => {
      const report = message as HostReport;
      waiting.delete(report.name);
      if (report.kind === 'failed') failures.push(`${report.name} did not start: ${report.message}`);
      if (waiting.size === 0) resolve();
    });
    host.once('exit', (code, signal) => {
      reject(
        new Remedy(
          `Our processes ended while starting (${code ?? signal}).\nLast lines of ${of.logFile}:\n${lastLines(of.logFile)}`,
        ),
      );
    });
    host.send(of.orders);
  });
  if (failures.length === 0) return;
  host.kill('SIGKILL');
  throw new Remedy([...failures, `The log is ${of.logFile}.`].join('\n'));
}
