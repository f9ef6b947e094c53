import type { DossierRef, Finding, PartView, SiteDraft, WebsiteFacts } from '@beian/contracts';
import type { PersonVault, Tx } from '@beian/platform';
import type { Reader, Site, WebsitePart } from './website.store';

export interface Pin {
  readonly submission: number;
  readonly state: 'pinned' | 'superseded' | 'undone' | 'granted';
  /** Business time of the pin, or of the undo. */
  readonly at: Date;
  readonly facts?: WebsiteFacts;
  readonly findings: readonly Finding[];
}

export interface NewPin {
  readonly part: WebsitePart;
  readonly submission: number;
  readonly facts: WebsiteFacts;
  /** Warnings that came with it: the same call gives the same answer again. */
  readonly findings: readonly Finding[];
  readonly at: Date;
}

export interface When {
  readonly submission: number;
  readonly at: Date;
}

interface PinRow {
  readonly submission: number;
  readonly state: Pin['state'];
  readonly at: Date;
  readonly facts: WebsiteFacts | null;
  readonly findings: Finding[] | null;
}

/** What was frozen for which submission. Callers hold the part (`read … hold`). */
export class PinStore {
  constructor(private readonly vault: PersonVault) {}

  async read(reader: Reader, filingId: string, submission: number): Promise<Pin | undefined> {
    const [row] = await reader.query<PinRow>(
      'SELECT submission, state, at, facts, findings FROM website_pin WHERE filing_id = $1 AND submission = $2',
      [filingId, submission],
    );
    return (
      row && {
        submission,
        state: row.state,
        at: row.at,
        findings: row.findings ?? [],
        ...(row.facts ? { facts: row.facts } : {}),
      }
    );
  }

  /** The submission that holds now, if one does. */
  async running(reader: Reader, filingId: string): Promise<number | undefined> {
    const [row] = await reader.query<{ submission: number }>(
      `SELECT submission FROM website_pin WHERE filing_id = $1 AND state = 'pinned'`,
      [filingId],
    );
    return row?.submission;
  }

  /** For reconciliation: what each filing still holds, and whether it is in the register. One that is not known is left out. */
  async views(reader: Reader, filings: readonly string[]): Promise<readonly PartView[]> {
    return reader.query<PartView>(
      `SELECT p.filing_id AS "filingId",
              ARRAY(SELECT submission FROM website_pin WHERE filing_id = p.filing_id AND state = 'pinned' UNION
                    SELECT submission FROM domain_lock WHERE filing_id = p.filing_id AND released_at IS NULL UNION
                    SELECT submission FROM service_code WHERE filing_id = p.filing_id AND state = 'in-progress'
                    ORDER BY 1) AS held,
              EXISTS (SELECT 1 FROM website_pin WHERE filing_id = p.filing_id AND state = 'granted') AS granted
         FROM website_part p WHERE p.filing_id = ANY($1)`,
      [filings],
    );
  }

  /** For the sweep of dossiers: those among the keys that a pin refers to. */
  async knownDossiers(reader: Reader, keys: readonly string[]): Promise<readonly string[]> {
    const rows = await reader.query<{ key: string }>(
      `SELECT DISTINCT d.ref->>'key' AS key FROM website_pin n, LATERAL jsonb_path_query(n.facts, '$.dossiers[*]') AS d(ref)
        WHERE n.filing_id IN (SELECT split_part(k, '/', 1) FROM unnest($1::text[]) k) AND d.ref->>'key' = ANY($1)`,
      [keys],
    );
    return rows.map(({ key }) => key);
  }

  async lastRevision(reader: Reader, filingId: string): Promise<number> {
    const [row] = await reader.query<{ revision: number }>(
      'SELECT coalesce(max(revision), 0)::int AS revision FROM website_revision WHERE filing_id = $1',
      [filingId],
    );
    return row?.revision ?? 0;
  }

