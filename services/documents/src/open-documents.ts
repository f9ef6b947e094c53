import type { FilingId } from '@beian/contracts';
import { audit, problem, type Clock } from '@beian/platform';
import type { DocumentsOfFiling } from './document';
import type { DocumentStore } from './documents.store';

export type Opening = Omit<DocumentsOfFiling, 'filingId' | 'version' | 'changedAt'>;

/** Opens the documents of a draft. The same call twice is one opening; another account's filing is `not-found`. */
export async function openDocuments(
  deps: { readonly documents: DocumentStore; readonly clock: Clock },
  filingId: FilingId,
  opening: Opening,
): Promise<void> {
  const at = deps.clock.now();
  await deps.documents.database.transaction(async (tx) => {
    if (await deps.documents.openFiling(tx, { filingId, ...opening }, at)) {
      await audit.append(tx, {
        actor: opening.accountId,
        action: 'documents-opened',
        object: `filing/${filingId}`,
        at,
      });
      return;
    }
    const known = await deps.documents.filing(filingId, tx);
    if (known?.accountId !== opening.accountId) problem('not-found');
  });
}
