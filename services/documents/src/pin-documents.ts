import type { DocumentFacts, DossierRef, Examination, SubjectFacts, SubmissionStep, UndoStep } from '@beian/contracts';
import type { authorityDocumentsDossierSchema } from '@beian/contracts/schemas';
import { audit, outbox, problem, type DossierStore, type Logger, type Tx } from '@beian/platform';
import type { z } from 'zod';
import type { Document, DocumentsOfFiling } from './document';
import type { DocumentStore } from './documents.store';
import { examineDocuments } from './examine-documents';
import type { Revision, RevisionStore } from './revisions.store';

export interface PinDocumentsDeps {
  readonly documents: DocumentStore;
  readonly revisions: RevisionStore;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
  readonly logger: Logger;
}

export type PinStep = SubmissionStep & { readonly subject: SubjectFacts };

/**
 * Seals the accepted papers to revision *n* of the filing, with event and audit row in one transaction, or answers
 * findings and changes nothing. Asked again for the same submission it answers the same. The authority's dossier is
 * written before, so that the row never names one that is not there.
 */
export async function pinDocuments(deps: PinDocumentsDeps, step: PinStep): Promise<Examination<DocumentFacts>> {
  const { filingId, submission } = step;
  const known = await deps.revisions.revision(filingId, submission);
  if (known !== undefined) return answerAgain(known);
  const draft = await examine(deps, step);
  if (!draft.examination.ok) return draft.examination;
  const content = dossierOf(draft.examination.facts, draft.documents);
  const dossier = await deps.dossiers.put({ recipient: 'authority', filingId, submission, content });
  const pinned = await deps.documents.database.transaction((tx) =>
    pin(deps, tx, { step, dossier, sha256: draft.examination.facts?.sha256 }),
  );
  if (pinned.dossier !== dossier)
    await deps.dossiers.remove(dossier).catch((error: unknown) => left(deps, dossier, error));
  return pinned.answer;
}

/** A pin that was undone is not made again: its submission is over. */
function answerAgain({ facts, undoneAt }: Revision): Examination<DocumentFacts> {
  if (undoneAt !== null) return problem('too-late', { detail: 'this submission was undone' });
  return { ok: true, findings: [], facts };
}

async function examine(deps: PinDocumentsDeps, { filingId, pack, asOf, subject }: PinStep, tx?: Tx) {
  const filing = await (tx === undefined ? deps.documents.filing(filingId) : deps.documents.lockFiling(tx, filingId));
  if (filing === undefined) return problem('not-found');
  const documents = await deps.documents.all(filingId, tx);
  const revision = await deps.revisions.nextRevision(tx ?? deps.documents.database, filingId);
  const examination = examineDocuments({ filing, documents, rules: { pack, asOf }, subject, revision });
  return { filing, documents, examination };
}

interface Pinning {
  readonly step: PinStep;
  readonly dossier: DossierRef;
  readonly sha256: string | undefined;
}

async function pin(deps: PinDocumentsDeps, tx: Tx, { step, dossier, sha256 }: Pinning) {
  const { filingId, submission, at } = step;
  // Under the filing's lock everything is looked at again: an upload may have been accepted in between.
  const { filing, examination } = await examine(deps, step, tx);
  const known = await deps.revisions.revision(filingId, submission, tx);
  if (known !== undefined) return { answer: answerAgain(known), dossier: undefined };
  if (!examination.ok) return { answer: examination, dossier: undefined };
  if (examination.facts.sha256 !== sha256)
    return problem('in-progress', { detail: 'papers changed while they were pinned' });
  const facts: DocumentFacts = { ...examination.facts, dossiers: [dossier] };
  await deps.revisions.pin(tx, { filingId, submission, facts, dossier, at: new Date(at) });
  await tellSealed(tx, { filing, step, facts });
  return { answer: { ok: true as const, findings: examination.findings, facts }, dossier };
}

async function tellSealed(
  tx: Tx,
  sealed: { filing: DocumentsOfFiling; step: PinStep; facts: DocumentFacts },
): Promise<void> {
  const { filingId, submission, at } = sealed.step;
  const { revision, sha256, slots } = sealed.facts;
  const details = { submission, revision, sha256, papers: slots.length };
  await audit.append(tx, { actor: 'documents', action: 'documents-sealed', object: `filing/${filingId}`, at, details });
  await outbox.append(tx, { type: 'documents-sealed', filingId, sequence: sealed.filing.version, at, data: details });
}

/** What the authority is to receive: which object lies in which slot, and its hash. */
function dossierOf(
  facts: DocumentFacts | undefined,
  documents: readonly Document[],
): z.input<typeof authorityDocumentsDossierSchema> {
  return papersFor(facts?.slots ?? [], documents);
}

/** Files of the authority: what lies in these slots. */
export function papersFor(
  slots: DocumentFacts['slots'],
  documents: readonly Document[],
): z.input<typeof authorityDocumentsDossierSchema> {
  const byId = new Map(documents.map((document) => [document.versionId, document]));
  return {
    part: 'documents',
    documents: slots.flatMap(({ slot, versionIds }) =>
      versionIds.flatMap((versionId) => {
        const accepted = byId.get(versionId)?.accepted;
        if (accepted === undefined) return [];
        const { key, sha256, type, sizeBytes } = accepted;
        return [{ slot, versionId, key, sha256, type, sizeBytes }];
      }),
    ),
  };
}

/**
 * Undoes the seal of a submission: its papers may be replaced and removed again. A no-op if the pin never happened or was
 * undone before. The revision stays as evidence; the dossier goes.
 */
export async function unsealDocuments(deps: PinDocumentsDeps, { filingId, submission, at }: UndoStep): Promise<void> {
  const undone = await deps.documents.database.transaction(async (tx) => {
    const filing = await deps.documents.lockFiling(tx, filingId);
    const known = await deps.revisions.revision(filingId, submission, tx);
    if (filing === undefined || known === undefined) return undefined;
    if (await deps.revisions.unseal(tx, filingId, { submission, at: new Date(at) })) {
      const details = { submission, revision: known.revision };
      await audit.append(tx, {
        actor: 'documents',
        action: 'documents-unsealed',
        object: `filing/${filingId}`,
        at,
        details,
      });
      await outbox.append(tx, { type: 'documents-unsealed', filingId, sequence: filing.version, at, data: details });
    }
    const proof = await deps.revisions.identityProof(tx, filingId, submission);
    return [known.dossier, ...(proof === undefined ? [] : [proof])];
  });
  for (const dossier of undone ?? []) await deps.dossiers.remove(dossier);
}

function left({ logger }: PinDocumentsDeps, { key }: DossierRef, error: unknown): void {
  logger.warn({ err: error, key }, 'a dossier nobody refers to could not be removed');
}
