import type { DocumentsActivities, DocumentsUpkeep, DossierKeeper, PapersReconciliation } from '@beian/contracts';
import { problem } from '@beian/platform';
import type { DocumentsDeps } from './documents-deps';
import { exportHistories } from './histories/export-histories';
import type { HistoryDeps } from './histories/history-deps';
import { sealIdentityProof } from './seal-identity-proof';
import { pinDocuments, unsealDocuments } from './pin-documents';
import { noteLostPaper, viewPapers } from './sealed-papers';

/** The door for the workflow. */
export const createDocumentsActivities = (
  deps: DocumentsDeps,
): DocumentsActivities & PapersReconciliation & DossierKeeper => ({
  pinDocuments: (step) => pinDocuments(deps, step),
  sealIdentityProof: (step) => sealIdentityProof(deps, step),
  unsealDocuments: (step) => unsealDocuments(deps, step),
  knownDossiers: (keys) => deps.revisions.knownDossiers(keys),
  viewPapers: (filings) => viewPapers(deps, filings),
  noteLostPaper: (paper) => noteLostPaper(deps, paper),
  documentsChangedAt: async ({ filingId }) => {
    const filing = (await deps.documents.filing(filingId)) ?? problem('not-found');
    return filing.changedAt.toISOString();
  },
});

/** The door for schedules. */
export const createDocumentsUpkeep = (histories: HistoryDeps): DocumentsUpkeep => ({
  exportHistories: (step) => exportHistories(histories, step),
});
