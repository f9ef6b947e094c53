import type { FilingAnswer } from '@beian/contracts';
import { audit, problem, type Clock, type Database } from '@beian/platform';
import type { DeliveryStore } from '../delivery/delivery.store';
import type { Deliverer } from '../delivery/deliverer';
import type { FilingStore } from '../filing/filing.store';
import type { Acting } from './decide';
import { assertKnownReasons } from './reason-catalogue';
import type { GivenReason, ReasonStore } from './reason.store';

export interface GiveReasonsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly filings: Pick<FilingStore, 'get'>;
  readonly reasons: ReasonStore;
  readonly deliveries: DeliveryStore;
  readonly deliverer: Pick<Deliverer, 'answerOf'>;
}

/** Adds reasons while the filing lies with the applicant; the workflow refuses them in any other stage. Nobody adds to his own. */
export async function giveReasons(
  deps: GiveReasonsDeps,
  given: Acting & { readonly reasons: readonly GivenReason[] },
): Promise<FilingAnswer> {
  assertKnownReasons(given.reasons);
  const filing = await deps.filings.get(given.filingId);
  if (filing === undefined) return problem('not-found');
  if (filing.snapshot.owner === given.actor) return problem('forbidden');
  const { filingId, submission } = filing.snapshot;
  const source = `reasons:${given.messageId}`;
  const at = deps.clock.now().toISOString();
  const delivery = await deps.database.transaction(async (tx) => {
    const known = await deps.deliveries.knownFor(tx, source);
    if (known !== undefined) return known;
    const refs = await deps.reasons.add(tx, { filingId, submission, by: 'provider', reasons: given.reasons, at });
    const added = await deps.deliveries.add(tx, {
      source,
      filingId,
      message: 'addReasons',
      body: { reasons: refs },
      ownAttemptSeconds: 15,
    });
    await deps.reasons.showAfter(tx, refs, added.delivery.id);
    await audit.append(tx, {
      actor: given.actor,
      action: 'reasons-added',
      object: `filing/${filingId}`,
      at,
      details: { messageId: added.delivery.id, actorRoles: given.actorRoles ?? [], reasons: refs },
    });
    return added.delivery;
  });
  return deps.deliverer.answerOf(delivery);
}
