import type { FilingId } from '@beian/contracts';
import { problem } from '@beian/platform';
import { checkUpload, type CheckUploadDeps } from './check-upload';
import type { Document } from './document';
import { ScannerAway } from './virus-scanner';

/**
 * The owner says that his file is there: it is checked at once, and the answer is the decided version, accepted or refused.
 * Said twice it answers the same. `upload-missing` while there is no object; `in-progress` while another call checks it;
 * `temporarily-unavailable` while there is no antivirus: the file then waits, and is checked without being asked for again.
 */
export async function completeUpload(
  deps: CheckUploadDeps,
  filingId: FilingId,
  call: { readonly uploadId: string; readonly accountId: string },
): Promise<Document> {
  const filing = await deps.documents.filing(filingId);
  const document = await deps.documents.find(filingId, call.uploadId);
  if (filing === undefined || document === undefined || filing.accountId !== call.accountId)
    return problem('not-found');
  if (document.state === 'accepted' || document.state === 'refused') return document;
  if (document.state === 'granted') {
    if ((await deps.objects.size(document.quarantineKey)) === undefined) return problem('upload-missing');
    await deps.documents.arrive(document.versionId, deps.clock.now());
  }
  await check(deps, filing, document);
  const decided = await deps.documents.find(filingId, document.versionId);
  if (decided === undefined) return problem('not-found');
  return decided.state === 'accepted' || decided.state === 'refused' ? decided : problem('in-progress');
}

async function check(...[deps, filing, document]: Parameters<typeof checkUpload>): Promise<void> {
  try {
    await checkUpload(deps, filing, document);
  } catch (error) {
    if (!(error instanceof ScannerAway)) throw error;
    problem('temporarily-unavailable', {
      detail: 'the file waits for its virus check; nothing has to be sent again',
      cause: error,
    });
  }
}
