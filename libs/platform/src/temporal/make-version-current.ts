import { setTimeout as delay } from 'node:timers/promises';
import { isGrpcServiceError, type Client } from '@temporalio/client';

export interface WorkerVersion {
  readonly deploymentName: string;
  readonly buildId: string;
}

/** FAILED_PRECONDITION and NOT_FOUND: the worker of this version has not polled yet. UNAVAILABLE, ABORTED: try again. */
const notYet: ReadonlySet<number> = new Set([5, 9, 10, 14]);

/**
 * Makes a version of the workflow worker current: until then it polls and nothing runs, without any error. Tried again
 * until the worker has polled, at most for `patienceMs`. Doing it again is fine.
 */
export async function makeVersionCurrent(client: Client, version: WorkerVersion, patienceMs = 60_000): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    try {
      await client.workflowService.setWorkerDeploymentCurrentVersion({
        namespace: client.options.namespace,
        deploymentName: version.deploymentName,
        buildId: version.buildId,
        identity: 'beian-worker',
      });
      return;
    } catch (error) {
      if (!isGrpcServiceError(error) || !notYet.has(error.code) || Date.now() > giveUpAt) throw error;
      await delay(100);
    }
  }
}