  /** Freezes the sites as the revision named in the facts. */
  async freeze(tx: Tx, { part, submission, facts, at }: NewPin): Promise<void> {
    await tx.query(
      'INSERT INTO website_revision (filing_id, revision, submission, mark, key_id, sealed, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [
        part.filingId,
        facts.revision,
        submission,
        facts.sha256,
        part.keyId,
        await this.vault.seal(tx, part.keyId, JSON.stringify({ domain: part.domain, sites: part.sites })),
        at,
      ],
    );
  }

  /** The sites that a submission was frozen with; undefined if there was none. Throws `PersonKeyGone` after an erasure. */
  async frozen(reader: Reader, filingId: string, submission: number): Promise<readonly Site[] | undefined> {
    const [row] = await reader.query<{ key_id: string; sealed: Buffer }>(
      `SELECT key_id, sealed FROM website_revision WHERE filing_id = $1 AND submission = $2 ORDER BY revision DESC LIMIT 1`,
      [filingId, submission],
    );
    if (row === undefined) return undefined;
    const content = await this.vault.open(reader, row.key_id, row.sealed);
    return (JSON.parse(content) as { readonly sites: readonly Site[] }).sites;
  }

  /** Records the pin. Any older pin of the filing is superseded: its undo will find nothing to free. */
  async record(tx: Tx, { part, submission, facts, findings, at }: NewPin): Promise<void> {
    await tx.execute(`UPDATE website_pin SET state = 'superseded' WHERE filing_id = $1 AND state = 'pinned'`, [
      part.filingId,
    ]);
    await tx.execute(
      `INSERT INTO website_pin (filing_id, submission, state, revision, facts, findings, at)
       VALUES ($1, $2, 'pinned', $3, $4, $5, $6)
       ON CONFLICT (filing_id, submission) DO UPDATE SET state = 'pinned', revision = excluded.revision,
         facts = excluded.facts, findings = excluded.findings, at = excluded.at`,
      [part.filingId, submission, facts.revision, JSON.stringify(facts), JSON.stringify(findings), at],
    );
  }

  /** A site as it was granted (decisions 15). */
  async grantedSite(
    reader: Reader,
    { filingId, siteId }: { readonly filingId: string; readonly siteId: string },
  ): Promise<SiteDraft | undefined> {
    const [row] = await reader.query<{ key_id: string; sealed: Buffer }>(
      `SELECT r.key_id, r.sealed FROM website_pin n JOIN website_revision r USING (filing_id, revision)
       WHERE n.filing_id = $1 AND n.state = 'granted'`,
      [filingId],
    );
    if (row === undefined) return undefined;
    const { sites } = JSON.parse(await this.vault.open(reader, row.key_id, row.sealed)) as Pick<WebsitePart, 'sites'>;
    return sites.find((site) => site.siteId === siteId)?.draft;
  }

  /** Marks the submission undone, also one that was never pinned: a late pin then finds that it came too late. */
  async undo(tx: Tx, filingId: string, { submission, at }: When): Promise<void> {
    await tx.execute(
      `INSERT INTO website_pin (filing_id, submission, state, at) VALUES ($1, $2, 'undone', $3)
       ON CONFLICT (filing_id, submission) DO UPDATE SET state = 'undone', at = greatest(website_pin.at, excluded.at)
       WHERE website_pin.state <> 'granted'`,
      [filingId, submission, at],
    );
  }

  async grant(tx: Tx, filingId: string, { submission, at }: When): Promise<boolean> {
    return (
      (await tx.execute(
        `UPDATE website_pin SET state = 'granted', at = $3 WHERE filing_id = $1 AND submission = $2 AND state = 'pinned'`,
        [filingId, submission, at],
      )) === 1
    );
  }
}

/** The objects a pin wrote for others. */
export const dossiersOf = (pin: Pick<Pin, 'facts'>): readonly DossierRef[] => pin.facts?.dossiers ?? [];
