import { continueAsNew, proxyActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import {
  taskQueues,
  type DocumentsUpkeep,
  type HistoriesExported,
  type Instant,
  type NotificationUpkeep,
  type WebsiteUpkeep,
} from '@beian/contracts';
import { now } from '../deadlines';

/** Domains of one call: twenty that do not answer take minutes, and a lost call is made again from where it stopped. */
const domainsAtOnce = 20;
/** A night that failed is made up for by the next ones. */
const daysOfHistories = 7;

const often = {
  heartbeatTimeout: '10 seconds',
  scheduleToCloseTimeout: '6 hours',
  retry: { maximumInterval: '10 minutes' },
} as const;

/** How far one round of the periodic check of filed sites has come, from its beginning on. */
export interface SiteRound {
  readonly at: Instant;
  readonly checked: number;
  readonly withFindings: number;
}

/** Looks at every filed site from outside once (rules.md 9.5, 9.6); `round` is given by the run before, of a long round. */
export async function siteChecks(round?: SiteRound): Promise<SiteRound> {
  const { checkSites } = proxyActivities<WebsiteUpkeep>({
    ...often,
    taskQueue: taskQueues.website,
    startToCloseTimeout: '20 minutes',
    summary: 'filed sites looked at from outside',
  });
  let seen = round ?? { at: now(), checked: 0, withFindings: 0 };
  for (let left = 1; left > 0;) {
    const step = await checkSites({ at: seen.at, limit: domainsAtOnce });
    left = step.left;
    seen = { ...seen, checked: seen.checked + step.checked, withFindings: seen.withFindings + step.withFindings };
    setCurrentDetails(`${seen.checked} domains looked at, ${seen.withFindings} with findings, ${left} left.`);
    if (left > 0 && workflowInfo().continueAsNewSuggested) await continueAsNew<typeof siteChecks>(seen);
  }
  return seen;
}

/** Reminds of the public-security filing where a filing's own clock has not (rules.md 9.5). Answers how many. */
export async function publicSecurityReminders(): Promise<number> {
  const { remindPublicSecurity } = proxyActivities<NotificationUpkeep>({
    ...often,
    taskQueue: taskQueues.notification,
    startToCloseTimeout: '5 minutes',
    summary: 'public-security reminders that are missing',
  });
  const at = now();
  let reminded = 0;
  for (let left = 1; left > 0;) {
    const step = await remindPublicSecurity({ at });
    left = step.left;
    reminded += step.reminded;
    setCurrentDetails(`${reminded} reminders were missing, ${left} left.`);
  }
  return reminded;
}

/** Puts histories of closed filings into the bucket where they are missing. */
export async function keptHistories(): Promise<HistoriesExported> {
  const { exportHistories } = proxyActivities<DocumentsUpkeep>({
    ...often,
    taskQueue: taskQueues.documents,
    startToCloseTimeout: '2 hours',
    summary: 'histories of closed filings that are missing',
  });
  const found = await exportHistories({ at: now(), days: daysOfHistories });
  setCurrentDetails(
    `${found.looked} runs looked at: ${found.exported} kept, ${found.refused} refused, ${found.failed} failed.`,
  );
  return found;
}
