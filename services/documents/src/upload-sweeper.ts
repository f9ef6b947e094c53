import { setTimeout as delay } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { DocumentsDeps } from './documents-deps';
import { eraseOverdue, findLost } from './keep-papers';
import { checkWaiting, clearBucket } from './sweep-uploads';

export interface SweeperTimes {
  /** Seconds between two looks for files that wait for their check. */
  readonly checkSeconds: number;
  /** Seconds between two walks through the bucket. */
  readonly clearSeconds: number;
  readonly retentionDays: number;
}

/**
 * Looks after papers that nobody asks about: files that wait for their check, what is left in the bucket, papers that were
 * lost, and those whose time is over. Several processes may do so side by side.
 */
export class UploadSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private loops: readonly Promise<void>[] = [];

  constructor(
    private readonly deps: DocumentsDeps,
    private readonly times: SweeperTimes,
  ) {}

  onApplicationBootstrap(): void {
    const { checkSeconds, clearSeconds, retentionDays } = this.times;
    const clear = async () => {
      const swept = await clearBucket(this.deps);
      const counts = {
        ...swept,
        lost: await findLost(this.deps),
        erased: await eraseOverdue(this.deps, retentionDays),
      };
      if (Object.values(counts).some((count) => count > 0)) this.deps.logger.info(counts, 'the bucket was swept');
    };
    this.loops = [
      this.loop(checkSeconds, async () => void (await checkWaiting(this.deps, this.deps.logger))),
      this.loop(clearSeconds, clear),
    ];
  }

  /** A check that runs is brought to its end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  private async loop(pauseSeconds: number, work: () => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await work().catch((error: unknown) => this.deps.logger.error({ err: error }, 'uploads could not be swept'));
      await delay(pauseSeconds * 1000, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
    }
  }
}
