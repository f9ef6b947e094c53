import { setTimeout as delay } from 'node:timers/promises';
import { problems, type ProblemCode } from '@beian/contracts';
import { problem, ProblemError, type ProblemDetails } from '../http/problem-error';
import { newId } from '../process/new-id';
import type { Database } from './database';

/** What tells one action from another: the key is the client's, scoped to its account and route. */
export interface IdempotencyKey {
  readonly account: string;
  /** Method and route pattern, such as `POST /v1/filings/:filingId/submission`, with the ids of the path. */
  readonly route: string;
  readonly key: string;
  readonly bodyHash: Buffer;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface FirstAnswer extends Answer {
  /** True if this answer was stored before and nothing ran now. */
  readonly replayed: boolean;
}

const keptDays = 7;
/** A holder that is at work renews its lease long before it ends; one that died is followed after this. */
const leaseSeconds = 10;
const renewEveryMs = 2_500;
const patienceMs = 8_000;

/**
 * Runs `work` once per key and gives everybody its first answer, for seven days (R3). Those who come while it runs wait
 * for its answer, up to eight seconds.
 *
 * 1. Same key, same body: the stored answer. Same key, other body: `key-reused` (422), nothing runs.
 * 2. A holder that is not done in time: `in-progress` (409). A holder that died: after ten seconds the next one takes over (R12).
 * 3. A refusal (4xx) is an answer and is stored. A failure (5xx, a crash) is not: what it did is unknown, so the same
 *    key may try again; `work` must therefore key its own effects, for instance by an update id made from the key.
 */
export async function idempotent(
  database: Database,
  key: IdempotencyKey,
  work: () => Promise<Answer>,
): Promise<FirstAnswer> {
  const held: HeldKey = { database, key, holder: newId() };
  const giveUpAt = Date.now() + patienceMs;
  for (let pause = 10; ; pause = Math.min(pause * 2, 200)) {
    if (await take(held)) return { ...(await run(held, work)), replayed: false };
    const row = await read(held);
    if (row !== undefined) {
      if (!row.bodyHash.equals(key.bodyHash)) return problem('key-reused');
      if (row.stored !== undefined) return { ...replay(row.stored), replayed: true };
    }
    if (Date.now() > giveUpAt) return problem('in-progress');
    await delay(pause);
  }
}

interface HeldKey {
  readonly database: Database;
  readonly key: IdempotencyKey;
  readonly holder: string;
}

/** An answer, or the refusal that was it. */
type Stored =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: number; readonly refusal: { readonly code: ProblemCode; readonly details: ProblemDetails } };

/** Becomes the holder of a key that is new, expired, or was left behind unanswered by the same body. */
async function take({ database, key, holder }: HeldKey): Promise<boolean> {
  const taken = await database.execute(
    `INSERT INTO idempotency AS row (account, route, key, body_hash, holder, held_until)
     VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
     ON CONFLICT (account, route, key) DO UPDATE
       SET body_hash = excluded.body_hash, holder = excluded.holder, held_until = excluded.held_until,
           status = NULL, answer = NULL, created_at = now()
       WHERE row.created_at < now() - make_interval(days => $7)
          OR (row.status IS NULL AND row.held_until < now() AND row.body_hash = excluded.body_hash)`,
    [key.account, key.route, key.key, key.bodyHash, holder, leaseSeconds, keptDays],
  );
  return taken === 1;
}

async function run(held: HeldKey, work: () => Promise<Answer>): Promise<Answer> {
  const renewing = setInterval(() => void renew(held), renewEveryMs);
  try {
    const { status, body } = await work();
    await store(held, { status, body });
    return { status, body };
  } catch (error) {
    const refusal = error instanceof ProblemError ? storedRefusal(error) : undefined;
    if (refusal !== undefined) await store(held, refusal);
    else await release(held);
    throw error;
  } finally {
    clearInterval(renewing);
  }
}

/** Says that the holder is still at work. A renewal that fails is made up for by the next, or the lease is lost. */
async function renew({ database, key, holder }: HeldKey): Promise<void> {
  await database
    .execute(
      `UPDATE idempotency SET held_until = now() + make_interval(secs => $5)
       WHERE account = $1 AND route = $2 AND key = $3 AND holder = $4 AND status IS NULL`,
      [key.account, key.route, key.key, holder, leaseSeconds],
    )
    .catch(() => undefined);
}

/** What is a client's last word: a 4xx that waiting does not heal. */
function storedRefusal({ code, details: { cause: _cause, ...details } }: ProblemError): Stored | undefined {
  const status = details.status ?? problems[code].status;
  const heals = status >= 500 || status === 429 || code === 'in-progress' || code === 'unauthenticated';
  return heals ? undefined : { status, refusal: { code, details } };
}

function replay(stored: Stored): Answer {
  if ('refusal' in stored) return problem(stored.refusal.code, stored.refusal.details);
  return stored;
}

/** Only the present holder writes: one whose lease was taken over has been overtaken by events. */
async function store({ database, key, holder }: HeldKey, stored: Stored): Promise<void> {
  const { status, ...answer } = stored;
  await database.execute(
    'UPDATE idempotency SET status = $5, answer = $6, held_until = NULL WHERE account = $1 AND route = $2 AND key = $3 AND holder = $4',
    [key.account, key.route, key.key, holder, status, JSON.stringify(answer)],
  );
}

async function release({ database, key, holder }: HeldKey): Promise<void> {
  await database.execute(
    'UPDATE idempotency SET held_until = now() WHERE account = $1 AND route = $2 AND key = $3 AND holder = $4 AND status IS NULL',
    [key.account, key.route, key.key, holder],
  );
}

async function read({
  database,
  key,
}: HeldKey): Promise<{ readonly bodyHash: Buffer; readonly stored?: Stored } | undefined> {
  const [row] = await database.query<{ body_hash: Buffer; status: number | null; answer: object | null }>(
    'SELECT body_hash, status, answer FROM idempotency WHERE account = $1 AND route = $2 AND key = $3',
    [key.account, key.route, key.key],
  );
  if (row === undefined) return undefined;
  if (row.status === null) return { bodyHash: row.body_hash };
  return { bodyHash: row.body_hash, stored: { body: undefined, ...row.answer, status: row.status } as Stored };
}

/** Forgets answers older than seven days; for a daily job. Answers how many. */
export async function forgetOldAnswers(database: Database): Promise<number> {
  return database.execute('DELETE FROM idempotency WHERE created_at < now() - make_interval(days => $1)', [keptDays]);
}
