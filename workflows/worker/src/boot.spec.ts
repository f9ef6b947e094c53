import { randomBytes } from 'node:crypto';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import {
  filingDeployment,
  filingWorkflowId,
  taskQueues,
  type OpenedFiling,
  type VerificationActivities,
} from '@beian/contracts';
import { open, openingSearchAttributes } from '@beian/contracts/messages';
import { dataConverter, developmentEnvironment, type Running } from '@beian/platform';
import { testStack } from '@beian/testing';
import { boot } from './boot';
import { workerConfig } from './worker.config';

const namespace = 'beian-worker';
const { address } = testStack().temporal;
const buildId = `spec-${randomBytes(4).toString('hex')}`;
const env = {
  ...developmentEnvironment,
  TEMPORAL_ADDRESS: address,
  TEMPORAL_NAMESPACE: namespace,
  PORT: '0',
  LOG_LEVEL: 'error',
  BUILD_ID: buildId,
};
const converter = dataConverter(workerConfig(env).CODEC_KEYS);

/** The one activity that opening a filing asks for; typed from the interface it stands for. */
const verification: Pick<VerificationActivities, 'recordDraft'> = { recordDraft: async () => undefined };

/** Tries again until Temporal knows the version, which it does when the worker has polled. */
async function onceKnown(ask: () => Promise<unknown>): Promise<void> {
  for (const giveUpAt = Date.now() + 20_000; ;) {
    try {
      await ask();
      return;
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
    }
  }
}

describe('the worker process', () => {
  let running: Running;
  let recorder: Worker;
  let recording: Promise<void>;
  let native: NativeConnection;
  let client: Client;

  beforeAll(async () => {
    running = await boot(env);
    native = await NativeConnection.connect({ address });
    recorder = await Worker.create({
      connection: native,
      namespace,
      taskQueue: taskQueues.verification,
      activities: verification,
      dataConverter: converter,
    });
    recording = recorder.run();
    client = new Client({ connection: await Connection.connect({ address }), namespace, dataConverter: converter });
  }, 60_000);

  afterAll(async () => {
    recorder.shutdown();
    await recording;
    await running.close();
    await native.close();
    await client.connection.close();
  });

  it('is ready only once its version is current and polls', async () => {
    const ready = await fetch(`${running.url}/health/ready`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ parts: { 'worker filing': 'up' } });
  });

  it('opens a filing by update-with-start, planned by rules and calendar, on the version it has made current', async () => {
    const opened: OpenedFiling = {
      filingId: `spec${randomBytes(8).toString('hex')}`,
      owner: 'owner',
      province: '12',
      filingType: 'FIRST',
      nature: 'enterprise',
      pack: '2018-06',
    };
    const workflowId = filingWorkflowId(opened.filingId);
    const startWorkflowOperation = new WithStartWorkflowOperation('filing', {
      workflowId,
      taskQueue: taskQueues.filing,
      args: [opened],
      workflowIdConflictPolicy: 'USE_EXISTING',
      typedSearchAttributes: openingSearchAttributes(opened),
    });
    const snapshot = await client.workflow.executeUpdateWithStart(open, {
      args: [{ messageId: 'open' }],
      startWorkflowOperation,
    });

    const idleMs = Date.parse(snapshot.deadline!.at) - Date.parse(snapshot.since);
    expect(idleMs).toBe(45 * 24 * 3_600_000);
    const { workflowExecutionInfo } = await client.workflowService.describeWorkflowExecution({
      namespace,
      execution: { workflowId },
    });
    expect(workflowExecutionInfo?.versioningInfo?.behavior).toBe(2); // AUTO_UPGRADE
    expect(workflowExecutionInfo?.versioningInfo?.deploymentVersion).toMatchObject({
      deploymentName: filingDeployment,
      buildId,
    });
    await client.workflow.getHandle(workflowId).terminate('end of spec');
  });

  it('leaves the current version alone where an operator releases it, and is ready when it polls', async () => {
    const next = `${buildId}-next`;
    const beside = await boot({ ...env, BUILD_ID: next, RELEASED_BY: 'operator' });
    try {
      expect((await fetch(`${beside.url}/health/ready`)).status).toBe(200);
      const version = { namespace, deploymentName: filingDeployment, buildId: next, identity: 'operator' };
      await onceKnown(() => client.workflowService.setWorkerDeploymentRampingVersion({ ...version, percentage: 5 }));
      const { workerDeploymentInfo } = await client.workflowService.describeWorkerDeployment(version);
      expect(workerDeploymentInfo?.routingConfig).toMatchObject({
        currentDeploymentVersion: { buildId },
        rampingDeploymentVersion: { buildId: next },
        rampingVersionPercentage: 5,
      });
      await client.workflowService.setWorkerDeploymentRampingVersion({ ...version, buildId: '', percentage: 0 });
    } finally {
      await beside.close();
    }
  }, 60_000);
});
