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
 * pools and producers close (they close in `onApplicationShutdown`, which Nest calls later). With ROLE `http` it holds none.
 */
export class WorkerHost implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private running: RunningWorker | undefined;

  constructor(private readonly parts: WorkerHostParts) {}

  async onApplicationBootstrap(): Promise<void> {
    const { start, readiness, fatal, client } = this.parts;
    if (start.settings.ROLE === 'http') return; // another copy polls
    const version = start.deployment;
    let isReleased = version?.releasedBy !== 'start';
    readiness.add(`worker ${start.taskQueue}`, async () => {
      if (!isReleased || this.running?.isPolling() !== true) throw new Error('not polling');
    });
    this.running = await startWorker({ ...start, onFailed: (error) => fatal.report(error) });
    if (version === undefined) return;
    if (version.releasedBy === 'operator') {
      start.logger.info(
        { buildId: version.buildId },
        'version polls; it runs once an operator makes it ramp or current',
      );
      return;
    }
    await makeVersionCurrent(client, { deploymentName: version.name, buildId: version.buildId });
    isReleased = true;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.running?.drain();
  }
}
