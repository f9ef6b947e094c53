import { type FilingSnapshot, isOpen } from '@beian/contracts';
import { audit, type Tx } from '@beian/platform';
import type { WebsiteStore } from './website.store';

/**
 * The websites of a filing that ended take no edits. Heard from `filing-moved`, because a draft that was never submitted
 * ends without anything to undo here. Closing twice changes nothing.
 */
export async function closeWebsite(
  { websites }: { readonly websites: WebsiteStore },
  tx: Tx,
  snapshot: Pick<FilingSnapshot, 'filingId' | 'stage' | 'at'>,
): Promise<void> {
  const { filingId, stage, at } = snapshot;
  if (isOpen(stage) || !(await websites.close(tx, filingId, new Date(at)))) return;
  await audit.append(tx, {
    actor: 'verification',
    action: 'website-closed',
    object: `filing/${filingId}`,
    at,
    details: { stage },
  });
}
