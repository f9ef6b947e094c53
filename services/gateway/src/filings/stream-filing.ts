import type { FilingId, FilingSnapshot } from '@beian/contracts';
import type { SignedIn } from '../access/signed-in';
import type { FilingAccess } from './filing-access';
import type { FilingFeed } from './filing-feed';
import type { FilingStore } from './filings.store';
import { statusFor } from './filing-status';

/** Where a stream is written to: an HTTP response, or a list in a test. */
export interface EventSink {
  write(text: string): void;
  end(): void;
  /** Calls back once the reader has gone. */
  onGone(hear: () => void): void;
}

export interface StreamDeps {
  readonly access: FilingAccess;
  readonly filings: FilingStore;
  readonly feed: FilingFeed;
  readonly heartbeatMs: number;
}

export interface StreamWish {
  readonly me: SignedIn;
  readonly filingId: FilingId;
  /** The version the reader has seen last (`Last-Event-ID`); absent: starts with where the filing stands now. */
  readonly lastVersion?: number | undefined;
}

/**
 * Streams the snapshots of a filing as server-sent events (`event: filing`, id = version) until the reader goes, the token
 * ends, the filing is no longer his to see, or the process stops. Answers when the stream has ended.
 */
export async function streamFiling(deps: StreamDeps, wish: StreamWish, sink: EventSink): Promise<void> {
  const stream = new FilingStream(deps, wish, sink);
  await stream.run();
}

class FilingStream {
  private version: number;
  private ended = false;
  private wake: () => void = () => undefined;
  private isAwake = true;

  constructor(
    private readonly deps: StreamDeps,
    private readonly wish: StreamWish,
    private readonly sink: EventSink,
  ) {
    this.version = wish.lastVersion ?? -1;
  }

  async run(): Promise<void> {
    const { feed, heartbeatMs } = this.deps;
    const stop = () => this.stop();
    const stopHearing = feed.onMoved(this.wish.filingId, () => this.look());
    const heart = setInterval(() => this.beat(), heartbeatMs);
    feed.ended.addEventListener('abort', stop, { once: true });
    this.sink.onGone(stop);
    try {
      while (!this.ended) await this.step();
    } finally {
      clearInterval(heart);
      stopHearing();
      feed.ended.removeEventListener('abort', stop);
      this.sink.end();
    }
  }

  /** Writes what is new, then sleeps until the filing moves or the heart beats. A move during the look is not slept over. */
  private async step(): Promise<void> {
    this.isAwake = false;
    const seen = await this.deps.access.seen(this.wish.me, this.wish.filingId).catch(() => undefined);
    if (seen === undefined) return this.stop(); // a mandate that was revoked ends the stream
    const news = this.version < 0 ? [seen.snapshot] : await this.deps.filings.since(this.wish.filingId, this.version);
    for (const snapshot of news) this.tell(snapshot, seen.standing);
    if (!this.isAwake && !this.ended) await new Promise<void>((resolve) => (this.wake = resolve));
  }

  private tell(snapshot: FilingSnapshot, standing: Parameters<typeof statusFor>[2]): void {
    this.version = snapshot.version;
    const status = statusFor(snapshot, this.wish.me, standing);
    this.sink.write(`id: ${snapshot.version}\nevent: filing\ndata: ${JSON.stringify(status)}\n\n`);
  }

  private beat(): void {
    if (Date.now() >= this.wish.me.expiresAt.getTime()) return this.stop();
    this.sink.write(': still here\n\n');
    this.look(); // finds what was told while the feed was not listening
  }

  private look(): void {
    this.isAwake = true;
    this.wake();
  }

  private stop(): void {
    this.ended = true;
    this.look();
  }
}
