import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startChild, type Child, type ChildOrder } from './child';
import { isAlive } from './data-lock';
import { signalGroup } from './watchdog';

const parent = join(__dirname, '..', 'spec-fixtures', 'parent.cjs');

/** Waits for what another process does; there is nothing to subscribe to. */
async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries += 1) await pause(50);
  expect(condition()).toBe(true);
}

describe('a server under a watchdog', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beian-watchdog-'));
  });

  const order = (script: string): ChildOrder => ({
    name: 'server',
    command: process.execPath,
    args: ['-e', script],
    env: { PATH: process.env['PATH'] ?? '' },
    cwd: folder,
    logFile: join(folder, 'server.log'),
    stopSignal: 'SIGTERM',
    graceMs: 500,
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)(
    'ends with its parent, children and all, when the parent gets %s',
    async (signal) => {
      const launcher = spawn(process.execPath, [parent, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      const pid = await new Promise<number>((resolve) =>
        launcher.stdout.once('data', (text: Buffer) => resolve(Number(text))),
      );
      await until(() => readFileSync(join(folder, 'sleeper.log'), 'utf8').includes('up'));
      expect(isAlive(pid)).toBe(true);
      launcher.kill(signal);
      await until(() => !isAlive(pid));
      await until(() => !signalGroup(pid, 0)); // nobody of its process group is left
    },
  );

  it('is killed after its grace time when it does not want to stop', async () => {
    const child = await startChild(
      order(`process.on('SIGTERM', () => console.log('no')); setInterval(() => {}, 1000); console.log('up')`),
    );
    await until(() => readFileSync(join(folder, 'server.log'), 'utf8').includes('up'));
    expect(await child.stop()).toEqual({ code: null, signal: 'SIGKILL' });
    expect(readFileSync(join(folder, 'server.log'), 'utf8')).toContain('no');
  });

  it('is said to have ended when it ends by itself', async () => {
    const child = await startChild(order('process.exit(3)'));
    expect(await child.exited).toEqual({ code: 3, signal: null });
  });

  (process.platform === 'linux' ? it : it.skip)('ends too when somebody kills the watchdog', async () => {
    let child: Child | undefined = await startChild(order('setInterval(() => {}, 1000)'));
    const { pid } = child;
    child = undefined;
    const watchdogPid = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    process.kill(watchdogPid, 'SIGKILL');
    await until(() => !isAlive(pid));
  });

  it('rejects with the reason when the program does not exist', async () => {
    await expect(startChild({ ...order(''), command: join(folder, 'none') })).rejects.toThrow(
      /server could not be started: .*ENOENT/,
    );
  });
});
