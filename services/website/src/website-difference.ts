import { changesBetween, type PartDifference } from '@beian/contracts';
import { PersonKeyGone, problem, type Database } from '@beian/platform';
import type { PinStore } from './pin.store';
import type { Site } from './website.store';

/**
 * What changed of the websites between two submissions (row 23); a website that was added or removed is told field by
 * field. Refuses submissions that were never pinned, and erased ones, as `not-found`.
 */
export async function differenceOf(
  { database, pins }: { readonly database: Database; readonly pins: PinStore },
  filingId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<PartDifference> {
  try {
    const before = (await pins.frozen(database, filingId, from)) ?? problem('not-found');
    const after = (await pins.frozen(database, filingId, to)) ?? problem('not-found');
    return { changes: changesBetween(asTold(before), asTold(after)), siteIds: after.map(({ siteId }) => siteId) };
  } catch (error) {
    if (error instanceof PersonKeyGone) return problem('not-found', { detail: 'what was submitted has been erased' });
    throw error;
  }
}

const asTold = (sites: readonly Site[]) => ({
  sites: Object.fromEntries(sites.map(({ siteId, draft }) => [siteId, draft])),
});
