import type { Clock, Database } from '@beian/platform';
import type { DeliveryStore } from './deliveries.store';
import { recordOutcome } from './deliver-message';
import { receiptPrefix } from './sms-channel.carrier';

export interface HearReceiptDeps {
  readonly database: Database;
  readonly deliveries: DeliveryStore;
  readonly clock: Clock;
}

export interface Receipt {
  readonly reference: string;
  readonly state: 'delivered' | 'failed';
  readonly cause?: string | undefined;
}

/**
 * The carrier says what became of a text message. Receipts of others, of unknown messages, second and late ones are taken
 * and change nothing (F-N2). A message that could not be delivered is parked; its notice has the mail beside it.
 */
export async function hearReceipt(deps: HearReceiptDeps, receipt: Receipt): Promise<void> {
  if (!receipt.reference.startsWith(receiptPrefix)) return;
  const deliveryId = receipt.reference.slice(receiptPrefix.length);
  await deps.database.transaction(async (tx) => {
    const state = receipt.state === 'delivered' ? 'delivered' : 'parked';
    const cause = state === 'parked' ? `carrier: ${(receipt.cause ?? 'undeliverable').slice(0, 100)}` : undefined;
    const moved = await deps.deliveries.receive(tx, deliveryId, { state, cause });
    if (moved === undefined || state === 'delivered') return;
    await recordOutcome(tx, {
      type: 'notice-failed',
      at: deps.clock.now(),
      deliveryId,
      filingId: moved.filingId,
      channel: 'sms',
    });
  });
}
