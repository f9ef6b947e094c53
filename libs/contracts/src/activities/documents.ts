import type { DocumentFacts, DossierRef, Examination, SubjectFacts } from '../facts';
import type { FilingId, Instant } from '../ids';
import type { SubmissionStep, UndoStep } from './steps';

/** What a look for missing histories found: runs looked at, then what became of those that were missing. */
export interface HistoriesExported {
  readonly looked: number;
  readonly exported: number;
  readonly refused: number;
  readonly failed: number;
}

/** Effects of `documents`, on the task queue `documents`. */
export interface DocumentsActivities {
  /** Seals the accepted versions to the revision, or says what is not ready. */
  pinDocuments(step: SubmissionStep & { readonly subject: SubjectFacts }): Promise<Examination<DocumentFacts>>;
  /**
   * Seals what proves the website administrator's identity (rules.md 6) and came after the pin, and writes it for the
   * authority. `versionId` is the accepted photo. Nothing where the pin held all of it; undone by `unsealDocuments`.
   */
  sealIdentityProof(step: UndoStep & { readonly versionId: string }): Promise<{ readonly dossier?: DossierRef }>;
  unsealDocuments(step: UndoStep): Promise<void>;
  documentsChangedAt(step: { readonly filingId: FilingId }): Promise<Instant>;
}

/** What a schedule asks of `documents`, on the same task queue; no step of a filing. */
export interface DocumentsUpkeep {
  /**
   * Puts the histories of filings that closed in the last `days` before `at` into the bucket where they are missing. Takes
   * minutes over thousands of filings and sends heartbeats.
   */
  exportHistories(step: { readonly at: Instant; readonly days: number }): Promise<HistoriesExported>;
}
