import type { AccountId, FilingId } from '@beian/contracts';
import { problem, type Clock } from '@beian/platform';
import type { ReviewItem, ReviewStore } from './review.store';

export interface ClaimDeps {
  readonly clock: Clock;
  readonly reviews: ReviewStore;
  readonly claimMinutes: number;
}

/**
 * Gives the filing's open item to one reviewer for a while; claiming it again prolongs the claim. Refuses the filing's own
 * owner (I-13), and whoever comes while another holds it.
 */
export async function claimReview(
  deps: ClaimDeps,
  { filingId, actor }: { readonly filingId: FilingId; readonly actor: AccountId },
): Promise<ReviewItem> {
  const now = deps.clock.now();
  const until = new Date(now.getTime() + deps.claimMinutes * 60_000);
  const claimed = await deps.reviews.claim({ filingId, actor, now, until });
  if (claimed !== undefined) return claimed;
  const item = await deps.reviews.openItem(filingId);
  if (item === undefined) return problem('not-found');
  if (item.owner === actor) return problem('forbidden');
  return problem(item.decisionId === undefined ? 'claimed-by-other' : 'already-decided');
}
