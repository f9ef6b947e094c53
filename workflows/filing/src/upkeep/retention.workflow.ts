import { continueAsNew, proxyActivities, setCurrentDetails, workflowInfo } from '@temporalio/workflow';
import {
  taskQueues,
  type DossierKeeper,
  type DossierReport,
  type DossierSweepWish,
  type RetentionReport,
  type SweepWish,
  type TaskQueue,
  type VerificationUpkeep,
} from '@beian/contracts';
import { now } from '../deadlines';

const dayMs = 86_400_000;
/** An attempt to pin is over long before this, also one that waited for an owner that was away. */
const usualGraceDays = 7;
const objectsAtOnce = 500;
const namedAtMost = 200;

const patient = {
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '10 seconds',
  scheduleToCloseTimeout: '6 hours',
  retry: { maximumInterval: '10 minutes' },
} as const;

const verification = (summary: string) =>
  proxyActivities<VerificationUpkeep>({ ...patient, taskQueue: taskQueues.verification, summary });

/** Erases what people wrote about people once its period is over; a dry run counts it. */
export async function retention({ dryRun }: SweepWish): Promise<RetentionReport> {
  const { eraseOverdueWords } = verification('words whose period is over');
  const gone = { filings: 0, typeChecks: 0, strayAnswers: 0 };
  for (let isMore = true; isMore;) {
    const step = await eraseOverdueWords({ dryRun });
    isMore = step.isMore;
    gone.filings += step.filings;
    gone.typeChecks += step.typeChecks;
    gone.strayAnswers += step.strayAnswers;
    const verb = dryRun ? 'would be erased' : 'erased';
    setCurrentDetails(
      `${verb}: words of ${gone.filings} filings, ${gone.typeChecks} type checks, ${gone.strayAnswers} stray answers.`,
    );
  }
  return { dryRun, ...gone };
}

/** Who keeps references to dossiers; all are asked, for a key does not say who wrote it. */
const keepers: readonly TaskQueue[] = [
  taskQueues.subject,
  taskQueues.website,
  taskQueues.documents,
  taskQueues.verification,
];

/** Removes dossiers of the object store that nobody refers to; a dry run names them. */
export async function orphanedDossiers(wish: DossierSweepWish): Promise<DossierReport> {
  const { dryRun, graceDays = usualGraceDays, carried } = wish;
  const { listDossiers, removeDossiers } = verification('dossiers of the object store');
  let report = carried?.report ?? { dryRun, looked: 0, orphans: 0, keys: [] };
  let after = carried?.after;
  for (;;) {
    const before = new Date(Date.parse(now()) - graceDays * dayMs).toISOString();
    const page = await listDossiers({ before, limit: objectsAtOnce, ...(after === undefined ? {} : { after }) });
    const orphans = await unknownAmong(page.keys);
    if (!dryRun && orphans.length > 0) await removeDossiers(orphans);
    report = {
      dryRun,
      looked: report.looked + page.keys.length,
      orphans: report.orphans + orphans.length,
      keys: [...report.keys, ...orphans].slice(0, namedAtMost),
    };
    setCurrentDetails(
      `${report.looked} dossiers looked at, ${report.orphans} orphans${dryRun ? ', kept' : ' removed'}.`,
    );
    after = page.next;
    if (after === undefined) return report;
    if (workflowInfo().continueAsNewSuggested) {
      await continueAsNew<typeof orphanedDossiers>({ ...wish, carried: { after, report } });
    }
  }
}

async function unknownAmong(keys: readonly string[]): Promise<readonly string[]> {
  if (keys.length === 0) return [];
  const known = await Promise.all(
    keepers.map((taskQueue) => {
      const { knownDossiers } = proxyActivities<DossierKeeper>({
        ...patient,
        taskQueue,
        summary: `dossiers ${taskQueue} knows`,
      });
      return knownDossiers(keys);
    }),
  );
  const all = new Set(known.flat());
  return keys.filter((key) => !all.has(key));
}
