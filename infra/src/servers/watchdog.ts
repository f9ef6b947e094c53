import { spawn } from 'node:child_process';

/**
 * Stands between us and one server, as a process of its own. The channel to the parent is a pipe: when the parent ends, for whatever
 * reason, the pipe closes, and the watchdog ends the server and its whole process group. No other signal is needed, so
 * it holds after `kill -9` of the parent too.
 *
 * 1. Takes one order (`WatchdogOrder`) as its first message, and starts the server in a new process group.
 * 2. Tells `started` with the pid, `failed` if it could not be started, `exited` when it ended.
 * 3. On a closed channel, on SIGTERM, or on the message `stop`: stop signal, then SIGKILL after the grace time.
 */
export interface WatchdogOrder {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  readonly uid?: number;
  readonly gid?: number;
  readonly stopSignal: NodeJS.Signals;
  readonly graceMs: number;
}

export type WatchdogReport =
  | { readonly kind: 'started'; readonly pid: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'exited'; readonly code: number | null; readonly signal: NodeJS.Signals | null };

/** Sends a signal to a process group (on Windows, which has none, to the process). True if there was somebody to get it. */
export function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

function tell(report: WatchdogReport, then: () => void = () => undefined): void {
  if (process.connected && process.send) process.send(report, undefined, {}, then);
  else then();
}

function watch(order: WatchdogOrder): void {
  const { command, args, env, cwd, uid, gid } = order;
  const child = spawn(command, args, {
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...env },
    cwd,
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  });
  let ending = false;
  const end = (): void => {
    if (ending || child.pid === undefined) return;
    ending = true;
    signalGroup(child.pid, order.stopSignal);
    setTimeout(() => child.pid !== undefined && signalGroup(child.pid, 'SIGKILL'), order.graceMs);
  };
  child.once('error', (error) => tell({ kind: 'failed', message: error.message }, () => process.exit(1)));
  child.once('spawn', () => tell({ kind: 'started', pid: child.pid ?? 0 }));
  child.once('exit', (code, signal) => {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGKILL');
    tell({ kind: 'exited', code, signal }, () => process.exit(0));
  });
  process.on('message', (message) => message === 'stop' && end());
  process.on('SIGTERM', end);
  process.removeListener('disconnect', exitNow);
  process.once('disconnect', end);
  if (!process.connected) end();
}

function exitNow(): never {
  process.exit(0);
}

if (require.main === module) {
  // Ctrl-C in the terminal belongs to the parent, which stops its servers in order.
  process.on('SIGINT', () => undefined);
  process.on('SIGHUP', () => undefined);
  process.once('disconnect', exitNow);
  process.once('message', (order) => watch(order as WatchdogOrder));
}
