import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Prepared } from './prepare/prepare';
import { isAlive } from './servers/data-lock';
import type { Addresses } from './servers/server';

/** What runs now, written by the launcher to `.beian/stack.json` so that doctor, demo and tests find it. */
export interface Stack {
  /** Of the launcher: while it lives, everything else does. */
  readonly pid: number;
  readonly split: boolean;
  readonly buildId: string;
  readonly addresses: Required<Addresses>;
  readonly prepared: Prepared;
  /** Address of each of our processes by name. */
  readonly urls: Readonly<Record<string, string>>;
  readonly smtpPort: number;
  /** Operating-system process that holds each of our processes: all the same one unless `split`. */
  readonly pids: Readonly<Record<string, number>>;
  readonly logDir: string;
  /** False until everything was seen to answer. */
  readonly ready: boolean;
}

/** Root of the clone. */
export const rootFolder = join(__dirname, '..', '..');

/** Where state is kept: BEIAN_DATA, else `.beian` in the clone. */
export const dataFolder = (env: NodeJS.ProcessEnv = process.env): string =>
  env['BEIAN_DATA'] || join(rootFolder, '.beian');

const stackFile = (dataDir: string): string => join(dataDir, 'stack.json');

export function writeStack(dataDir: string, stack: Stack): void {
  mkdirSync(dirname(stackFile(dataDir)), { recursive: true });
  writeFileSync(stackFile(dataDir), `${JSON.stringify(stack, null, 2)}\n`);
}

export const forgetStack = (dataDir: string): void => rmSync(stackFile(dataDir), { force: true });

/** The stack that runs on a data folder, or `undefined` if there is none or its launcher is gone. */
export function readStack(dataDir: string): Stack | undefined {
  if (!existsSync(stackFile(dataDir))) return undefined;
  const stack = JSON.parse(readFileSync(stackFile(dataDir), 'utf8')) as Stack;
  return isAlive(stack.pid) ? stack : undefined;
}
