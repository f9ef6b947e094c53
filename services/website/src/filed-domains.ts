import { filedSinceChecks } from '@beian/rules';
import type { DomainStore } from './domain.store';
import type { Reader, WebsitePart } from './website.store';

/** A domain as it is filed, and where a finding on it points: by number of the site and place, never by name. */
export interface FiledDomainAt {
  readonly domain: string;
  /** `/filedSites/<siteNumber>/domains/<n>`, as `GET /v1/filed-subjects` lists them. */
  readonly pointer: string;
}

/**
 * The domains that a change of the subject has checked (rules.md 1.4): it brings no site of its own, and what is filed must
 * be registered to the subject as it is after the change. None for every other type.
 */
export async function filedDomainsToCheck(
  { domains }: { readonly domains: Pick<DomainStore, 'sitesOf'> },
  reader: Reader,
  part: WebsitePart,
): Promise<readonly FiledDomainAt[]> {
  if (part.filingType !== 'CHANGE_SUBJECT') return [];
  const sites = await domains.sitesOf(reader, part.accountId);
  return sites
    .filter(({ filedAt }) => filedSinceChecks(filedAt, part))
    .flatMap((site) =>
      site.domains.map((domain, n) => ({ domain, pointer: `/filedSites/${site.siteNumber}/domains/${n}` })),
    );
}
