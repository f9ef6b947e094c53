import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '@beian/contracts';

/** The filing's own time. The only place where the workflow reads a clock. */
export const now = (): Instant => instant(Date.now());
export const instant = (ms: number): Instant => new Date(ms).toISOString();
export const isOver = (at: Instant): boolean => Date.parse(at) <= Date.now();
/** Strictly after it: what comes exactly at a deadline is in time. */
export const isPast = (at: Instant): boolean => Date.parse(at) < Date.now();
export const plusMs = (at: Instant, ms: number): Instant => instant(Date.parse(at) + ms);
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** China keeps one time, eight hours before UTC, without summer time since 1991. */
const shanghaiMs = 8 * hourMs;

/** `2026-10-10 18:00 CST` */
export const inShanghai = (at: Instant): string => `${plusMs(at, shanghaiMs).slice(0, 16).replace('T', ' ')} CST`;

/** The day `asOf`, moved on by as many Shanghai days as lie between two instants. */
export function asOfAfter(asOf: string, from: Instant, to: Instant): string {
  const day = (at: Instant) => Math.floor((Date.parse(at) + shanghaiMs) / dayMs);
  return instant(Date.parse(asOf) + (day(to) - day(from)) * dayMs).slice(0, 10);
}

/** One timer, for the next instant at which something is to happen. It is started anew only when that instant changes. */
export class AlarmClock {
  private armed: { readonly at: Instant; readonly scope: CancellationScope } | undefined;

  /** `undefined`: nothing is to happen by time alone. An instant that is over starts no timer. */
  arm(at: Instant | undefined, summary = ''): void {
    if (this.armed?.at === at) return;
    this.armed?.scope.cancel();
    this.armed = undefined;
    if (at === undefined || isOver(at)) return;

    const armed = { at, scope: new CancellationScope() };
    this.armed = armed;
    const fired = armed.scope.run(() => sleep(Date.parse(at) - Date.now(), { summary }));
    void fired.then(
      () => this.disarm(armed.at),
      (error: unknown) => {
        if (!isCancellation(error)) throw error;
      },
    );
  }

  get isArmed(): boolean {
    return this.armed !== undefined;
  }

  private disarm(at: Instant): void {
    if (this.armed?.at === at) this.armed = undefined;
  }
}
