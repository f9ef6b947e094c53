import type { Tx } from '@beian/platform';
import type { When } from './pin.store';
import type { Reader, WebsitePart } from './website.store';

export interface SiteDomain {
  readonly siteId: string;
  readonly domain: string;
}

export interface FiledDomain extends SiteDomain {
  /** Absent where the authority named none. */
  readonly siteNumber?: string | undefined;
}

/** A site in the register, with the filing in which its values stand. */
export interface SiteHere {
  readonly siteNumber: string;
  readonly siteId: string;
  readonly filingId: string;
  readonly domains: readonly string[];
  readonly filedAt: Date;
}

export interface DomainUse {
  /** The filing that holds its lock, and whose it is. */
  readonly running?: { readonly filingId: string; readonly accountId: string };
  /** The account under which it is filed here. */
  readonly filedBy?: string;
}

/** Which domains run in an order and which are filed here; both unique in the database (I-4, T27). */
export class DomainStore {
  /**
   * Takes the domains for a submission and answers those that another filing holds. Locks of an earlier submission of
   * the same filing pass on; what it does not need any more is freed. Sorted, so that two filings never wait crosswise.
   */
  async lock(
    tx: Tx,
    part: WebsitePart,
    { domains, ...when }: When & { readonly domains: readonly SiteDomain[] },
  ): Promise<readonly SiteDomain[]> {
    const taken: SiteDomain[] = [];
    await tx.execute('UPDATE domain_lock SET released_at = $2 WHERE filing_id = $1 AND released_at IS NULL', [
      part.filingId,
      when.at,
    ]);
    for (const one of [...domains].sort((a, b) => (a.domain < b.domain ? -1 : 1))) {
      const locked = await tx.execute(
        `INSERT INTO domain_lock (domain, filing_id, account_id, site_id, submission, taken_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (domain) WHERE released_at IS NULL DO NOTHING`,
        [one.domain, part.filingId, part.accountId, one.siteId, when.submission, when.at],
      );
      if (locked === 0) taken.push(one);
    }
    return taken;
  }

  /** Frees what this submission holds; a lock that a later one took over stays. */
  async unlock(tx: Tx, filingId: string, { submission, at }: When): Promise<void> {
    await tx.execute(
      'UPDATE domain_lock SET released_at = $3 WHERE filing_id = $1 AND submission = $2 AND released_at IS NULL',
      [filingId, submission, at],
    );
  }

  /** What this submission holds. */
  async held(reader: Reader, filingId: string, submission: number): Promise<readonly SiteDomain[]> {
    return reader.query<SiteDomain>(
      `SELECT domain, site_id AS "siteId" FROM domain_lock
       WHERE filing_id = $1 AND submission = $2 AND released_at IS NULL ORDER BY domain`,
      [filingId, submission],
    );
  }

  /** One statement whatever the answer, so that its time tells nothing (A17). */
  async useOf(reader: Reader, domain: string): Promise<DomainUse> {
    const [row] = await reader.query<{ filing_id: string | null; account_id: string | null; filed_by: string | null }>(
      `SELECT l.filing_id, l.account_id,
              (SELECT account_id FROM filed_domain WHERE domain = $1 AND cancelled_at IS NULL) AS filed_by
       FROM (SELECT 1) AS one LEFT JOIN domain_lock l ON l.domain = $1 AND l.released_at IS NULL`,
      [domain],
    );
    return {
      ...(row?.filing_id && row.account_id ? { running: { filingId: row.filing_id, accountId: row.account_id } } : {}),
      ...(row?.filed_by ? { filedBy: row.filed_by } : {}),
    };
  }

  /** Writes what was granted. Answers the domains that are filed under another account. */
  async enter(
    tx: Tx,
    part: Pick<WebsitePart, 'filingId' | 'accountId'>,
    filed: { domains: readonly FiledDomain[]; at: Date },
  ): Promise<readonly string[]> {
    const foreign: string[] = [];
    for (const { domain, siteId, siteNumber } of [...filed.domains].sort((a, b) => (a.domain < b.domain ? -1 : 1))) {
      const entered = await tx.execute(
        `INSERT INTO filed_domain (domain, site_id, site_number, account_id, filing_id, filed_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (domain) WHERE cancelled_at IS NULL DO UPDATE SET site_id = excluded.site_id,
           site_number = excluded.site_number, filing_id = excluded.filing_id, filed_at = excluded.filed_at
         WHERE filed_domain.account_id = excluded.account_id`,
        [domain, siteId, siteNumber ?? null, part.accountId, part.filingId, filed.at],
      );
      if (entered === 0) foreign.push(domain);
    }
    return foreign;
  }

  /** The sites that an account has filed here; one without a number cannot be named and is left out. */
  async sitesOf(reader: Reader, accountId: string): Promise<readonly SiteHere[]> {
    return reader.query<SiteHere>(
      `SELECT site_number AS "siteNumber", site_id AS "siteId", filing_id AS "filingId",
              array_agg(domain ORDER BY domain) AS domains, min(filed_at) AS "filedAt"
       FROM filed_domain WHERE account_id = $1 AND cancelled_at IS NULL AND site_number IS NOT NULL
       GROUP BY site_number, site_id, filing_id ORDER BY min(id)`,
      [accountId],
    );
  }

  /** Strikes out what was cancelled (注销网站, 取消接入). */
  async cancel(tx: Tx, accountId: string, { domains, at }: { domains: readonly string[]; at: Date }): Promise<void> {
    await tx.execute(
      'UPDATE filed_domain SET cancelled_at = $3 WHERE account_id = $1 AND domain = ANY ($2) AND cancelled_at IS NULL',
      [accountId, domains, at],
    );
  }
}
