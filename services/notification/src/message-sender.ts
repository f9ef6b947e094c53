import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@beian/platform';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { addressNotice, type AddressNoticeDeps } from './address-notice';
import { stepResend, type ResendManyDeps } from './resend-many';
import { deliverNext, type DeliverMessageDeps } from './deliver-message';

export interface MessageSenderDeps extends AddressNoticeDeps, DeliverMessageDeps, ResendManyDeps {
  readonly logger: Logger;
  /** Pause between two looks when there was nothing to do. */
  readonly pollMs: number;
}

/** Messages that one process has on their way at the same time. */
const senders = 4;
const batch = 50;

/** Addresses and sends whatever is due, as long as the process lives. Several processes may do so side by side. */
export class MessageSender implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private loops: readonly Promise<void>[] = [];

  constructor(private readonly deps: MessageSenderDeps) {}

  onApplicationBootstrap(): void {
    this.loops = [
      this.loop(() => addressDue(this.deps)),
      this.loop(() => stepResend(this.deps)),
      ...Array.from({ length: senders }, () => this.loop(() => deliverNext(this.deps))),
    ];
  }

  /** A message on its way is brought to its end; the next one waits for the next start. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  private async loop(work: () => Promise<boolean>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const didSomething = await work().catch((error: unknown) => {
        this.deps.logger.error({ err: error }, 'messages could not be looked after');
        return false;
      });
      if (!didSomething) await delay(this.deps.pollMs, undefined, { signal }).catch(() => undefined); // aborted: the loop ends
    }
  }
}

/** Finds recipients for all notices that have none yet. False if nothing was to be done. */
export async function addressDue(deps: AddressNoticeDeps): Promise<boolean> {
  let addressed = 0;
  for (const notice of await deps.notices.unaddressed(batch)) {
    if (await addressNotice(deps, notice)) addressed++;
  }
  return addressed > 0;
}
