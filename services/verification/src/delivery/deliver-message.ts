import { filingWorkflowId, isProblemCode, type FilingAnswer, type ProblemCode } from '@beian/contracts';
import { type Database, type Logger, type Tx } from '@beian/platform';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';
import { WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { type Delivery, type DeliveryStore, type Settled } from './delivery.store';
import { isUpdate, signalNamed, updateNamed } from './messages';

/** What must happen together with the end of a delivery: a refused decision opens its queue item again, for instance. */
export type Afterwards = (tx: Tx, delivery: Delivery, settled: Settled) => Promise<void>;

export interface DeliverDeps {
  readonly database: Database;
  readonly deliveries: DeliveryStore;
  readonly temporal: Pick<Client, 'workflow' | 'withAbortSignal'>;
  readonly logger: Logger;
  readonly afterwards: Afterwards;
}

/**
 * Sends one stored message to its workflow and writes down how it ended. `undefined`: not taken before `patience` ended;
 * the message stays and is sent again. Sending twice is safe: the row's id is the update id and the message id, so neither
 * Temporal nor the workflow takes it a second time.
 */
export async function deliverMessage(
  deps: DeliverDeps,
  delivery: Delivery,
  patience: AbortSignal,
): Promise<Settled | undefined> {
  const known = settledAlready(delivery);
  if (known !== undefined) return known;
  try {
    const settled = await deps.temporal.withAbortSignal(patience, () => send(deps.temporal, delivery));
    return await settle(deps, delivery, settled);
  } catch (error) {
    const settled = refusalIn(error, delivery);
    if (settled !== undefined) return await settle(deps, delivery, settled);
    const cause = error instanceof Error ? error.name : 'unknown';
    deps.logger.warn(
      { filingId: delivery.filingId, message: delivery.message, messageId: delivery.id, cause },
      'a message was not taken yet',
    );
    await deps.deliveries.postpone(delivery.id, cause);
    return undefined;
  }
}

/** How a stored delivery had ended, if it had. */
export function settledAlready({ state, refusal, answer }: Delivery): Settled | undefined {
  const kept = answer === undefined ? {} : { answer };
  if (state === 'taken') return { state: 'taken', ...kept };
  if (state === 'refused') return { state: 'refused', refusal: refusal ?? 'not-allowed-now', ...kept };
  return undefined;
}

async function send(temporal: Pick<Client, 'workflow'>, delivery: Delivery): Promise<Settled> {
  const handle = temporal.workflow.getHandle(filingWorkflowId(delivery.filingId));
  const message = { ...delivery.body, messageId: delivery.id };
  if (!isUpdate(delivery.message)) {
    await handle.signal(signalNamed(delivery.message), message);
    return { state: 'taken' };
  }
  const answer: FilingAnswer = await handle.executeUpdate(updateNamed(delivery.message), {
    args: [message],
    updateId: delivery.id,
  });
  return answer.kind === 'refused' ? { state: 'refused', refusal: answer.refusal, answer } : { state: 'taken', answer };
}

async function settle(deps: DeliverDeps, delivery: Delivery, settled: Settled): Promise<Settled> {
  await deps.database.transaction(async (tx) => {
    if (await deps.deliveries.settle(tx, delivery.id, settled)) await deps.afterwards(tx, delivery, settled);
  });
  if (settled.state === 'refused') {
    deps.logger.info(
      { filingId: delivery.filingId, message: delivery.message, messageId: delivery.id, refusal: settled.refusal },
      'the workflow refused a message',
    );
  }
  return settled;
}

/** A refusal is an answer; anything else (no server, no worker, no time) is a reason to send again. */
function refusalIn(error: unknown, delivery: Delivery): Settled | undefined {
  if (error instanceof WorkflowNotFoundError) {
    return { state: 'refused', refusal: isUpdate(delivery.message) ? 'not-allowed-now' : 'not-found' };
  }
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  const type: unknown = cause instanceof ApplicationFailure ? cause.type : undefined;
  return isProblemCode(type) ? { state: 'refused', refusal: type satisfies ProblemCode } : undefined;
}
