import type { FilingAnswer } from '@beian/contracts';
import { audit, problem, type Clock, type Database } from '@beian/platform';
import type { DeliveryStore } from '../delivery/delivery.store';
import type { Deliverer } from '../delivery/deliverer';
import type { Acting } from '../review/decide';
import type { FilingStore } from './filing.store';
import type { NoteStore } from './notes.store';

export interface HoldDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly filings: Pick<FilingStore, 'get'>;
  readonly notes: NoteStore;
  readonly deliveries: DeliveryStore;
  readonly deliverer: Pick<Deliverer, 'answerOf'>;
}

/** An operator holds a filing (our own moves stop, nobody else's window does), or lets it go on. The note stays here, sealed. */
export async function holdFiling(
  deps: HoldDeps,
  { kind, note, ...acting }: Acting & { readonly kind: 'hold' | 'release'; readonly note?: string | undefined },
): Promise<FilingAnswer> {
  const { filingId, actor, messageId, actorRoles = [] } = acting;
  if ((await deps.filings.get(filingId)) === undefined) return problem('not-found');
  const source = `${kind}:${messageId}`;
  const at = deps.clock.now().toISOString();
  const delivery = await deps.database.transaction(async (tx) => {
    const known = await deps.deliveries.knownFor(tx, source);
    if (known !== undefined) return known;
    const added = await deps.deliveries.add(tx, { source, filingId, message: kind, body: {}, ownAttemptSeconds: 15 });
    const deliveryId = added.delivery.id;
    await deps.notes.add(tx, { deliveryId, filingId, kind, actor, at, ...(note === undefined ? {} : { note }) });
    await audit.append(tx, {
      actor,
      action: kind === 'hold' ? 'filing-held' : 'filing-released',
      object: `filing/${filingId}`,
      at,
      details: { messageId: deliveryId, actorRoles },
    });
    return added.delivery;
  });
  return deps.deliverer.answerOf(delivery);
}
