import { effectKey, type RecordStep, type UndoStep } from '@beian/contracts';
import { audit, type Database } from '@beian/platform';
import { recordStage, type RecordDeps } from '../filing/record-stage';
import type { Courier } from './courier';
import type { IdentityStore, Parcel } from './identity.store';

export interface OrderBackdropDeps extends RecordDeps {
  readonly identities: IdentityStore;
  readonly courier: Pick<Courier, 'order'>;
}

/**
 * Orders the backdrop for the choice that asks for it (rules.md 6.1), in three steps: record and intent, keyed call, result.
 * One parcel per choice: a parcel that was lost is followed by another only when it is chosen again.
 */
export async function orderBackdrop(deps: OrderBackdropDeps, { snapshot }: RecordStep): Promise<void> {
  const { filingId, submission, at } = snapshot;
  const parcel = await deps.database.transaction(async (tx) => {
    await recordStage(deps, tx, { snapshot });
    const choiceId = await deps.identities.backdropChoice(snapshot, tx);
    if (choiceId === undefined) throw new Error('a backdrop is ordered, and nobody has chosen one');
    const reference = effectKey(snapshot, 'backdrop', choiceId);
    return deps.identities.intendParcel(tx, { reference, choiceId, filingId, submission, at });
  });
  if (parcel.state !== 'intended') return;
  const { shipmentId } = await deps.courier.order(await shipmentFor(deps.identities, parcel), parcel.reference);
  await deps.database.transaction(async (tx) => {
    if (!(await deps.identities.markOrdered(tx, parcel.reference, shipmentId))) return;
    await audit.append(tx, {
      actor: 'filing-workflow',
      action: 'backdrop-ordered',
      object: `filing/${filingId}`,
      at,
      details: { submission, shipmentId },
    });
  });
}

export interface CancelBackdropDeps {
  readonly database: Database;
  readonly identities: IdentityStore;
  readonly courier: Courier;
}

/**
 * Calls back what was ordered for a submission. Without a parcel there is nothing to undo; one that has shipped cannot be
 * called back, which is recorded. An order whose answer was lost is asked for again under its key, to learn what to cancel.
 */
export async function cancelBackdrop(deps: CancelBackdropDeps, step: UndoStep): Promise<void> {
  for (const parcel of await deps.identities.parcelsToCancel(step)) {
    const result = parcel.state === 'shipped' ? 'past-calling-back' : await callBack(deps, step, parcel);
    await deps.database.transaction(async (tx) => {
      const state = result === 'past-calling-back' ? 'past-cancelling' : 'cancelled';
      await deps.identities.markCancelled(tx, parcel.reference, state);
      await audit.append(tx, {
        actor: 'filing-workflow',
        action: 'backdrop-called-back',
        object: `filing/${step.filingId}`,
        at: step.at,
        details: { submission: step.submission, result },
      });
    });
  }
}

async function callBack(deps: CancelBackdropDeps, step: UndoStep, parcel: Parcel): ReturnType<Courier['callBack']> {
  const shipmentId =
    parcel.shipmentId ??
    (await deps.courier.order(await shipmentFor(deps.identities, parcel), parcel.reference)).shipmentId;
  return deps.courier.callBack(shipmentId, effectKey(step, 'cancel-backdrop', parcel.choiceId));
}

async function shipmentFor(
  identities: IdentityStore,
  { reference, choiceId }: Parcel,
): Promise<Parameters<Courier['order']>[0]> {
  const { address } = await identities.contentOf(choiceId);
  if (address === undefined) throw new Error('the choice of a backdrop has no address');
  return { reference, to: address, content: 'backdrop' };
}
