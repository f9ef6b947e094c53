import { z } from 'zod';
import { uploadTypes } from './documents';
import { lockedSubjectSchema, subjectDraftSchema } from './subject';
import { administratorKey, sha256Hex, ulid } from './text';
import { siteDraftSchema } from './website';

/*
 * What a pin writes for somebody else, sealed to the recipient (`DossierRef`). A reader parses what he opens with the
 * schema here. Several parts may write for one recipient: `part` says which one it is.
 */

/** subject → verification: where the phone codes (短信核验) go, and what has to be entered with them. */
export const verificationDossierSchema = z.strictObject({
  part: z.literal('phones'),
  administrators: z.partialRecord(
    administratorKey,
    z.strictObject({
      mobile: z.string(),
      /** The last six characters of the certificate number, letters in upper case. */
      certificateTail: z.string(),
      name: z.string().optional(),
    }),
  ),
});

/** subject → notification: whom a notice of this submission reaches (rules.md 7), and in which language. */
export const notificationDossierSchema = z.strictObject({
  part: z.literal('contacts'),
  contacts: z.array(
    z.strictObject({
      administrator: administratorKey,
      name: z.string(),
      mobile: z.string(),
      email: z.string().optional(),
    }),
  ),
  language: z.enum(['zh', 'en']).default('zh'),
});

/** subject → authority: the subject's part of the form (主体信息), complete at this point. */
export const authoritySubjectDossierSchema = z.strictObject({
  part: z.literal('subject'),
  locked: lockedSubjectSchema,
  form: subjectDraftSchema,
  /** Number under which the subject is filed already (备案号). */
  filedNumber: z.string().optional(),
});

/** website → authority: the sites' part of the form (网站信息) with where they are hosted (接入信息). */
export const authoritySitesDossierSchema = z.strictObject({
  part: z.literal('sites'),
  sites: z.array(
    z.strictObject({
      siteId: ulid,
      form: siteDraftSchema,
      filedNumber: z.string().optional(),
      hosting: z
        .strictObject({ instanceId: z.string(), region: z.string(), publicIp: z.string().optional() })
        .optional(),
    }),
  ),
});

/**
 * documents → authority: the sealed papers. `key` names the object in the documents' bucket; a link to it is signed at the
 * hand-over, for minutes, because a submission may lie for weeks between its pin and the authority.
 */
export const authorityDocumentsDossierSchema = z.strictObject({
  part: z.literal('documents'),
  documents: z.array(
    z.strictObject({
      slot: z.string(),
      versionId: ulid,
      key: z.string(),
      sha256: sha256Hex,
      type: z.enum(uploadTypes),
      sizeBytes: z.int(),
    }),
  ),
});

/** Any of the authority's three dossiers. */
export const authorityDossierSchema = z.discriminatedUnion('part', [
  authoritySubjectDossierSchema,
  authoritySitesDossierSchema,
  authorityDocumentsDossierSchema,
]);
