import { randomBytes } from 'node:crypto';
import { developmentEnvironment } from '@beian/platform';
import { Remedy } from '../servers/parts';

type Say = (line: string) => void;

interface CodecKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}

const freshKey = (): string => randomBytes(32).toString('base64');

/**
 * `npm run operate -- new-keys`: CODEC_KEYS and MASTER_KEY of the environment with a fresh key each, as lines of a `.env`.
 * Two steps, because processes restart one after the other: after the first all read under the fresh keys and write under
 * the old ones; only after the second do they write under the fresh ones. Nothing is kept here, and nothing is changed.
 */
export function newKeys(say: Say, env: NodeJS.ProcessEnv = process.env, now = new Date()): number {
  const { current, keys } = codecKeysOf(env['CODEC_KEYS'] || developmentEnvironment['CODEC_KEYS'] || '');
  const masterKeys = env['MASTER_KEY'] || developmentEnvironment['MASTER_KEY'] || '';
  const day = now.toISOString().slice(0, 10);
  const id = `k-${day}`;
  if (id in keys) throw new Remedy(`CODEC_KEYS has a key of today (${id}) already: go on with its second step.`);
  const all = { ...keys, [id]: freshKey() };
  const master = freshKey();
  const codec = (first: string): string => `CODEC_KEYS='${JSON.stringify({ current: first, keys: all })}'`;
  say('# first: every process reads under the fresh keys');
  say(codec(current));
  say(`MASTER_KEY=${masterKeys},${master}`);
  say('# then, when all run with it: they write under the fresh keys');
  say(codec(id));
  say(`MASTER_KEY=${master},${masterKeys}`);
  say(`KEYS_MADE_AT=${day}`);
  return 0;
}

function codecKeysOf(text: string): CodecKeys {
  try {
    const { current, keys } = JSON.parse(text) as Partial<CodecKeys>;
    if (current !== undefined && keys?.[current] !== undefined) return { current, keys };
  } catch {
    // told below, without a word of what was read
  }
  throw new Remedy('CODEC_KEYS cannot be read: {"current":"ID","keys":{"ID":"32 bytes in base64"}} is its form.');
}
