import { randomUUID } from 'node:crypto';
import {
  filingWorkflowId,
  type FilingId,
  type FilingSnapshot,
  type RunReconciliation,
  type RunView,
} from '@beian/contracts';
import { getFiling } from '@beian/contracts/messages';
import { problem } from '@beian/platform';
import type { Client, WorkflowExecutionDescription } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/common';

/** So many are asked side by side: a query may have to replay its filing, and the workers have other work. */
const atOnce = 20;

/** Temporal's own number of the event after which a run can be taken up again. */
const taskCompleted = 7;
/** Temporal's own number: signals and updates that came after the point are applied again. */
const reapplyAll = 3;

/** What Temporal says of the runs of filings, and how a broken one is taken up again. */
export const createRunReconciliation = (client: Client): RunReconciliation => ({
  viewRuns: async (filings) => {
    const views: RunView[] = [];
    for (let from = 0; from < filings.length; from += atOnce) {
      const batch = filings.slice(from, from + atOnce);
      views.push(...(await Promise.all(batch.map((filingId) => viewRun(client, filingId)))));
    }
    return views;
  },
  readRun: (filingId) => snapshotOf(client, filingId),
  reviveRun: (filingId) => reviveRun(client, filingId),
});

const snapshotOf = (client: Client, filingId: FilingId): Promise<FilingSnapshot> =>
  client.workflow.getHandle(filingWorkflowId(filingId)).query(getFiling);

async function describe(client: Client, filingId: FilingId): Promise<WorkflowExecutionDescription | undefined> {
  try {
    return await client.workflow.getHandle(filingWorkflowId(filingId)).describe();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

async function viewRun(client: Client, filingId: FilingId): Promise<RunView> {
  const run = await describe(client, filingId);
  if (run === undefined) return { filingId, state: 'gone' };
  const { runId, status } = run;
  if (status.name === 'COMPLETED') return { filingId, runId, state: 'ended' };
  if (status.name !== 'RUNNING' && status.name !== 'CONTINUED_AS_NEW') return { filingId, runId, state: 'broken' };
  const { version, stage, submission } = await snapshotOf(client, filingId);
  return { filingId, runId, state: 'running', version, stage, submission };
}

/**
 * Resets a run that was ended from outside to its last good task. Its activities after that point run again under the keys
 * they had, so no effect happens twice. A run that runs is left alone.
 */
async function reviveRun(client: Client, filingId: FilingId): Promise<void> {
  const run = await describe(client, filingId);
  if (run === undefined) return problem('not-found');
  if (run.status.name === 'RUNNING' || run.status.name === 'COMPLETED') return;
  const workflowTaskFinishEventId = await lastGoodTask(client, run);
  await client.workflowService.resetWorkflowExecution({
    namespace: client.options.namespace,
    workflowExecution: { workflowId: run.workflowId, runId: run.runId },
    reason: 'reconciliation: the record says the filing goes on',
    workflowTaskFinishEventId,
    resetReapplyType: reapplyAll,
    requestId: randomUUID(),
  });
}

async function lastGoodTask(client: Client, { workflowId, runId }: WorkflowExecutionDescription) {
  const { events = [] } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
  const last = events?.filter(({ eventType }) => Number(eventType) === taskCompleted).at(-1)?.eventId;
  return last ?? problem('not-possible-here', { detail: 'the run has no good task to go back to' });
}
