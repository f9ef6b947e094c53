import type { FilingId } from '@beian/contracts';
import type { keptHistoriesSchema } from '@beian/contracts/schemas';
import { audit } from '@beian/platform';
import type { z } from 'zod';
import type { HistoryDeps } from './history-deps';

const linkSeconds = 300;

/**
 * The kept histories of a filing, each with a link for five minutes. The files are what the server had, with payloads
 * still encrypted: who opens one in the Temporal UI sees of it what the codec server shows his role. The look is in the
 * audit log before a link exists.
 */
export async function linkHistories(
  { exports, objects, clock }: Pick<HistoryDeps, 'exports' | 'objects' | 'clock'>,
  filingId: FilingId,
  { actor }: { readonly actor: string },
): Promise<z.output<typeof keptHistoriesSchema>> {
  const at = clock.now();
  const kept = await exports.of(filingId);
  if (kept.length === 0) return { items: [] };
  const details = { runIds: kept.map(({ runId }) => runId) };
  await exports.database.transaction((tx) =>
    audit.append(tx, { actor, action: 'history-seen', object: `filing/${filingId}`, at, details }),
  );
  const expiresAt = new Date(at.getTime() + linkSeconds * 1000).toISOString();
  const items = kept.map(async ({ runId, key, closedAt, events, sizeBytes, sha256 }) => {
    const url = await objects.link(key, linkSeconds);
    return { runId, closedAt: closedAt.toISOString(), events, sizeBytes, sha256, url, expiresAt };
  });
  return { items: await Promise.all(items) };
}
