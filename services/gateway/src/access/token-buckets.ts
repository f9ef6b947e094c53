/** How many may come at once, as a part of a minute's allowance. */
const burstShare = 0.5;
const mostBuckets = 50_000;

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * A token bucket per caller, in memory: each process counts for itself, which is enough to keep one caller from taking
 * everybody's share. The least recently seen callers are forgotten, so that inventing names costs us nothing.
 */
export class TokenBuckets {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly perMinute: number) {}

  /** Takes one token of `caller`; answers the seconds to wait if there is none, else 0. `now` in milliseconds. */
  take(caller: string, now: number): number {
    const most = this.perMinute * burstShare;
    const known = this.buckets.get(caller);
    const grown = known ? known.tokens + ((now - known.at) / 60_000) * this.perMinute : most;
    const tokens = Math.min(most, grown);
    const isAllowed = tokens >= 1;
    this.buckets.delete(caller);
    this.buckets.set(caller, { tokens: isAllowed ? tokens - 1 : tokens, at: now });
    this.forgetOldest();
    return isAllowed ? 0 : Math.ceil(((1 - tokens) / this.perMinute) * 60);
  }

  private forgetOldest(): void {
    if (this.buckets.size <= mostBuckets) return;
    const [oldest] = this.buckets.keys(); // a Map keeps the order of insertion
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
