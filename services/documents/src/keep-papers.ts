import { isOpen, type FilingId } from '@beian/contracts';
import { filingMovedSchema } from '@beian/contracts/schemas';
import { audit, outbox, problem, type Clock, type Event, type Logger, type Tx } from '@beian/platform';
import type { DocumentObjects } from './document-objects';
import type { DocumentStore } from './documents.store';
import type { KeptPaper, KeptPapersStore, Retention } from './kept-papers.store';

export interface KeepPapersDeps {
  readonly documents: DocumentStore;
  readonly kept: KeptPapersStore;
  readonly objects: DocumentObjects;
  readonly clock: Clock;
  readonly logger: Logger;
}

const dayMs = 86_400_000;
const batch = 100;

/** The end of a filing, with or without a number, starts the clock of its papers. */
export async function hearFilingEnded(
  kept: KeptPapersStore,
  event: Pick<Event, 'data'>,
  { tx, at }: { tx: Tx; at: Date },
): Promise<void> {
  const { snapshot } = filingMovedSchema.parse(event.data);
  if (snapshot.stage === 'granted') await kept.grant(tx, snapshot.filingId, at);
  else if (!isOpen(snapshot.stage)) await kept.end(tx, snapshot.filingId, at);
}

/** An operator keeps the papers of a filing in spite of the rule, or stops doing so; audited with the reason. */
export async function holdPapers(
  deps: KeepPapersDeps,
  filingId: FilingId,
  call: { readonly actor: string; readonly held: boolean; readonly reason: string },
): Promise<void> {
  const at = deps.clock.now();
  await deps.documents.database.transaction(async (tx) => {
    if (!(await deps.kept.hold(tx, filingId, call.held ? at : null))) problem('not-found');
    const action = call.held ? 'documents-held' : 'documents-hold-lifted';
    await audit.append(tx, { actor: call.actor, action, object: `filing/${filingId}`, reason: call.reason, at });
  });
}

/**
 * Erases the papers whose period is over, by class (PIPL 47: purpose reached, period over). The objects go,
 * the rows stay as tombstones with their hashes, so that what was submitted can still be proved. Answers how many.
 */
export async function eraseOverdue(deps: KeepPapersDeps, retention: Retention): Promise<number> {
  const at = deps.clock.now();
  let erased = 0;
  for (const filingId of await deps.kept.overdue(retention, at, batch)) {
    const papers = await deps.documents.database.transaction(async (tx) => {
      const gone = await deps.kept.erase(tx, filingId, { retention, at });
      const details = { papers: gone.length };
      if (gone.length > 0)
        await audit.append(tx, {
          actor: 'documents',
          action: 'documents-erased',
          object: `filing/${filingId}`,
          at,
          details,
        });
      return gone;
    });
    // An object that cannot be removed now is an orphan from here on: no row speaks of it, and it is swept.
    for (const { key } of papers) await deps.objects.remove(key).catch(() => undefined);
    erased += papers.length;
  }
  return erased;
}

/**
 * Looks once a week whether each paper is really in the bucket (F-M2: a store that was restored older than the database).
 * A missing one is told as refused, so that the applicant uploads it again, and an operator hears of it in the log.
 */
export async function findLost(deps: KeepPapersDeps): Promise<number> {
  const at = deps.clock.now();
  let lost = 0;
  for (const paper of await deps.kept.unseen(new Date(at.getTime() - 7 * dayMs), batch)) {
    if ((await deps.objects.size(paper.key)) !== undefined) await deps.kept.markSeen(paper.versionId, at);
    else if (await tellLost(deps, paper, at)) lost++;
  }
  return lost;
}

/** Notes a paper as lost and tells so; false if that was known. */
export async function tellLost(
  deps: KeepPapersDeps,
  { versionId, filingId, slot }: KeptPaper,
  at: Date,
): Promise<boolean> {
  const isNew = await deps.documents.database.transaction(async (tx) => {
    if (!(await deps.kept.markLost(tx, versionId, at))) return false;
    const data = { versionId, slot, code: 'lost' };
    const sequence = await deps.documents.touch(tx, filingId, at);
    await audit.append(tx, {
      actor: 'documents',
      action: 'document-lost',
      object: `document/${versionId}`,
      at,
      details: { filingId, slot },
    });
    await outbox.append(tx, { type: 'document-refused', filingId, sequence, at, data });
    return true;
  });
  if (isNew) deps.logger.error({ filingId, versionId, slot }, 'a paper is missing in the object store');
  return isNew;
}
