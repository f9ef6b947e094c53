import { z } from 'zod';
import { filingTypes, natures, rulePackIds } from '../filing-facts';
import { subjectFactsSchema } from './facts';
import { findingSchema } from './filing';
import { lockedSubjectSchema, subjectDraftSchema } from './subject';
import { day, instant, provinceCode, sha256Hex, text, ulid } from './text';
import { siteDraftSchema } from './website';

export const uploadTypes = ['image/jpeg', 'image/png', 'image/gif'] as const;

/** Asks for a presigned upload: the grant binds key, type, size and checksum. Under 4 MB (rules.md 5.3). */
export const askUploadSchema = z
  .strictObject({
    slot: text(80).min(1),
    type: z.enum(uploadTypes),
    sizeBytes: z.int().min(1).max(4_194_303),
    sha256: sha256Hex,
    /** End of validity printed on the paper, where it has one. */
    validUntil: day.optional(),
  })
  .meta({
    id: 'AskUpload',
    examples: [
      {
        slot: 'subject-certificate',
        type: 'image/png',
        sizeBytes: 392_892,
        sha256: '43246630456e21ce86e41ec7df4d4dcd2ccd87d439844602eb59bcb87234b0ee',
      },
    ],
  });
/** Gateway → documents: opens the documents of a draft. Same call twice is one opening. */
export const openDocumentsSchema = z.strictObject({
  accountId: ulid,
  pack: z.enum(rulePackIds),
  asOf: day,
  province: provinceCode,
  nature: z.enum(natures),
  filingType: z.enum(filingTypes),
});
/** Gateway → documents: the same question in the name of the account that owns the filing. */
export const grantUploadSchema = askUploadSchema.extend({ accountId: ulid });
export const completeUploadSchema = z.strictObject({ accountId: ulid });
/** Gateway → documents: who looks at a paper; without `accountId` the actor is staff, and audited with his reason. */
export const linkDocumentSchema = z.strictObject({
  actor: ulid,
  accountId: ulid.optional(),
  reason: text(500).optional(),
});
/** Gateway → documents: where its audit log ends now. */
export const auditHeadSchema = z.strictObject({ sequence: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });
/** Gateway → documents and verification: a legal hold keeps what they have of a filing from being erased by rule. */
export const holdRecordsSchema = z.strictObject({ actor: ulid, held: z.boolean(), reason: text(500).min(1) });
export const examineDocumentsSchema = z.strictObject({
  pack: z.enum(rulePackIds),
  asOf: day,
  at: instant,
  subject: subjectFactsSchema,
});

/** A paper to sign that is made from the filing's data: the statement, or a letter (of whose office). */
export const formName = z
  .string()
  .regex(
    /^(authenticity-statement|letter-subject-administrator|letter-site-administrator:(subject-administrator|site-administrator-([1-9]|1\d|20)))$/,
  );
/** Gateway → documents: what the owner himself may read of his filing, for one form; it is not kept. */
export const makeFormSchema = z.strictObject({
  accountId: ulid,
  form: formName,
  subject: z.strictObject({ locked: lockedSubjectSchema, draft: subjectDraftSchema }),
  sites: z.array(z.strictObject({ siteId: ulid, draft: siteDraftSchema })),
});
export const madeFormSchema = z.strictObject({
  /** An official form that an operator loaded: it is empty. */
  official: z.boolean(),
  /** The PDF in base64. */
  pdf: z.base64(),
  /** Hash of what our own form says. */
  sha256: sha256Hex.optional(),
});

export const uploadGrantSchema = z
  .strictObject({
    uploadId: ulid,
    url: z.string(),
    /** Form fields to send with the file, in this order, the file last under the name `file`. */
    fields: z.record(z.string(), z.string()),
    expiresAt: z.string(),
  })
  .meta({ id: 'UploadGrant' });

export const documentStates = ['granted', 'quarantined', 'accepted', 'refused'] as const;
export const documentVersionSchema = z
  .strictObject({
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
    /** What is to be mended, at its slot: why it was refused, or what a reviewer may take exception to. */
    findings: z.array(findingSchema),
    sealed: z.boolean(),
    createdAt: z.string(),
  })
  .meta({ id: 'DocumentVersion' });
export const documentsSchema = z
  .strictObject({ version: z.int(), documents: z.array(documentVersionSchema) })
  .meta({ id: 'Documents' });
export const documentLinkSchema = z
  .strictObject({ url: z.string(), expiresAt: z.string() })
  .meta({ id: 'DocumentLink' });

/** Gateway → documents: who takes the kept histories of a filing. */
export const linkHistoriesSchema = z.strictObject({ actor: ulid });
/** The kept history of each closed run of a filing's workflow, oldest first: a file with payloads as the server had them. */
export const keptHistoriesSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        runId: z.string(),
        closedAt: z.string(),
        events: z.int(),
        sizeBytes: z.int(),
        sha256: sha256Hex,
        /** Saves the file, until `expiresAt`. */
        url: z.string(),
        expiresAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'KeptHistories' });
