import { setTimeout as delay } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { DocumentsDeps } from './documents-deps';
import { eraseHistories } from './histories/erase-histories';
import { exportDue } from './histories/export-histories';
import type { HistoryDeps } from './histories/history-deps';
import type { Retention } from './kept-papers.store';
import { eraseOverdue, findLost } from './keep-papers';
import { checkWaiting, clearBucket } from './sweep-uploads';

export interface SweeperTimes {
  /** Seconds between two looks for files that wait for their check. */
  readonly checkSeconds: number;
  /** Seconds between two walks through the bucket. */
  readonly clearSeconds: number;
  /** Seconds between two looks for filings whose history is due. */
  readonly exportSeconds: number;
  readonly retention: Retention;
  /** Days for which histories are kept; absent: until somebody sets a period. */
  readonly historiesDays?: number | undefined;
}

/**
 * Looks after what nobody asks about: files that wait for their check, what is left in the bucket, papers that were lost,
 * those whose time is over, and histories of closed filings that are due. Several processes may do so side by side.
 */
export class UploadSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private loops: readonly Promise<void>[] = [];

  constructor(
    private readonly deps: DocumentsDeps,
    private readonly histories: HistoryDeps,
    private readonly times: SweeperTimes,
  ) {}

  onApplicationBootstrap(): void {
    const { checkSeconds, clearSeconds, exportSeconds, retention, historiesDays } = this.times;
    const clear = async () => {
      const swept = await clearBucket(this.deps);
      const counts = {
        ...swept,
        lost: await findLost(this.deps),
        erased: await eraseOverdue(this.deps, retention),
        historiesErased: await eraseHistories(this.histories, historiesDays),
      };
      if (Object.values(counts).some((count) => count > 0)) this.deps.logger.info(counts, 'the bucket was swept');
    };
    this.loops = [
      this.loop(checkSeconds, async () => void (await checkWaiting(this.deps, this.deps.logger))),
      this.loop(clearSeconds, clear),
      this.loop(exportSeconds, async () => void (await exportDue(this.histories))),
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
      await work().catch((error: unknown) =>
        this.deps.logger.error({ err: error }, 'papers and histories could not be looked after'),
      );
      await delay(pauseSeconds * 1000, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
    }
  }
}
