import type { RelaySession } from './relay-session';

export interface OutboxRow {
  /** bigint, as text. */
  readonly id: string;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly filing_id: string;
  readonly sequence: number;
  readonly at: Date;
  readonly data: unknown;
  readonly request_id: string | null;
  readonly traceparent: string | null;
  readonly attempts: number;
}

/**
 * The next events to publish, oldest first. The contract:
 * 1. A row is read only if every transaction that began before its own has ended (`txid` below the oldest running one),
 *    so nothing that commits later can belong in front of it.
 * 2. Of one filing the order is that of `id`: whoever changes a filing locks it first, so its ids are drawn in order,
 *    while its transaction ids may not be (a transaction may begin early and get the lock late).
 * 3. A row waits for every earlier row of its filing that is not published: one behind the fence, parked, or due to be
 *    tried later. Other filings flow.
 */
const nextRows = `
  SELECT o.id, o.event_id, o.type, o.schema_version, o.filing_id, o.sequence, o.at, o.data, o.request_id, o.traceparent, o.attempts
  FROM outbox o
  WHERE o.published_at IS NULL AND o.parked_at IS NULL
    AND o.txid < pg_snapshot_xmin(pg_current_snapshot())
    AND (o.next_attempt_at IS NULL OR o.next_attempt_at <= now())
    AND NOT EXISTS (
      SELECT 1 FROM outbox e
      WHERE e.published_at IS NULL AND e.filing_id = o.filing_id AND e.id < o.id
        AND (e.parked_at IS NOT NULL OR e.next_attempt_at > now() OR e.txid >= pg_snapshot_xmin(pg_current_snapshot()))
    )
  ORDER BY o.id
  LIMIT $1`;

/** After so many refusals a row is parked until a person lets it go. */
const mostAttempts = 5;

export class OutboxRows {
  constructor(private readonly session: RelaySession) {}

  next(limit: number): Promise<OutboxRow[]> {
    return this.session.query<OutboxRow>(nextRows, [limit]);
  }

  async markPublished(rows: readonly OutboxRow[]): Promise<void> {
    await this.session.query(
      'UPDATE outbox SET published_at = now(), last_error = NULL, next_attempt_at = NULL WHERE id = ANY($1::bigint[])',
      [rows.map(({ id }) => id)],
    );
  }

  /** Counts a refusal; answers whether the row is parked now. `reason` is a code, never content. */
  async countRefusal(row: OutboxRow, reason: string): Promise<boolean> {
    const [after] = await this.session.query<{ parked: boolean }>(
      `UPDATE outbox SET attempts = attempts + 1, last_error = $2,
         parked_at = CASE WHEN attempts + 1 >= $3 THEN now() END,
         next_attempt_at = now() + make_interval(secs => 0.2 * 2 ^ attempts)
       WHERE id = $1 RETURNING parked_at IS NOT NULL AS parked`,
      [row.id, reason, mostAttempts],
    );
    return after?.parked === true;
  }

  /** For metrics: how much waits, how much is parked, how old the oldest waiting row is. */
  async measure(): Promise<{ readonly waiting: number; readonly parked: number; readonly lagSeconds: number }> {
    const [row] = await this.session.query<{ waiting: string; parked: string; lag: number | null }>(
      `SELECT count(*) FILTER (WHERE parked_at IS NULL) AS waiting, count(*) FILTER (WHERE parked_at IS NOT NULL) AS parked,
         extract(epoch FROM now() - min(created_at) FILTER (WHERE parked_at IS NULL))::float8 AS lag
       FROM outbox WHERE published_at IS NULL`,
    );
    return { waiting: Number(row?.waiting ?? 0), parked: Number(row?.parked ?? 0), lagSeconds: row?.lag ?? 0 };
  }

  /** Forgets what nobody will ask for again: published events and answers after a week, inbox rows after thirty days. */
  async tidy(): Promise<void> {
    await this.session.query(`DELETE FROM outbox WHERE published_at < now() - interval '7 days'`);
    await this.session.query(`DELETE FROM inbox WHERE received_at < now() - interval '30 days'`);
    await this.session.query(`DELETE FROM idempotency WHERE created_at < now() - interval '7 days'`);
    await this.session.query(`DELETE FROM callback_nonce WHERE received_at < now() - interval '10 minutes'`);
  }
}
