import { randomUUID } from 'node:crypto';
import {
  taskQueues,
  upkeepTypes,
  type DossierReport,
  type DossierSweepWish,
  type RetentionReport,
  type SweepWish,
} from '@beian/contracts';
import type { Client } from '@temporalio/client';

/** Runs a sweep now, and waits for its report. The schedule's own run may go on beside it: nothing is erased twice. */
function sweepNow<Wish extends SweepWish, Report>(client: Client, type: string, wish: Wish): Promise<Report> {
  return client.workflow.execute<(wish: Wish) => Promise<Report>>(type, {
    taskQueue: taskQueues.filing,
    workflowId: `${type}-${randomUUID()}`,
    args: [wish],
    staticSummary: wish.dryRun ? `${type}: dry run` : type,
  });
}

const ending = ({ dryRun }: SweepWish) => (dryRun ? 'dry run: nothing was erased' : 'erased');

/** Sealed words whose period is over, as lines. */
export async function retentionLines(client: Client, wish: SweepWish): Promise<readonly string[]> {
  const report = await sweepNow<SweepWish, RetentionReport>(client, upkeepTypes.retention, wish);
  const { filings, typeChecks, strayAnswers } = report;
  return [
    `words of ${filings} filings, ${typeChecks} type checks, ${strayAnswers} answers to unknown orders: ${ending(report)}`,
  ];
}

/** Dossiers that nobody refers to, as lines. */
export async function dossierLines(client: Client, wish: DossierSweepWish): Promise<readonly string[]> {
  const report = await sweepNow<DossierSweepWish, DossierReport>(client, upkeepTypes.orphanedDossiers, wish);
  const { looked, orphans, keys } = report;
  return [
    `${looked} dossiers looked at, ${orphans} orphans: ${ending(report)}`,
    ...keys.map((key) => `  ${key}`),
    ...(orphans > keys.length ? [`  and ${orphans - keys.length} more`] : []),
  ];
}
