import { ActivityFailure, log } from '@temporalio/workflow';
import type { Drift, DriftLine, FilingSnapshot, Repair } from '@beian/contracts';
import { papers, projections, records, runs, subjects, websites } from './owners';

interface Task {
  readonly drift: Drift;
  readonly repair: Repair;
  /** What is recorded of the filing. */
  readonly snapshot: FilingSnapshot;
  readonly summary: string;
}
type Step = (task: Task) => Promise<void>;

/** Every repair is a door of its owner that does nothing where nothing is to be done. */
const steps: { readonly [B in Repair['by']]: Step } = {
  'record-next': async ({ snapshot: { filingId }, summary }) => {
    const snapshot = await runs(summary).readRun(filingId);
    await records(summary).noteFlags({ snapshot });
  },
  'fold-projection': ({ snapshot, summary }) => projections(summary).foldSnapshots([snapshot]),
  'revive-run': ({ snapshot, summary }) => runs(summary).reviveRun(snapshot.filingId),
  'register-subject': (task) => subjects(task.summary).grantSubject(grantOf(task)),
  'register-website': (task) => websites(task.summary).grantWebsite(grantOf(task)),
  'unlock-subject': (task) => subjects(task.summary).unlockSubject(stepOf(task)),
  'release-website': (task) => websites(task.summary).releaseWebsite(stepOf(task)),
  'unseal-documents': (task) => papers(task.summary).unsealDocuments(stepOf(task)),
  'note-lost': async ({ repair, snapshot: { filingId }, summary }) => {
    if ('versionId' in repair) await papers(summary).noteLostPaper({ filingId, versionId: repair.versionId });
  },
  'hear-answer': (task) => records(task.summary).hearLostAnswer(stepOf(task)),
  'deliver-answer': (task) => records(task.summary).deliverAnswerAgain(stepOf(task)),
  'call-back': (task) => records(task.summary).callBackOrder(stepOf(task)),
};

const stepOf = ({ repair, snapshot: { filingId, submission, at } }: Task) => ({
  filingId,
  submission: 'submission' in repair ? repair.submission : submission,
  at,
});

function grantOf({ snapshot: { filingId, submission, at, numbers } }: Task) {
  if (numbers === undefined) throw new Error('granted without numbers: a bug of the lifecycle');
  return { filingId, submission, at, numbers };
}

/** Puts one difference right, or says what became of it. A repair that fails never stops the others. */
export async function repairOne(drift: Drift, dryRun: boolean): Promise<DriftLine> {
  const { filingId, kind, detail, repair } = drift;
  const line = { filingId, kind, detail };
  if (repair === undefined) return { ...line, state: 'for-a-person' };
  const meant = { ...line, repair: repair.by };
  if (dryRun) return { ...meant, state: 'would-repair' };
  const summary = `${repair.by} of ${filingId}`;
  try {
    const [snapshot] = await records(summary).readSnapshots([filingId]);
    if (snapshot === undefined) return { ...meant, state: 'failed' };
    await steps[repair.by]({ drift, repair, snapshot, summary });
    return { ...meant, state: 'repaired' };
  } catch (error) {
    if (!(error instanceof ActivityFailure)) throw error;
    log.warn('a repair failed', { filingId, repair: repair.by });
    return { ...meant, state: 'failed' };
  }
}
