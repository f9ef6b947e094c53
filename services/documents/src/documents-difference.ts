import { changesBetween, type DocumentFacts, type PartDifference } from '@beian/contracts';
import { problem } from '@beian/platform';
import type { RevisionStore } from './revisions.store';

/** Which papers changed between two submissions (row 23), by the ids of their versions. Refuses an unknown one as `not-found`. */
export async function differenceOf(
  { revisions }: { readonly revisions: RevisionStore },
  filingId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<PartDifference> {
  const before = (await revisions.revision(filingId, from)) ?? problem('not-found');
  const after = (await revisions.revision(filingId, to)) ?? problem('not-found');
  return { changes: changesBetween(asTold(before.facts), asTold(after.facts)) };
}

const asTold = ({ slots }: DocumentFacts) => ({
  documents: Object.fromEntries(slots.map(({ slot, versionIds }) => [slot, versionIds])),
});
