import type { FilingId } from '@beian/contracts';
import { problem, type Clock } from '@beian/platform';
import type { DocumentsOfFiling, StatedFile } from './document';
import type { DocumentObjects, UploadForm } from './document-objects';
import type { DocumentStore } from './documents.store';
import { slotOf, type PaperSlot } from './paper-slots';
import { misplaced, refusalFinding } from './slot-fit';

export interface GrantUploadDeps {
  readonly documents: DocumentStore;
  readonly objects: DocumentObjects;
  readonly clock: Clock;
}

export interface UploadGrant extends UploadForm {
  readonly uploadId: string;
  readonly expiresAt: string;
}

/** A grant is used within minutes or not at all (goal A9). */
const grantSeconds = 300;
const dayMs = 86_400_000;

/** Against a bucket filled on purpose (A8, A22); a filing of 100 sites with three tries per paper stays far below. */
export const uploadQuotas = { perFiling: 600, bytesPerFiling: 1_000_000_000, perAccountAndDay: 400 } as const;

/**
 * Lets the owner of a filing upload one file into one slot: exactly the stated type, size and content. Refuses an unknown
 * slot or one that no such filing has (`slot-unknown`), a file too small for its slot or of a type that the filing's rule pack does not take (`invalid-request`), and more than the quotas.
 */
export async function grantUpload(
  deps: GrantUploadDeps,
  filingId: FilingId,
  ask: StatedFile & { readonly accountId: string },
): Promise<UploadGrant> {
  const at = deps.clock.now();
  const granted = await deps.documents.database.transaction(async (tx) => {
    const filing = await deps.documents.lockFiling(tx, filingId);
    if (filing === undefined || filing.accountId !== ask.accountId) return problem('not-found');
    const slot = slotFor(filing, ask);
    const usage = await deps.documents.usage(tx, filing, new Date(at.getTime() - dayMs));
    const isOver =
      usage.granted >= uploadQuotas.perFiling ||
      usage.bytes + ask.sizeBytes > uploadQuotas.bytesPerFiling ||
      usage.recent >= uploadQuotas.perAccountAndDay;
    if (isOver) return problem('upload-quota-used-up');
    const isFull = slot.pages > 1 && (await deps.documents.pagesIn(tx, filingId, slot.key)) >= slot.pages;
    if (isFull)
      return problem('not-allowed-now', {
        pointer: '/slot',
        detail: `this paper has at most ${slot.pages} pages; remove one first`,
      });
    return deps.documents.grant(tx, filing, { file: ask, at, expiresAt: new Date(at.getTime() + grantSeconds * 1000) });
  });
  const form = await deps.objects.uploadForm(granted.quarantineKey, ask, { at, seconds: grantSeconds });
  return { uploadId: granted.versionId, ...form, expiresAt: granted.expiresAt.toISOString() };
}

function slotFor(filing: DocumentsOfFiling, ask: StatedFile): PaperSlot {
  const slot = slotOf(filing, ask.slot);
  if (slot === undefined) return problem('slot-unknown', { pointer: '/slot' });
  const wrong = misplaced(slot, filing);
  if (wrong !== undefined) return problem('slot-unknown', { entries: [wrong] });
  if (ask.sizeBytes < (slot.leastBytes ?? 0)) {
    const { pointer, code, zh, en, remedyZh, remedyEn } = refusalFinding(slot, 'too-small-bytes');
    return problem('invalid-request', { entries: [{ pointer, code, zh, en, remedyZh, remedyEn }] });
  }
  if (slot.types.includes(ask.type)) return slot;
  return problem('invalid-request', { pointer: '/type', detail: `this filing takes ${slot.types.join(', ')}` });
}
