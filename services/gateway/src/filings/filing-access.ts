import { Inject, Injectable } from '@nestjs/common';
import type { AccountId, FilingId, FilingSnapshot } from '@beian/contracts';
import { problem } from '@beian/platform';
import { MandateStore } from '../access/mandates.store';
import type { SignedIn } from '../access/signed-in';
import { FilingStore } from './filings.store';
import { isStaff, type Standing } from './filing-status';

/** A filing that somebody may look at, and how he stands to it. */
export interface SeenFiling {
  readonly filingId: FilingId;
  readonly snapshot: FilingSnapshot;
  /** In whose name the services keep the parts; for an agent that is the owner who gave the mandate. */
  readonly owner: AccountId;
  readonly standing: Standing;
}

/** Whose filing is it: asked before anything is read or done. A stranger's is denied as if it did not exist (A1, A2). */
@Injectable()
export class FilingAccess {
  constructor(
    @Inject(FilingStore) private readonly filings: FilingStore,
    @Inject(MandateStore) private readonly mandates: MandateStore,
  ) {}

  /** For those whose filing it is, and staff. */
  async seen(me: SignedIn, filingId: FilingId): Promise<SeenFiling> {
    const snapshot = (await this.filings.find(filingId)) ?? problem('not-found');
    const standing = await this.standingOf(me, snapshot);
    if (standing === undefined) return problem('not-found');
    return { filingId, snapshot, owner: snapshot.owner, standing };
  }

  /** For owner and agent only: an applicant's function on somebody else's filing is not found, whatever other roles he has. */
  async own(me: SignedIn, filingId: FilingId): Promise<SeenFiling> {
    const seen = await this.seen(me, filingId);
    return seen.standing === 'staff' ? problem('not-found') : seen;
  }

  /** For owner and agent with full rights, such as giving mandates: the owner alone. */
  async owned(me: SignedIn, filingId: FilingId): Promise<SeenFiling> {
    const seen = await this.own(me, filingId);
    return seen.standing === 'owner' ? seen : problem('forbidden', { detail: 'only the owner may do this' });
  }

  /** For staff; nobody decides about a filing in which he acts himself (four eyes). */
  async foreign(me: SignedIn, filingId: FilingId): Promise<SeenFiling> {
    const seen = await this.seen(me, filingId);
    return seen.standing === 'staff' ? seen : problem('forbidden', { detail: 'nobody decides about his own filing' });
  }

  private async standingOf(me: SignedIn, { owner, filingId }: FilingSnapshot): Promise<Standing | undefined> {
    if (owner === me.accountId) return 'owner';
    if (me.roles.includes('agent') && (await this.mandates.isAgentOf(me.accountId, filingId))) return 'agent';
    return isStaff(me) ? 'staff' : undefined;
  }
}
