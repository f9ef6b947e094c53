import { createHash } from 'node:crypto';
import { filingWorkflowId, type FilingId } from '@beian/contracts';
import { audit } from '@beian/platform';
import { WorkflowNotFoundError } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import type { HistoryDeps } from './history-deps';

export interface Run {
  readonly filingId: FilingId;
  readonly runId: string;
}

/**
 * - `kept`: its history is in the bucket, from now on or already; `before` is the run that continued as this one
 * - `open`: the run has not closed
 * - `refused`: its history is larger than the limit, which is told once
 * - `gone`: the server has forgotten it, so there is nothing to keep
 */
export type RunExport =
  { readonly kind: 'kept'; readonly before?: string } | { readonly kind: 'open' | 'refused' | 'gone' };

/** Under which name a history lies in the bucket: two ids that say nothing. */
export const historyKey = ({ filingId, runId }: Run): string => `histories/${filingId}/${runId}.json`;

/**
 * Keeps the history of one closed run in the bucket: JSON as Temporal's UI imports it and as a worker replays it, payloads
 * as the server has them, that is encrypted. A closed history never changes, so the file is the same whoever writes it
 * and however often; one that lies there is not written again, and one that differs is left alone and told.
 */
export async function exportRun(deps: HistoryDeps, run: Run): Promise<RunExport> {
  const handle = deps.temporal.workflow.getHandle(filingWorkflowId(run.filingId), run.runId);
  const facts = await handle.describe().catch(goneAsUndefined);
  if (facts === undefined) return { kind: 'gone' };
  const { closeTime: closedAt } = facts;
  if (closedAt === undefined) return { kind: 'open' };
  if ((facts.historySize ?? 0) > deps.mostBytes) return refuse(deps, run, closedAt);
  const history = await handle.fetchHistory().catch(goneAsUndefined);
  if (history === undefined) return { kind: 'gone' };
  const file = Buffer.from(inOneOrder(historyToJSON(history)));
  if (file.length > deps.mostBytes) return refuse(deps, run, closedAt);

  await writeOnce(deps, run, file);
  await record(deps, run, { file, closedAt, events: history.events?.length ?? 0 });
  const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
  return { kind: 'kept', ...(before ? { before } : {}) };
}

async function writeOnce({ objects, logger, mostBytes }: HistoryDeps, run: Run, file: Buffer): Promise<void> {
  const key = historyKey(run);
  const there = await objects.read(key, mostBytes);
  if (there === undefined) return objects.write(key, file, 'application/json');
  if (there.equals(file)) return;
  logger.error({ ...run }, 'a kept history is not what the server has; it was left as it is');
  throw new Error(`history ${key} differs from the server's`);
}

async function record(
  { exports: kept, clock }: HistoryDeps, // not `exports`: that is the module's own in what is built
  run: Run,
  { file, closedAt, events }: { readonly file: Buffer; readonly closedAt: Date; readonly events: number },
): Promise<void> {
  const sha256 = createHash('sha256').update(file).digest('hex');
  const at = clock.now();
  const one = { ...run, key: historyKey(run), sha256, sizeBytes: file.length, events, closedAt, exportedAt: at };
  await kept.database.transaction(async (tx) => {
    if (!(await kept.add(tx, one))) return;
    const details = { runId: run.runId, sha256, sizeBytes: file.length, events };
    await audit.append(tx, { actor: 'documents', action: 'history-exported', object: objectOf(run), at, details });
  });
}

async function refuse({ exports, clock, logger }: HistoryDeps, run: Run, closedAt: Date): Promise<RunExport> {
  const isNew = await exports.database.transaction(async (tx) => {
    if (!(await exports.refuse(tx, { ...run, closedAt }, 'too-large'))) return false;
    const details = { runId: run.runId, refusal: 'too-large' };
    const at = clock.now();
    await audit.append(tx, { actor: 'documents', action: 'history-refused', object: objectOf(run), at, details });
    return true;
  });
  if (isNew) logger.error({ ...run }, 'a history is larger than HISTORY_MOST_BYTES and was not kept');
  return { kind: 'refused' };
}

/** Maps inside a history come in any order, another one at each asking: keys are sorted, so that equal means equal. */
const inOneOrder = (json: string): string =>
  JSON.stringify(
    JSON.parse(json),
    (_key, value: unknown) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
        : value,
    2,
  );

const objectOf = ({ filingId }: Run): string => `filing/${filingId}`;

function goneAsUndefined(error: unknown): undefined {
  if (error instanceof WorkflowNotFoundError) return undefined;
  throw error;
}
