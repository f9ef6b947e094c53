import { spawn } from 'node:child_process';
import { mkdirSync, openSync, closeSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { signalGroup, type WatchdogOrder, type WatchdogReport } from './watchdog';

/** What to run and where its output goes. */
export interface ChildOrder extends WatchdogOrder {
  readonly name: string;
  readonly logFile: string;
}

export interface ChildExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A server under a watchdog. It ends with this process at the latest. */
export interface Child {
  readonly pid: number;
  readonly exited: Promise<ChildExit>;
  /** Sends the signal to the server's process group and waits until the server is gone. */
  kill(signal: NodeJS.Signals): Promise<ChildExit>;
  /** Asks it to stop, waits; after its grace time it is killed. */
  stop(): Promise<ChildExit>;
}

// The watchdog runs as plain JavaScript also when this file is read from `src` by Jest.
const watchdogFile = join(__dirname, '..', '..', 'dist', 'servers', 'watchdog.js');

/** Starts a server under its own watchdog. Rejects if the program cannot be started at all. */
export async function startChild(order: ChildOrder): Promise<Child> {
  mkdirSync(dirname(order.logFile), { recursive: true });
  const log = openSync(order.logFile, 'a');
  // Its own session, so that Ctrl-C in the terminal reaches us only.
  const watchdog = spawn(process.execPath, [watchdogFile], { detached: true, stdio: ['ignore', log, log, 'ipc'] });
  closeSync(log);
  watchdog.unref();
  watchdog.channel?.unref();

  let gone = false;
  let serverPid: number | undefined;
  let settleExit: (exit: ChildExit) => void = () => undefined;
  const exited = new Promise<ChildExit>((resolve) => {
    settleExit = (exit) => {
      gone = true;
      resolve(exit);
    };
  });
  const pid = await new Promise<number>((resolve, reject) => {
    watchdog.on('message', (message) => {
      const report = message as WatchdogReport;
      if (report.kind === 'started') resolve((serverPid = report.pid));
      else if (report.kind === 'failed') reject(new Error(`${order.name} could not be started: ${report.message}`));
      else settleExit({ code: report.code, signal: report.signal });
    });
    watchdog.once('error', reject);
    watchdog.once('exit', (code, signal) => {
      reject(new Error(`${order.name}: its watchdog ended before the start`));
      // A watchdog that was killed leaves its server behind: nobody else would end it.
      if (!gone && serverPid !== undefined) signalGroup(serverPid, 'SIGKILL');
      settleExit({ code, signal });
    });
    const { name: _name, logFile: _logFile, ...plain } = order;
    watchdog.ref();
    watchdog.send(plain);
  });
  watchdog.unref();

  const whileWaiting = async (): Promise<ChildExit> => {
    watchdog.ref();
    watchdog.channel?.ref();
    return exited;
  };
  return {
    pid,
    exited,
    kill: (signal) => {
      if (!gone) signalGroup(pid, signal); // after its end the number may belong to somebody else
      return whileWaiting();
    },
    stop: () => {
      if (watchdog.connected) watchdog.send('stop');
      return whileWaiting();
    },
  };
}

/** The last lines of a log file, for a message about what went wrong. */
export function lastLines(logFile: string, count = 15): string {
  try {
    return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return '(no log was written)';
  }
}
