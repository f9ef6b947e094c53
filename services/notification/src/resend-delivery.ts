import { audit, problem, type Clock, type Database } from '@beian/platform';
import type { DeliveryStore } from './deliveries.store';

export interface ResendDeps {
  readonly database: Database;
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
}

/** An operator sends a parked message again (failed-delivery desk); `not-allowed-now` for one that is not parked. */
export async function resendDelivery(deps: ResendDeps, deliveryId: string, actor: string): Promise<void> {
  await deps.database.transaction(async (tx) => {
    if (!(await deps.deliveries.release(tx, deliveryId))) problem('not-allowed-now');
    await audit.append(tx, {
      actor,
      action: 'delivery-resent',
      object: `delivery/${deliveryId}`,
      at: deps.clock.now(),
    });
  });
}
