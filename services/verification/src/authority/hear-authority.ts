import type { FilingNumbers, ReasonRef } from '@beian/contracts';
import type { authorityCallbackSchema } from '@beian/contracts/schemas';
import { audit, problem, type Clock, type Database, type Logger, type PersonVault, type Tx } from '@beian/platform';
import type { z } from 'zod';
import type { DeliveryStore } from '../delivery/delivery.store';
import type { Deliverer } from '../delivery/deliverer';
import { tamed } from '../review/reason-catalogue';
import type { GivenReason, ReasonStore } from '../review/reason.store';
import type { AuthorityMessageRow, AuthorityOrderRow, AuthorityStore } from './authority.store';
import { misformedNumber } from './misformed-number';
import { transactionKeyName } from './transaction-key';

export type AuthorityCallback = z.output<typeof authorityCallbackSchema>;

export interface HearDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly vault: PersonVault;
  readonly orders: AuthorityStore;
  readonly reasons: ReasonStore;
  readonly deliveries: DeliveryStore;
}

/**
 * Hears the authority's final answer to an order (rules.md 9.2); the gateway has checked signature, time and nonce. The
 * message is kept once by its id, its words sealed. The first answer to an order becomes the signal, sent until the
 * workflow has it; a later one is kept as repeated or contradicting and changes nothing (I-3). An answer to an order that
 * is not known (yet) is kept too: it is applied when the hand-over records that order.
 */
export async function hearAuthority(
  deps: HearDeps & { readonly deliverer: Pick<Deliverer, 'nudge'> },
  callback: AuthorityCallback,
): Promise<void> {
  const numbers = numbersIn(callback);
  if (callback.outcome === 'granted' && numbers === undefined) {
    problem('invalid-request', { pointer: '/subjectNumber', detail: 'a grant carries the number of the subject' });
  }
  await deps.database.transaction(async (tx) => {
    const { messageId, transactionId, outcome, at } = callback;
    await deps.orders.lockTransaction(tx, transactionId);
    const pointer = await misformedIn(deps, tx, { transactionId, numbers });
    if (pointer !== undefined) {
      deps.logger.error({ messageId, transactionId, pointer }, 'the authority gave a number that is none; refused');
      problem('invalid-request', { pointer, detail: 'not formed as a filing number of this province and subject' });
    }
    const sealed = await sealReasons(deps, tx, callback);
    const row: AuthorityMessageRow = {
      messageId,
      transactionId,
      outcome,
      at: new Date(at).toISOString(),
      verdict: 'unknown',
      ...(numbers === undefined ? {} : { numbers }),
      ...(sealed === undefined ? {} : { reasons: sealed }),
    };
    if (await deps.orders.keepMessage(tx, row)) await hearAnswer(deps, tx, row);
  });
  deps.deliverer.nudge();
}

/** Applies a kept message to its order, if that is known: the order's lock makes one answer the first. */
export async function hearAnswer(deps: HearDeps, tx: Tx, message: AuthorityMessageRow): Promise<void> {
  const { messageId, transactionId, outcome, at } = message;
  const order = await deps.orders.lockByTransaction(tx, transactionId);
  if (order === undefined) {
    deps.logger.warn({ messageId, transactionId }, 'the authority answered an order that is not known here');
    return audit.append(tx, {
      actor: 'authority',
      action: 'answer-to-unknown-order',
      object: `authority-message/${messageId}`,
      at,
    });
  }
  const verdict = await verdictOn(deps, tx, { message, order });
  await deps.orders.markMessage(tx, messageId, verdict);
  const { filingId, submission } = order;
  await audit.append(tx, {
    actor: 'authority',
    action: `answer-${verdict}`,
    object: `filing/${filingId}`,
    at,
    details: { messageId, transactionId, submission, outcome },
  });
  if (verdict === 'contradicting') {
    deps.logger.error(
      { filingId, submission, messageId, outcome },
      'the authority contradicts its own answer, or what it knows of the filing; kept and not applied',
    );
  }
  if (verdict !== 'first') return;
  const reasons = await keepReasons(deps, tx, { message, order });
  await deps.deliveries.add(tx, {
    source: `authority:${messageId}`,
    filingId,
    message: 'authorityAnswered',
    body: { submission, outcome, reasons, ...(message.numbers === undefined ? {} : { numbers: message.numbers }) },
  });
}

/** A number that is none never comes into the register: whoever sent it is told at once, as far as the order is known. */
async function misformedIn(
  { orders }: Pick<HearDeps, 'orders'>,
  tx: Tx,
  { transactionId, numbers }: { readonly transactionId: string; readonly numbers: FilingNumbers | undefined },
): Promise<string | undefined> {
  if (numbers === undefined) return undefined;
  const order = await orders.lockByTransaction(tx, transactionId);
  const province = order === undefined ? undefined : await orders.provinceOf(tx, order.filingId);
  return misformedNumber(numbers, province);
}

interface AtOrder {
  readonly message: AuthorityMessageRow;
  readonly order: AuthorityOrderRow;
}

/** A number that another filing has is a contradiction as well: no filing is granted under it (I-17). */
async function verdictOn(deps: HearDeps, tx: Tx, { message, order }: AtOrder): Promise<AuthorityMessageRow['verdict']> {
  if (order.outcome !== undefined) return order.outcome === message.outcome ? 'repeated' : 'contradicting';
  if (message.numbers !== undefined) {
    // Heard before the order was known, and with the character of another province: kept, and never granted.
    const province = await deps.orders.provinceOf(tx, order.filingId);
    if (misformedNumber(message.numbers, province) !== undefined) return 'contradicting';
    const taken = await deps.orders.noteNumbers(tx, order.filingId, message.numbers);
    if (taken.length > 0) return 'contradicting';
  }
  await deps.orders.decide(tx, order.key, message.outcome);
  return 'first';
}

async function keepReasons(deps: HearDeps, tx: Tx, { message, order }: AtOrder): Promise<readonly ReasonRef[]> {
  if (message.reasons === undefined) return [];
  const plain = await deps.vault.open(tx, transactionKeyName(message.transactionId), message.reasons);
  return deps.reasons.add(tx, {
    filingId: order.filingId,
    submission: order.submission,
    by: 'authority',
    reasons: (JSON.parse(plain) as GivenReason[]).map(tamed),
    at: deps.clock.now().toISOString(),
  });
}

/** The words are sealed under the transaction: its filing may not be known yet. */
async function sealReasons(
  deps: HearDeps,
  tx: Tx,
  { transactionId, reasons }: AuthorityCallback,
): Promise<Buffer | undefined> {
  if (reasons === undefined || reasons.length === 0) return undefined;
  await deps.vault.newPersonKey(tx, transactionKeyName(transactionId));
  return deps.vault.seal(tx, transactionKeyName(transactionId), JSON.stringify(reasons));
}

function numbersIn({ subjectNumber, siteNumbers, outcome }: AuthorityCallback): FilingNumbers | undefined {
  return outcome !== 'granted' || subjectNumber === undefined
    ? undefined
    : { subject: subjectNumber, sites: siteNumbers ?? [] };
}
