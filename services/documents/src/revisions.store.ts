import type { DocumentFacts, DossierRef, FilingId } from '@beian/contracts';
import type { Database, Tx } from '@beian/platform';

export interface Revision {
  readonly revision: number;
  readonly sha256: string;
  readonly facts: DocumentFacts;
  readonly dossier: DossierRef;
  readonly undoneAt: Date | null;
}

export interface Pin {
  readonly filingId: FilingId;
  readonly submission: number;
  readonly facts: DocumentFacts;
  readonly dossier: DossierRef;
  readonly at: Date;
}

/** What each submission consists of. A revision is never changed; it can only be undone. */
export class RevisionStore {
  constructor(private readonly database: Database) {}

  async revision(
    filingId: FilingId,
    submission: number,
    reader: Pick<Tx, 'query'> = this.database,
  ): Promise<Revision | undefined> {
    const [row] = await reader.query<Revision>(
      `SELECT revision, sha256, facts, dossier, undone_at AS "undoneAt" FROM revision
        WHERE filing_id = $1 AND submission = $2`,
      [filingId, submission],
    );
    return row;
  }

  async nextRevision(reader: Pick<Tx, 'query'>, filingId: FilingId): Promise<number> {
    const [row] = await reader.query<{ next: number }>(
      'SELECT coalesce(max(revision), 0) + 1 AS next FROM revision WHERE filing_id = $1',
      [filingId],
    );
    return row?.next ?? 1;
  }

  async pin(tx: Tx, pin: Pin): Promise<void> {
    const { filingId, submission, facts, dossier, at } = pin;
    await tx.query(
      `INSERT INTO revision (filing_id, submission, revision, sha256, facts, dossier, pinned_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [filingId, submission, facts.revision, facts.sha256, JSON.stringify(facts), JSON.stringify(dossier), at],
    );
    await tx.query('INSERT INTO seal (filing_id, submission, version_id) SELECT $1, $2, unnest($3::text[])', [
      filingId,
      submission,
      facts.slots.flatMap(({ versionIds }) => versionIds),
    ]);
  }

  /** False if there was nothing to undo. */
  async unseal(tx: Tx, filingId: FilingId, undo: { submission: number; at: Date }): Promise<boolean> {
    const won = await tx.execute(
      'UPDATE revision SET undone_at = $3 WHERE filing_id = $1 AND submission = $2 AND undone_at IS NULL',
      [filingId, undo.submission, undo.at],
    );
    return won === 1;
  }
}
