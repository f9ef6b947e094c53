import { chmod, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { lastLines, startChild, type Child, type ChildExit } from './child';
import { lockData, type DataLock } from './data-lock';
import { setUpKafka } from './kafka';
import { setUpMinio, type StoreKeys } from './minio';
import { obtainPrograms, type Programs } from './obtain';
import { parts as allParts, Remedy, type Part } from './parts';
import { freePort } from './ports';
import { postgresHome, setUpPostgres } from './postgres';
import { createProgress, type Progress } from './progress';
import type { Addresses, ServerSetup, SetupInput } from './server';
import { setUpTemporal, type TemporalOptions } from './temporal';

/** First port a server asks for; `second` is the UI, the console, the controller. Taken ones are passed over. */
const usualPorts: Readonly<Record<Part, { readonly main: number; readonly second: number }>> = {
  temporal: { main: 7233, second: 8233 },
  postgres: { main: 5432, second: 0 },
  minio: { main: 9000, second: 9001 },
  kafka: { main: 9092, second: 9093 },
};

export interface StartOptions {
  /** Holds the state of all servers and their logs. Made if missing. */
  readonly dataDir: string;
  readonly parts?: readonly Part[];
  /** `usual` (the default) begins at the well-known ports, `any` takes what the system gives: for specs. */
  readonly ports?: 'usual' | 'any';
  /** Ports already promised to others in this run; the servers' own are added. */
  readonly takenPorts?: Set<number>;
  /** Throws away what the data folder holds. */
  readonly fresh?: boolean;
  readonly temporal?: Partial<TemporalOptions>;
  readonly storeKeys?: StoreKeys;
  readonly progress?: Progress;
  /** The lock of the data folder, if the caller took it already; it is released with the servers all the same. */
  readonly lock?: DataLock;
}

const specStoreKeys: StoreKeys = { accessKey: 'beian-development', secretKey: 'beian-development-secret' };

/** One started server. It keeps its ports and its data over `restart`. */
export interface RunningServer {
  readonly part: Part;
  readonly pid: number;
  readonly logFile: string;
  /** Sends a signal and waits until the server is gone. `restart` brings it back. */
  kill(signal?: NodeJS.Signals): Promise<ChildExit>;
  /** Starts it again (stopping it first if it runs) and waits until it answers. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Calls back when the server ends without having been asked to. */
  onUnexpectedExit(tell: (exit: ChildExit) => void): void;
}

export interface RunningServers {
  readonly addresses: Addresses;
  readonly running: readonly RunningServer[];
  server(part: Part): RunningServer;
  /** Stops all of them. Safe to call twice. */
  close(): Promise<void>;
}

/** Gets what is missing, then starts the parts side by side and resolves when each answers. If one fails, none stays. */
export async function startServers(options: StartOptions): Promise<RunningServers> {
  const lock = options.lock ?? (await lockData(options.dataDir));
  try {
    return await startLocked(options, lock);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function startLocked(options: StartOptions, lock: DataLock): Promise<RunningServers> {
  const parts = options.parts ?? allParts;
  const progress = options.progress ?? createProgress({ write: () => undefined });
  const programs = await obtainPrograms(parts, progress);
  await prepareDataDir(options);
  const taken = options.takenPorts ?? new Set<number>();
  const setups: ServerSetup[] = [];
  for (const part of parts) setups.push(setUp(part, await inputFor({ part, options, programs, taken }), options));
  const running: RunningServer[] = [];
  const started = (server: RunningServer): void => {
    if (!running.includes(server)) running.push(server);
    lock.holds(running.map(({ pid }) => pid));
  };
  const results = await Promise.allSettled(setups.map((setup) => startOne(setup, { progress, started })));
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as Error] : []));
  const close = async (): Promise<void> => {
    await Promise.all(running.map((server) => server.stop()));
    lock.release();
  };
  if (failures.length > 0) {
    await close();
    throw new Remedy(failures.map((failure) => failure.message).join('\n'));
  }
  return {
    addresses: Object.assign({}, ...setups.map((setup) => setup.addresses)) as Addresses,
    running,
    server: (part) => {
      const found = running.find((server) => server.part === part);
      if (found === undefined) throw new Error(`${part} was not started.`);
      return found;
    },
    close,
  };
}

