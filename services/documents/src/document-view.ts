import type { documentsSchema, documentVersionSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { currentPapers } from './current-papers';
import type { Document, DocumentsOfFiling } from './document';
import type { Finding } from '@beian/contracts';
import { slotOf, type PaperSlot } from './paper-slots';
import { doubtFinding, filled, refusalFinding } from './slot-fit';
import { uploadRefusals } from './upload-refusals';

/** One version as its owner and staff see it: never its object's name. */
export function viewOf(document: Document, filing: DocumentsOfFiling): z.output<typeof documentVersionSchema> {
  const { versionId, stated, accepted, sealed, grantedAt, lost } = document;
  const state = lost ? 'refused' : document.state;
  const refusal = lost ? 'lost' : document.refusal;
  const slot = slotOf(filing, stated.slot);
  const { type, sizeBytes, widthPixels, heightPixels, sha256 } = accepted ?? {
    ...stated,
    widthPixels: undefined,
    heightPixels: undefined,
  };
  return {
    versionId,
    slot: stated.slot,
    state,
    type,
    sizeBytes,
    sha256,
    ...(widthPixels === undefined ? {} : { widthPixels, heightPixels }),
    ...(refusal === undefined || slot === undefined
      ? {}
      : { refusal: { code: refusal, ...filled(uploadRefusals[refusal], slot, document.otherSlot) } }),
    findings: slot === undefined ? [] : findingsOf(document, slot),
    sealed,
    createdAt: grantedAt.toISOString(),
  };
}

/** What to mend, at its slot: why it was refused, or what a reviewer may take exception to. */
function findingsOf({ lost, refusal, otherSlot, accepted }: Document, slot: PaperSlot): Finding[] {
  const because = lost ? 'lost' : refusal;
  if (because !== undefined) return [refusalFinding(slot, because, otherSlot)];
  return (accepted?.doubts ?? []).map((doubt) => doubtFinding(slot, doubt));
}

/**
 * The documents of a filing: per slot the pages that count, what is sealed to a submission, and the newest upload if it
 * has not been decided yet or was refused. Replaced and abandoned versions are not shown.
 */
export function listOf(filing: DocumentsOfFiling, documents: readonly Document[]): z.output<typeof documentsSchema> {
  const shown = currentPapers(documents, filing).flatMap(({ pages, newest }) => [...pages, newest]);
  const ids = new Set([
    ...shown.map(({ versionId }) => versionId),
    ...documents.filter(({ sealed }) => sealed).map(({ versionId }) => versionId),
  ]);
  const listed = documents.filter(({ versionId, refusal }) => ids.has(versionId) && refusal !== 'expired');
  return { version: filing.version, documents: listed.map((document) => viewOf(document, filing)) };
}
