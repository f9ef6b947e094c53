import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '..');
type Variables = Readonly<Record<string, string>>;

/** Where each process that runs in production is built. */
export const folders: Variables = {
  codec: 'services/codec',
  documents: 'services/documents',
  gateway: 'services/gateway',
  guard: 'services/guard',
  notification: 'services/notification',
  subject: 'services/subject',
  verification: 'services/verification',
  website: 'services/website',
  worker: 'workflows/worker',
};

/** Their names. */
export const processes = Object.keys(folders);

/** A process that was started, and what it says. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
  /** What it has said so far. */
  readonly output: () => string;
}
const children: ChildProcess[] = [];

/** Starts a program of ours with this environment and nothing else. */
export function start(program: string, env: Variables, args: readonly string[] = []): Started {
  const child = spawn(process.execPath, [join(root, program), ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  return { child, ended, output: () => output };
}

/** Starts the process `name` as an installation does. */
export const boot = (name: string, env: Variables): Started =>
  start(`${folders[name] ?? `services/${name}`}/dist/main.js`, env);

/** Ends whatever is left, for `afterAll`. */
export function killAll(): void {
  for (const child of children) child.kill('SIGKILL');
}
