import type { BlockList } from 'node:net';
import { shanghaiDate } from '@beian/calendar';
import { type Database, PersonKeyGone } from '@beian/platform';
import type { RulePackId } from '@beian/contracts';
import type { CloudAccount } from '../cloud-account';
import type { DomainRegistry } from '../domain-registry';
import { PartyAway } from '../party-away';
import type { PinStore } from '../pin.store';
import type { HomePages } from './home-page';
import type { NameServer, Resolved } from './name-server';
import { isIn } from './public-address';
import { readFooter } from './read-footer';
import { type CheckRules, expectedFooter } from './site-check-findings';
import type { FiledDomainRow, Seen, SiteCheckStore } from './site-check.store';

export interface LookAtSiteDeps {
  readonly database: Pick<Database, 'query'>;
  readonly checks: SiteCheckStore;
  readonly pins: PinStore;
  readonly registry: DomainRegistry;
  readonly cloud: CloudAccount;
  readonly names: NameServer;
  readonly pages: HomePages;
  readonly providerNetworks: BlockList;
  readonly pack: RulePackId;
  readonly asOf?: string | undefined;
}

/** The rules of the day of the look, in the pack of this installation: the duty goes on (rules.md 9.5). */
export const rulesOf = ({ pack, asOf }: Pick<LookAtSiteDeps, 'pack' | 'asOf'>, at: Date): CheckRules => ({
  pack,
  asOf: asOf ?? shanghaiDate(at.getTime()),
});

/**
 * Looks at one filed domain from outside: where it leads, whether it is still registered, what its home page shows
 * (rules.md 9.5, 9.6). A party that gives no answer leaves `unknown`. Outside any transaction; throws only for a bug or a
 * database that is away.
 */
export async function lookAtSite(deps: LookAtSiteDeps, row: FiledDomainRow, at: Date): Promise<Seen> {
  const home = await homeOf(deps, row);
  const hosts = [...new Set([row.domain, home.hostname])];
  const [resolved, ours, registration] = await Promise.all([
    Promise.all(hosts.map((host) => deps.names.resolve(host))),
    ownAddress(deps, row),
    registrationOf(deps, { domain: row.domain, at }),
  ]);
  const addresses = [...new Set(resolved.flatMap((one) => (one.state === 'found' ? one.addresses : [])))];
  const isOurs = (address: string): boolean => address === ours || isIn(deps.providerNetworks, address);
  const dns = addresses.some(isOurs) ? 'here' : whereTo(resolved, { addresses, isKnown: ours !== undefined });
  const homePage = dns === 'here' ? await homePageOf(deps, row, { home, at }) : 'not-looked';
  return { dns, addresses, registration, homePage };
}

function whereTo(
  resolved: readonly Resolved[],
  { addresses, isKnown }: { readonly addresses: readonly string[]; readonly isKnown: boolean },
): Seen['dns'] {
  // Without the address of the site's own server nobody can say that another one is not ours.
  if (addresses.length > 0) return isKnown ? 'elsewhere' : 'unknown';
  return resolved.some(({ state }) => state === 'unknown') ? 'unknown' : 'nowhere';
}

/** The home page as it was filed, if it lies under the domain; else the domain itself. */
async function homeOf({ database, pins }: LookAtSiteDeps, { domain, filingId, siteId }: FiledDomainRow): Promise<URL> {
  const own = new URL(`http://${domain}/`);
  const filed = (await grantedHomePage(pins, database, { filingId, siteId })) ?? '';
  try {
    const url = new URL(/^https?:\/\//i.test(filed) ? filed : `http://${filed}`);
    return url.hostname === domain || url.hostname.endsWith(`.${domain}`) ? url : own;
  } catch {
    return own;
  }
}

async function grantedHomePage(
  pins: PinStore,
  database: Pick<Database, 'query'>,
  site: { readonly filingId: string; readonly siteId: string },
): Promise<string | undefined> {
  try {
    return (await pins.grantedSite(database, site))?.homePage;
  } catch (error) {
    if (error instanceof PersonKeyGone) return undefined;
    throw error;
  }
}

/** Public address of the server that the site was filed with; undefined where the cloud does not say. */
async function ownAddress(deps: LookAtSiteDeps, { siteNumber }: FiledDomainRow): Promise<string | undefined> {
  const instanceId = await deps.checks.instanceOf(deps.database, siteNumber);
  if (instanceId === undefined) return undefined;
  return unlessAway(async () => (await deps.cloud.lookUp(instanceId))?.publicIp, undefined);
}

function registrationOf(
  { registry }: LookAtSiteDeps,
  { domain, at }: { readonly domain: string; readonly at: Date },
): Promise<Seen['registration']> {
  return unlessAway(async () => {
    const record = await registry.lookUp(domain);
    if (record === undefined) return 'not-registered';
    return Date.parse(record.expiresAt) <= at.getTime() ? 'expired' : 'valid';
  }, 'unknown');
}

async function homePageOf(
  deps: LookAtSiteDeps,
  { siteNumber }: FiledDomainRow,
  { home, at }: { readonly home: URL; readonly at: Date },
): Promise<Seen['homePage']> {
  const fetched = await deps.pages.fetch(home.href);
  if (fetched.state !== 'page') return fetched.state === 'down' ? 'down' : 'forbidden-address';
  return readFooter(fetched.html, expectedFooter(siteNumber, rulesOf(deps, at)));
}

async function unlessAway<Answer>(ask: () => Promise<Answer>, otherwise: Answer): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PartyAway) return otherwise;
    throw error;
  }
}
