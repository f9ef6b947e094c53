import type { FilingId } from '@beian/contracts';
import { newId, newSecretName, type Database, type Tx } from '@beian/platform';
import type { AcceptedFile, Document, DocumentsOfFiling, StatedFile } from './document';
import { documentColumns, toDocument, toFiling, type DocumentRow, type FilingRow } from './document-rows';
import type { UploadRefusal } from './upload-refusals';

type Reader = Pick<Tx, 'query'>;

/** How long one checker may take before another one starts anew. */
const checkingSeconds = 120;

export interface NewGrant {
  readonly file: StatedFile;
  readonly at: Date;
  readonly expiresAt: Date;
}

export interface Acceptance {
  readonly versionId: string;
  readonly checker: string;
  readonly file: AcceptedFile;
  readonly at: Date;
}

export interface RefusedUpload {
  readonly versionId: string;
  /** Who holds the check; absent for what never arrived. */
  readonly checker?: string;
  readonly refusal: UploadRefusal;
  readonly otherSlot?: string | undefined;
  readonly at: Date;
}

/** The database of `documents`: filings and the versions of their papers. States move by conditional updates only; each answers whether it won. */
export class DocumentStore {
  constructor(readonly database: Database) {}

  // ---- filings

  async filing(filingId: FilingId, reader: Reader = this.database): Promise<DocumentsOfFiling | undefined> {
    const [row] = await reader.query<FilingRow>(
      `SELECT *, to_char(as_of, 'YYYY-MM-DD') AS day FROM filing WHERE filing_id = $1`,
      [filingId],
    );
    return row && toFiling(row);
  }

  /** Locks the filing's row: what counts or compares within one filing does so one after the other. */
  async lockFiling(tx: Tx, filingId: FilingId): Promise<DocumentsOfFiling | undefined> {
    await tx.query('SELECT 1 FROM filing WHERE filing_id = $1 FOR UPDATE', [filingId]);
    return this.filing(filingId, tx);
  }

  /** Answers false if it was opened before. */
  async openFiling(tx: Tx, filing: Omit<DocumentsOfFiling, 'version' | 'changedAt'>, at: Date): Promise<boolean> {
    const { filingId, accountId, pack, asOf, province, nature, filingType } = filing;
    const added = await tx.execute(
      `INSERT INTO filing (filing_id, account_id, pack, as_of, province, nature, filing_type, opened_at, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) ON CONFLICT (filing_id) DO NOTHING`,
      [filingId, accountId, pack, asOf, province, nature, filingType, at],
    );
    return added === 1;
  }

  /** A change of the filing's papers; answers its new version. */
  async touch(tx: Tx, filingId: FilingId, at: Date): Promise<number> {
    const [row] = await tx.query<{ version: number }>(
      'UPDATE filing SET version = version + 1, changed_at = greatest(changed_at, $2) WHERE filing_id = $1 RETURNING version',
      [filingId, at],
    );
    return row?.version ?? 0;
  }

  // ---- versions

  async find(filingId: FilingId, versionId: string, reader: Reader = this.database): Promise<Document | undefined> {
    const [row] = await reader.query<DocumentRow>(
      `SELECT ${documentColumns} FROM document d WHERE d.filing_id = $1 AND d.version_id = $2 AND d.removed_at IS NULL AND d.erased_at IS NULL`,
      [filingId, versionId],
    );
    return row && toDocument(row);
  }

  /** Every version of a filing that was not removed, oldest first. */
  async all(filingId: FilingId, reader: Reader = this.database): Promise<readonly Document[]> {
    const rows = await reader.query<DocumentRow>(
      `SELECT ${documentColumns} FROM document d WHERE d.filing_id = $1 AND d.removed_at IS NULL AND d.erased_at IS NULL ORDER BY d.version_id`,
      [filingId],
    );
    return rows.map(toDocument);
  }

  /** What counts against the quotas: everything ever granted in this filing, and by this account since an instant. */
  async usage(
    tx: Tx,
    filing: DocumentsOfFiling,
    since: Date,
  ): Promise<{ granted: number; bytes: number; recent: number }> {
    const [row] = await tx.query<{ granted: string; bytes: string; recent: string }>(
      `SELECT (SELECT count(*) FROM document WHERE filing_id = $1) AS granted,
              (SELECT coalesce(sum(coalesce(size_bytes, stated_bytes)), 0) FROM document
                WHERE filing_id = $1 AND state <> 'refused' AND removed_at IS NULL) AS bytes,
              (SELECT count(*) FROM document WHERE account_id = $2 AND granted_at > $3) AS recent`,
      [filing.filingId, filing.accountId, since],
    );
    return { granted: Number(row?.granted), bytes: Number(row?.bytes), recent: Number(row?.recent) };
  }

  /** Pages that lie in a slot, or are on their way into it. */
  async pagesIn(tx: Tx, filingId: FilingId, slot: string): Promise<number> {
    const [row] = await tx.query<{ pages: string }>(
      `SELECT count(*) AS pages FROM document WHERE filing_id = $1 AND slot = $2 AND removed_at IS NULL
          AND (state IN ('quarantined', 'accepted') OR (state = 'granted' AND expires_at > now()))`,
      [filingId, slot],
    );
    return Number(row?.pages);
  }

  async grant(tx: Tx, filing: DocumentsOfFiling, { file, at, expiresAt }: NewGrant): Promise<Document> {
    const versionId = newId();
    await tx.query(
      `INSERT INTO document (version_id, filing_id, account_id, slot, state, stated_type, stated_bytes, stated_sha256,
                             valid_until, quarantine_key, granted_at, expires_at)
       VALUES ($1, $2, $3, $4, 'granted', $5, $6, $7, $8, $9, $10, $11)`,
      [
        versionId,
        filing.filingId,
        filing.accountId,
        file.slot,
        file.type,
        file.sizeBytes,
        file.sha256,
        file.validUntil ?? null,
        `quarantine/${newSecretName()}`,
        at,
        expiresAt,
      ],
    );
    const granted = await this.find(filing.filingId, versionId, tx);
    if (granted === undefined) throw new Error('a row just written is not there');
    return granted;
  }

