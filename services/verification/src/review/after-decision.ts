import type { Afterwards } from '../delivery/deliver-message';
import type { PlaceStore } from '../identity/place.store';
import type { ReviewStore } from './review.store';

/**
 * What follows from the end of a delivery, in its transaction: a decision that was taken closes its queue item, one that
 * the workflow refused opens it again, and a refused choice of the identity check gives its booking up. Other messages need nothing: their rows are read together with their delivery.
 */
export const afterDecision =
  (reviews: ReviewStore, places: Pick<PlaceStore, 'cancelChoice'>): Afterwards =>
  async (tx, { id, message }, settled) => {
    if (message === 'chooseIdentityMethod' && settled.state === 'refused') await places.cancelChoice(tx, id);
    if (message !== 'decideReview' && message !== 'decidePhoto') return;
    if (settled.state === 'taken') await reviews.close(tx, id);
    else await reviews.reopen(tx, id);
  };
