import { randomUUID } from 'node:crypto';
import {
  driftKinds,
  taskQueues,
  upkeepTypes,
  type DriftKind,
  type ReconcileReport,
  type ReconcileWish,
} from '@beian/contracts';
import type { Client } from '@temporalio/client';

/** Compares filings now, and waits for the report. A run of a schedule may go on beside it: every repair acts once. */
export function reconcileNow(client: Client, wish: ReconcileWish): Promise<ReconcileReport> {
  return client.workflow.execute<(wish: ReconcileWish) => Promise<ReconcileReport>>(upkeepTypes.reconcile, {
    taskQueue: taskQueues.filing,
    workflowId: `${upkeepTypes.reconcile}-${randomUUID()}`,
    args: [wish],
    staticSummary: wish.dryRun ? 'reconcile: dry run' : 'reconcile',
  });
}

const stateWords = {
  'would-repair': 'would be repaired',
  repaired: 'repaired',
  'for-a-person': 'for a person',
  failed: 'the repair failed; see the run',
} as const;

/** The report as lines: counts, each filing, and what a person does where a machine may not. */
export function reconcileLines(report: ReconcileReport): readonly string[] {
  const { dryRun, compared, tooYoung, underWay, authorityAway, found, lines } = report;
  const total = Object.values(found).reduce((sum, count) => sum + count, 0);
  const kinds = (Object.keys(driftKinds) as DriftKind[]).filter((kind) => found[kind] > 0);
  const forPeople = kinds.filter((kind) => lines.some((line) => line.kind === kind && isOpen(line.state)));
  return [
    `${compared} filings compared, ${total} differences${dryRun ? '; dry run: nothing was changed' : ''}`,
    `left for the next time: ${tooYoung} recorded just now, ${underWay} under way`,
    ...(authorityAway > 0 ? [`the authority could not be asked about ${authorityAway} filings`] : []),
    ...kinds.map((kind) => `${found[kind]} ${kind}: ${driftKinds[kind].means}`),
    ...lines.map(({ filingId, kind, detail, repair, state }) =>
      [`  ${filingId} ${kind}: ${detail}`, ...(repair === undefined ? [] : [repair]), stateWords[state]].join(' · '),
    ),
    ...(total > lines.length ? [`  and ${total - lines.length} more`] : []),
    ...forPeople.map((kind) => `${kind}: ${driftKinds[kind].person}`),
  ];
}

const isOpen = (state: ReconcileReport['lines'][number]['state']): boolean =>
  state === 'for-a-person' || state === 'failed';
