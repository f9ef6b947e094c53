import type { DossierKeeper, WebsiteActivities, WebsiteReconciliation, WebsiteUpkeep } from '@beian/contracts';
import { problem } from '@beian/platform';
import { checkSites, type CheckSitesDeps } from './checks/check-sites';
import { type GrantDeps, grantWebsite } from './grant-website';
import { type PinDeps, pinWebsite } from './pin-website';
import { type ReleaseDeps, releaseWebsite } from './release-website';

export type WebsiteActivityDeps = PinDeps & ReleaseDeps & GrantDeps & CheckSitesDeps;

/** The workflow's door to this service. */
export const createWebsiteActivities = (
  deps: WebsiteActivityDeps,
): WebsiteActivities & WebsiteReconciliation & WebsiteUpkeep & DossierKeeper => ({
  pinWebsite: (step) => pinWebsite(deps, step),
  releaseWebsite: (step) => releaseWebsite(deps, step),
  grantWebsite: (step) => grantWebsite(deps, step),
  checkSites: (step) => checkSites(deps, step),
  knownDossiers: (keys) => deps.pins.knownDossiers(deps.database, keys),
  viewWebsites: (filings) => deps.pins.views(deps.database, filings),
  websiteChangedAt: async ({ filingId }) => {
    const row = await deps.websites.readRow(deps.database, filingId);
    return row?.changed_at.toISOString() ?? problem('not-found');
  },
});
