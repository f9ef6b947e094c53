import type { FilingType, Nature, RulePackId, SiteDraft } from '@beian/contracts';
import type { FiledSite } from './filed-site';
import { newId, type PersonVault, type Tx } from '@beian/platform';

/** Anything that answers SQL: a transaction, or the database itself for reading. */
export type Reader = Pick<Tx, 'query'>;

export interface Site {
  readonly siteId: string;
  readonly version: number;
  readonly draft: SiteDraft;
  /** What is filed already, where the draft began from it. */
  readonly filed?: FiledSite;
}

/** A site to begin with. */
export type FirstSite = Pick<Site, 'draft' | 'filed'>;

/** The websites of one filing, opened. `domain` is the one that *Verify Filing Type* fixed; it stands in the first site. */
export interface WebsitePart {
  readonly filingId: string;
  readonly accountId: string;
  readonly province: string;
  readonly nature: Nature;
  readonly filingType: FilingType;
  readonly domain: string;
  readonly pack: RulePackId;
  readonly asOf: string;
  readonly keyId: string;
  readonly changedAt: Date;
  readonly closed: boolean;
  readonly sites: readonly Site[];
}

export type NewPart = Omit<WebsitePart, 'keyId' | 'changedAt' | 'closed' | 'sites'> & { readonly at: Date };

interface PartRow {
  readonly filing_id: string;
  readonly account_id: string;
  readonly province: string;
  readonly nature: Nature;
  readonly filing_type: FilingType;
  readonly domain: string;
  readonly pack: RulePackId;
  readonly as_of: string;
  readonly key_id: string;
  readonly changed_at: Date;
  readonly closed_at: Date | null;
}

interface SiteRow {
  readonly site_id: string;
  readonly version: number;
  readonly sealed: Buffer;
  readonly filed: FiledSite | null;
}

export interface ReadOptions {
  readonly accountId?: string | undefined;
  readonly hold?: boolean;
}

/** Drafts of websites (网站). Writers hold the part (`hold`), so that a pin and an edit never cross. */
export class WebsiteStore {
  constructor(private readonly vault: PersonVault) {}

  /** Opens a part with its first sites; false if the filing has one already (then nothing changes). */
  async open(tx: Tx, part: NewPart, sites: readonly FirstSite[]): Promise<boolean> {
    const keyId = newId();
    const opened = await tx.execute(
      `INSERT INTO website_part (filing_id, account_id, province, nature, filing_type, domain, pack, as_of, key_id, opened_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT (filing_id) DO NOTHING`,
      [
        part.filingId,
        part.accountId,
        part.province,
        part.nature,
        part.filingType,
        part.domain,
        part.pack,
        part.asOf,
        keyId,
        part.at,
      ],
    );
    if (opened === 0) return false;
    await this.vault.newPersonKey(tx, keyId);
    for (const site of sites) await this.insertSite(tx, { filingId: part.filingId, keyId }, site);
    return true;
  }

  /** Reads a part with its sites; with an account, only if it is that account's. Throws `PersonKeyGone` if erased. */
  async read(reader: Reader, filingId: string, options: ReadOptions = {}): Promise<WebsitePart | undefined> {
    const row = await this.readRow(reader, filingId, options);
    if (row === undefined) return undefined;
    const sites = await reader.query<SiteRow>(
      'SELECT site_id, version, sealed, filed FROM site WHERE filing_id = $1 ORDER BY position',
      [filingId],
    );
    const key = await this.vault.unlock(reader, row.key_id);
    return {
      filingId: row.filing_id,
      accountId: row.account_id,
      province: row.province,
      nature: row.nature,
      filingType: row.filing_type,
      domain: row.domain,
      pack: row.pack,
      asOf: row.as_of,
      keyId: row.key_id,
      changedAt: row.changed_at,
      closed: row.closed_at !== null,
      sites: sites.map(({ site_id, version, sealed, filed }) => ({
        siteId: site_id,
        version,
        draft: JSON.parse(key.open(sealed)) as SiteDraft,
        ...(filed === null ? {} : { filed }),
      })),
    };
  }

