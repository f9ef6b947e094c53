import type { Database } from '../database/database';
import type { Tx } from '../database/transaction';
import type { Event } from './event';

export interface InboxEntry {
  readonly consumer: { readonly name: string; readonly topic: string; readonly isCounted: boolean };
  readonly event: Event;
  readonly effect: (tx: Tx) => Promise<void>;
}

/** A version is missing before this one; applying it would skip what the missing one said (I-12). */
export class EventGap extends Error {
  constructor(
    readonly seen: number,
    readonly sequence: number,
  ) {
    super(`an event with sequence ${sequence} came after ${seen}`);
    this.name = 'EventGap';
  }
}

/**
 * Applies an event's effect once per consumer: inbox row and effect commit together (T24). Answers `duplicate` if it was
 * applied before, `older` if a later version of the filing was. Throws `EventGap`, and whatever the effect throws.
 */
export async function applyOnce(database: Database, entry: InboxEntry): Promise<'applied' | 'duplicate' | 'older'> {
  const { consumer, event, effect } = entry;
  return database.transaction(async (tx) => {
    const isNew = await tx.execute('INSERT INTO inbox (consumer, event_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      consumer.name,
      event.id,
    ]);
    if (isNew === 0) return 'duplicate';
    if (consumer.isCounted && (await advance(tx, entry)) === 'older') return 'older';
    await effect(tx);
    return 'applied';
  });
}

/** Moves the consumer's place in the filing's versions one on. The first version it ever sees is its beginning. */
async function advance(tx: Tx, { consumer, event }: InboxEntry): Promise<'next' | 'older'> {
  const place = [consumer.name, consumer.topic, event.type, event.filingId];
  await tx.query(
    `INSERT INTO inbox_position (consumer, topic, type, filing_id, sequence) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [...place, event.sequence - 1],
  );
  const [row] = await tx.query<{ sequence: number }>(
    'SELECT sequence FROM inbox_position WHERE consumer = $1 AND topic = $2 AND type = $3 AND filing_id = $4 FOR UPDATE',
    place,
  );
  const seen = row?.sequence ?? event.sequence - 1;
  if (event.sequence <= seen) return 'older';
  if (event.sequence > seen + 1) throw new EventGap(seen, event.sequence);
  await tx.query(
    'UPDATE inbox_position SET sequence = $5 WHERE consumer = $1 AND topic = $2 AND type = $3 AND filing_id = $4',
    [...place, event.sequence],
  );
  return 'next';
}
