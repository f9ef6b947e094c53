import type { FilingId } from '@beian/contracts';
import type { Database, Tx } from '@beian/platform';

/** One run of a filing's workflow whose history is in the bucket. */
export interface HistoryExport {
  readonly runId: string;
  readonly filingId: FilingId;
  readonly key: string;
  /** SHA-256 of the file in hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly events: number;
  readonly closedAt: Date;
  readonly exportedAt: Date;
}

const columns = `run_id AS "runId", filing_id AS "filingId", object_key AS key, sha256, size_bytes AS "sizeBytes", events,
  closed_at AS "closedAt", exported_at AS "exportedAt"`;

/** Which histories are due, and which are kept. */
export class HistoryExportsStore {
  constructor(readonly database: Database) {}

  /** The filing has come to its end: its workflow closes soon, or after the aftercare of a grant. Hearing it again is fine. */
  async expect(tx: Tx, filingId: FilingId, at: Date): Promise<void> {
    await tx.execute('INSERT INTO history_due (filing_id, due_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      filingId,
      at,
    ]);
  }

  /**
   * Filings to look at now, each for one caller: the next look is set before this one, doubling from five seconds to six
   * hours, so that nothing is lost when a process dies in between.
   */
  async takeDue(at: Date, limit: number): Promise<readonly FilingId[]> {
    const rows = await this.database.query<{ filing_id: FilingId }>(
      `UPDATE history_due SET looks = looks + 1,
              due_at = $1::timestamptz + make_interval(secs => least(5 * 2 ^ least(looks, 20), 21600))
        WHERE filing_id IN (SELECT filing_id FROM history_due WHERE due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
        RETURNING filing_id`,
      [at, limit],
    );
    return rows.map(({ filing_id: filingId }) => filingId);
  }

  /** Notes that a look failed, or with `undefined` that it did not: the filing is only not closed yet. */
  async noteFailure(filingId: FilingId, at: Date | undefined): Promise<void> {
    await this.database.execute(
      `UPDATE history_due SET failing_since = CASE WHEN $2::timestamptz IS NULL THEN NULL ELSE coalesce(failing_since, $2) END
        WHERE filing_id = $1`,
      [filingId, at ?? null],
    );
  }

  /** How many due filings failed at their last look. */
  async failing(): Promise<number> {
    const [row] = await this.database.query<{ count: string }>(
      'SELECT count(*) FROM history_due WHERE failing_since IS NOT NULL',
    );
    return Number(row?.count ?? 0);
  }

  async settle(filingId: FilingId): Promise<void> {
    await this.database.execute('DELETE FROM history_due WHERE filing_id = $1', [filingId]);
  }

  /** What was exported of these runs, or was erased or refused: all that need not be looked at again. */
  async known(runIds: readonly string[]): Promise<ReadonlyMap<string, { readonly key?: string }>> {
    const rows = await this.database.query<{ run_id: string; object_key: string | null }>(
      `SELECT run_id, CASE WHEN erased_at IS NULL THEN object_key END AS object_key
         FROM history_export WHERE run_id = ANY($1)`,
      [runIds],
    );
    return new Map(rows.map((row) => [row.run_id, row.object_key === null ? {} : { key: row.object_key }]));
  }

  /** Once per run: false if it is known already. */
  async add(tx: Tx, one: HistoryExport): Promise<boolean> {
    const added = await tx.execute(
      `INSERT INTO history_export (run_id, filing_id, object_key, sha256, size_bytes, events, closed_at, exported_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING`,
      [one.runId, one.filingId, one.key, one.sha256, one.sizeBytes, one.events, one.closedAt, one.exportedAt],
    );
    return added === 1;
  }

  /** A run that cannot be kept, with the code of the reason. */
  async refuse(tx: Tx, run: Pick<HistoryExport, 'runId' | 'filingId' | 'closedAt'>, refusal: string): Promise<boolean> {
    const added = await tx.execute(
      `INSERT INTO history_export (run_id, filing_id, closed_at, refusal) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [run.runId, run.filingId, run.closedAt, refusal],
    );
    return added === 1;
  }

  /** The kept histories of a filing, in the order of its runs. */
  async of(filingId: FilingId): Promise<readonly HistoryExport[]> {
    return this.database.query<HistoryExport>(
      `SELECT ${columns} FROM history_export
        WHERE filing_id = $1 AND object_key IS NOT NULL AND erased_at IS NULL ORDER BY closed_at, run_id`,
      [filingId],
    );
  }

  /** Marks what was closed before an instant as erased, but for filings under a legal hold; answers what goes. */
  async erase(tx: Tx, before: Date, { at, limit }: { readonly at: Date; readonly limit: number }) {
    return tx.query<HistoryExport>(
      `UPDATE history_export SET erased_at = $2 WHERE run_id IN (
         SELECT e.run_id FROM history_export e LEFT JOIN filing f USING (filing_id)
          WHERE e.closed_at < $1 AND e.object_key IS NOT NULL AND e.erased_at IS NULL AND f.held_at IS NULL
          ORDER BY e.closed_at LIMIT $3 FOR UPDATE OF e SKIP LOCKED)
       RETURNING ${columns}`,
      [before, at, limit],
    );
  }

  /** Erased histories whose object may still be in the bucket. */
  async uncleared(limit: number): Promise<readonly Pick<HistoryExport, 'runId' | 'key'>[]> {
    return this.database.query<Pick<HistoryExport, 'runId' | 'key'>>(
      `SELECT run_id AS "runId", object_key AS key FROM history_export
        WHERE erased_at IS NOT NULL AND cleared_at IS NULL LIMIT $1`,
      [limit],
    );
  }

  async markCleared(runId: string, at: Date): Promise<void> {
    await this.database.execute('UPDATE history_export SET cleared_at = $2 WHERE run_id = $1', [runId, at]);
  }
}
