import { spawn } from 'node:child_process';

const units: Readonly<Record<string, number>> = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

/** Watches the memory of all containers; `stop` gives the peaks in MiB, of all together and of each. */
export interface MemoryWatch {
  readonly stop: () => { readonly together: number; readonly each: Readonly<Record<string, number>> };
}

/** Starts to watch, by the figures that `docker stats` shows. */
export function watchMemory(env: NodeJS.ProcessEnv): MemoryWatch {
  const now: Record<string, number> = {};
  const peaks: Record<string, number> = {};
  let together = 0;
  let rest = '';
  const stats = spawn('docker', ['stats', '--format', '{{.Name}} {{.MemUsage}}'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  stats.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      // Each picture begins with the codes that clear a terminal.
      const [, name, amount, unit] = /([\w.-]+) ([\d.]+)([KMG]?i?B) \//.exec(line) ?? [];
      if (name === undefined || amount === undefined || unit === undefined) continue;
      now[name] = (Number(amount) * (units[unit] ?? 1)) / 2 ** 20;
      peaks[name] = Math.max(peaks[name] ?? 0, now[name]);
    }
    together = Math.max(
      together,
      Object.values(now).reduce((sum, one) => sum + one, 0),
    );
  });
  return {
    stop: () => {
      stats.kill();
      return { together, each: peaks };
    },
  };
}
