import type { FilingId } from '@beian/contracts';
import { audit, problem, type Clock } from '@beian/platform';
import type { DocumentObjects } from './document-objects';
import type { DocumentStore } from './documents.store';

export interface RemoveDocumentDeps {
  readonly documents: DocumentStore;
  readonly objects: DocumentObjects;
  readonly clock: Clock;
}

/**
 * The owner takes a version back. Refused with `document-sealed` while a submission stands on it, and with `in-progress`
 * while it is being checked. A version that was ever part of a submission keeps its object: it is evidence.
 */
export async function removeDocument(
  deps: RemoveDocumentDeps,
  filingId: FilingId,
  call: { readonly versionId: string; readonly accountId: string },
): Promise<void> {
  const at = deps.clock.now();
  const { versionId, accountId } = call;
  const document = await deps.documents.database.transaction(async (tx) => {
    const filing = await deps.documents.lockFiling(tx, filingId);
    const found = await deps.documents.find(filingId, versionId, tx);
    if (filing === undefined || filing.accountId !== accountId || found === undefined) return problem('not-found');
    if (found.state === 'quarantined') return problem('in-progress');
    if (!(await deps.documents.remove(tx, found, at))) return problem('document-sealed');
    await deps.documents.touch(tx, filingId, at);
    const details = { filingId, slot: found.stated.slot };
    await audit.append(tx, {
      actor: accountId,
      action: 'document-removed',
      object: `document/${versionId}`,
      at,
      details,
    });
    return found;
  });
  const isEvidence = document.everSealed;
  // What fails here is an orphan from now on, and swept.
  if (document.accepted && !isEvidence) await deps.objects.remove(document.accepted.key).catch(() => undefined);
}
