import type { FilingId } from '@beian/contracts';
import { audit, problem, type Clock } from '@beian/platform';
import type { DocumentObjects } from './document-objects';
import type { DocumentStore } from './documents.store';

export interface LinkDocumentDeps {
  readonly documents: DocumentStore;
  readonly objects: DocumentObjects;
  readonly clock: Clock;
}

export interface LinkCall {
  readonly versionId: string;
  readonly actor: string;
  /** Set when the actor looks at his own filing, and then it has to be his. */
  readonly accountId?: string | undefined;
  readonly reason?: string | undefined;
}

const linkSeconds = 300;

/**
 * A link to one accepted paper, for five minutes, that saves it as a file. Who is not the owner is staff: his look is in
 * the audit log before the link exists (A20). The link itself is never logged.
 */
export async function linkDocument(deps: LinkDocumentDeps, filingId: FilingId, call: LinkCall) {
  const at = deps.clock.now();
  const filing = await deps.documents.filing(filingId);
  const document = await deps.documents.find(filingId, call.versionId);
  if (filing === undefined || document?.accepted === undefined || document.lost) return problem('not-found');
  if (call.accountId !== undefined && call.accountId !== filing.accountId) return problem('not-found');
  const isOwner = call.actor === filing.accountId || call.accountId === filing.accountId;
  if (!isOwner) {
    await deps.documents.database.transaction((tx) =>
      audit.append(tx, {
        actor: call.actor,
        action: 'document-seen',
        object: `document/${document.versionId}`,
        at,
        ...(call.reason === undefined ? {} : { reason: call.reason }),
        details: { filingId, slot: document.stated.slot },
      }),
    );
  }
  const url = await deps.objects.link(document.accepted.key, linkSeconds);
  return { url, expiresAt: new Date(at.getTime() + linkSeconds * 1000).toISOString() };
}
