import { effectKey, type FilingSnapshot, type HandOverAnswer } from '@beian/contracts';
import { audit, type Clock, type Logger, type Tx } from '@beian/platform';
import { recordStage, type RecordDeps } from '../filing/record-stage';
import { PartyAway, PartyOffContract } from '../outside/outside-call';
import { tamed } from '../review/reason-catalogue';
import type { ReasonStore } from '../review/reason.store';
import type { AuthorityReply, AuthoritySystem } from './authority-system';
import type { AuthorityOrderRow, AuthorityStore } from './authority.store';
import type { HandOverFailureStore } from './hand-over-failures.store';
import { hearAnswer, type HearDeps } from './hear-authority';
import type { OrderWriter, Submitted } from './order-writer';

export interface HandOverDeps extends RecordDeps, HearDeps {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly authority: Pick<AuthoritySystem, 'submit'>;
  readonly orders: AuthorityStore;
  readonly failures: HandOverFailureStore;
  /** Hand-overs in a row that find the authority away until an operator is asked. */
  readonly handOverTries: number;
  readonly writer: Pick<OrderWriter, 'write'>;
  readonly reasons: ReasonStore;
}

/** How long the workflow waits when an authority that is away does not say for how long. */
const usualWaitSeconds = 300;

/**
 * Hands a submission over to the authority (rules.md 7, 9), in three steps, so that a closed authority never rolls back the
 * fact that the filing is in `hand-over`:
 * 1. one transaction records the stage and the intent;
 * 2. the order is put together from the sealed dossiers and submitted under the submission's key;
 * 3. one transaction records the answer.
 * Called again it answers what is recorded, and asks only while there is no answer. A closed or silent authority is `later`;
 * one that was silent, or off its contract, as often as the setting allows is `givenUp` with it.
 */
export async function handOver(deps: HandOverDeps, { snapshot, facts, at }: Submitted): Promise<HandOverAnswer> {
  const { filingId, submission } = snapshot;
  const key = effectKey(snapshot, 'hand-over');
  const intended = await deps.database.transaction(async (tx) => {
    await recordStage(deps, tx, { snapshot, submitted: { facts, findings: [] } });
    const order = await deps.orders.intend(tx, { filingId, submission, key, at: snapshot.at });
    await deps.failures.resume(tx, key);
    return order;
  });
  const recorded = answerIn(intended);
  if (recorded !== undefined) return recorded;

  const reply = await ask(deps, key, { snapshot, facts, at });
  if (reply.answer === 'later') return reply;
  return deps.database.transaction((tx) => keepReply(deps, tx, { snapshot, key, reply }));
}

function answerIn(order: AuthorityOrderRow): HandOverAnswer | undefined {
  if (order.state === 'accepted' && order.transactionId !== undefined) {
    return { answer: 'accepted', transactionId: order.transactionId };
  }
  return order.state === 'rejected' ? { answer: 'rejected', reasons: order.reasons } : undefined;
}

/** An authority that is away is as good as closed: the workflow waits on its own timer, where people see it. */
async function ask(deps: HandOverDeps, key: string, submitted: Submitted): Promise<Reply> {
  const order = await deps.writer.write(key, submitted);
  try {
    const reply = await deps.authority.submit(order);
    await deps.failures.forget(key);
    return reply;
  } catch (error) {
    const failed = failureOf(error, deps.handOverTries);
    if (failed === undefined) throw error;
    const isGivenUp = await deps.database.transaction((tx) => deps.failures.count(tx, key, failed));
    if (isGivenUp) return giveUp(deps, order, failed.cause);
    if (!(error instanceof PartyAway)) throw error;
    deps.logger.warn(
      { filingId: order.filingId, submission: order.submission, err: error },
      'the authority is away; the hand-over waits',
    );
    return { answer: 'later', retryAfterSeconds: error.retryAfterSeconds ?? usualWaitSeconds };
  }
}

type Reply = AuthorityReply | Extract<HandOverAnswer, { answer: 'later' }>;

/** What refuses our call, or answers what its contract does not know, does not mend itself by waiting. */
const mostOffContract = 5;

function failureOf(error: unknown, tries: number): { readonly cause: string; readonly most: number } | undefined {
  if (error instanceof PartyAway) return { cause: 'away', most: tries };
  if (!(error instanceof PartyOffContract)) return undefined;
  return { cause: `off-contract-${error.status}`, most: Math.min(tries, mostOffContract) };
}

function giveUp(
  deps: HandOverDeps,
  { filingId, submission }: { readonly filingId: string; readonly submission: number },
  cause: string,
): Reply {
  deps.logger.error(
    { filingId, submission, cause },
    'the authority did not take a hand-over; it waits for an operator',
  );
  return { answer: 'later', retryAfterSeconds: 3_600, givenUp: cause };
}

async function keepReply(
  deps: HandOverDeps,
  tx: Tx,
  {
    snapshot,
    key,
    reply,
  }: {
    readonly snapshot: FilingSnapshot;
    readonly key: string;
    readonly reply: Exclude<AuthorityReply, { answer: 'later' }>;
  },
): Promise<HandOverAnswer> {
  const { filingId, submission, at } = snapshot;
  const order = await deps.orders.lock(tx, snapshot);
  const recorded = order === undefined ? undefined : answerIn(order);
  if (recorded !== undefined) return recorded; // another attempt of the same call was faster
  const told = { actor: 'authority', object: `filing/${filingId}`, at } as const;
  if (reply.answer === 'rejected') {
    const reasons = await deps.reasons.add(tx, {
      filingId,
      submission,
      by: 'authority',
      reasons: reply.reasons.map(tamed),
      at: deps.clock.now().toISOString(),
    });
    await deps.orders.reject(tx, key, reasons);
    await audit.append(tx, { ...told, action: 'order-rejected', details: { submission, reasons } });
    return { answer: 'rejected', reasons };
  }
  const { transactionId } = reply;
  await deps.orders.lockTransaction(tx, transactionId);
  await deps.orders.accept(tx, key, transactionId);
  await audit.append(tx, { ...told, action: 'order-accepted', details: { submission, transactionId } });
  for (const early of await deps.orders.earlyMessages(tx, transactionId)) await hearAnswer(deps, tx, early);
  return { answer: 'accepted', transactionId };
}
