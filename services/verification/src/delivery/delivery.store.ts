import type { FilingAnswer, FilingId, MessageId, ProblemCode } from '@beian/contracts';
import { newId, type Database, type Tx } from '@beian/platform';
import type { MessageBody, MessageName } from './messages';

/** A message to a filing's workflow, stored with what caused it and sent until the workflow has taken it. */
export interface Delivery {
  readonly id: MessageId;
  readonly filingId: FilingId;
  readonly message: MessageName;
  readonly body: Readonly<Record<string, unknown>>;
  readonly state: 'waiting' | 'taken' | 'refused';
  readonly refusal?: ProblemCode;
  readonly answer?: FilingAnswer;
  readonly attempts: number;
}

export interface NewDelivery<N extends MessageName> {
  /** What caused it, uniquely: the same cause is one message, however often it is told. */
  readonly source: string;
  readonly filingId: FilingId;
  readonly message: N;
  readonly body: MessageBody<N>;
  /** Seconds for which the caller tries by itself before the background does. */
  readonly ownAttemptSeconds?: number;
}

/** How a delivery ended. */
export type Settled =
  | { readonly state: 'taken'; readonly answer?: FilingAnswer }
  | { readonly state: 'refused'; readonly refusal: ProblemCode; readonly answer?: FilingAnswer };

interface DeliveryRow {
  readonly id: string;
  readonly filing_id: string;
  readonly message: MessageName;
  readonly body: Readonly<Record<string, unknown>>;
  readonly state: Delivery['state'];
  readonly refusal: ProblemCode | null;
  readonly answer: FilingAnswer | null;
  readonly attempts: number;
}

const columns = 'id, filing_id, message, body, state, refusal, answer, attempts';

export class DeliveryStore {
  constructor(private readonly database: Database) {}

  /** Stores a message once per source; answers the stored one, and whether this call stored it. */
  async add<N extends MessageName>(
    tx: Tx,
    { source, filingId, message, body, ownAttemptSeconds = 0 }: NewDelivery<N>,
  ): Promise<{ readonly delivery: Delivery; readonly isNew: boolean }> {
    const [added] = await tx.query<DeliveryRow>(
      `INSERT INTO delivery (id, source, filing_id, message, body, next_attempt_at)
       VALUES ($1, $2, $3, $4, $5, now() + make_interval(secs => $6))
       ON CONFLICT (source) DO NOTHING RETURNING ${columns}`,
      [newId(), source, filingId, message, JSON.stringify(body), ownAttemptSeconds],
    );
    if (added !== undefined) return { delivery: fromRow(added), isNew: true };
    const [known] = await tx.query<DeliveryRow>(`SELECT ${columns} FROM delivery WHERE source = $1`, [source]);
    if (known === undefined) throw new Error('a delivery with this source was stored and is gone');
    return { delivery: fromRow(known), isNew: false };
  }

  /**
   * The message of this source, if it was stored; otherwise the source is locked until the transaction ends, so that of two
   * equal requests at once the second waits for the first and finds its message.
   */
  async knownFor(tx: Tx, source: string): Promise<Delivery | undefined> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [source]);
    const [row] = await tx.query<DeliveryRow>(`SELECT ${columns} FROM delivery WHERE source = $1`, [source]);
    return row === undefined ? undefined : fromRow(row);
  }

  async get(id: string): Promise<Delivery | undefined> {
    const [row] = await this.database.query<DeliveryRow>(`SELECT ${columns} FROM delivery WHERE id = $1`, [id]);
    return row === undefined ? undefined : fromRow(row);
  }

  /** Takes messages that are due, for `leaseSeconds`: another replica leaves them alone meanwhile. */
  async takeDue(limit: number, leaseSeconds: number): Promise<readonly Delivery[]> {
    const rows = await this.database.query<DeliveryRow>(
      `UPDATE delivery SET next_attempt_at = now() + make_interval(secs => $2)
        WHERE id IN (SELECT id FROM delivery WHERE state = 'waiting' AND next_attempt_at <= now()
                      ORDER BY next_attempt_at, id LIMIT $1 FOR UPDATE SKIP LOCKED)
        RETURNING ${columns}`,
      [limit, leaseSeconds],
    );
    return rows.map(fromRow);
  }

  /** Writes how it ended, once; answers false if it had ended before. */
  async settle(tx: Tx, id: string, settled: Settled): Promise<boolean> {
    const touched = await tx.execute(
      `UPDATE delivery SET state = $2, refusal = $3, answer = $4, attempts = attempts + 1, settled_at = now(), last_error = NULL
        WHERE id = $1 AND state = 'waiting'`,
      [
        id,
        settled.state,
        settled.state === 'refused' ? settled.refusal : null,
        settled.answer === undefined ? null : JSON.stringify(settled.answer),
      ],
    );
    return touched === 1;
  }

  /** It was not taken this time: tried again after a pause that doubles up to five minutes. `cause` is a class name. */
  async postpone(id: string, cause: string): Promise<void> {
    await this.database.execute(
      `UPDATE delivery SET attempts = attempts + 1, last_error = $2,
              next_attempt_at = now() + make_interval(secs => least(300, power(2, least(attempts, 9))) * (0.75 + random() / 2))
        WHERE id = $1 AND state = 'waiting'`,
      [id, cause],
    );
  }

  /** Sends a message again that was taken or refused: its workflow has lost it. The id stays, so it acts once. */
  async sendAgain(source: string): Promise<void> {
    await this.database.execute(
      `UPDATE delivery SET state = 'waiting', refusal = NULL, answer = NULL, settled_at = NULL, next_attempt_at = now()
        WHERE source = $1 AND state <> 'waiting'`,
      [source],
    );
  }

  /** Messages of a filing that are not taken yet. */
  async countWaiting(filingId: FilingId): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(
      `SELECT count(*) AS count FROM delivery WHERE filing_id = $1 AND state = 'waiting'`,
      [filingId],
    );
    return Number(row?.count ?? 0);
  }
}

const fromRow = (row: DeliveryRow): Delivery => ({
  id: row.id,
  filingId: row.filing_id,
  message: row.message,
  body: row.body,
  state: row.state,
  attempts: row.attempts,
  ...(row.refusal === null ? {} : { refusal: row.refusal }),
  ...(row.answer === null ? {} : { answer: row.answer }),
});
