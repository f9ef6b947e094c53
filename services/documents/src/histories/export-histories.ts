import {
  filingIdOf,
  filingWorkflowId,
  isOpen,
  type FilingId,
  type HistoriesExported,
  type Instant,
} from '@beian/contracts';
import { filingMovedSchema } from '@beian/contracts/schemas';
import { ProblemError, type Event, type Tx } from '@beian/platform';
import { WorkflowNotFoundError } from '@temporalio/common';
import { exportRun, type Run } from './export-run';
import type { HistoryDeps } from './history-deps';
import type { HistoryExportsStore } from './history-exports.store';

const dayMs = 86_400_000;
const batch = 100;

/** The end of a filing, with or without a number: its workflow closes after it, and then its history is due. */
export async function hearFilingClosing(
  exports: HistoryExportsStore,
  event: Pick<Event, 'data'>,
  { tx, at }: { readonly tx: Tx; readonly at: Date },
): Promise<void> {
  const { snapshot } = filingMovedSchema.parse(event.data);
  if (!isOpen(snapshot.stage)) await exports.expect(tx, snapshot.filingId, at);
}

/** Exports every filing that is due; one that is still open, or fails, is looked at later. Answers how many are complete. */
export async function exportDue(deps: HistoryDeps): Promise<number> {
  let complete = 0;
  for (const filingId of await deps.exports.takeDue(deps.clock.now(), batch)) {
    try {
      if (await exportFiling(deps, filingId)) {
        await deps.exports.settle(filingId);
        complete++;
      } else await deps.exports.noteFailure(filingId, undefined);
    } catch (error) {
      await deps.exports.noteFailure(filingId, deps.clock.now());
      deps.logger.warn({ err: error, filingId }, 'a history could not be exported; trying again later');
      if (isAway(error)) break; // the next one would only meet the same
    }
  }
  return complete;
}

/**
 * Exports every run of a filing's workflow: the last one and what continued as it, and those that visibility knows beside
 * them, such as one that was reset. False while the last one is open.
 */
export async function exportFiling(deps: HistoryDeps, filingId: FilingId): Promise<boolean> {
  const workflowId = filingWorkflowId(filingId);
  const last = await deps.temporal.workflow.getHandle(workflowId).describe().catch(forgotten);
  if (last === undefined) {
    deps.logger.error({ filingId }, 'a filing ended and the server has forgotten its history');
    return true;
  }
  if (last.closeTime === undefined) return false;
  const waiting = new Set([last.runId]);
  for await (const { runId } of deps.temporal.workflow.list({ query: `WorkflowId = "${workflowId}"` }))
    waiting.add(runId);
  for (const runId of waiting) {
    const made = await exportRun(deps, { filingId, runId });
    if (made.kind === 'kept' && made.before !== undefined) waiting.add(made.before); // a set is walked with what it gets meanwhile
  }
  return true;
}

/**
 * Looks for histories that are missing in the bucket, whatever the reason: an event that was not heard, a workflow that was
 * terminated, a bucket that was restored. Every run closed since `days` before `at` is asked for at the server.
 */
export async function exportHistories(
  deps: HistoryDeps,
  { at, days }: { readonly at: Instant; readonly days: number },
): Promise<HistoriesExported> {
  const since = new Date(Date.parse(at) - days * dayMs).toISOString();
  const query = `WorkflowType = "filing" AND ExecutionStatus != "Running" AND CloseTime >= "${since}"`;
  const counts = { looked: 0, exported: 0, refused: 0, failed: 0 };
  let page: Run[] = [];
  const settle = async () => {
    for (const run of await missingOf(deps, page)) counts[await outcomeOf(deps, run)]++;
    page = [];
  };
  for await (const { workflowId, runId } of deps.temporal.workflow.list({ query })) {
    const filingId = filingIdOf(workflowId);
    if (filingId === undefined) continue;
    counts.looked++;
    page.push({ filingId, runId });
    if (page.length === batch) await settle();
  }
  await settle();
  if (counts.exported + counts.refused + counts.failed > 0)
    deps.logger.warn(counts, 'histories were missing in the bucket');
  return counts;
}

async function missingOf({ exports, objects }: HistoryDeps, runs: readonly Run[]): Promise<readonly Run[]> {
  const known = await exports.known(runs.map(({ runId }) => runId));
  const missing: Run[] = [];
  for (const run of runs) {
    const kept = known.get(run.runId);
    const isThere = kept !== undefined && (kept.key === undefined || (await objects.size(kept.key)) !== undefined);
    if (!isThere) missing.push(run);
  }
  return missing;
}

async function outcomeOf(deps: HistoryDeps, run: Run): Promise<'exported' | 'refused' | 'failed'> {
  try {
    const { kind } = await exportRun(deps, run);
    return kind === 'kept' ? 'exported' : kind === 'refused' ? 'refused' : 'failed';
  } catch (error) {
    if (isAway(error)) throw error;
    deps.logger.warn({ err: error, ...run }, 'a history could not be exported');
    return 'failed';
  }
}

/** Store or database are away: no single history is to blame. */
const isAway = (error: unknown): boolean => error instanceof ProblemError && error.code === 'temporarily-unavailable';

function forgotten(error: unknown): undefined {
  if (error instanceof WorkflowNotFoundError) return undefined;
  throw error;
}
