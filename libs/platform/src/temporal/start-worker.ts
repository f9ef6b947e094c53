import { setTimeout as delay } from 'node:timers/promises';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from '../process/logger';
import { activityBoundary } from './activity-boundary';
import { dataConverter } from './data-converter';
import { installTemporalRuntime } from './temporal-runtime';
import type { TemporalSettings } from './temporal-settings';

export interface WorkerStart {
  readonly settings: TemporalSettings;
  readonly taskQueue: string;
  readonly logger: Logger;
  /** Activities it runs, local ones included. */
  readonly activities?: object;
  /** Workflows it runs: a bundle built ahead, or the path of the source for development. */
  readonly workflows?: Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'bundlerOptions'>;
  /** Only for a worker with workflows: the version it registers, which must be made current before anything runs. */
  readonly deployment?: { readonly name: string; readonly buildId: string };
  /** Any other option of Temporal's, such as slot counts and cache size. */
  readonly tuning?: Partial<WorkerOptions>;
  /** Hears if the worker ends by itself, which only a fault can make it do. */
  readonly onFailed: (error: unknown) => void;
}

export interface RunningWorker {
  readonly taskQueue: string;
  isPolling(): boolean;
  /** Takes no new task, lets the running ones finish (10 seconds), closes its connection. */
  drain(): Promise<void>;
}

/** Starts a worker and owns the promise of its run. Waits up to a minute for a server that is still starting. */
export async function startWorker(start: WorkerStart): Promise<RunningWorker> {
  installTemporalRuntime(start.logger);
  const connection = await connectPatiently(start.settings.TEMPORAL_ADDRESS, start.logger);
  const worker = await createWorker(start, connection).catch(async (error: unknown) => {
    await connection.close();
    throw error;
  });
  const ended = { value: false };
  const run = worker.run().then(
    () => {
      ended.value = true;
    },
    (error: unknown) => {
      ended.value = true;
      start.onFailed(error);
    },
  );
  return {
    taskQueue: start.taskQueue,
    isPolling: () => !ended.value && worker.getState() === 'RUNNING',
    drain: async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await run;
      await connection.close();
    },
  };
}

async function createWorker(start: WorkerStart, connection: NativeConnection): Promise<Worker> {
  const { deployment } = start;
  return Worker.create({
    connection,
    namespace: start.settings.TEMPORAL_NAMESPACE,
    taskQueue: start.taskQueue,
    dataConverter: dataConverter(start.settings.CODEC_KEYS),
    shutdownGraceTime: '10 s',
    shutdownForceTime: '20 s',
    interceptors: { activity: [activityBoundary(start.logger)] },
    ...start.workflows,
    ...(start.activities ? { activities: start.activities } : {}),
    ...(deployment
      ? {
          workerDeploymentOptions: {
            version: { deploymentName: deployment.name, buildId: deployment.buildId },
            useWorkerVersioning: true,
            defaultVersioningBehavior: 'AUTO_UPGRADE',
          },
        }
      : {}),
    ...start.tuning,
  });
}

async function connectPatiently(address: string, logger: Logger): Promise<NativeConnection> {
  const attempts = 120;
  for (let attempt = 1; ; attempt++) {
    try {
      return await NativeConnection.connect({ address });
    } catch (error) {
      if (attempt === attempts) throw error;
      if (attempt === 1) logger.warn({ err: error, address }, 'Temporal does not answer yet; trying for a minute');
      await delay(500);
    }
  }
}
