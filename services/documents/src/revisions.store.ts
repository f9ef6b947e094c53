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

export interface IdentityProof extends Pick<Pin, 'filingId' | 'submission' | 'dossier' | 'at'> {
  readonly versionIds: readonly string[];
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

  /** For the sweep of dossiers: those among the keys that a revision or an identity proof refers to. */
  async knownDossiers(keys: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.query<{ key: string }>(
      `SELECT d.dossier->>'key' AS key
         FROM (SELECT filing_id, dossier FROM revision UNION ALL SELECT filing_id, dossier FROM identity_proof) d
        WHERE d.filing_id IN (SELECT split_part(k, '/', 1) FROM unnest($1::text[]) k) AND d.dossier->>'key' = ANY($1)`,
      [keys],
    );
    return rows.map(({ key }) => key);
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

  /** The authority's file of the identity proof that joined this submission after its pin. */
  async identityProof(
    reader: Pick<Tx, 'query'>,
    filingId: FilingId,
    submission: number,
  ): Promise<DossierRef | undefined> {
    const [row] = await reader.query<{ dossier: DossierRef }>(
      'SELECT dossier FROM identity_proof WHERE filing_id = $1 AND submission = $2',
      [filingId, submission],
    );
    return row?.dossier;
  }

  async keepIdentityProof(tx: Tx, proof: IdentityProof): Promise<void> {
    const { filingId, submission, dossier, versionIds, at } = proof;
    await tx.query('INSERT INTO identity_proof (filing_id, submission, dossier, sealed_at) VALUES ($1, $2, $3, $4)', [
      filingId,
      submission,
      JSON.stringify(dossier),
      at,
    ]);
    await tx.query(
      'INSERT INTO seal (filing_id, submission, version_id) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING',
      [filingId, submission, versionIds],
    );
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
