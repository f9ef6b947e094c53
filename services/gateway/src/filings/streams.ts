import { Inject, Injectable } from '@nestjs/common';
import type { AccountId } from '@beian/contracts';
import { FilingAccess } from './filing-access';
import { FilingFeed } from './filing-feed';
import { FilingStore } from './filings.store';
import type { StreamDeps } from './stream-filing';

const mostPerAccount = 20;
const heartbeatMs = 15_000;

/** The open streams of this process: what they need, and how many each account may hold. */
@Injectable()
export class Streams {
  readonly deps: StreamDeps;
  private readonly open = new Map<AccountId, number>();

  constructor(
    @Inject(FilingAccess) access: FilingAccess,
    @Inject(FilingStore) filings: FilingStore,
    @Inject(FilingFeed) feed: FilingFeed,
  ) {
    this.deps = { access, filings, feed, heartbeatMs };
  }

  /** Takes a place; answers how to leave it, or undefined if the account holds all of its places. */
  enter(account: AccountId): (() => void) | undefined {
    const held = this.open.get(account) ?? 0;
    if (held >= mostPerAccount) return undefined;
    this.open.set(account, held + 1);
    return () => {
      const left = (this.open.get(account) ?? 1) - 1;
      if (left === 0) this.open.delete(account);
      else this.open.set(account, left);
    };
  }
}
