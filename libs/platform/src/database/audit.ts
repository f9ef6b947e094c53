import { hash } from 'node:crypto';
import type { Database } from './database';
import { DatabaseError, isUniqueViolation } from './database-error';
import type { Tx } from './transaction';

/** Who did what to which object, when and why. Never a value of a form: ids, codes and field pointers only. */
export interface AuditEntry {
  /** Account id, or the name of a service or outside party. */
  readonly actor: string;
  readonly action: string;
  /** Kind and id, such as `filing/01J…`. */
  readonly object: string;
  readonly reason?: string;
  /** Business time of the act. */
  readonly at: Date | string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The head of the log: kept in a second place, it also proves that nothing was cut off at the end. */
export interface AuditHead {
  readonly sequence: number;
  /** Hex. */
  readonly hash: string;
}

export type AuditVerdict =
  | { readonly ok: true; readonly entries: number; readonly head: AuditHead }
  | {
      readonly ok: false;
      readonly sequence: number;
      readonly fault: 'gap' | 'changed' | 'chain-broken' | 'head-missing';
    };

const pageSize = 5_000;
const firstHash = Buffer.alloc(32);
const pending = new WeakMap<Tx, AuditEntry[]>();

/**
 * Adds an entry to the service's log, in the transaction of the act. The entries of a transaction are written right
 * before its commit, so that the chain's lock is held for a moment only and never while other locks are waited for.
 */
async function append(tx: Tx, entry: AuditEntry): Promise<void> {
  const entries = pending.get(tx) ?? [];
  pending.set(tx, [...entries, entry]);
  tx.beforeCommit('audit', writeEntries);
}

async function writeEntries(tx: Tx): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('audit ' || current_schema(), 0))`);
  let head = await headOf(tx);
  for (const entry of pending.get(tx) ?? []) {
    const text = canonicalJson({ ...entry, at: new Date(entry.at).toISOString(), sequence: head.sequence + 1 });
    const chained = hashOf(head.hash, text);
    await insert(tx, [head.sequence + 1, text, head.hash, chained]);
    head = { sequence: head.sequence + 1, hash: chained };
  }
}

/** A transaction that sees an old snapshot (REPEATABLE READ) meets a number that is taken; then all of it runs again. */
async function insert(tx: Tx, row: readonly unknown[]): Promise<void> {
  try {
    await tx.query('INSERT INTO audit (sequence, entry, previous, hash) VALUES ($1, $2, $3, $4)', row);
  } catch (error) {
    throw isUniqueViolation(error, 'audit_pkey') ? new DatabaseError('40001', { constraint: 'audit_pkey' }) : error;
  }
}

async function headOf(tx: Pick<Tx, 'query'>): Promise<{ readonly sequence: number; readonly hash: Buffer }> {
  const [row] = await tx.query<{ sequence: string; hash: Buffer }>(
    'SELECT sequence, hash FROM audit ORDER BY sequence DESC LIMIT 1',
  );
  return row ? { sequence: Number(row.sequence), hash: row.hash } : { sequence: 0, hash: firstHash };
}

/** Where the log ends now. */
export async function auditHead(database: Pick<Database, 'query'>): Promise<AuditHead> {
  const head = await headOf(database);
  return { sequence: head.sequence, hash: head.hash.toString('hex') };
}

/**
 * Walks the whole chain: numbers without gaps, each entry's hash over its text and its predecessor. `anchor` is a head
 * that was kept elsewhere; it must still be in the log, so that cutting the end off is found too.
 */
export async function verifyAudit(database: Pick<Database, 'query'>, anchor?: AuditHead): Promise<AuditVerdict> {
  const readAfter = (sequence: number) =>
    database.query<{ sequence: string; entry: string; previous: Buffer; hash: Buffer }>(
      `SELECT sequence, entry, previous, hash FROM audit WHERE sequence > $1 ORDER BY sequence LIMIT ${pageSize}`,
      [sequence],
    );
  let last: { readonly sequence: number; readonly hash: Buffer } = { sequence: 0, hash: firstHash };
  for (let rows = await readAfter(0); rows.length > 0;) {
    // Without a gap the next page begins right behind this one, so it is fetched while this one is checked.
    const next = readAfter(last.sequence + rows.length);
    next.catch(() => undefined); // thrown below, if this page does not already answer
    for (const row of rows) {
      const sequence = last.sequence + 1;
      if (Number(row.sequence) !== sequence) return { ok: false, sequence, fault: 'gap' };
      if (!row.previous.equals(last.hash)) return { ok: false, sequence, fault: 'chain-broken' };
      if (!row.hash.equals(hashOf(row.previous, row.entry))) return { ok: false, sequence, fault: 'changed' };
      if (anchor?.sequence === sequence && row.hash.toString('hex') !== anchor.hash)
        return { ok: false, sequence, fault: 'changed' };
      last = { sequence, hash: row.hash };
    }
    rows = await next;
  }
  if (anchor !== undefined && anchor.sequence > last.sequence) {
    return { ok: false, sequence: last.sequence + 1, fault: 'head-missing' };
  }
  return { ok: true, entries: last.sequence, head: { sequence: last.sequence, hash: last.hash.toString('hex') } };
}

const hashOf = (previous: Buffer, text: string): Buffer =>
  hash('sha256', Buffer.concat([previous, Buffer.from(text)]), 'buffer');

/** JSON with sorted keys and nothing undefined: the same fact always gives the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

export const audit = { append } as const;
