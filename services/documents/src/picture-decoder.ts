import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { decoderLimits, mostBytes } from './picture-limits';
import type { PictureType, ReEncoded } from './re-encode-picture';

export interface DecoderOptions {
  readonly timeMs: number;
  readonly memoryBytes: number;
  /** Children at the same time; more wait. */
  readonly children: number;
  /** The built child process; of a package its sources cannot run. */
  readonly program: string;
}

const usual: DecoderOptions = {
  ...decoderLimits,
  children: 2,
  program: join(__dirname, '..', 'dist', 'picture-process.js'),
};
const longestHead = 1_000;

/**
 * Decodes and re-encodes pictures, each in a process of its own: a decoder that is broken, stuck or greedy takes one file
 * down and nothing else. A child that passes its time or memory is killed and the file refused as `too-heavy`; one that
 * crashes has met a file that is `not-readable`.
 */
export class PictureDecoder {
  private readonly options: DecoderOptions;
  private running = 0;
  private readonly waiting: Array<() => void> = [];

  constructor(options: Partial<DecoderOptions> = {}) {
    this.options = { ...usual, ...options };
  }

  async reEncode(bytes: Buffer, type: PictureType): Promise<ReEncoded> {
    await this.takePlace();
    try {
      return await runChild(bytes, type, this.options);
    } finally {
      this.leavePlace();
    }
  }

  private async takePlace(): Promise<void> {
    if (this.running < this.options.children) {
      this.running++;
      return;
    }
    await new Promise<void>((free) => this.waiting.push(free));
  }

  /** The place goes to the one who waits longest, without being free in between. */
  private leavePlace(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running--;
    else next();
  }
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

async function runChild(bytes: Buffer, type: PictureType, options: DecoderOptions): Promise<ReEncoded> {
  const child: Child = spawn(process.execPath, ['--max-old-space-size=64', options.program, type], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const watch = watchLimits(child, options);
  const output = collect(child, () => watch.stop('too-heavy'));
  child.stdin.on('error', () => undefined); // a child that died before reading: its exit tells
  child.stdin.end(bytes);
  const exited = await new Promise<boolean>((resolve) => {
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
  const fault = watch.end();
  if (fault !== undefined) return { ok: false, fault };
  return exited ? parse(output()) : { ok: false, fault: 'not-readable' };
}

/** Kills the child when its time is over or its memory too much. Where there is no `/proc` only time and pixels bound it. */
function watchLimits(child: Child, { timeMs, memoryBytes }: DecoderOptions) {
  let fault: 'too-heavy' | undefined;
  const stop = (reason: 'too-heavy') => {
    fault ??= reason;
    child.kill('SIGKILL');
  };
  const clock = setTimeout(() => stop('too-heavy'), timeMs);
  const scale = setInterval(() => {
    if (residentBytes(child.pid) > memoryBytes) stop('too-heavy');
  }, 25);
  const end = () => {
    clearTimeout(clock);
    clearInterval(scale);
    return fault;
  };
  return { stop, end };
}

function residentBytes(pid: number | undefined): number {
  try {
    const pages = readFileSync(`/proc/${pid ?? 'self'}/statm`, 'utf8').split(' ')[1];
    return Number(pages) * 4_096;
  } catch {
    return 0; // ended, or a system without /proc
  }
}

function collect(child: Child, tooMuch: () => void): () => Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > mostBytes + longestHead) tooMuch();
    else chunks.push(chunk);
  });
  return () => Buffer.concat(chunks);
}

/** What the child says is trusted no more than the file: a head that is not ours is a file that could not be read. */
function parse(output: Buffer): ReEncoded {
  const end = output.indexOf('\n');
  if (end < 0 || end > longestHead) return { ok: false, fault: 'not-readable' };
  try {
    const head = JSON.parse(output.subarray(0, end).toString()) as ReEncoded;
    return head.ok ? { ...head, bytes: output.subarray(end + 1) } : head;
  } catch {
    return { ok: false, fault: 'not-readable' };
  }
}
