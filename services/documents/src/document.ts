import type { FilingId, FilingType, Nature, RulePackId } from '@beian/contracts';
import type { PictureType } from './re-encode-picture';
import type { UploadDoubt, UploadRefusal } from './upload-refusals';

/** What was fixed when the documents of a filing were opened. */
export interface DocumentsOfFiling {
  readonly filingId: FilingId;
  readonly accountId: string;
  readonly pack: RulePackId;
  readonly asOf: string;
  readonly province: string;
  readonly nature: Nature;
  readonly filingType: FilingType;
  readonly version: number;
  readonly changedAt: Date;
}

/** What was stated when the upload was asked for; the bytes have to keep it. */
export interface StatedFile {
  readonly slot: string;
  readonly type: PictureType;
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly validUntil?: string;
}

/** What was accepted: the re-encoded picture. */
export interface AcceptedFile {
  readonly key: string;
  readonly type: 'image/jpeg' | 'image/png';
  readonly sizeBytes: number;
  readonly widthPixels: number;
  readonly heightPixels: number;
  readonly sha256: string;
  /** What a reviewer may take exception to, known at the upload already. */
  readonly doubts: readonly UploadDoubt[];
}

/** One version of one paper (材料), from the grant of its upload on. */
export interface Document {
  readonly versionId: string;
  readonly filingId: FilingId;
  readonly accountId: string;
  readonly state: 'granted' | 'quarantined' | 'accepted' | 'refused';
  readonly stated: StatedFile;
  readonly quarantineKey: string;
  readonly accepted?: AcceptedFile;
  readonly refusal?: UploadRefusal;
  /** The slot that holds the same picture already, where that was the reason. */
  readonly otherSlot?: string;
  /** Its object is gone although nobody removed it: the paper has to be uploaded again. */
  readonly lost: boolean;
  readonly sealed: boolean;
  readonly everSealed: boolean;
  readonly grantedAt: Date;
  readonly expiresAt: Date;
}
