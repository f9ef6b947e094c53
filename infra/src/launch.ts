import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { examine, isReady, report, type Check, type Finding } from './doctor/check';
import { stackChecks } from './doctor/stack-checks';
import { environmentFor, type EnvironmentInput, type ProcessPorts } from './environment';
import { prepare, type Prepared } from './prepare/prepare';
import { ourProcesses, type OurProcess } from './processes';
import { startProcesses, type RunningProcess } from './run/start-processes';
import { lockData } from './servers/data-lock';
import { Remedy } from './servers/parts';
import { freePort } from './servers/ports';
import { createProgress, type Progress } from './servers/progress';
import type { Addresses } from './servers/server';
import { startServers, type RunningServers, type StartOptions } from './servers/start-servers';
import { forgetStack, writeStack, type Stack } from './stack';
import { workflowBuildId } from './workflow-build-id';
import { developmentEnvironment } from '@beian/platform';

export interface LaunchOptions {
  readonly dataDir: string;
  readonly ports?: StartOptions['ports'];
  readonly fresh?: boolean;
  /** Each of our processes as a process of its own, so that a test can kill one. */
  readonly split?: boolean;
  /** Which of our processes; all by default. */
  readonly processes?: readonly OurProcess[];
  /** Servers that run already (a test run shares them); they are prepared, but neither started nor stopped here. */
  readonly servers?: Required<Addresses>;
  /** Settings for our processes beside the development ones, such as RULE_PACK; the same for all. */
  readonly env?: NodeJS.ProcessEnv;
  readonly progress?: Progress;
  /** Runs beside the start of the servers and is awaited before our processes start: the build. */
  readonly alongside?: () => Promise<void>;
}

/** The whole of it: servers, our processes, and what was prepared for them. Everything in it was seen to answer. */
export interface RunningStack {
  readonly stack: Stack;
  /** Absent when the servers belong to somebody else. */
  readonly servers?: RunningServers;
  readonly processes: readonly RunningProcess[];
  /** Our processes first, then the servers. Safe to call twice. */
  close(): Promise<void>;
}

const readyWithinSeconds = 120;

/** Starts everything and resolves when it is ready: see `stackChecks` for what that means. If it fails, nothing stays. */
export async function launch(options: LaunchOptions): Promise<RunningStack> {
  const progress = options.progress ?? createProgress({ write: () => undefined });
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const lock = options.servers === undefined ? await lockData(options.dataDir) : undefined;
    const processes = options.processes ?? ourProcesses;
    const taken = new Set<number>();
    const ports = await portsFor(processes, { any: options.ports === 'any', taken });
    const temporal = { codecEndpoint: `http://127.0.0.1:${ports['codec']}` };
    const [servers] = await Promise.all([
      lock === undefined
        ? undefined
        : startServers({ ...serverOptions(options), progress, lock, takenPorts: taken, temporal }).then((started) => {
            closers.push(() => started.close());
            return started;
          }),
      options.alongside?.(),
    ]);
    const addresses = options.servers ?? (servers?.addresses as Required<Addresses>);
    const preparing = progress.begin('prepare', 'schemas, buckets, topics', 5);
    const prepared = await prepare(addresses, processes).finally(() => preparing('prepared'));
    const running = await boot({ options, processes, ports, addresses, progress });
    closers.push(async () => void (await Promise.all(running.running.map((one) => one.stop()))));
    const describe = (ready: boolean): Stack =>
      describeStack({ options, processes, ports, addresses, prepared, ...running, ready });
    writeStack(options.dataDir, describe(false));
    closers.push(async () => forgetStack(options.dataDir));
    const waiting = progress.begin('ready', 'waiting for every part to answer', 10);
    await untilReady(stackChecks(describe(false), processes)).finally(() => waiting('checked'));
    writeStack(options.dataDir, describe(true));
    return { stack: describe(true), ...(servers === undefined ? {} : { servers }), processes: running.running, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function serverOptions(options: LaunchOptions): StartOptions {
  const accessKey = developmentEnvironment['S3_ACCESS_KEY'] ?? '';
  const secretKey = developmentEnvironment['S3_SECRET_KEY'] ?? '';
  return {
    dataDir: options.dataDir,
    ports: options.ports ?? 'usual',
    fresh: options.fresh ?? false,
    storeKeys: { accessKey, secretKey },
  };
}

async function portsFor(
  processes: readonly OurProcess[],
  of: { any: boolean; taken: Set<number> },
): Promise<ProcessPorts> {
  const ports: Record<string, number> = {};
  for (const one of processes) ports[one.name] = await freePort(of.any ? 0 : one.port, of.taken);
  const smtp = await freePort(of.any ? 0 : 1025, of.taken);
  return { ...ports, smtp, dns: await freePort(of.any ? 0 : 1053, of.taken) };
}

interface BootInput {
  readonly options: LaunchOptions;
  readonly processes: readonly OurProcess[];
  readonly ports: ProcessPorts;
  readonly addresses: Required<Addresses>;
  readonly progress: Progress;
}

interface Booted {
  readonly running: readonly RunningProcess[];
  readonly buildId: string;
}

async function boot(input: BootInput): Promise<Booted> {
  const { options, processes, progress } = input;
  const buildId = workflowBuildId();
  const environment: EnvironmentInput = {
    ...input,
    buildId,
    dataDir: options.dataDir,
    own: process.env,
    extra: options.env ?? {},
  };
  const orders = processes.map((one) => ({
    name: one.name,
    package: one.package,
    env: environmentFor(one, environment),
  }));
  const starting = progress.begin(
    'beian',
    `starting ${processes.length} processes${options.split === true ? '' : ' in one'}`,
    6,
  );
  const logDir = join(options.dataDir, 'logs');
  const running = await startProcesses({ orders, split: options.split ?? false, logDir }).finally(() =>
    starting('started'),
  );
  return { running, buildId };
}

function describeStack(of: Omit<BootInput, 'progress'> & Booted & { prepared: Prepared; ready: boolean }): Stack {
  const pidOf = (name: string): number => (of.running.find((one) => one.name === name) ?? of.running[0])?.pid ?? 0;
  return {
    pid: process.pid,
    split: of.options.split ?? false,
    buildId: of.buildId,
    addresses: of.addresses,
    prepared: of.prepared,
    urls: Object.fromEntries(of.processes.map(({ name }) => [name, `http://127.0.0.1:${of.ports[name]}`])),
    smtpPort: of.ports.smtp,
    pids: Object.fromEntries(of.processes.map(({ name }) => [name, pidOf(name)])),
    logDir: join(of.options.dataDir, 'logs'),
    ready: of.ready,
  };
}

/** Looks again at what was not there yet, until all of it is. After two minutes it tells what is still missing. */
async function untilReady(checks: readonly Check[]): Promise<void> {
  let missing = checks;
  let findings: readonly Finding[] = [];
  for (const giveUpAt = Date.now() + readyWithinSeconds * 1000; Date.now() < giveUpAt; await pause(300)) {
    findings = await examine(missing);
    if (isReady(findings)) return;
    const absent = findings.filter(({ outcome }) => outcome === 'missing');
    missing = missing.filter((check) => absent.some(({ name }) => name === check.name));
  }
  throw new Remedy(`Not ready after ${readyWithinSeconds} s:\n${report(findings)}`);
}
