import { z } from 'zod';
import { day, sha256Hex, text, ulid } from './text';

export const uploadTypes = ['image/jpeg', 'image/png', 'image/gif'] as const;

/** Asks for a presigned upload: the grant binds key, type, size and checksum. Under 4 MB (rules.md 5.3). */
export const askUploadSchema = z.strictObject({
  slot: text(80).min(1),
  type: z.enum(uploadTypes),
  sizeBytes: z.int().min(1).max(4_194_303),
  sha256: sha256Hex,
  /** End of validity printed on the paper, where it has one. */
  validUntil: day.optional(),
});
export const uploadGrantSchema = z.strictObject({
  uploadId: ulid,
  url: z.string(),
  /** Form fields to send with the file, in this order, the file last under the name `file`. */
  fields: z.record(z.string(), z.string()),
  expiresAt: z.string(),
});

export const documentStates = ['granted', 'quarantined', 'accepted', 'refused'] as const;
export const documentVersionSchema = z.strictObject({
  versionId: ulid,
  slot: z.string(),
  state: z.enum(documentStates),
  type: z.enum(uploadTypes).optional(),
  sizeBytes: z.int().optional(),
  widthPixels: z.int().optional(),
  heightPixels: z.int().optional(),
  sha256: z.string().optional(),
  /** Why it was refused: a code, with both texts. */
  refusal: z
    .strictObject({ code: z.string(), zh: z.string(), en: z.string(), remedyZh: z.string(), remedyEn: z.string() })
    .optional(),
  sealed: z.boolean(),
  createdAt: z.string(),
});
export const documentsSchema = z.strictObject({ version: z.int(), documents: z.array(documentVersionSchema) });
export const documentLinkSchema = z.strictObject({ url: z.string(), expiresAt: z.string() });
