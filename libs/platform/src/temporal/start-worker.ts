import { setTimeout as delay } from 'node:timers/promises';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import type { Logger } from '../process/logger';
import type { Metrics } from '../process/metrics';
import { untraced, type Tracing } from '../tracing/tracing';
import { activityBoundary } from './activity-boundary';
import { dataConverter } from './data-converter';
import { installTemporalRuntime } from './temporal-runtime';
import { frontendOf, type TemporalSettings } from './temporal-settings';

export interface WorkerStart {
  readonly settings: TemporalSettings;
  readonly taskQueue: string;
  readonly logger: Logger;
  /** Where the metrics of Temporal's core are shown; the first worker of a process decides. */
  readonly metrics?: Metrics;
  /** Absent: no spans. */
  readonly tracing?: Tracing;
  /** Activities it runs, local ones included. */
  readonly activities?: object;
  /** Workflows it runs: a bundle built ahead, or the path of the source for development. */
  readonly workflows?: Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'bundlerOptions'> & {
    /** Only with `workflowsPath`: a bundle holds its own. */
    readonly interceptorModules?: readonly string[];
  };
  /** Only for a worker with workflows: the version it registers, which runs nothing until it is made current or ramps. */
  readonly deployment?: {
    readonly name: string;
    readonly buildId: string;
    /** `start`: the worker makes it current once it polls. `operator`: it waits for whoever releases it. */
    readonly releasedBy: 'start' | 'operator';
  };
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
  await installTemporalRuntime(start.logger, start.metrics);
  const connection = await connectPatiently(start.settings, start.logger);
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
  const { interceptorModules = [], ...workflows } = start.workflows ?? {};
  return Worker.create({
    connection,
    namespace: start.settings.TEMPORAL_NAMESPACE,
    taskQueue: start.taskQueue,
    dataConverter: dataConverter(start.settings.CODEC_KEYS),
    shutdownGraceTime: '10 s',
    shutdownForceTime: '20 s',
    // Heartbeats are passed on this often and not, as usual, after four fifths of the timeout: a stall is no death.
    maxHeartbeatThrottleInterval: '3 s',
    interceptors: {
      activity: [activityBoundary(start.logger, start.tracing ?? untraced)],
      workflowModules: [...interceptorModules],
    },
    ...workflows,
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

async function connectPatiently(settings: TemporalSettings, logger: Logger): Promise<NativeConnection> {
  const attempts = 120;
  const { TEMPORAL_ADDRESS: address } = settings;
  for (let attempt = 1; ; attempt++) {
    try {
      return await NativeConnection.connect(frontendOf(settings));
    } catch (error) {
      if (attempt === attempts) throw error;
      if (attempt === 1) logger.warn({ err: error, address }, 'Temporal does not answer yet; trying for a minute');
      await delay(500);
    }
  }
}
