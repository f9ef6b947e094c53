import type { DocumentFacts, Examination, SubjectFacts } from '../facts';
import type { FilingId, Instant } from '../ids';
import type { SubmissionStep, UndoStep } from './steps';

/** Effects of `documents`, on the task queue `documents`. */
export interface DocumentsActivities {
  /** Seals the accepted versions to the revision, or says what is not ready. */
  pinDocuments(step: SubmissionStep & { readonly subject: SubjectFacts }): Promise<Examination<DocumentFacts>>;
  unsealDocuments(step: UndoStep): Promise<void>;
  documentsChangedAt(step: { readonly filingId: FilingId }): Promise<Instant>;
}
