import type { SiteDraft } from '@beian/contracts';
import { audit, type Clock, type Database, problem, type Tx } from '@beian/platform';
import { typedDomain } from '@beian/rules';
import { siteScope } from './filed-site';
import type { PinStore } from './pin.store';
import { lockedDomain } from './website-problems';
import { siteView } from './website-view';
import type { Site, WebsitePart, WebsiteStore } from './website.store';

export interface SaveDeps {
  readonly database: Pick<Database, 'transaction'>;
  readonly websites: WebsiteStore;
  readonly pins: PinStore;
  readonly clock: Clock;
}

export interface SiteEdit {
  readonly accountId: string;
  readonly siteId: string;
  readonly version: number;
}

const mostSites = 50;

/** Adds a website to the draft (D15). Refuses while the part is pinned or over, and beyond fifty. */
export function addSite(
  deps: SaveDeps,
  filingId: string,
  { accountId, draft }: { accountId: string; draft: SiteDraft },
): Promise<Site> {
  return deps.database.transaction(async (tx) => {
    const part = await editable(deps, tx, { filingId, accountId });
    if (!siteScope(part.filingType).adds) return outOfScope(part);
    if (part.sites.length >= mostSites)
      return problem('not-possible-here', { detail: `at most ${mostSites} sites in one filing` });
    const at = deps.clock.now();
    const site = await deps.websites.addSite(tx, part, { draft: tidied(draft), at });
    await note(tx, part, { accountId, action: 'site-added', siteId: site.siteId, at });
    return site;
  });
}

/**
 * Saves a website over the version its writer had read. Refuses `stale-version` with both versions, `not-allowed-now`
 * while the part is pinned or over, and a first site that drops the domain of *Verify Filing Type* (T17).
 */
export function saveSite(
  deps: SaveDeps,
  filingId: string,
  edit: SiteEdit & { readonly draft: SiteDraft },
): Promise<Site> {
  const { accountId, siteId, version } = edit;
  const draft = tidied(edit.draft);
  return deps.database.transaction(async (tx) => {
    const part = await editable(deps, tx, { filingId, accountId });
    const site = part.sites.find((one) => one.siteId === siteId) ?? problem('not-found');
    const { alters, adds } = siteScope(part.filingType);
    if (!alters) return outOfScope(part);
    if (adds && site === part.sites[0] && !draft.domains?.includes(part.domain)) throw lockedDomain(part.domain);
    const at = deps.clock.now();
    const saved = site.version === version && (await deps.websites.saveSite(tx, part, { siteId, version, draft, at }));
    if (!saved) return problem('stale-version', { extra: { current: siteView(site), yours: { version, draft } } });
    await note(tx, part, { accountId, action: 'site-saved', siteId, at });
    return { siteId, version: version + 1, draft };
  });
}

/** Takes a website out of the draft. The first one holds the domain that was verified, so it stays (T17). */
export function removeSite(deps: SaveDeps, filingId: string, { accountId, siteId, version }: SiteEdit): Promise<void> {
  return deps.database.transaction(async (tx) => {
    const part = await editable(deps, tx, { filingId, accountId });
    const site = part.sites.find((one) => one.siteId === siteId) ?? problem('not-found');
    if (!siteScope(part.filingType).adds) return outOfScope(part);
    if (site === part.sites[0]) throw lockedDomain(part.domain);
    const at = deps.clock.now();
    const removed = site.version === version && (await deps.websites.removeSite(tx, part, { siteId, version, at }));
    if (!removed) return problem('stale-version', { extra: { current: siteView(site), yours: { version } } });
    await note(tx, part, { accountId, action: 'site-removed', siteId, at });
  });
}

/** A change has the sites it was opened with, and a cancellation alters nothing in them (rules.md 9.7). */
const outOfScope = ({ filingType }: WebsitePart): never =>
  problem('not-allowed-now', { pointer: '/sites', detail: `a filing of type ${filingType} does not alter this` });

/** The part, held, if this account may edit it now. A foreign filing is as absent as one that never was (A1). */
async function editable(
  { websites, pins }: SaveDeps,
  tx: Tx,
  { filingId, accountId }: { filingId: string; accountId: string },
): Promise<WebsitePart> {
  const part = (await websites.read(tx, filingId, { accountId, hold: true })) ?? problem('not-found');
  if (part.closed || (await pins.running(tx, filingId)) !== undefined) return problem('not-allowed-now');
  return part;
}

interface Note {
  readonly accountId: string;
  readonly action: string;
  readonly siteId: string;
  readonly at: Date;
}

const note = (tx: Tx, { filingId }: WebsitePart, { accountId, action, siteId, at }: Note): Promise<void> =>
  audit.append(tx, { actor: accountId, action, object: `filing/${filingId}`, at, details: { siteId } });

/** Domains that can be filed in the form in which they are locked; what cannot stays as typed, for the finding. */
function tidied(draft: SiteDraft): SiteDraft {
  const domains = draft.domains?.map((text) => {
    const typed = typedDomain(text);
    return typed.ok ? typed.domain : text;
  });
  return {
    ...draft,
    ...(domains === undefined ? {} : { domains }),
    ...(draft.serviceCode === undefined
      ? {}
      : { serviceCode: draft.serviceCode.normalize('NFKC').trim().toLowerCase() }),
  };
}
