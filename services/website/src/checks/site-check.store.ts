import type { dnsStates, homePageStates, registrationStates } from '@beian/contracts/schemas';
import type { Tx } from '@beian/platform';
import type { Reader } from '../website.store';
import type { SiteFinding } from './site-check-findings';

/** What was seen of a domain. */
export interface Seen {
  readonly dns: (typeof dnsStates)[number];
  readonly addresses: readonly string[];
  readonly registration: (typeof registrationStates)[number];
  readonly homePage: (typeof homePageStates)[number];
}

/** A domain in the register, with its last check. */
export interface FiledDomainRow {
  readonly id: string;
  readonly domain: string;
  readonly siteId: string;
  readonly siteNumber: string;
  readonly accountId: string;
  readonly filingId: string;
  readonly filedAt: Date;
  readonly checkedAt: Date | null;
  readonly seen: Seen | null;
  readonly findings: readonly SiteFinding[] | null;
  readonly failingSince: Date | null;
}

export interface ShellSubject {
  readonly subjectNumber: string;
  readonly since: Date;
}

const columns = `f.id, f.domain, f.site_id AS "siteId", f.site_number AS "siteNumber", f.account_id AS "accountId",
  f.filing_id AS "filingId", f.filed_at AS "filedAt", c.checked_at AS "checkedAt", c.seen, c.findings,
  c.failing_since AS "failingSince"`;
const filed = `FROM filed_domain f LEFT JOIN site_check c ON c.filed_domain_id = f.id
  WHERE f.cancelled_at IS NULL AND f.site_number IS NOT NULL`;

/** Checks of what is filed here: one row per domain in the register. */
export class SiteCheckStore {
  /** Domains whose last look is older than `before`, the longest ago first, and how many there are altogether. */
  async due(
    reader: Reader,
    { before, limit }: { readonly before: Date; readonly limit: number },
  ): Promise<{ readonly rows: readonly FiledDomainRow[]; readonly all: number }> {
    const rows = await reader.query<FiledDomainRow & { readonly total: string }>(
      `SELECT ${columns}, count(*) OVER () AS total ${filed} AND (c.checked_at IS NULL OR c.checked_at < $1)
       ORDER BY c.checked_at NULLS FIRST, f.id LIMIT $2`,
      [before, limit],
    );
    return { rows, all: Number(rows[0]?.total ?? 0) };
  }

  ofAccount(reader: Reader, accountId: string): Promise<readonly FiledDomainRow[]> {
    return reader.query(`SELECT ${columns} ${filed} AND f.account_id = $1 ORDER BY f.id`, [accountId]);
  }

  /** What was filed by this filing and not by a later one about the same site. */
  ofFiling(reader: Reader, filingId: string): Promise<readonly FiledDomainRow[]> {
    return reader.query(`SELECT ${columns} ${filed} AND f.filing_id = $1 ORDER BY f.id`, [filingId]);
  }

  /** Domains with a finding, in the order in which they were filed; `after` is the position of the last one seen. */
  failing(
    reader: Reader,
    { after, limit }: { readonly after: string | undefined; readonly limit: number },
  ): Promise<readonly FiledDomainRow[]> {
    return reader.query(
      `SELECT ${columns} ${filed} AND c.failing_since IS NOT NULL AND f.id > $1 ORDER BY f.id LIMIT $2`,
      [after ?? '0', limit],
    );
  }

  /** Keeps the newest look; an older one that comes late changes nothing. Answers false then. */
  async keep(
    tx: Tx,
    domainId: string,
    { at, seen, findings }: { readonly at: Date; readonly seen: Seen; readonly findings: readonly SiteFinding[] },
  ): Promise<boolean> {
    const failingSince = findings.length > 0 ? at : null;
    return (
      (await tx.execute(
        `INSERT INTO site_check (filed_domain_id, checked_at, seen, findings, failing_since) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (filed_domain_id) DO UPDATE SET checked_at = excluded.checked_at, seen = excluded.seen,
           findings = excluded.findings,
           failing_since = CASE WHEN excluded.failing_since IS NULL THEN NULL
                                ELSE coalesce(site_check.failing_since, excluded.failing_since) END
         WHERE site_check.checked_at < excluded.checked_at`,
        [domainId, at, JSON.stringify(seen), JSON.stringify(findings), failingSince],
      )) === 1
    );
  }

  /** The cloud instance behind a site: that of the service code it was filed with. */
  async instanceOf(reader: Reader, siteNumber: string): Promise<string | undefined> {
    const [row] = await reader.query<{ instance_id: string | null }>(
      `SELECT instance_id FROM service_code WHERE site_number = $1 AND state = 'filed' ORDER BY changed_at DESC LIMIT 1`,
      [siteNumber],
    );
    return row?.instance_id ?? undefined;
  }

  /**
   * Subjects whose sites have all been cancelled (空壳主体, rules.md 9.6). Not among them: one that was cancelled itself, and
   * one of whose sites only the access was given up, for such a site is still filed, elsewhere. All of them, those of an
   * account, or the one of a filing.
   */
  shellSubjects(
    reader: Reader,
    { accountId, filingId }: { readonly accountId?: string; readonly filingId?: string } = {},
  ): Promise<readonly ShellSubject[]> {
    return reader.query(
      `SELECT split_part(f.site_number, '-', 1) AS "subjectNumber", max(f.cancelled_at) AS since
         FROM filed_domain f
        WHERE f.site_number IS NOT NULL AND ($1::text IS NULL OR f.account_id = $1)
        GROUP BY f.account_id, split_part(f.site_number, '-', 1)
       HAVING bool_and(f.cancelled_at IS NOT NULL) AND ($2::text IS NULL OR bool_or(f.filing_id = $2))
          AND NOT bool_or(EXISTS (
                SELECT 1 FROM domain_lock l JOIN website_part p USING (filing_id)
                 WHERE l.domain = f.domain AND l.released_at = f.cancelled_at AND p.filing_type = 'CANCEL_ACCESS'))
          AND NOT EXISTS (
                SELECT 1 FROM website_part p JOIN website_pin n USING (filing_id)
                 WHERE p.account_id = f.account_id AND p.filing_type = 'CANCEL_SUBJECT' AND n.state = 'granted'
                   AND n.at >= max(f.cancelled_at))
        ORDER BY 1 LIMIT 1000`,
      [accountId ?? null, filingId ?? null],
    );
  }
}
