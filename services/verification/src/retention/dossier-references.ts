import type { Database } from '@beian/platform';

/** Which dossiers of the object store are known here: those of the facts that each submission came with. */
export class DossierReferences {
  constructor(private readonly database: Pick<Database, 'query'>) {}

  /** Those among the keys that a submission refers to. */
  async known(keys: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.query<{ key: string }>(
      `SELECT DISTINCT d.ref->>'key' AS key FROM submission s,
              LATERAL jsonb_path_query(s.facts, '$.*.dossiers[*]') AS d(ref)
        WHERE s.filing_id IN (SELECT split_part(k, '/', 1) FROM unnest($1::text[]) k) AND d.ref->>'key' = ANY($1)`,
      [keys],
    );
    return rows.map(({ key }) => key);
  }

  /** Those among the keys whose filing is under a legal hold. */
  async ofHeldFilings(keys: readonly string[]): Promise<readonly string[]> {
    const rows = await this.database.query<{ key: string }>(
      `SELECT k AS key FROM unnest($1::text[]) k JOIN filing f ON f.filing_id = split_part(k, '/', 1)
        WHERE f.held_at IS NOT NULL`,
      [keys],
    );
    return rows.map(({ key }) => key);
  }
}
