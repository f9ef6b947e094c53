/** A task queue is named like its owner: an outage of a service waits visibly in the queue of that service. */
export const taskQueues = {
  filing: 'filing',
  subject: 'subject',
  website: 'website',
  documents: 'documents',
  verification: 'verification',
  notification: 'notification',
  gateway: 'gateway',
} as const;
export type TaskQueue = (typeof taskQueues)[keyof typeof taskQueues];

/** Every service that publishes events; its topic is `beian.<service>.v1`. */
export const eventTopic = (service: string): string => `beian.${service}.v1`;

/** Name of the workflow type and of its worker deployment. */
export const filingWorkflowType = 'filing';
export const filingDeployment = 'beian-filing';

/** Workflows beside the filings: upkeep of the whole, started by a schedule or by an operator. */
export const upkeepTypes = {
  reconcile: 'reconcile',
  calendarCover: 'calendarCover',
  siteChecks: 'siteChecks',
  publicSecurityReminders: 'publicSecurityReminders',
  keptHistories: 'keptHistories',
  retention: 'retention',
  orphanedDossiers: 'orphanedDossiers',
} as const;
