import type { FilingType, Nature, RulePackId } from '@beian/contracts';
import { audit, type Clock, type Database, problem } from '@beian/platform';
import { typedDomain } from '@beian/rules';
import { refusedDomain } from './website-problems';
import type { WebsitePart, WebsiteStore } from './website.store';

export interface OpenDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly websites: WebsiteStore;
  readonly clock: Clock;
}

export interface Opening {
  readonly accountId: string;
  readonly domain: string;
  readonly province: string;
  readonly nature: Nature;
  readonly filingType: FilingType;
  readonly pack: RulePackId;
  readonly asOf: string;
}

/**
 * Opens the websites of a filing: the first one holds the domain that *Verify Filing Type* looked at, which is fixed from
 * here on (T17). The same opening again answers the same part. Refuses what is no registrable domain (T11, T12).
 */
export function openWebsite(
  { database, websites, clock }: OpenDeps,
  filingId: string,
  opening: Opening,
): Promise<WebsitePart> {
  const typed = typedDomain(opening.domain);
  if (!typed.ok) return Promise.reject(refusedDomain(typed.code));
  const { accountId, province, nature, filingType, pack, asOf } = opening;
  const { domain } = typed;
  return database.transaction(async (tx) => {
    const at = clock.now();
    const part = { filingId, accountId, province, nature, filingType, domain, pack, asOf, at };
    const isNew = await websites.open(tx, part, [{ draft: { domains: [domain] } }]);
    const opened = (await websites.read(tx, filingId, { accountId })) ?? problem('not-found');
    if (!isNew) {
      const isSame = (['province', 'nature', 'filingType', 'domain'] as const).every(
        (field) => opened[field] === part[field],
      );
      return isSame ? opened : problem('not-allowed-now', { detail: 'the filing was opened with other facts' });
    }
    await audit.append(tx, {
      actor: accountId,
      action: 'website-opened',
      object: `filing/${filingId}`,
      at,
      details: { province, nature, filingType, pack, asOf },
    });
    return opened;
  });
}
