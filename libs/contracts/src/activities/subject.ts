import type { Examination, SubjectFacts } from '../facts';
import type { FilingId, Instant } from '../ids';
import type { FilingNumbers } from '../snapshot';
import type { SubmissionStep, UndoStep } from './steps';

/** Effects of `subject` (主体), on the task queue `subject`. */
export interface SubjectActivities {
  /** Examines the subject, freezes it as revision *n*, locks its certificate, writes dossiers; or findings and no change. */
  pinSubject(step: SubmissionStep): Promise<Examination<SubjectFacts>>;
  /** Frees the certificate lock and the pin of this submission. */
  unlockSubject(step: UndoStep): Promise<void>;
  /** Writes the register of what is filed. */
  grantSubject(step: UndoStep & { readonly numbers: FilingNumbers }): Promise<void>;
  /** Latest change of the subject's draft; asked when an idle clock fires. */
  subjectChangedAt(step: { readonly filingId: FilingId }): Promise<Instant>;
}
