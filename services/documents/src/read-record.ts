import type { DocumentFacts, FilingId } from '@beian/contracts';
import type { documentsRecordSchema } from '@beian/contracts/schemas';
import type { Database } from '@beian/platform';
import type { z } from 'zod';

interface RevisionRow {
  readonly revision: number;
  readonly submission: number;
  readonly sha256: string;
  readonly facts: DocumentFacts;
  readonly pinned_at: Date;
  readonly undone_at: Date | null;
}

interface PaperRow {
  readonly version_id: string;
  readonly sha256: string;
  readonly type: string;
  readonly size_bytes: number;
  readonly erased_at: Date | null;
}

/** Every sealed set of papers with their hashes, oldest first; papers that were erased since keep their line. */
export async function readRecord(
  { database }: { readonly database: Database },
  filingId: FilingId,
): Promise<z.output<typeof documentsRecordSchema>> {
  const rows = await database.query<RevisionRow>(
    'SELECT revision, submission, sha256, facts, pinned_at, undone_at FROM revision WHERE filing_id = $1 ORDER BY revision',
    [filingId],
  );
  const papers = await database.query<PaperRow>(
    `SELECT version_id, sha256, type, size_bytes, erased_at FROM document
      WHERE filing_id = $1 AND version_id IN (SELECT version_id FROM seal WHERE filing_id = $1)`,
    [filingId],
  );
  const byId = new Map(papers.map((paper) => [paper.version_id, paper]));
  return {
    revisions: rows.map(({ revision, submission, sha256, facts, pinned_at: pinnedAt, undone_at: undoneAt }) => ({
      revision,
      submission,
      sha256,
      at: pinnedAt.toISOString(),
      ...(undoneAt === null ? {} : { undoneAt: undoneAt.toISOString() }),
      papers: facts.slots.flatMap(({ slot, versionIds }) =>
        versionIds.flatMap((versionId) => {
          const paper = byId.get(versionId);
          return paper === undefined ? [] : [lineOf(slot, paper)];
        }),
      ),
    })),
  };
}

const lineOf = (slot: string, paper: PaperRow) => ({
  slot,
  versionId: paper.version_id,
  sha256: paper.sha256,
  type: paper.type,
  sizeBytes: paper.size_bytes,
  ...(paper.erased_at === null ? {} : { erasedAt: paper.erased_at.toISOString() }),
});
