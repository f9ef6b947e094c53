import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import {
  taskQueues,
  type DocumentsActivities,
  type NotificationActivities,
  type PlannerActivities,
  type SubjectActivities,
  type UndoName,
  type UndoStep,
  type VerificationActivities,
  type WebsiteActivities,
} from '@beian/contracts';

/** A worker beats for every activity it runs; one that was killed is noticed after this, not at the attempt's end. */
const heartbeatTimeout = '10 seconds';

/** An outage of the owner waits visibly in the owner's queue and resumes by itself: attempts without end. */
const untilDone = {
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
} as const;

/** Bounded attempts (about forty minutes), and no schedule-to-close: what still fails then waits for a person. */
const undoing = {
  startToCloseTimeout: '30 seconds',
  heartbeatTimeout,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '5 minutes', maximumAttempts: 15 },
} as const;

/** Short failures only: whatever lasts is the workflow's to wait for, visibly. */
const handingOver = {
  startToCloseTimeout: '1 minute',
  heartbeatTimeout,
  scheduleToCloseTimeout: '30 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 5 },
} as const;

// Each takes the summary an operator reads on the activity.
export const subject = (summary: string) =>
  proxyActivities<SubjectActivities>({ taskQueue: taskQueues.subject, ...untilDone, summary });
export const website = (summary: string) =>
  proxyActivities<WebsiteActivities>({ taskQueue: taskQueues.website, ...untilDone, summary });
export const documents = (summary: string) =>
  proxyActivities<DocumentsActivities>({ taskQueue: taskQueues.documents, ...untilDone, summary });
export const verification = (summary: string) =>
  proxyActivities<VerificationActivities>({ taskQueue: taskQueues.verification, ...untilDone, summary });
export const authorityPort = (summary: string) =>
  proxyActivities<Pick<VerificationActivities, 'handOver'>>({
    taskQueue: taskQueues.verification,
    ...handingOver,
    summary,
  });
export const notification = (summary: string) =>
  proxyActivities<NotificationActivities>({ taskQueue: taskQueues.notification, ...untilDone, summary });

/** Pure planning in the workflow's own worker; its answers are in the history. A fault of it is a bug: it waits for a mended build. */
export const planner = (summary: string) =>
  proxyLocalActivities<PlannerActivities>({
    startToCloseTimeout: '10 seconds',
    retry: { initialInterval: '200 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
    summary,
  });

const undoOf = (step: UndoStep, what: string) => `undo: ${what}, submission ${step.submission}`;

/** Every undo of the ledger; one that can be noted and not undone does not compile. */
export const undo: { readonly [U in UndoName]: (step: UndoStep) => Promise<void> } = {
  'unlock-subject': (step) =>
    proxyActivities<SubjectActivities>({
      taskQueue: taskQueues.subject,
      ...undoing,
      summary: undoOf(step, 'free the certificate'),
    }).unlockSubject(step),
  'release-website': (step) =>
    proxyActivities<WebsiteActivities>({
      taskQueue: taskQueues.website,
      ...undoing,
      summary: undoOf(step, 'free domains and service codes'),
    }).releaseWebsite(step),
  'unseal-documents': (step) =>
    proxyActivities<DocumentsActivities>({
      taskQueue: taskQueues.documents,
      ...undoing,
      summary: undoOf(step, 'unseal documents'),
    }).unsealDocuments(step),
  'cancel-backdrop': (step) => undoAtVerification(step, 'call the backdrop back').cancelBackdrop(step),
  'cancel-authority-order': (step) =>
    undoAtVerification(step, 'cancel the order at the authority').cancelAuthorityOrder(step),
  'void-phone-codes': (step) => undoAtVerification(step, 'void phone codes').voidPhoneCodes(step),
};

function undoAtVerification(step: UndoStep, what: string) {
  return proxyActivities<VerificationActivities>({
    taskQueue: taskQueues.verification,
    ...undoing,
    summary: undoOf(step, what),
  });
}
