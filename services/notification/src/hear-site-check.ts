import { websiteCheckedSchema } from '@beian/contracts/schemas';
import type { Event, Tx } from '@beian/platform';
import { notices } from './notices';
import type { NoticeStore } from './notices.store';

/**
 * What the look at a filed site found has changed (rules.md 9.5, 9.6): its owner is told once of what is wrong now, or that
 * nothing is any more. `website` publishes a change only, so that the next look at the same fault says nothing.
 */
export async function hearSiteCheck(
  store: NoticeStore,
  { filingId, sequence, at, data }: Pick<Event, 'filingId' | 'sequence' | 'at' | 'data'>,
  tx: Tx,
): Promise<void> {
  const { owner, siteNumber, faults } = websiteCheckedSchema.parse(data);
  const filing = await store.lockFiling(tx, { filingId, owner });
  const kind = faults.length > 0 ? 'site-faulty' : 'site-repaired';
  await store.add(tx, {
    filingId,
    accountId: owner,
    kind,
    occasion: `${filingId}.website.${sequence}.${kind}`,
    facts: { filingId, submission: filing?.submission ?? 1, siteNumbers: [siteNumber], faults },
    at,
    inApp: notices[kind].channels.some((channel) => channel === 'in-app'),
  });
}
