import { createHash } from 'node:crypto';
import { audit, newId, newSecretName, outbox, type Clock, type Tx } from '@beian/platform';
import { fileTypeFromBuffer } from 'file-type';
import type { AcceptedFile, Document, DocumentsOfFiling } from './document';
import type { DocumentObjects } from './document-objects';
import type { DocumentStore } from './documents.store';
import { slotOf } from './paper-slots';
import type { PictureDecoder } from './picture-decoder';
import type { ReEncoded } from './re-encode-picture';
import { mostBytes } from './picture-limits';
import { doubtsAbout, sameElsewhere, unfitPicture } from './slot-fit';
import type { UploadRefusal } from './upload-refusals';
import type { VirusScanner } from './virus-scanner';

export interface CheckUploadDeps {
  readonly documents: DocumentStore;
  readonly objects: DocumentObjects;
  readonly scanner: VirusScanner;
  readonly decoder: PictureDecoder;
  readonly clock: Clock;
}

/** A file without verdict is tried again after this. */
const retrySeconds = 30;

/** `decided`: accepted or refused, by us or by who was faster. `busy`: another one checks it right now. */
export type CheckOutcome = 'decided' | 'busy';

/**
 * Takes one quarantined file to its decision. Contract (goals S4, S5, I-15):
 * 1. One checker at a time; one that dies is followed by another after two minutes.
 * 2. The bytes are read once, by us, and everything is judged on those bytes: nothing can be swapped in between.
 * 3. Size, hash and type as stated, a clean verdict, decoded and re-encoded, fit for its slot: all of it, or refused.
 * 4. Without a verdict of the antivirus it throws, and the file stays where it is.
 * 5. What is stored is our own re-encoding, before the row says `accepted`; the sent file is removed after.
 */
export async function checkUpload(
  deps: CheckUploadDeps,
  filing: DocumentsOfFiling,
  document: Document,
): Promise<CheckOutcome> {
  const checker = newId();
  if (!(await deps.documents.takeCheck(document.versionId, checker))) return 'busy';
  try {
    const verdict = await judge(deps, filing, document);
    if (verdict.ok) await accept(deps, document, { checker, file: await store(deps.objects, verdict) });
    else await refuse(deps, document, { checker, ...verdict });
  } catch (error) {
    await deps.documents.leaveCheck(document.versionId, checker, retrySeconds);
    throw error;
  }
  await deps.objects.remove(document.quarantineKey).catch(() => undefined); // the sweeper removes what is left
  return 'decided';
}

type Verdict =
  | { readonly ok: true; readonly bytes: Buffer; readonly file: Omit<AcceptedFile, 'key'> }
  | { readonly ok: false; readonly refusal: UploadRefusal; readonly otherSlot?: string };

const no = (refusal: UploadRefusal): Verdict => ({ ok: false, refusal });

async function judge(
  deps: CheckUploadDeps,
  filing: DocumentsOfFiling,
  { stated, quarantineKey }: Document,
): Promise<Verdict> {
  const size = await deps.objects.size(quarantineKey);
  if (size !== stated.sizeBytes) return no(size === undefined ? 'lost' : 'size-differs');
  const bytes = await deps.objects.read(quarantineKey, mostBytes);
  if (bytes?.length !== stated.sizeBytes) return no(bytes === undefined ? 'lost' : 'size-differs');
  if (sha256(bytes) !== stated.sha256) return no('hash-differs');
  const sniffed = await fileTypeFromBuffer(bytes);
  if (sniffed?.mime !== stated.type) return no('type-differs');
  const scan = await deps.scanner.scan(bytes);
  if (!scan.clean) return no('malware');
  const picture = await deps.decoder.reEncode(bytes, stated.type);
  if (!picture.ok) return no(picture.fault);
  return fit(deps, filing, { stated, picture });
}

/** The slot's own question: is this picture one that can be right here? */
async function fit(
  { documents }: CheckUploadDeps,
  filing: DocumentsOfFiling,
  { stated, picture }: { readonly stated: Document['stated']; readonly picture: ReEncoded & { ok: true } },
): Promise<Verdict> {
  const { widthPixels, heightPixels, type, bytes } = picture;
  const slot = slotOf(filing, stated.slot);
  if (slot === undefined) throw new Error('a grant names a slot that is none');
  if (stated.sizeBytes < (slot.leastBytes ?? 0)) return no('too-small-bytes');
  const unfit = unfitPicture(picture);
  if (unfit !== undefined) return no(unfit);
  const hashes = { sent: stated.sha256, kept: sha256(bytes) };
  const otherSlot = sameElsewhere(slot, hashes, { filing, documents: await documents.all(filing.filingId) });
  if (otherSlot !== undefined) return { ok: false, refusal: 'same-as-other-slot', otherSlot };
  const doubts = doubtsAbout(slot, picture);
  const file = { type, sizeBytes: bytes.length, widthPixels, heightPixels, sha256: hashes.kept, doubts };
  return { ok: true, bytes, file };
}

/** Under a new name each time: an object whose checker died before its row is an orphan and is swept. */
async function store(objects: DocumentObjects, verdict: Verdict & { ok: true }): Promise<AcceptedFile> {
  const key = `accepted/${newSecretName()}`;
  await objects.write(key, verdict.bytes, verdict.file.type);
  return { key, ...verdict.file };
}

async function accept(
  deps: CheckUploadDeps,
  document: Document,
  check: { checker: string; file: AcceptedFile },
): Promise<void> {
  const at = deps.clock.now();
  const { versionId, stated } = document;
  await deps.documents.database.transaction(async (tx) => {
    if (!(await deps.documents.accept(tx, { versionId, ...check, at }))) return;
    await tell(deps, tx, { document, at, type: 'document-accepted', data: { versionId, slot: stated.slot } });
  });
}

async function refuse(
  deps: CheckUploadDeps,
  document: Document,
  check: { checker: string; refusal: UploadRefusal; otherSlot?: string },
): Promise<void> {
  const at = deps.clock.now();
  const { versionId, stated } = document;
  await deps.documents.database.transaction(async (tx) => {
    if (!(await deps.documents.refuse(tx, { versionId, ...check, at }))) return;
    await tell(deps, tx, {
      document,
      at,
      type: 'document-refused',
      data: { versionId, slot: stated.slot, code: check.refusal },
    });
  });
}

interface Decided {
  readonly document: Document;
  readonly at: Date;
  readonly type: 'document-accepted' | 'document-refused';
  readonly data: Readonly<Record<string, string>>;
}

async function tell({ documents }: CheckUploadDeps, tx: Tx, { document, at, type, data }: Decided): Promise<void> {
  const { filingId, versionId } = document;
  const sequence = await documents.touch(tx, filingId, at);
  await audit.append(tx, {
    actor: 'documents',
    action: type,
    object: `document/${versionId}`,
    at,
    details: { filingId, ...data },
  });
  await outbox.append(tx, { type, filingId, sequence, at, data });
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
