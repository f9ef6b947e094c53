import { changesBetween, shownAs, type LockedSubject, type PartDifference, type SubjectDraft } from '@beian/contracts';
import { PersonKeyGone, problem, type Database } from '@beian/platform';
import { maskPart } from './mask-subject';
import type { PinStore } from './pin.store';

interface Frozen {
  readonly locked: LockedSubject;
  readonly draft: SubjectDraft;
}

/**
 * What changed of the subject between two submissions (row 23): compared in clear, told masked, so that a changed number
 * shows as changed and as nothing more; `unmask` shows one value, audited. Refuses submissions that were never pinned, and
 * ones of a person who was erased, as `not-found`.
 */
export async function differenceOf(
  { database, pins }: { readonly database: Database; readonly pins: PinStore },
  filingId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<PartDifference> {
  try {
    const before = (await pins.frozen(database, filingId, from)) ?? problem('not-found');
    const after = (await pins.frozen(database, filingId, to)) ?? problem('not-found');
    const changes = changesBetween(asTold(before), asTold(after));
    return { changes: shownAs(changes, { before: asTold(maskPart(before)), after: asTold(maskPart(after)) }) };
  } catch (error) {
    if (error instanceof PersonKeyGone) return problem('not-found', { detail: 'what was submitted has been erased' });
    throw error;
  }
}

/** The part under its pointers: what *Verify Filing Type* fixed stands beside the draft. */
const asTold = ({ locked, draft }: Frozen) => ({ subject: { ...locked, ...draft } });
