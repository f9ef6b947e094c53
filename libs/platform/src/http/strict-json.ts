import type { ProblemEntry } from '@beian/contracts/schemas';

/** Objects and arrays inside each other, at most. */
const deepest = 20;
const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type StrictJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly malformed: true; readonly detail: string }
  | { readonly ok: false; readonly malformed: false; readonly entry: ProblemEntry };

/**
 * JSON that means the same to every reader (rel B-8, B-9). Refuses, besides bad syntax and bad UTF-8: more than 20 levels, a key
 * twice in one object, keys that touch prototypes, U+0000 and lone surrogates in any text or key, numbers that are
 * infinite or cannot be kept exactly. `JSON.parse` alone takes all of these, each in its own surprising way.
 */
export function parseStrictJson(bytes: Buffer): StrictJson {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return malformed('the body is not UTF-8');
  }
  if (text.startsWith('\ufeff')) return malformed('the body starts with a byte order mark');
  if (depthOf(text) > deepest) return refused('', 'too-deep', ['嵌套超过 20 层', 'Nested more than 20 levels deep']);
  let value: unknown;
  try {
    value = JSON.parse(text) as unknown;
  } catch {
    return malformed('the body is not JSON');
  }
  return findBadKey(text) ?? findBadValue(value, '') ?? { ok: true, value };
}

const malformed = (detail: string): StrictJson => ({ ok: false, malformed: true, detail });

function refused(pointer: string, code: string, [zh, en]: readonly [string, string]): StrictJson {
  return { ok: false, malformed: false, entry: { pointer, code, zh, en } };
}

/** Depth by brackets outside strings; good enough for text that may not even be JSON. */
function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') most = Math.max(most, ++depth);
    else if (token === '}' || token === ']') depth--;
    if (most > deepest) return most;
  }
  return most;
}

const tokens = /"[^"\\]*(?:\\[^][^"\\]*)*"|[{}[\]:,]/g;

interface Frame {
  /** Undefined for an array. */
  readonly keys: Set<string> | undefined;
  step: string | number;
  isAtKey: boolean;
}

/** Walks valid JSON by its tokens, for `JSON.parse` forgets that a key came twice. */
function findBadKey(text: string): StrictJson | undefined {
  const frames: Frame[] = [];
  for (const [token] of text.matchAll(tokens)) {
    const frame = frames.at(-1);
    if (token === '{') frames.push({ keys: new Set(), step: '', isAtKey: true });
    else if (token === '[') frames.push({ keys: undefined, step: 0, isAtKey: false });
    else if (token === '}' || token === ']') frames.pop();
    else if (token === ',' && frame) nextMember(frame);
    else if (token.startsWith('"') && frame?.keys && frame.isAtKey) {
      const key = JSON.parse(token) as string;
      frame.step = key;
      frame.isAtKey = false;
      const pointer = frames.map(({ step }) => `/${escaped(String(step))}`).join('');
      if (forbiddenKeys.has(key)) return refused(pointer, 'forbidden-key', ['不允许的键名', 'This key is not allowed']);
      if (!isStorable(key))
        return refused('', 'forbidden-character', ['键名含不允许的字符', 'A key holds a forbidden character']);
      if (frame.keys.has(key))
        return refused(pointer, 'duplicate-key', ['同一对象中键名重复', 'The key stands twice in one object']);
      frame.keys.add(key);
    }
  }
  return undefined;
}

function nextMember(frame: Frame): void {
  if (typeof frame.step === 'number') frame.step++;
  else frame.isAtKey = true;
}

function findBadValue(value: unknown, pointer: string): StrictJson | undefined {
  if (typeof value === 'string' && !isStorable(value)) {
    return refused(pointer, 'forbidden-character', ['含不允许的字符', 'Holds U+0000 or half a character']);
  }
  if (typeof value === 'number' && !isExact(value)) {
    return refused(pointer, 'number-out-of-range', ['数值超出可精确表示的范围', 'The number cannot be kept exactly']);
  }
  if (value === null || typeof value !== 'object') return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const bad = findBadValue(inner, `${pointer}/${escaped(key)}`);
    if (bad) return bad;
  }
  return undefined;
}

/** True if Postgres can keep the text: no U+0000, no lone surrogate. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

const isExact = (value: number): boolean =>
  Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));

/** A step of a JSON pointer (RFC 6901). */
const escaped = (step: string): string => step.replace(/~/g, '~0').replace(/\//g, '~1');
