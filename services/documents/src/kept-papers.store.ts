import type { FilingId } from '@beian/contracts';
import type { Database, Tx } from '@beian/platform';

export interface KeptPaper {
  readonly versionId: string;
  readonly filingId: FilingId;
  readonly key: string;
  readonly slot: string;
}

/**
 * Days for which papers are kept after the end of their filing, by class: pictures of faces apart from the rest (GB/T 35273
 * 6.3). Absent: kept until somebody sets a period. No source prints one (rel 9.1): every value is the operator's.
 */
export interface Retention {
  readonly ended: { readonly papers: number; readonly faces: number };
  readonly granted: { readonly papers?: number | undefined; readonly faces?: number | undefined };
}

/** Kinds of slots that hold the picture of a face. */
const faceKinds = ['site-administrator-photo', 'hand-held-photo'];
const dayMs = 86_400_000;

/** Papers `d` of a filing `f` whose period is over: $1 and $2 ended, $3 and $4 granted (papers, faces), $5 the kinds of faces. */
const isOver = `CASE WHEN split_part(d.slot, ':', 1) = ANY($5::text[])
    THEN f.ended_at < $2::timestamptz OR f.granted_at < $4::timestamptz
    ELSE f.ended_at < $1::timestamptz OR f.granted_at < $3::timestamptz END`;

function bounds({ ended, granted }: Retention, at: Date): readonly unknown[] {
  const before = (days: number | undefined) => (days === undefined ? null : new Date(at.getTime() - days * dayMs));
  return [before(ended.papers), before(ended.faces), before(granted.papers), before(granted.faces), faceKinds];
}

const columns = `d.version_id AS "versionId", d.filing_id AS "filingId", d.accepted_key AS key, d.slot`;
const kept = `d.state = 'accepted' AND d.lost_at IS NULL AND d.erased_at IS NULL`;

export interface Erasure {
  readonly retention: Retention;
  readonly at: Date;
}

/** How long papers are kept, and whether they are still there. */
export class KeptPapersStore {
  constructor(private readonly database: Database) {}

  /** The filing has ended without a number; the first word of it counts, however often it is heard. */
  async end(tx: Tx, filingId: FilingId, at: Date): Promise<void> {
    await tx.execute('UPDATE filing SET ended_at = $2 WHERE filing_id = $1 AND ended_at IS NULL', [filingId, at]);
  }

  /** The filing got its number; the first word of it counts. */
  async grant(tx: Tx, filingId: FilingId, at: Date): Promise<void> {
    await tx.execute('UPDATE filing SET granted_at = $2 WHERE filing_id = $1 AND granted_at IS NULL', [filingId, at]);
  }

  /** Sets or lifts the legal hold; false for a filing that is not known. */
  async hold(tx: Tx, filingId: FilingId, since: Date | null): Promise<boolean> {
    return (await tx.execute('UPDATE filing SET held_at = $2 WHERE filing_id = $1', [filingId, since])) === 1;
  }

  /** Filings under no hold that have papers whose period is over. */
  async overdue(retention: Retention, at: Date, limit: number): Promise<readonly FilingId[]> {
    const rows = await this.database.query<{ filing_id: string }>(
      `SELECT f.filing_id FROM filing f
        WHERE (f.ended_at IS NOT NULL OR f.granted_at IS NOT NULL) AND f.held_at IS NULL
          AND EXISTS (SELECT 1 FROM document d WHERE d.filing_id = f.filing_id AND d.accepted_key IS NOT NULL
                         AND d.erased_at IS NULL AND ${isOver})
        ORDER BY coalesce(f.ended_at, f.granted_at) LIMIT $6`,
      [...bounds(retention, at), limit],
    );
    return rows.map(({ filing_id: filingId }) => filingId);
  }

  /** Makes tombstones of a filing's papers whose period is over, unless a hold came in between; answers what goes. */
  async erase(tx: Tx, filingId: FilingId, { retention, at }: Erasure): Promise<readonly KeptPaper[]> {
    const [free] = await tx.query('SELECT 1 FROM filing WHERE filing_id = $1 AND held_at IS NULL FOR UPDATE', [
      filingId,
    ]);
    if (free === undefined) return [];
    return tx.query<KeptPaper>(
      `UPDATE document d SET erased_at = $7 FROM filing f
        WHERE f.filing_id = $6 AND d.filing_id = f.filing_id AND d.accepted_key IS NOT NULL AND d.erased_at IS NULL
          AND ${isOver} RETURNING ${columns}`,
      [...bounds(retention, at), filingId, at],
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
