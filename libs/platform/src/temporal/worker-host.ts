import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { FatalErrors } from '../process/fatal-errors';
import type { Readiness } from '../process/readiness';
import { makeVersionCurrent } from './make-version-current';
import { startWorker, type RunningWorker, type WorkerStart } from './start-worker';
import type { TemporalClient } from './temporal-client';

export interface WorkerHostParts {
  readonly start: Omit<WorkerStart, 'onFailed'>;
  readonly readiness: Readiness;
  readonly fatal: FatalErrors;
  readonly client: TemporalClient;
}

/**
 * The one class that holds a Temporal worker in a Nest process. It starts when everything else is up, and drains before
 * pools and producers close (they close in `onApplicationShutdown`, which Nest calls later).
 */
export class WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running: RunningWorker | undefined;

  constructor(private readonly parts: WorkerHostParts) {}

  async onApplicationBootstrap(): Promise<void> {
    const { start, readiness, fatal, client } = this.parts;
    let isCurrent = start.deployment === undefined;
    readiness.add(`worker ${start.taskQueue}`, async () => {
      if (!isCurrent || this.running?.isPolling() !== true) throw new Error('not polling');
    });
    this.running = await startWorker({ ...start, onFailed: (error) => fatal.report(error) });
    if (start.deployment !== undefined) {
      await makeVersionCurrent(client, { deploymentName: start.deployment.name, buildId: start.deployment.buildId });
      isCurrent = true;
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running?.drain();
  }
}
