import { audit, outbox, type Clock, type Database, type Logger, type Tx } from '@beian/platform';
import type { ClaimedDelivery, DeliveryStore } from './deliveries.store';
import { SendLater, SendRefused, type MessageChannel } from './message-channel';
import { renderNotice } from './notice-templates';
import type { NoticeStore } from './notices.store';

export interface DeliverMessageDeps {
  readonly database: Database;
  readonly notices: NoticeStore;
  readonly deliveries: DeliveryStore;
  readonly channels: Readonly<Record<'mail' | 'sms', MessageChannel>>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** After so many tries a message is parked for an operator. */
  readonly mostTries: number;
}

const longestPauseSeconds = 600;

/**
 * Sends the message that is due longest. Contract (goal R2, F-N1):
 * 1. One sender at a time has a message; one that dies is followed by another after a minute.
 * 2. Every try carries the same key, so the carrier tells a second one; a mail keeps its Message-ID.
 * 3. Taken, or tried again later with a growing pause, or parked after the bound or at a refusal: never forgotten.
 * Answers false if nothing was due.
 */
export async function deliverNext(deps: DeliverMessageDeps): Promise<boolean> {
  const delivery = await deps.deliveries.claim();
  if (delivery === undefined) return false;
  try {
    const carrierId = await send(deps, delivery);
    await settle(deps, delivery, 'notice-sent', (tx) => deps.deliveries.markAccepted(tx, delivery, carrierId));
  } catch (error) {
    await treatFailure(deps, delivery, error);
  }
  return true;
}

async function send(deps: DeliverMessageDeps, delivery: ClaimedDelivery): Promise<string> {
  const { deliveryId, noticeId, channel, language, address } = delivery;
  const notice = await deps.notices.get(noticeId);
  if (notice === undefined) throw new SendRefused('notice-missing');
  if (address === undefined) throw new SendRefused('recipient-erased');
  const told = { language, facts: notice.facts };
  const words =
    channel === 'mail'
      ? renderNotice('mail', notice.kind, told)
      : { subject: '', text: renderNotice('sms', notice.kind, told) };
  return deps.channels[channel].send({ key: deliveryId, to: address, ...words });
}

async function treatFailure(deps: DeliverMessageDeps, delivery: ClaimedDelivery, error: unknown): Promise<void> {
  if (!(error instanceof SendLater) && !(error instanceof SendRefused)) throw error; // ours: the claim runs out
  const { deliveryId, filingId, channel, attempts } = delivery;
  const cause = error.reason;
  const isFinal = error instanceof SendRefused || attempts >= deps.mostTries;
  deps.logger.warn({ deliveryId, filingId, channel, attempts, cause, isFinal }, 'a message was not taken');
  if (!isFinal) return deps.deliveries.putBack(delivery, { seconds: error.seconds ?? pauseSeconds(attempts), cause });
  await settle(deps, delivery, 'notice-failed', (tx) => deps.deliveries.park(tx, delivery, cause));
}

/** 4, 8, 16 … seconds, spread by half, so that a carrier that comes back is not hit by all at once. */
const pauseSeconds = (attempts: number): number =>
  Math.min(longestPauseSeconds, 2 ** (attempts + 1)) * (0.75 + Math.random() / 2);

type Outcome = 'notice-sent' | 'notice-failed';

async function settle(
  deps: DeliverMessageDeps,
  delivery: ClaimedDelivery,
  ...[type, mark]: [Outcome, (tx: Tx) => Promise<boolean>]
): Promise<void> {
  await deps.database.transaction(async (tx) => {
    if (await mark(tx)) await recordOutcome(tx, { type, at: deps.clock.now(), ...delivery });
  });
}

export interface DeliveryOutcome {
  readonly type: Outcome;
  readonly at: Date;
  readonly deliveryId: string;
  readonly filingId: string;
  readonly channel: string;
}

/** Audit row and event of what became of a message; ids only. */
export async function recordOutcome(
  tx: Tx,
  { type, at, deliveryId, filingId, channel }: DeliveryOutcome,
): Promise<void> {
  await audit.append(tx, {
    actor: 'notification',
    action: type,
    object: `delivery/${deliveryId}`,
    at,
    details: { filingId, channel },
  });
  await outbox.append(tx, { type, filingId, at, data: { deliveryId, channel } });
}
