import type { FilingSnapshot } from '@beian/contracts';
import { filingMovedSchema } from '@beian/contracts/schemas';
import type { Event, Tx } from '@beian/platform';
import type { FilingStore } from './filings.store';

/** Folds an event of `verification` into the projection; one of another shape is refused, and ends in the dead letters. */
export async function projectFilingMoved(filings: FilingStore, event: Event, tx: Tx): Promise<void> {
  const { snapshot } = filingMovedSchema.parse(event.data);
  await filings.fold(tx, snapshot as FilingSnapshot);
}
