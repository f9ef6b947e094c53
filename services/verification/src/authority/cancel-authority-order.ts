import { effectKey, type UndoStep } from '@beian/contracts';
import { audit, type Database } from '@beian/platform';
import type { AuthoritySystem } from './authority-system';
import type { AuthorityStore } from './authority.store';

export interface CancelOrderDeps {
  readonly database: Database;
  readonly orders: AuthorityStore;
  readonly authority: Pick<AuthoritySystem, 'callBack'>;
}

/**
 * Calls an order back that the authority has taken and not decided (after a lapsed phone window, for instance). One that
 * never happened, or is decided, needs nothing. What is past calling back stays: its answer will be kept and changes nothing.
 */
export async function cancelAuthorityOrder(deps: CancelOrderDeps, step: UndoStep): Promise<void> {
  const order = await deps.orders.get(step.filingId, step.submission);
  if (order === undefined || order.state === 'rejected' || order.state === 'cancelled' || order.outcome !== undefined)
    return;
  const result =
    order.transactionId === undefined
      ? 'never-taken'
      : await deps.authority.callBack(order.transactionId, effectKey(step, 'cancel-authority-order'));
  await deps.database.transaction(async (tx) => {
    await deps.orders.cancel(tx, order.key);
    await audit.append(tx, {
      actor: 'filing-workflow',
      action: 'order-called-back',
      object: `filing/${step.filingId}`,
      at: step.at,
      details: { submission: step.submission, result },
    });
  });
}
