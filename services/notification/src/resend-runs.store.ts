import type { Database, Tx } from '@beian/platform';
import type { ResendFilter } from '@beian/contracts';

export interface ResendRun {
  readonly runId: string;
  readonly actor: string;
  readonly filter: ResendFilter;
  /** No more than these are sent again. */
  readonly atMost: number;
  /** So many that fail again end the run: whatever is broken is still broken. */
  readonly stopAfter: number;
}

export interface ResendProgress extends ResendRun {
  readonly state: 'running' | 'done' | 'stopped';
  readonly released: number;
  readonly sent: number;
  readonly failed: number;
}

interface ProgressRow {
  readonly runId: string;
  readonly actor: string;
  readonly filter: ResendFilter;
  readonly atMost: number;
  readonly stopAfter: number;
  readonly state: ResendProgress['state'];
  readonly released: number;
  readonly waiting: number;
  readonly failed: number;
}

const columns = `r.run_id AS "runId", r.actor, r.filter, r.at_most AS "atMost", r.stop_after AS "stopAfter", r.state, r.released`;
const counts = `(SELECT count(*)::int FROM delivery d WHERE d.resend_run = r.run_id AND d.state IN ('waiting', 'sending')) AS waiting,
  (SELECT count(*)::int FROM delivery d WHERE d.resend_run = r.run_id AND d.state = 'parked') AS failed`;

const matching = `d.state = 'parked'
  AND ($1::text IS NULL OR d.channel = $1) AND ($2::text IS NULL OR d.cause = $2)
  AND ($3::text IS NULL OR n.kind = $3) AND ($4::text IS NULL OR d.filing_id = $4)
  AND ($5::timestamptz IS NULL OR d.moved_at < $5)`;
const valuesOf = ({ channel, cause, notice, filingId, before }: ResendFilter) => [
  channel ?? null,
  cause ?? null,
  notice ?? null,
  filingId ?? null,
  before ?? null,
];

/** Runs that send many parked messages again, and what has become of them. */
export class ResendRunStore {
  constructor(
    private readonly database: Database,
    private readonly mostTries: number,
  ) {}

  /** How many parked messages a filter means. */
  async count(filter: ResendFilter): Promise<number> {
    const [row] = await this.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM delivery d JOIN notice n USING (notice_id) WHERE ${matching}`,
      valuesOf(filter),
    );
    return row?.count ?? 0;
  }

  async add(tx: Tx, { runId, actor, filter, atMost, stopAfter }: ResendRun): Promise<void> {
    await tx.query(
      `INSERT INTO resend_run (run_id, actor, filter, at_most, stop_after) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (run_id) DO NOTHING`,
      [runId, actor, JSON.stringify(filter), atMost, stopAfter],
    );
  }

  async get(runId: string): Promise<ResendProgress | undefined> {
    const rows = await this.database.query<ProgressRow>(
      `SELECT ${columns}, ${counts} FROM resend_run r WHERE r.run_id = $1`,
      [runId],
    );
    return rows.map(progressOf)[0];
  }

  /** The oldest run that is not over, locked for this transaction; one at a time over all processes. */
  async lockRunning(tx: Tx): Promise<ResendProgress | undefined> {
    const rows = await tx.query<ProgressRow>(
      `SELECT ${columns}, ${counts} FROM resend_run r WHERE r.state = 'running' ORDER BY r.run_id LIMIT 1
       FOR UPDATE OF r SKIP LOCKED`,
    );
    return rows.map(progressOf)[0];
  }

  /** Releases some that the run has not touched yet, each for one try; answers their ids. */
  async release(tx: Tx, run: ResendRun, most: number): Promise<readonly string[]> {
    const rows = await tx.query<{ deliveryId: string }>(
      `UPDATE delivery SET state = 'waiting', attempts = $8, due_at = now(), moved_at = now(), resend_run = $6
        WHERE delivery_id IN (
          SELECT d.delivery_id FROM delivery d JOIN notice n USING (notice_id)
           WHERE ${matching} AND d.resend_run IS DISTINCT FROM $6 ORDER BY d.delivery_id LIMIT $7 FOR UPDATE OF d SKIP LOCKED)
        RETURNING delivery_id AS "deliveryId"`,
      [...valuesOf(run.filter), run.runId, most, this.mostTries - 1],
    );
    await tx.query('UPDATE resend_run SET released = released + $2, moved_at = now() WHERE run_id = $1', [
      run.runId,
      rows.length,
    ]);
    return rows.map(({ deliveryId }) => deliveryId);
  }

  async end(tx: Tx, runId: string, state: 'done' | 'stopped'): Promise<void> {
    await tx.query('UPDATE resend_run SET state = $2, moved_at = now() WHERE run_id = $1', [runId, state]);
  }
}

const progressOf = ({ waiting, ...row }: ProgressRow): ResendProgress => ({
  ...row,
  sent: row.released - waiting - row.failed,
});