  /** The part's clear facts only: needs no key, so that undoing works after an erasure. */
  async readRow(reader: Reader, filingId: string, { accountId, hold }: ReadOptions = {}): Promise<PartRow | undefined> {
    const [row] = await reader.query<PartRow>(
      `SELECT * FROM website_part WHERE filing_id = $1 AND ($2::text IS NULL OR account_id = $2) ${hold ? 'FOR UPDATE' : ''}`,
      [filingId, accountId ?? null],
    );
    return row;
  }

  async addSite(tx: Tx, part: WebsitePart, { draft, at }: { draft: SiteDraft; at: Date }): Promise<Site> {
    await this.touch(tx, part.filingId, at);
    return this.insertSite(tx, part, { draft });
  }

  /** Writes a site over the version it was read at; false if somebody was faster (T26: the version is in the WHERE). */
  async saveSite(
    tx: Tx,
    part: WebsitePart,
    { siteId, version, draft, at }: Site & { readonly at: Date },
  ): Promise<boolean> {
    const sealed = await this.vault.seal(tx, part.keyId, JSON.stringify(draft));
    const saved = await tx.execute(
      'UPDATE site SET sealed = $4, version = version + 1 WHERE filing_id = $1 AND site_id = $2 AND version = $3',
      [part.filingId, siteId, version, sealed],
    );
    if (saved === 1) await this.touch(tx, part.filingId, at);
    return saved === 1;
  }

  async removeSite(
    tx: Tx,
    part: WebsitePart,
    { siteId, version, at }: Omit<Site, 'draft'> & { readonly at: Date },
  ): Promise<boolean> {
    const removed = await tx.execute('DELETE FROM site WHERE filing_id = $1 AND site_id = $2 AND version = $3', [
      part.filingId,
      siteId,
      version,
    ]);
    if (removed === 1) await this.touch(tx, part.filingId, at);
    return removed === 1;
  }

  /** The domains that stood in the register when a change began: what it leaves out is struck out. */
  async domainsFiledBefore(reader: Reader, filingId: string): Promise<readonly string[]> {
    const rows = await reader.query<{ filed: FiledSite }>(
      'SELECT filed FROM site WHERE filing_id = $1 AND filed IS NOT NULL',
      [filingId],
    );
    return rows.flatMap(({ filed }) => filed.domains);
  }

  /** Marks the part as over. False if it was over. */
  async close(tx: Tx, filingId: string, at: Date): Promise<boolean> {
    return (
      (await tx.execute('UPDATE website_part SET closed_at = $2 WHERE filing_id = $1 AND closed_at IS NULL', [
        filingId,
        at,
      ])) === 1
    );
  }

  /** The number of the filing's next event from here: counted without gaps over all its types (I-6). */
  async nextEvent(tx: Tx, filingId: string): Promise<number> {
    const [row] = await tx.query<{ events: number }>(
      'UPDATE website_part SET events = events + 1 WHERE filing_id = $1 RETURNING events',
      [filingId],
    );
    return row?.events ?? 0;
  }

  private async touch(tx: Tx, filingId: string, at: Date): Promise<void> {
    await tx.execute('UPDATE website_part SET changed_at = greatest(changed_at, $2) WHERE filing_id = $1', [
      filingId,
      at,
    ]);
  }

  private async insertSite(
    tx: Tx,
    part: Pick<WebsitePart, 'filingId' | 'keyId'>,
    { draft, filed }: FirstSite,
  ): Promise<Site> {
    const siteId = newId();
    await tx.execute(
      `INSERT INTO site (site_id, filing_id, position, sealed, filed)
       VALUES ($1, $2, (SELECT coalesce(max(position), 0) + 1 FROM site WHERE filing_id = $2), $3, $4)`,
      [
        siteId,
        part.filingId,
        await this.vault.seal(tx, part.keyId, JSON.stringify(draft)),
        filed === undefined ? null : JSON.stringify(filed),
      ],
    );
    return { siteId, version: 1, draft };
  }
}
