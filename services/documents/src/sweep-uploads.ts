import { audit, outbox, type Logger } from '@beian/platform';
import { checkUpload, type CheckUploadDeps } from './check-upload';
import type { Document } from './document';
import { ScannerAway } from './virus-scanner';

const dayMs = 86_400_000;
const batch = 50;

export interface Swept {
  readonly checked: number;
  readonly expired: number;
  readonly removed: number;
}

/** Checks every quarantined file that nobody checks: those that met no antivirus, and those whose checker died. */
export async function checkWaiting(deps: CheckUploadDeps, logger: Logger): Promise<number> {
  let decided = 0;
  for (const document of await deps.documents.waitingForCheck(batch)) {
    const filing = await deps.documents.filing(document.filingId);
    if (filing === undefined) continue;
    try {
      if ((await checkUpload(deps, filing, document)) === 'decided') decided++;
    } catch (error) {
      logger.warn(
        { err: error, filingId: document.filingId, versionId: document.versionId },
        'a quarantined file stays unchecked',
      );
      if (error instanceof ScannerAway) break; // the next one would only wait for it again
    }
  }
  return decided;
}

/**
 * Clears the bucket. A grant that nobody completed for a day is refused and its object removed; an object of a day's age
 * that no row speaks of is an orphan. A file that waits for its check is never touched, however long it waits (F-A1).
 */
export async function clearBucket(deps: CheckUploadDeps): Promise<Omit<Swept, 'checked'>> {
  const now = deps.clock.now();
  const before = new Date(now.getTime() - dayMs);
  let expired = 0;
  for (const document of await deps.documents.abandonedGrants(before, batch)) {
    if (await expire(deps, document, now)) expired++;
  }
  for (const document of await deps.documents.uncleared(now, batch)) {
    await deps.objects.remove(document.quarantineKey);
    await deps.documents.markCleared(document.versionId, now);
  }
  return { expired, removed: await removeOrphans(deps, before) };
}

async function expire(deps: CheckUploadDeps, { versionId, filingId, stated }: Document, at: Date): Promise<boolean> {
  return deps.documents.database.transaction(async (tx) => {
    if (!(await deps.documents.refuse(tx, { versionId, refusal: 'expired', at }))) return false;
    const data = { versionId, slot: stated.slot, code: 'expired' };
    await audit.append(tx, {
      actor: 'documents',
      action: 'document-refused',
      object: `document/${versionId}`,
      at,
      details: { filingId, ...data },
    });
    const filing = await deps.documents.filing(filingId, tx);
    await outbox.append(tx, { type: 'document-refused', filingId, sequence: filing?.version ?? 0, at, data });
    return true;
  });
}

async function removeOrphans({ documents, objects }: CheckUploadDeps, before: Date): Promise<number> {
  let removed = 0;
  for (const prefix of ['quarantine/', 'accepted/']) {
    for await (const old of objects.olderThan(prefix, { before, batch: 500 })) {
      const known = await documents.knownKeys(old);
      for (const key of old.filter((name) => !known.has(name))) {
        await objects.remove(key);
        removed++;
      }
    }
  }
  return removed;
}