async function prepareDataDir({ dataDir, fresh = false }: StartOptions): Promise<void> {
  // Not the folder itself: the lock is in it.
  const old = fresh
    ? [postgresHome(dataDir), ...['temporal', 'minio', 'kafka', 'sandbox', 'logs'].map((name) => join(dataDir, name))]
    : [];
  for (const folder of old) await rm(folder, { recursive: true, force: true });
  await mkdir(dataDir, { recursive: true });
  // As root, Postgres runs as somebody else, who must be able to pass through this folder to his own.
  if (process.getuid?.() === 0) await chmod(dataDir, (await stat(dataDir)).mode | 0o011);
}

async function inputFor(of: {
  part: Part;
  options: StartOptions;
  programs: Programs;
  taken: Set<number>;
}): Promise<SetupInput> {
  const program = of.programs[of.part];
  if (program === undefined) throw new Error(`${of.part} was not found.`);
  const usual = usualPorts[of.part];
  const main = await freePort(of.options.ports === 'any' ? 0 : usual.main, of.taken);
  const second = usual.second === 0 ? 0 : await freePort(of.options.ports === 'any' ? 0 : usual.second, of.taken);
  return { path: program.path, dataDir: of.options.dataDir, ports: { main, second } };
}

function setUp(part: Part, input: SetupInput, options: StartOptions): ServerSetup {
  const { namespaces = ['beian'], codecEndpoint } = options.temporal ?? {};
  switch (part) {
    case 'temporal':
      return setUpTemporal(input, { namespaces, codecEndpoint });
    case 'postgres':
      return setUpPostgres(input);
    case 'minio':
      return setUpMinio(input, options.storeKeys ?? specStoreKeys);
    case 'kafka':
      return setUpKafka(input);
  }
}

async function startOne(
  setup: ServerSetup,
  to: { progress: Progress; started: (server: RunningServer) => void },
): Promise<RunningServer> {
  const done = to.progress.begin(setup.part, 'starting', setup.part === 'kafka' ? 8 : 4);
  let child: Child;
  let listeners: ((exit: ChildExit) => void)[] = [];
  let expected = false;
  const start = async (): Promise<void> => {
    await setup.prepare();
    child = await startUntilReady(setup);
    expected = false;
    const current = child;
    void current.exited.then((exit) => {
      if (!expected && current === child) for (const tell of listeners) tell(exit);
    });
  };
  const end = (how: (running: Child) => Promise<ChildExit>): Promise<ChildExit> => {
    expected = true;
    return how(child);
  };
  try {
    await start();
    done('up');
  } catch (error) {
    done('failed');
    throw error;
  }
  const server: RunningServer = {
    part: setup.part,
    logFile: setup.order().logFile,
    get pid() {
      return child.pid;
    },
    kill: (signal = 'SIGKILL') => end((running) => running.kill(signal)),
    restart: async () => {
      await end((running) => running.stop());
      await start();
      to.started(server);
    },
    stop: async () => void (await end((running) => running.stop())),
    onUnexpectedExit: (tell) => {
      listeners = [...listeners, tell];
    },
  };
  to.started(server);
  return server;
}

/**
 * Starts the process and asks it until it answers. One that ends early is started again while time remains: after a
 * kill, Postgres refuses as long as an old backend still holds its shared memory, and a port may be free a moment late.
 */
async function startUntilReady(setup: ServerSetup): Promise<Child> {
  const order = setup.order();
  const giveUpAt = Date.now() + setup.readyWithinSeconds * 1000;
  let attempts = 0;
  let reason = 'it did not answer';
  while (Date.now() < giveUpAt && attempts < 5) {
    attempts += 1;
    const child = await startChild(order);
    let ended: ChildExit | undefined;
    void child.exited.then((exit) => (ended = exit));
    while (ended === undefined && Date.now() < giveUpAt) {
      const problem = await setup.probe().then(
        () => undefined,
        (error: Error) => error.message || error.name,
      );
      if (problem === undefined && ended === undefined) return child;
      reason = problem ?? reason;
      await Promise.race([pause(100), child.exited]);
    }
    if (ended === undefined) await child.stop();
    else reason = `it ended with ${ended.code ?? ended.signal}`;
    await pause(500);
  }
  throw new Error(
    `${setup.part} is not ready: ${reason}.\nLast lines of ${order.logFile}:\n${lastLines(order.logFile)}`,
  );
}
