import { proxyActivities } from '@temporalio/workflow';
import {
  taskQueues,
  type DocumentsActivities,
  type PapersReconciliation,
  type ProjectionReconciliation,
  type RecordReconciliation,
  type RunReconciliation,
  type SubjectActivities,
  type SubjectReconciliation,
  type VerificationActivities,
  type WebsiteActivities,
  type WebsiteReconciliation,
} from '@beian/contracts';

/** Nobody waits for a comparison: an owner that is away for longer ends this one, and the next night brings another. */
const looking = {
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  scheduleToCloseTimeout: '30 minutes',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute', maximumAttempts: 10 },
} as const;

// Each takes the summary an operator reads on the activity.
export const records = (summary: string) =>
  proxyActivities<RecordReconciliation & Pick<VerificationActivities, 'noteFlags'>>({
    taskQueue: taskQueues.verification,
    ...looking,
    summary,
  });
export const runs = (summary: string) =>
  proxyActivities<RunReconciliation>({ taskQueue: taskQueues.filing, ...looking, summary });
export const projections = (summary: string) =>
  proxyActivities<ProjectionReconciliation>({ taskQueue: taskQueues.gateway, ...looking, summary });
export const subjects = (summary: string) =>
  proxyActivities<SubjectReconciliation & SubjectActivities>({ taskQueue: taskQueues.subject, ...looking, summary });
export const websites = (summary: string) =>
  proxyActivities<WebsiteReconciliation & WebsiteActivities>({ taskQueue: taskQueues.website, ...looking, summary });
export const papers = (summary: string) =>
  proxyActivities<PapersReconciliation & DocumentsActivities>({
    taskQueue: taskQueues.documents,
    ...looking,
    summary,
  });
