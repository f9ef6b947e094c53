import type { FilingType, Nature, RulePackId } from '@beian/contracts';
import type { AcceptedFile, Document, DocumentsOfFiling } from './document';
import type { PictureType } from './re-encode-picture';
import type { UploadDoubt, UploadRefusal } from './upload-refusals';

/** What is read of a version; the table is called `d`. */
export const documentColumns = `d.*, to_char(d.valid_until, 'YYYY-MM-DD') AS valid_day,
  EXISTS (SELECT 1 FROM seal s JOIN revision r USING (filing_id, submission)
           WHERE s.version_id = d.version_id AND r.undone_at IS NULL) AS sealed,
  EXISTS (SELECT 1 FROM seal s WHERE s.version_id = d.version_id) AS ever_sealed`;

/** A filing as it lies in the table. */
export interface FilingRow {
  readonly filing_id: string;
  readonly account_id: string;
  readonly pack: RulePackId;
  readonly day: string;
  readonly province: string;
  readonly nature: Nature;
  readonly filing_type: FilingType;
  readonly version: number;
  readonly changed_at: Date;
}

export const toFiling = (row: FilingRow): DocumentsOfFiling => ({
  filingId: row.filing_id,
  accountId: row.account_id,
  pack: row.pack,
  asOf: row.day,
  province: row.province,
  nature: row.nature,
  filingType: row.filing_type,
  version: row.version,
  changedAt: row.changed_at,
});

export interface DocumentRow {
  readonly version_id: string;
  readonly filing_id: string;
  readonly account_id: string;
  readonly slot: string;
  readonly state: Document['state'];
  readonly stated_type: PictureType;
  readonly stated_bytes: number;
  readonly stated_sha256: string;
  readonly valid_day: string | null;
  readonly quarantine_key: string;
  readonly accepted_key: string | null;
  readonly type: AcceptedFile['type'];
  readonly size_bytes: number;
  readonly width_pixels: number;
  readonly height_pixels: number;
  readonly sha256: string;
  readonly doubts: readonly UploadDoubt[];
  readonly refusal: UploadRefusal | null;
  readonly other_slot: string | null;
  readonly granted_at: Date;
  readonly expires_at: Date;
  readonly lost_at: Date | null;
  readonly sealed: boolean;
  readonly ever_sealed: boolean;
}

export const toDocument = (row: DocumentRow): Document => ({
  versionId: row.version_id,
  filingId: row.filing_id,
  accountId: row.account_id,
  state: row.state,
  stated: {
    slot: row.slot,
    type: row.stated_type,
    sizeBytes: row.stated_bytes,
    sha256: row.stated_sha256,
    ...(row.valid_day === null ? {} : { validUntil: row.valid_day }),
  },
  quarantineKey: row.quarantine_key,
  ...(row.accepted_key === null
    ? {}
    : {
        accepted: {
          key: row.accepted_key,
          type: row.type,
          sizeBytes: row.size_bytes,
          widthPixels: row.width_pixels,
          heightPixels: row.height_pixels,
          sha256: row.sha256,
          doubts: row.doubts,
        },
      }),
  ...(row.refusal === null ? {} : { refusal: row.refusal }),
  ...(row.other_slot === null ? {} : { otherSlot: row.other_slot }),
  lost: row.lost_at !== null,
  sealed: row.sealed,
  everSealed: row.ever_sealed,
  grantedAt: row.granted_at,
  expiresAt: row.expires_at,
});
