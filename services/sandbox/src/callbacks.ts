import { randomUUID } from 'node:crypto';
import { signCallback } from '@beian/platform';
import type { SandboxConfig } from './sandbox.config';
import { scripted, scriptsFor } from './scripts';
import type { Callback, World } from './world';

const retryMs = [200, 500, 1_000, 2_000, 5_000];

/** Carries the outside world's own messages to the gateway: signed, and again until they are taken. */
export class Callbacks {
  private readonly timers = new Set<NodeJS.Timeout>();
  private readonly underWay = new Set<Promise<void>>();
  private closed = false;

  constructor(
    private readonly world: World,
    private readonly config: Pick<SandboxConfig, 'GATEWAY_URL' | 'CALLBACK_SECRETS'>,
  ) {}

  /** Starts again what was waiting when the process ended. */
  resume(): void {
    for (const callback of this.world.state.callbacks) if (callback.state === 'waiting') this.attempt(callback);
  }

  /**
   * Sends one message of a party. Scripts of that party matching the words decide whether it is sent never or twice: the
   * same message again, and then the same fact under another message id.
   */
  send(message: Pick<Callback, 'party' | 'body'>, words: string): void {
    const scripts = scriptsFor(this.world, { party: message.party, words });
    if (scripted(scripts, 'never')) return;
    this.queue(message);
    if (scripted(scripts, 'twice')) this.queue(message);
  }

  /** Sends the same message, with the same id, once more (a party that forgot it had been answered). */
  repeat(callback: Callback): void {
    this.attempt(callback);
  }

  /** Waits for what is under way, so that nothing is written down after the end. */
  async close(): Promise<void> {
    this.closed = true;
    for (const timer of this.timers) clearTimeout(timer);
    await Promise.all(this.underWay);
  }

  private queue({ party, body }: Pick<Callback, 'party' | 'body'>): void {
    const messageId = randomUUID();
    const callback: Callback = { party, messageId, body: { messageId, ...body }, state: 'waiting', attempts: 0 };
    this.world.state.callbacks.push(callback);
    this.world.save();
    this.attempt(callback);
  }

  private attempt(callback: Callback): void {
    const attempt = this.post(callback).then((status) => {
      callback.attempts += 1;
      callback.lastStatus = status;
      const refused = status >= 400 && status < 500 && status !== 408 && status !== 409 && status !== 429;
      if (status >= 200 && status < 300) callback.state = 'taken';
      else if (refused) callback.state = 'given-up';
      this.world.save();
      if (callback.state === 'waiting') this.later(callback);
      this.underWay.delete(attempt);
    });
    this.underWay.add(attempt);
  }

  private later(callback: Callback): void {
    if (this.closed) return;
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        this.attempt(callback);
      },
      retryMs[Math.min(callback.attempts, retryMs.length) - 1] ?? 5_000,
    );
    this.timers.add(timer);
  }

  /** The status the gateway answered, or 0 while it cannot be reached. */
  private async post({ party, body }: Callback): Promise<number> {
    const text = JSON.stringify(body);
    const sent = { at: new Date(), nonce: randomUUID() };
    const { timestamp, nonce, signature } = signCallback(this.config.CALLBACK_SECRETS[party], text, sent);
    try {
      const answer = await fetch(`${this.config.GATEWAY_URL}/v1/callbacks/${party}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-beian-timestamp': timestamp,
          'x-beian-nonce': nonce,
          'x-beian-signature': signature,
        },
        body: text,
        signal: AbortSignal.timeout(10_000),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0; // the gateway is away: the message waits
    }
  }
}
