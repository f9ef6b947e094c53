import type { Client, WorkflowHandle } from '@temporalio/client';
import type { FilingId, FilingSnapshot } from '@beian/contracts';
import { getFiling } from '@beian/contracts/messages';

/** A filing that runs, as its workflow answers; not from a projection, which may lag behind what was planned. */
export interface RunningFiling {
  readonly filingId: FilingId;
  readonly handle: WorkflowHandle;
  readonly snapshot: FilingSnapshot;
}

/** So many are asked side by side: a query may have to replay its filing, and the workers have other work. */
const atOnce = 20;

/** Every running filing, in batches. One that ends while it is asked is left out. */
export async function* runningFilings(client: Client): AsyncGenerator<readonly RunningFiling[]> {
  let ids: string[] = [];
  const query = `WorkflowType = 'filing' AND ExecutionStatus = 'Running'`;
  for await (const { workflowId } of client.workflow.list({ query })) {
    ids.push(workflowId);
    if (ids.length < atOnce) continue;
    yield await askAll(client, ids);
    ids = [];
  }
  if (ids.length > 0) yield await askAll(client, ids);
}

async function askAll(client: Client, ids: readonly string[]): Promise<readonly RunningFiling[]> {
  const asked = await Promise.all(ids.map((id) => askOne(client, id)));
  return asked.flatMap((filing) => (filing === undefined ? [] : [filing]));
}

async function askOne(client: Client, workflowId: string): Promise<RunningFiling | undefined> {
  const handle = client.workflow.getHandle(workflowId);
  try {
    const snapshot = await handle.query(getFiling);
    return { filingId: snapshot.filingId, handle, snapshot };
  } catch (error) {
    const { status } = await handle.describe();
    if (status.name !== 'RUNNING') return undefined;
    throw error;
  }
}

export async function allRunning(client: Client): Promise<readonly RunningFiling[]> {
  const all: RunningFiling[] = [];
  for await (const batch of runningFilings(client)) all.push(...batch);
  return all.sort((a, b) => a.filingId.localeCompare(b.filingId));
}
