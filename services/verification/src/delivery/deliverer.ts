import { setTimeout as delay } from 'node:timers/promises';
import { problem } from '@beian/platform';
import type { FilingAnswer } from '@beian/contracts';
import { deliverMessage, type DeliverDeps } from './deliver-message';
import type { Delivery } from './delivery.store';

const batch = 10;
const leaseSeconds = 60;
const backgroundPatienceMs = 30_000;
/** Shorter than the patience of who asks over HTTP (5 s). */
const requestPatienceMs = 4_000;

/**
 * Brings stored messages to their workflows: at once for a request that waits, and again in the background until they are
 * taken. Starts with the process, and ends before the pools close.
 */
export class Deliverer {
  private running: Promise<void> | undefined;
  private readonly stopping = new AbortController();
  private wake: (() => void) | undefined;
  private isAwake = false;

  constructor(
    private readonly deps: DeliverDeps,
    private readonly pauseMs = 1_000,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    this.nudge();
    await this.running;
  }

  /** Something was stored for the background: look now instead of at the next turn. */
  nudge(): void {
    this.isAwake = true;
    this.wake?.();
  }

  /**
   * Delivers for somebody who waits. Gives the workflow's answer; refuses with what its validator said; and with
   * `temporarily-unavailable` while nobody takes it: then it stays stored, and the same request asks for its answer later.
   */
  async answerOf(delivery: Delivery): Promise<FilingAnswer> {
    const settled = await deliverMessage(this.deps, delivery, this.patience(requestPatienceMs));
    if (settled === undefined) {
      problem('temporarily-unavailable', {
        detail: 'recorded; it is being delivered and the same request asks for its answer',
      });
    }
    if (settled.answer !== undefined) return settled.answer;
    return problem(settled.state === 'refused' ? settled.refusal : 'internal-error');
  }

  /** Delivers everything that is due now; answers how many were tried. */
  async deliverDue(): Promise<number> {
    const due = await this.deps.deliveries.takeDue(batch, leaseSeconds);
    const patience = this.patience(backgroundPatienceMs);
    await Promise.all(due.map((delivery) => deliverMessage(this.deps, delivery, patience)));
    return due.length;
  }

  /** Ends with the time given, or with the process: what was not taken by then is sent again later. */
  private patience(milliseconds: number): AbortSignal {
    return AbortSignal.any([AbortSignal.timeout(milliseconds), this.stopping.signal]);
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.isAwake = false;
      const tried = await this.deliverDue().catch((error: unknown) => {
        this.deps.logger.error({ err: error }, 'stored messages could not be looked up');
        return 0;
      });
      if (tried < batch) await this.pause();
    }
  }

  private async pause(): Promise<void> {
    if (this.isAwake) return;
    const nudged = new Promise<void>((resolve) => {
      this.wake = resolve;
    });
    const turn = new AbortController();
    await Promise.race([nudged, delay(this.pauseMs, undefined, { signal: turn.signal }).catch(() => undefined)]);
    turn.abort();
    this.wake = undefined;
  }
}
