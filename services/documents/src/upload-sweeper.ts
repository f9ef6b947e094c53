import { setTimeout as delay } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { DocumentsDeps } from './documents-deps';
import { checkWaiting, clearBucket } from './sweep-uploads';

/** Looks after uploads that nobody asks about any more: files that wait for their check, and what is left in the bucket. */
export class UploadSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(
    private readonly deps: DocumentsDeps,
    private readonly pauseSeconds: number,
  ) {}

  onApplicationBootstrap(): void {
    this.loop = this.run();
  }

  /** A check that runs is brought to its end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.loop;
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const { logger } = this.deps;
    while (!signal.aborted) {
      try {
        const checked = await checkWaiting(this.deps, logger);
        const swept = await clearBucket(this.deps);
        if (checked + swept.expired + swept.removed > 0) logger.info({ checked, ...swept }, 'uploads were swept');
      } catch (error) {
        logger.error({ err: error }, 'uploads could not be swept');
      }
      await delay(this.pauseSeconds * 1000, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
    }
  }
}
