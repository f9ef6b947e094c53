import type { AccountId, FilingId } from '@beian/contracts';
import type { joinDifferenceSchema, revisionDifferenceSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { readForStaff, type ReadReasonsDeps } from './read-reasons';

type Asked = z.output<typeof joinDifferenceSchema>;
type Told = z.output<typeof revisionDifferenceSchema>;

/**
 * Puts what the owners say has changed beside the reasons given from submission `from` until `to` came (row 23). A reason is
 * `fixed` if its place, or anything in it, was changed; a pointer that counts websites is read by the later revision's
 * order. Whether what stands there now is good remains the reviewer's to decide.
 */
export async function joinDifference(
  deps: ReadReasonsDeps,
  filingId: FilingId,
  { actor, from, to, changes, siteIds }: Asked & { readonly actor: AccountId },
): Promise<Told> {
  const given = await readForStaff(deps, filingId, actor);
  const reasons = given
    .filter(({ submission }) => submission >= from && submission < to)
    .map((reason) => {
      const place = placeOf(reason.pointer, siteIds);
      const within = changes.map(({ pointer }) => pointer).filter((pointer) => touches(pointer, place));
      return { ...reason, outcome: within.length > 0 ? ('fixed' as const) : ('not-touched' as const), changes: within };
    });
  const asked = new Set(reasons.flatMap((reason) => reason.changes));
  const unasked = changes.map(({ pointer }) => pointer).filter((pointer) => !asked.has(pointer));
  return { from, to, changes, reasons, unasked };
}

/** `/sites/0/name` → `/sites/<siteId>/name`; `/` is the whole draft. */
function placeOf(pointer: string, siteIds: readonly string[]): string {
  const counted = /^\/sites\/(\d{1,3})(?=\/|$)/.exec(pointer);
  const siteId = counted === null ? undefined : siteIds[Number(counted[1])];
  if (counted === null || siteId === undefined) return pointer === '/' ? '' : pointer;
  return `/sites/${siteId}${pointer.slice(counted[0].length)}`;
}

/** A change inside the place, or the change of something that holds it (a list is told as a whole). */
const touches = (changed: string, place: string): boolean =>
  changed === place || changed.startsWith(`${place}/`) || place.startsWith(`${changed}/`);
