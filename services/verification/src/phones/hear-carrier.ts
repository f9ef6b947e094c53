import type { carrierCallbackSchema } from '@beian/contracts/schemas';
import { audit, type Clock, type Database, type Logger } from '@beian/platform';
import type { z } from 'zod';
import type { DeliveryStore } from '../delivery/delivery.store';
import type { Deliverer } from '../delivery/deliverer';
import type { PhoneStore } from './phone.store';

/** How the reference of a message with a code begins; its other part is the id of the code. */
export const codeReference = 'code.';

export interface HearCarrierDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly phones: PhoneStore;
  readonly deliveries: DeliveryStore;
  readonly deliverer: Pick<Deliverer, 'nudge'>;
}

/**
 * Hears what became of a message. Only codes are ours; a failed one is void, and the workflow is told that the phone
 * cannot be reached. A receipt that comes again, or after the code is used or replaced, changes nothing.
 */
export async function hearCarrier(
  deps: HearCarrierDeps,
  { messageId, reference, state }: z.output<typeof carrierCallbackSchema>,
): Promise<void> {
  if (!reference.startsWith(codeReference)) {
    deps.logger.warn({ messageId }, 'a receipt of the carrier is for another service');
    return;
  }
  const codeId = reference.slice(codeReference.length);
  if (state === 'failed') await failUndeliverable(deps, codeId);
  else await deps.database.transaction((tx) => deps.phones.markDelivered(tx, codeId));
}

/** A code that cannot reach its phone: void, and told to the workflow once. */
export async function failUndeliverable(deps: HearCarrierDeps, codeId: string): Promise<void> {
  await deps.database.transaction(async (tx) => {
    const failed = await deps.phones.markUndeliverable(tx, codeId);
    if (failed === undefined) return;
    const { filingId, submission, administrator } = failed;
    await deps.deliveries.add(tx, {
      source: `phone-undeliverable:${codeId}`,
      filingId,
      message: 'phoneFailed',
      body: { submission, administrator, cause: 'undeliverable' },
    });
    await audit.append(tx, {
      actor: 'carrier',
      action: 'phone-code-undeliverable',
      object: `filing/${filingId}`,
      at: deps.clock.now(),
      details: { submission, administrator, codeId },
    });
  });
  deps.deliverer.nudge();
}
