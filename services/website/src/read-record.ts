import type { SiteDraft } from '@beian/contracts';
import type { websiteRecordSchema } from '@beian/contracts/schemas';
import { PersonKeyGone, type Database, type PersonVault } from '@beian/platform';
import type { z } from 'zod';

type Revision = z.output<typeof websiteRecordSchema>['revisions'][number];

interface RevisionRow {
  readonly revision: number;
  readonly submission: number;
  readonly state: Revision['state'];
  readonly at: Date;
  readonly mark: string;
  readonly key_id: string;
  readonly sealed: Buffer;
}

/** Every revision of the sites as it was submitted, oldest first; without its sites once they were erased. */
export async function readRecord(
  { database, vault }: { readonly database: Database; readonly vault: PersonVault },
  filingId: string,
): Promise<z.output<typeof websiteRecordSchema>> {
  const rows = await database.query<RevisionRow>(
    `SELECT r.revision, r.submission, r.at, r.mark, r.key_id, r.sealed,
            coalesce((SELECT p.state FROM website_pin p
                       WHERE p.filing_id = r.filing_id AND p.submission = r.submission), 'undone') AS state
       FROM website_revision r WHERE r.filing_id = $1 ORDER BY r.revision`,
    [filingId],
  );
  const revisions: Revision[] = [];
  for (const { revision, submission, state, mark, at, key_id: keyId, sealed } of rows) {
    const sites = await vault.open(database, keyId, sealed).then(sitesOf, whenErased);
    revisions.push({ revision, submission, state, mark, at: at.toISOString(), ...(sites ? { sites } : {}) });
  }
  return { revisions };
}

function sitesOf(plain: string): NonNullable<Revision['sites']> {
  const { sites } = JSON.parse(plain) as { sites: readonly { siteId: string; draft: SiteDraft }[] };
  return sites.map(({ siteId, draft }) => ({ siteId, form: draft }));
}

function whenErased(error: unknown): undefined {
  if (error instanceof PersonKeyGone) return undefined;
  throw error;
}
