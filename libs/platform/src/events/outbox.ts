import type { Tx } from '../database/transaction';
import { currentRequestId, currentTraceparent } from '../process/request-context';
import { newId } from '../process/new-id';
import type { NewEvent } from './event';

/** Relays in this process that want to hear at once that something was appended; others find it by looking. */
const listeners = new Map<string, Set<() => void>>();

/**
 * Appends an event in the transaction of the fact it tells, so that both commit or neither does (I-6). The relay
 * publishes it afterwards. Answers the event's id.
 */
async function append(tx: Tx, event: NewEvent): Promise<string> {
  const id = newId();
  const [row] = await tx.query<{ schema: string }>(
    `INSERT INTO outbox (event_id, type, schema_version, filing_id, sequence, at, data, request_id, traceparent)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING current_schema() AS schema`,
    [
      id,
      event.type,
      event.schemaVersion ?? 1,
      event.filingId,
      event.sequence ?? 0,
      new Date(event.at),
      JSON.stringify(event.data),
      currentRequestId() ?? null,
      currentTraceparent() ?? null,
    ],
  );
  tx.afterCommit(() => listeners.get(row?.schema ?? '')?.forEach((hear) => hear()));
  return id;
}

/** Hears of appends to the outbox of `schema` made in this process. Answers how to stop hearing. */
export function onAppended(schema: string, hear: () => void): () => void {
  const heard = listeners.get(schema) ?? new Set();
  heard.add(hear);
  listeners.set(schema, heard);
  return () => heard.delete(hear);
}

/** An event that Kafka has refused for its own sake, as the failed-delivery desk shows it: no content. */
export interface ParkedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly filingId: string;
  readonly cause: string | null;
  readonly attempts: number;
  readonly parkedAt: Date;
  /** Events of the same filing that wait behind it. */
  readonly behind: number;
}

/** The oldest parked events, of one filing or of all. */
function parked(
  database: Pick<Tx, 'query'>,
  { filingId, limit }: { readonly filingId?: string | undefined; readonly limit: number },
): Promise<readonly ParkedEvent[]> {
  return database.query<ParkedEvent>(
    `SELECT o.event_id AS "eventId", o.type, o.filing_id AS "filingId", o.last_error AS cause, o.attempts, o.parked_at AS "parkedAt",
       (SELECT count(*)::int FROM outbox e WHERE e.published_at IS NULL AND e.filing_id = o.filing_id AND e.id > o.id) AS behind
     FROM outbox o WHERE o.parked_at IS NOT NULL AND o.published_at IS NULL AND ($1::text IS NULL OR o.filing_id = $1)
     ORDER BY o.id LIMIT $2`,
    [filingId ?? null, limit],
  );
}

/** Lets parked events go again, of one filing or of all, once their cause is mended. Answers how many. */
async function release(database: Pick<Tx, 'execute'>, filingId?: string): Promise<number> {
  return database.execute(
    `UPDATE outbox SET parked_at = NULL, attempts = 0, next_attempt_at = NULL
     WHERE parked_at IS NOT NULL AND published_at IS NULL AND ($1::text IS NULL OR filing_id = $1)`,
    [filingId ?? null],
  );
}

export const outbox = { append, parked, release } as const;
