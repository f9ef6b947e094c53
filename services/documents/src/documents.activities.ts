import type { DocumentsActivities } from '@beian/contracts';
import { problem } from '@beian/platform';
import type { DocumentsDeps } from './documents-deps';
import { pinDocuments, unsealDocuments } from './pin-documents';

/** The door for the workflow. */
export const createDocumentsActivities = (deps: DocumentsDeps): DocumentsActivities => ({
  pinDocuments: (step) => pinDocuments(deps, step),
  unsealDocuments: (step) => unsealDocuments(deps, step),
  documentsChangedAt: async ({ filingId }) => {
    const filing = (await deps.documents.filing(filingId)) ?? problem('not-found');
    return filing.changedAt.toISOString();
  },
});
