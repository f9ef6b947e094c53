import type { AuthorityOrder, World } from './world';

/** A site in the register of the outside world: what its domain leads to and what its home page shows. */
export interface FiledSite {
  readonly number: string;
  readonly province: string;
  /** Public address of the server with which it was filed. */
  readonly address: string | undefined;
}

interface OrderedSite {
  readonly siteId?: string;
  readonly domains?: readonly string[];
  readonly hosting?: { readonly publicIp?: string };
}

/**
 * The site that stands under a host name: the newest granted order about its domain decides. Undefined while nothing is
 * filed there (nobody opens a site early, rules.md 7.1), and after a cancellation.
 */
export function filedSiteOf({ state }: World, host: string): FiledSite | undefined {
  const name = host.toLowerCase();
  for (const order of [...state.orders].reverse()) {
    const site = order.state === 'granted' ? siteOf(order, name) : undefined;
    if (site === undefined) continue;
    if (String(order.order['filingType']).startsWith('CANCEL')) return undefined;
    return { number: numberIn(order, site), province: order.province, address: site.hosting?.publicIp };
  }
  return undefined;
}

function siteOf({ order }: AuthorityOrder, name: string): OrderedSite | undefined {
  const sites = (order['sites'] as readonly OrderedSite[] | undefined) ?? [];
  return sites.find(({ domains = [] }) => domains.some((domain) => name === domain || name.endsWith(`.${domain}`)));
}

function numberIn({ answer }: AuthorityOrder, { siteId }: OrderedSite): string {
  const numbers = (answer?.['siteNumbers'] ?? []) as readonly { readonly siteId: string; readonly number: string }[];
  return numbers.find((one) => one.siteId === siteId)?.number ?? '';
}
