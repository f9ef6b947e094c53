import type { FilingType, Nature, RulePackId, SiteDraft } from '@beian/contracts';
import type { filedSitesSchema } from '@beian/contracts/schemas';
import { audit, type Clock, type Database, problem, type Tx } from '@beian/platform';
import type { z } from 'zod';
import type { DomainStore, SiteHere } from './domain.store';
import { filedDraft, filedSite, namesSites } from './filed-site';
import type { PinStore } from './pin.store';
import type { WebsitePart, WebsiteStore } from './website.store';

export interface OpenFiledDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly websites: WebsiteStore;
  readonly domains: DomainStore;
  readonly pins: PinStore;
  readonly clock: Clock;
  readonly hmacKey: Buffer;
}

export interface FiledOpening {
  readonly accountId: string;
  readonly province: string;
  readonly nature: Nature;
  readonly filingType: FilingType;
  readonly siteNumbers: readonly string[];
  readonly pack: RulePackId;
  readonly asOf: string;
}

/**
 * Opens the sites of a filing that alters or ends what is filed (变更, 注销; rules.md 1.1), as the register holds them: the
 * named ones, none for a change of the subject, all for its cancellation. The same opening again answers the same part.
 * Refuses (`invalid-request`) a type that needs a site and names none, and a number that this account has not filed.
 */
export function openFiledSites(deps: OpenFiledDeps, filingId: string, opening: FiledOpening): Promise<WebsitePart> {
  const { database, websites, clock } = deps;
  const { accountId, province, nature, filingType, pack, asOf } = opening;
  return database.transaction(async (tx) => {
    const known = await websites.read(tx, filingId, { accountId });
    if (known !== undefined) return known;
    const sites = await sitesToOpen(deps, tx, { filingId, opening });
    const domain = sites[0]?.draft.domains?.[0] ?? '';
    const at = clock.now();
    await websites.open(tx, { filingId, accountId, province, nature, filingType, domain, pack, asOf, at }, sites);
    await audit.append(tx, {
      actor: accountId,
      action: 'website-opened',
      object: `filing/${filingId}`,
      at,
      details: { province, nature, filingType, pack, asOf, sites: sites.map(({ filed }) => filed.number) },
    });
    return (await websites.read(tx, filingId)) ?? problem('not-found');
  });
}

async function sitesToOpen(
  deps: OpenFiledDeps,
  tx: Tx,
  { filingId, opening }: { readonly filingId: string; readonly opening: FiledOpening },
) {
  const { accountId, filingType, siteNumbers } = opening;
  const here = await deps.domains.sitesOf(tx, accountId);
  const asked = wanted(here, filingType, siteNumbers);
  return Promise.all(
    asked.map(async ({ siteNumber, siteId, filingId: of }) => {
      const draft: SiteDraft = (await deps.pins.grantedSite(tx, { filingId: of, siteId })) ?? problem('not-found');
      const keyed = { hmacKey: deps.hmacKey, filingId };
      return { draft: filedDraft(draft), filed: filedSite({ number: siteNumber, draft }, keyed) };
    }),
  );
}

function wanted(here: readonly SiteHere[], type: FilingType, numbers: readonly string[]): readonly SiteHere[] {
  if (!namesSites(type)) return type === 'CANCEL_SUBJECT' ? here : [];
  const pointer = '/siteNumbers';
  if (numbers.length === 0) problem('invalid-request', { pointer, detail: 'name the site' });
  return [...new Set(numbers)].map(
    (number) =>
      here.find(({ siteNumber }) => siteNumber === number) ??
      problem('invalid-request', { pointer, detail: `no site is filed here under ${number}` }),
  );
}

/** The sites an account has filed here. */
export async function tellFiledSites(
  { database, domains }: { readonly database: Database; readonly domains: DomainStore },
  accountId: string,
): Promise<z.output<typeof filedSitesSchema>> {
  const sites = await domains.sitesOf(database, accountId);
  return {
    items: sites.map(({ siteNumber, domains: names, filedAt }) => ({
      siteNumber,
      domains: [...names],
      filedAt: filedAt.toISOString(),
    })),
  };
}
