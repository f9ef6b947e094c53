import type { WebsiteActivities } from '@beian/contracts';
import { problem } from '@beian/platform';
import { type GrantDeps, grantWebsite } from './grant-website';
import { type PinDeps, pinWebsite } from './pin-website';
import { type ReleaseDeps, releaseWebsite } from './release-website';

export type WebsiteActivityDeps = PinDeps & ReleaseDeps & GrantDeps;

/** The workflow's door to this service. */
export const createWebsiteActivities = (deps: WebsiteActivityDeps): WebsiteActivities => ({
  pinWebsite: (step) => pinWebsite(deps, step),
  releaseWebsite: (step) => releaseWebsite(deps, step),
  grantWebsite: (step) => grantWebsite(deps, step),
  websiteChangedAt: async ({ filingId }) => {
    const row = await deps.websites.readRow(deps.database, filingId);
    return row?.changed_at.toISOString() ?? problem('not-found');
  },
});
