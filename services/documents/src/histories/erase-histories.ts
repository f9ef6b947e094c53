import { audit } from '@beian/platform';
import type { HistoryDeps } from './history-deps';

const dayMs = 86_400_000;

/**
 * Erases histories whose filing closed longer ago than `days`; without a period they are kept. A legal hold keeps them in
 * spite of it. The rows stay with their hashes. Answers how many went.
 */
export async function eraseHistories(deps: HistoryDeps, days: number | undefined): Promise<number> {
  if (days === undefined) return 0;
  const at = deps.clock.now();
  const before = new Date(at.getTime() - days * dayMs);
  const gone = await deps.exports.database.transaction(async (tx) => {
    const erased = await deps.exports.erase(tx, before, { at, limit: 100 });
    for (const { filingId, runId } of erased) {
      const object = `filing/${filingId}`;
      await audit.append(tx, { actor: 'documents', action: 'history-erased', object, at, details: { runId } });
    }
    return erased;
  });
  for (const { runId, key } of await deps.exports.uncleared(1_000)) {
    await deps.objects.remove(key);
    await deps.exports.markCleared(runId, at);
  }
  return gone.length;
}
