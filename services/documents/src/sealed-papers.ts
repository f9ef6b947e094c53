import type { FilingId, PapersView } from '@beian/contracts';
import type { Database } from '@beian/platform';
import { createHash } from 'node:crypto';
import type { DocumentObjects } from './document-objects';
import { tellLost, type KeepPapersDeps } from './keep-papers';
import type { KeptPaper } from './kept-papers.store';

interface SealedPaper extends KeptPaper {
  readonly sha256: string;
  readonly sizeBytes: number;
}

export interface SealedPapersDeps extends KeepPapersDeps {
  readonly database: Pick<Database, 'query'>;
  readonly objects: DocumentObjects;
}

/** Papers in a seal that stands, as long as they are kept and not known to be lost. */
const sealedPapers = `SELECT DISTINCT d.version_id AS "versionId", d.filing_id AS "filingId", d.accepted_key AS key, d.slot,
    d.sha256, d.size_bytes AS "sizeBytes"
  FROM seal s JOIN revision r USING (filing_id, submission) JOIN document d ON d.version_id = s.version_id
  WHERE r.undone_at IS NULL AND d.state = 'accepted' AND d.lost_at IS NULL AND d.erased_at IS NULL`;

/** For reconciliation: what is sealed, and whether each sealed object is there with its hash (I-15, I-16). Reads each object. */
export async function viewPapers(
  deps: Pick<SealedPapersDeps, 'database' | 'objects'>,
  filings: readonly FilingId[],
): Promise<readonly PapersView[]> {
  const seals = await deps.database.query<{ filingId: FilingId; sealed: readonly number[] }>(
    `SELECT f.filing_id AS "filingId",
            ARRAY(SELECT submission FROM revision WHERE filing_id = f.filing_id AND undone_at IS NULL ORDER BY 1) AS sealed
       FROM filing f WHERE f.filing_id = ANY($1)`,
    [filings],
  );
  const papers = await deps.database.query<SealedPaper>(
    `${sealedPapers} AND d.filing_id = ANY($1) ORDER BY d.version_id`,
    [filings],
  );
  const faults = new Map<FilingId, PapersView['damaged'][number][]>();
  for (const paper of papers) {
    const fault = await faultOf(deps.objects, paper);
    if (fault === undefined) continue;
    faults.set(paper.filingId, [...(faults.get(paper.filingId) ?? []), { versionId: paper.versionId, fault }]);
  }
  return seals.map(({ filingId, sealed }) => ({ filingId, sealed, damaged: faults.get(filingId) ?? [] }));
}

async function faultOf(objects: DocumentObjects, paper: SealedPaper): Promise<'missing' | 'altered' | undefined> {
  const size = await objects.size(paper.key);
  if (size === undefined) return 'missing';
  if (size !== paper.sizeBytes) return 'altered';
  const bytes = await objects.read(paper.key, paper.sizeBytes);
  if (bytes === undefined) return 'missing';
  return createHash('sha256').update(bytes).digest('hex') === paper.sha256 ? undefined : 'altered';
}

/** Notes a damaged paper as lost, so that it counts no more and is told as refused. Once; looks at it again before. */
export async function noteLostPaper(
  deps: SealedPapersDeps,
  { versionId }: { readonly versionId: string },
): Promise<void> {
  const [paper] = await deps.database.query<SealedPaper>(`${sealedPapers} AND d.version_id = $1`, [versionId]);
  if (paper === undefined || (await faultOf(deps.objects, paper)) === undefined) return;
  await tellLost(deps, paper, deps.clock.now());
}
