import type { RuleContext } from '@beian/rules';
import type { Document } from './document';
import { slotOf, type PaperSlot } from './paper-slots';

/** What lies in a slot: the accepted pictures that count, in the order of upload, and what became of the newest upload. */
export interface Paper {
  readonly slot: PaperSlot;
  readonly pages: readonly Document[];
  readonly newest: Document;
}

/**
 * The papers of a filing out of all its versions, oldest first. In a slot of one page the newest accepted version counts;
 * in a slot of several all do that were not removed, up to its number of pages. One whose object was lost never counts.
 */
export function currentPapers(documents: readonly Document[], context: RuleContext): readonly Paper[] {
  const bySlot = new Map<string, Document[]>();
  for (const document of documents) {
    const { slot } = document.stated;
    bySlot.set(slot, [...(bySlot.get(slot) ?? []), document]);
  }
  return [...bySlot].flatMap(([key, versions]) => {
    const slot = slotOf(context, key);
    const newest = versions.at(-1);
    if (slot === undefined || newest === undefined) return [];
    const accepted = versions.filter(({ state, lost }) => state === 'accepted' && !lost);
    return [{ slot, pages: accepted.slice(-slot.pages), newest }];
  });
}
