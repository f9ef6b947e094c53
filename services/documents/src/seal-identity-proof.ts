import type { DocumentFacts, DocumentsActivities, DossierRef } from '@beian/contracts';
import { audit, outbox, problem, type Tx } from '@beian/platform';
import { currentPapers } from './current-papers';
import { papersFor, type PinDocumentsDeps } from './pin-documents';

type ProofStep = Parameters<DocumentsActivities['sealIdentityProof']>[0];
type Slots = DocumentFacts['slots'];

/**
 * Seals the photos of the identity check (rules.md 6, 15.4) to a submission that was pinned before they were there, and
 * writes them for the authority: key and hash travel, nothing else. `versionId` is the photo that the provider accepted;
 * beside it counts what lies in the slots of other website administrators. Nothing to write answers no dossier, asked again
 * it answers the same. Refuses `too-late` for a submission that was undone, `not-found` for a photo of another filing.
 */
export async function sealIdentityProof(
  deps: PinDocumentsDeps,
  step: ProofStep,
): Promise<{ readonly dossier?: DossierRef }> {
  const { filingId, submission } = step;
  const known = await deps.revisions.identityProof(deps.documents.database, filingId, submission);
  if (known !== undefined) return { dossier: known };
  const proof = await proofOf(deps, step);
  if (proof.slots.length === 0) return {};
  const content = papersFor(proof.slots, proof.documents);
  const dossier = await deps.dossiers.put({ recipient: 'authority', filingId, submission, content });
  const kept = await deps.documents.database.transaction((tx) => keep(deps, tx, { step, dossier, slots: proof.slots }));
  if (kept.key !== dossier.key) {
    await deps.dossiers
      .remove(dossier)
      .catch((error: unknown) =>
        deps.logger.warn({ err: error, key: dossier.key }, 'a dossier nobody refers to was left'),
      );
  }
  return { dossier: kept };
}

/** The photos that are not in the pin; an accepted one goes before a newer upload into the same slot. */
async function proofOf(deps: PinDocumentsDeps, { filingId, submission, versionId }: ProofStep) {
  const filing = (await deps.documents.filing(filingId)) ?? problem('not-found');
  const revision = (await deps.revisions.revision(filingId, submission)) ?? problem('not-found');
  if (revision.undoneAt !== null) return problem('too-late', { detail: 'this submission was undone' });
  const pinned = new Set(revision.facts.slots.flatMap(({ versionIds }) => versionIds));
  const documents = await deps.documents.all(filingId);
  const accepted = documents.find((document) => document.versionId === versionId) ?? problem('not-found');
  if (accepted.accepted === undefined) return problem('not-found', { detail: 'this photo was never accepted' });
  const photos = currentPapers(documents, filing)
    .filter(({ slot }) => slot.kind === 'site-administrator-photo')
    .map(({ slot, pages }) => ({
      slot: slot.key,
      versionIds: slot.key === accepted.stated.slot ? [versionId] : pages.map((page) => page.versionId),
    }));
  const slots: Slots = photos.filter(({ versionIds }) => versionIds.some((id) => !pinned.has(id)));
  return { slots, documents };
}

async function keep(
  deps: PinDocumentsDeps,
  tx: Tx,
  { step, dossier, slots }: { readonly step: ProofStep; readonly dossier: DossierRef; readonly slots: Slots },
): Promise<DossierRef> {
  const { filingId, submission, at } = step;
  const filing = (await deps.documents.lockFiling(tx, filingId)) ?? problem('not-found');
  const known = await deps.revisions.identityProof(tx, filingId, submission);
  if (known !== undefined) return known;
  const revision = await deps.revisions.revision(filingId, submission, tx);
  if (revision === undefined || revision.undoneAt !== null) return problem('too-late');
  const versionIds = slots.flatMap((slot) => slot.versionIds);
  await deps.revisions.keepIdentityProof(tx, { filingId, submission, dossier, versionIds, at: new Date(at) });
  const details = { submission, revision: revision.revision, papers: versionIds.length };
  await audit.append(tx, {
    actor: 'documents',
    action: 'identity-proof-sealed',
    object: `filing/${filingId}`,
    at,
    details,
  });
  await outbox.append(tx, { type: 'documents-sealed', filingId, sequence: filing.version, at, data: details });
  return dossier;
}