  /** granted → quarantined: the object has arrived. */
  async arrive(versionId: string, at: Date): Promise<void> {
    await this.database.execute(
      `UPDATE document SET state = 'quarantined', arrived_at = $2 WHERE version_id = $1 AND state = 'granted'`,
      [versionId, at],
    );
  }

  /** Takes the check of a quarantined version for two minutes; false if another one has it or it is decided. */
  async takeCheck(versionId: string, checker: string): Promise<boolean> {
    const won = await this.database.execute(
      `UPDATE document SET checker = $2, checked_until = now() + make_interval(secs => ${checkingSeconds})
        WHERE version_id = $1 AND state = 'quarantined' AND (checked_until IS NULL OR checked_until < now())`,
      [versionId, checker],
    );
    return won === 1;
  }

  /** Gives the check back without a verdict; the sweeper takes it up after `retryAt`. */
  async leaveCheck(versionId: string, checker: string, retrySeconds: number): Promise<void> {
    await this.database.execute(
      `UPDATE document SET checker = NULL, checked_until = now() + make_interval(secs => $3)
        WHERE version_id = $1 AND state = 'quarantined' AND checker = $2`,
      [versionId, checker, retrySeconds],
    );
  }

  /** quarantined → accepted, by who holds the check. False: he was too slow, and another one decides. */
  async accept(tx: Tx, { versionId, checker, file, at }: Acceptance): Promise<boolean> {
    const won = await tx.execute(
      `UPDATE document SET state = 'accepted', accepted_key = $3, type = $4, size_bytes = $5, width_pixels = $6,
                           height_pixels = $7, sha256 = $8, decided_at = $9, doubts = $10, checker = NULL, checked_until = NULL
        WHERE version_id = $1 AND state = 'quarantined' AND checker = $2`,
      [
        versionId,
        checker,
        file.key,
        file.type,
        file.sizeBytes,
        file.widthPixels,
        file.heightPixels,
        file.sha256,
        at,
        file.doubts,
      ],
    );
    return won === 1;
  }

  /** → refused, by who holds the check; without a checker only what never arrived. */
  async refuse(tx: Tx, { versionId, checker, refusal, otherSlot, at }: RefusedUpload): Promise<boolean> {
    const won = await tx.execute(
      `UPDATE document SET state = 'refused', refusal = $3, decided_at = $4, other_slot = $5, checker = NULL, checked_until = NULL
        WHERE version_id = $1 AND ((state = 'quarantined' AND checker = $2) OR (state = 'granted' AND $2::text IS NULL))`,
      [versionId, checker ?? null, refusal, at, otherSlot ?? null],
    );
    return won === 1;
  }

  /** False if it is sealed to a submission, or gone already. */
  async remove(tx: Tx, document: Document, at: Date): Promise<boolean> {
    const won = await tx.execute(
      `UPDATE document d SET removed_at = $2 WHERE d.version_id = $1 AND d.removed_at IS NULL AND NOT EXISTS
         (SELECT 1 FROM seal s JOIN revision r USING (filing_id, submission)
           WHERE s.version_id = d.version_id AND r.undone_at IS NULL)`,
      [document.versionId, at],
    );
    return won === 1;
  }

  // ---- sweeping

  /** Quarantined versions that nobody checks right now, longest waiting first. */
  async waitingForCheck(limit: number): Promise<readonly Document[]> {
    const rows = await this.database.query<DocumentRow>(
      `SELECT ${documentColumns} FROM document d WHERE d.state = 'quarantined' AND (d.checked_until IS NULL OR d.checked_until < now())
        ORDER BY d.arrived_at LIMIT $1`,
      [limit],
    );
    return rows.map(toDocument);
  }

  /** Grants that expired before this instant without a completion. */
  async abandonedGrants(before: Date, limit: number): Promise<readonly Document[]> {
    const rows = await this.database.query<DocumentRow>(
      `SELECT ${documentColumns} FROM document d WHERE d.state = 'granted' AND d.expires_at < $1 ORDER BY d.expires_at LIMIT $2`,
      [before, limit],
    );
    return rows.map(toDocument);
  }

  /** Decided versions whose quarantined object may still be there, and whose grant can no longer bring it back. */
  async uncleared(expiredBefore: Date, limit: number): Promise<readonly Document[]> {
    const rows = await this.database.query<DocumentRow>(
      `SELECT ${documentColumns} FROM document d WHERE d.cleared_at IS NULL AND d.state IN ('accepted', 'refused')
          AND d.expires_at < $1 ORDER BY d.granted_at LIMIT $2`,
      [expiredBefore, limit],
    );
    return rows.map(toDocument);
  }

  async markCleared(versionId: string, at: Date): Promise<void> {
    await this.database.execute('UPDATE document SET cleared_at = $2 WHERE version_id = $1', [versionId, at]);
  }

  /** Which of these object keys some row still speaks of. */
  async knownKeys(keys: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.database.query<{ key: string }>(
      `SELECT quarantine_key AS key FROM document WHERE quarantine_key = ANY($1) AND state IN ('granted', 'quarantined')
        UNION SELECT accepted_key FROM document WHERE accepted_key = ANY($1) AND erased_at IS NULL AND (removed_at IS NULL OR EXISTS
          (SELECT 1 FROM seal s WHERE s.version_id = document.version_id))`,
      [keys],
    );
    return new Set(rows.map(({ key }) => key));
  }
}
