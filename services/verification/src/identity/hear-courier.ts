import type { courierCallbackSchema } from '@beian/contracts/schemas';
import { audit, type Database, type Logger } from '@beian/platform';
import type { z } from 'zod';
import type { DeliveryStore } from '../delivery/delivery.store';
import type { Deliverer } from '../delivery/deliverer';
import type { IdentityStore } from './identity.store';

export interface HearCourierDeps {
  readonly database: Database;
  readonly logger: Logger;
  readonly identities: IdentityStore;
  readonly deliveries: DeliveryStore;
  readonly deliverer: Pick<Deliverer, 'nudge'>;
}

/** Hears where a parcel is. Kept once by the courier's id; only what moves the parcel on becomes a signal. */
export async function hearCourier(
  deps: HearCourierDeps,
  { messageId, reference, state, at }: z.output<typeof courierCallbackSchema>,
): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const parcel = await deps.identities.lockParcel(tx, reference);
    const moves =
      parcel !== undefined && (await deps.identities.move(tx, reference, { state, at: new Date(at).toISOString() }));
    const verdict = parcel === undefined ? 'unknown' : moves ? 'moved' : 'out-of-order';
    const isNew = await deps.identities.keepMessage(tx, { messageId, reference, state, at, verdict });
    if (parcel === undefined) deps.logger.warn({ messageId }, 'the courier speaks of a parcel that is not known here');
    if (parcel === undefined || !moves || !isNew) return;
    const { filingId, submission } = parcel;
    await deps.deliveries.add(tx, {
      source: `courier:${messageId}`,
      filingId,
      message: 'parcelMoved',
      body: { submission, state },
    });
    await audit.append(tx, {
      actor: 'courier',
      action: `parcel-${state}`,
      object: `filing/${filingId}`,
      at,
      details: { submission, messageId },
    });
  });
  deps.deliverer.nudge();
}
