import { filingDeployment, filingWorkflowId, taskQueues } from '@beian/contracts';
import type { TemporalClient } from '@beian/platform';
import { temporal } from '../stories/workflow-view';
import { eventually } from './persistently';

/** A timer that no build of ours ever starts: whoever replays it disagrees with the history. */
const strangeTimer = {
  commandType: 3, // COMMAND_TYPE_START_TIMER
  startTimerCommandAttributes: { timerId: 'of-a-bad-build', startToFireTimeout: { seconds: 86_400 } },
};
const autoUpgrade = 2;
const pinned = 1;
type Sent<T> = { readonly [K in keyof T]?: unknown };

/**
 * A build of the filing workflow that writes one wrong decision into a history, as a release gone wrong does; afterwards
 * the filing is back at the good build, whose every task on it fails.
 */
export async function spoilByBadBuild(filingId: string): Promise<void> {
  const client = await temporal();
  const workflowId = filingWorkflowId(filingId);
  const version = { deploymentName: filingDeployment, buildId: 'bad-build' };
  const handle = client.workflow.getHandle(workflowId);
  const polled = decideOnce(client, version);
  await eventually(() => moveTo(client, { workflowId, version }), 'the bad build takes the filing');
  await handle.signal('nudge');
  await polled;
  await moveTo(client, { workflowId });
  await handle.signal('nudge');
}

interface Version {
  readonly deploymentName: string;
  readonly buildId: string;
}

/** Takes one workflow task as a worker of this build does, and answers it with the strange timer. */
async function decideOnce({ connection, options, workflowService }: TemporalClient, version: Version): Promise<void> {
  const { namespace } = options;
  const deploymentOptions = { ...version, workerVersioningMode: 2 };
  const worker = { namespace, identity: version.buildId, deploymentOptions };
  const task = await connection.withDeadline(Date.now() + 60_000, () =>
    workflowService.pollWorkflowTaskQueue({ ...worker, taskQueue: { name: taskQueues.filing } }),
  );
  const answer = { ...worker, taskToken: task.taskToken, commands: [strangeTimer], versioningBehavior: autoUpgrade };
  await workflowService.respondWorkflowTaskCompleted(answer as Sent<unknown>);
}

/** Pins a filing to a build, or lets it go where all filings are. */
async function moveTo(
  { options, workflowService }: TemporalClient,
  to: { readonly workflowId: string; readonly version?: Version },
): Promise<true> {
  const { workflowId, version } = to;
  const versioningOverride =
    version === undefined ? {} : { versioningOverride: { pinned: { behavior: pinned, version } } };
  await workflowService.updateWorkflowExecutionOptions({
    namespace: options.namespace,
    workflowExecution: { workflowId },
    workflowExecutionOptions: versioningOverride,
    updateMask: { paths: ['versioning_override'] },
  });
  return true;
}
