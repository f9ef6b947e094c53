import type { FilingId } from '@beian/contracts';
import type { Database, Tx } from '@beian/platform';

export interface KeptPaper {
  readonly versionId: string;
  readonly filingId: FilingId;
  readonly key: string;
  readonly slot: string;
}

const columns = `d.version_id AS "versionId", d.filing_id AS "filingId", d.accepted_key AS key, d.slot`;
const kept = `d.state = 'accepted' AND d.lost_at IS NULL AND d.erased_at IS NULL`;

/** How long papers are kept, and whether they are still there. */
export class KeptPapersStore {
  constructor(private readonly database: Database) {}

  /** The filing has ended without a number; the first word of it counts, however often it is heard. */
  async end(tx: Tx, filingId: FilingId, at: Date): Promise<void> {
    await tx.execute('UPDATE filing SET ended_at = $2 WHERE filing_id = $1 AND ended_at IS NULL', [filingId, at]);
  }

  /** Sets or lifts the legal hold; false for a filing that is not known. */
  async hold(tx: Tx, filingId: FilingId, since: Date | null): Promise<boolean> {
    return (await tx.execute('UPDATE filing SET held_at = $2 WHERE filing_id = $1', [filingId, since])) === 1;
  }

  /** Filings that ended before an instant, are under no hold, and still have papers. */
  async overdue(endedBefore: Date, limit: number): Promise<readonly FilingId[]> {
    const rows = await this.database.query<{ filing_id: string }>(
      `SELECT f.filing_id FROM filing f WHERE f.ended_at < $1 AND f.held_at IS NULL
          AND EXISTS (SELECT 1 FROM document d WHERE d.filing_id = f.filing_id AND d.accepted_key IS NOT NULL AND d.erased_at IS NULL)
        ORDER BY f.ended_at LIMIT $2`,
      [endedBefore, limit],
    );
    return rows.map(({ filing_id: filingId }) => filingId);
  }

  /** Makes tombstones of all papers of a filing, unless a hold came in between; answers what is to be removed. */
  async erase(tx: Tx, filingId: FilingId, at: Date): Promise<readonly KeptPaper[]> {
    const [free] = await tx.query('SELECT 1 FROM filing WHERE filing_id = $1 AND held_at IS NULL FOR UPDATE', [
      filingId,
    ]);
    if (free === undefined) return [];
    return tx.query<KeptPaper>(
      `UPDATE document d SET erased_at = $2
        WHERE d.filing_id = $1 AND d.accepted_key IS NOT NULL AND d.erased_at IS NULL RETURNING ${columns}`,
      [filingId, at],
    );
  }

  /** Papers whose object was not looked for since an instant, longest first. */
  async unseen(since: Date, limit: number): Promise<readonly KeptPaper[]> {
    return this.database.query<KeptPaper>(
      `SELECT ${columns} FROM document d
        WHERE ${kept} AND (d.removed_at IS NULL OR EXISTS (SELECT 1 FROM seal s WHERE s.version_id = d.version_id))
          AND coalesce(d.seen_at, d.decided_at) < $1 ORDER BY coalesce(d.seen_at, d.decided_at) LIMIT $2`,
      [since, limit],
    );
  }

  async markSeen(versionId: string, at: Date): Promise<void> {
    await this.database.execute('UPDATE document SET seen_at = $2 WHERE version_id = $1', [versionId, at]);
  }

  /** False if it was known before, or erased. */
  async markLost(tx: Tx, versionId: string, at: Date): Promise<boolean> {
    return (
      (await tx.execute(`UPDATE document d SET lost_at = $2 WHERE d.version_id = $1 AND ${kept}`, [versionId, at])) ===
      1
    );
  }
}
