import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { rootFolder } from './stack';

/** Nx without its daemon, its cloud, its screen and its questions. */
export const nxEnvironment = {
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  NX_SKIP_NX_CACHE: undefined,
} as const;

/** Runs Nx in the root; gives the exit code. Output goes to the terminal, or only on failure when `quiet`. */
export async function runNx(args: readonly string[], quiet = false): Promise<number> {
  const nx = join(rootFolder, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const child = spawn(process.execPath, [nx, ...args], {
    cwd: rootFolder,
    env: { ...process.env, ...nxEnvironment },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => resolve(exit ?? 1));
  });
  if (code !== 0 && quiet) console.error(output);
  return code;
}
