import { filingMovedSchema } from '@beian/contracts/schemas';
import type { EventHandlers } from '@beian/platform';
import { closeWebsite } from './close-website';
import type { WebsiteStore } from './website.store';

/** What this service hears of others. */
export const websiteEventHandlers = (deps: { readonly websites: WebsiteStore }): EventHandlers => ({
  'filing-moved': (event, tx) => closeWebsite(deps, tx, filingMovedSchema.parse(event.data).snapshot),
});
