import { z } from 'zod';
import { lockedSubjectSchema, subjectDraftSchema } from './subject';
import { findingSchema } from './filing';
import { siteDraftSchema } from './website';

/*
 * What each service says of one filing for its evidence pack: facts as they were recorded, in their order. Who decided is
 * an alias (`reviewer-1`): accounts of staff are not the applicant's to know.
 */

const pinState = z.enum(['pinned', 'superseded', 'undone', 'granted']);
const revision = { revision: z.int(), submission: z.int(), state: pinState, at: z.string(), mark: z.string() };

export const subjectRecordSchema = z.strictObject({
  revisions: z.array(
    z.strictObject({
      ...revision,
      /** Absent once the persons were erased. */
      form: z.strictObject({ locked: lockedSubjectSchema, draft: subjectDraftSchema }).optional(),
    }),
  ),
});

export const websiteRecordSchema = z.strictObject({
  revisions: z.array(
    z.strictObject({
      ...revision,
      sites: z.array(z.strictObject({ siteId: z.string(), form: siteDraftSchema })).optional(),
    }),
  ),
});

export const documentsRecordSchema = z.strictObject({
  revisions: z.array(
    z.strictObject({
      revision: z.int(),
      submission: z.int(),
      at: z.string(),
      undoneAt: z.string().optional(),
      sha256: z.string(),
      papers: z.array(
        z.strictObject({
          slot: z.string(),
          versionId: z.string(),
          sha256: z.string(),
          type: z.string(),
          sizeBytes: z.int(),
          /** The picture was erased by rule; what it was can still be proved by its hash. */
          erasedAt: z.string().optional(),
        }),
      ),
    }),
  ),
});

export const verificationRecordSchema = z.strictObject({
  submissions: z.array(z.strictObject({ submission: z.int(), openedAt: z.string(), findings: z.array(findingSchema) })),
  decisions: z.array(
    z.strictObject({
      id: z.string(),
      submission: z.int(),
      decision: z.string(),
      state: z.string(),
      by: z.string(),
      roles: z.array(z.string()),
      proposedBy: z.string().optional(),
      at: z.string(),
      reasons: z.array(
        z.strictObject({ code: z.string(), pointer: z.string(), zh: z.string(), en: z.string(), source: z.string() }),
      ),
    }),
  ),
  identity: z.array(z.strictObject({ submission: z.int(), method: z.string(), at: z.string() })),
  phones: z.array(
    z.strictObject({
      submission: z.int(),
      administrator: z.string(),
      send: z.int(),
      state: z.string(),
      at: z.string(),
      matchedAt: z.string().optional(),
      voidedAt: z.string().optional(),
    }),
  ),
  authority: z.array(
    z.strictObject({ submission: z.int(), at: z.string(), state: z.string(), outcome: z.string().optional() }),
  ),
  numbers: z.array(z.strictObject({ kind: z.string(), number: z.string(), notedAt: z.string() })),
});

export const evidenceKeySchema = z
  .strictObject({ keyId: z.string(), algorithm: z.literal('Ed25519'), publicKey: z.string() })
  .meta({ id: 'EvidenceKey' });
