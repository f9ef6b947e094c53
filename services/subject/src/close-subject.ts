import { type FilingSnapshot, isOpen } from '@beian/contracts';
import { audit, type Tx } from '@beian/platform';
import type { SubjectStore } from './subject.store';

/**
 * A filing that ended takes no edits and no longer counts as the account's open draft. Heard from `filing-moved`, because
 * a draft that was never submitted ends without anything to undo here. Closing twice changes nothing.
 */
export async function closeSubject(
  { subjects }: { readonly subjects: SubjectStore },
  tx: Tx,
  snapshot: Pick<FilingSnapshot, 'filingId' | 'stage' | 'at'>,
): Promise<void> {
  const { filingId, stage, at } = snapshot;
  if (isOpen(stage) || !(await subjects.close(tx, filingId, new Date(at)))) return;
  await audit.append(tx, {
    actor: 'verification',
    action: 'subject-closed',
    object: `filing/${filingId}`,
    at,
    details: { stage },
  });
}
