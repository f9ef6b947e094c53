import { z } from 'zod';
import { dossierRecipients } from '../facts';
import { filingTypes, natures } from '../filing-facts';
import { findingSchema } from './filing';
import { administratorKey, provinceCode, ulid } from './text';

/** Same shape as `DossierRef`. */
export const dossierSchema = z.strictObject({
  recipient: z.enum(dossierRecipients),
  key: z.string(),
  sha256: z.string(),
});

export const subjectFactsSchema = z.strictObject({
  revision: z.int(),
  sha256: z.string(),
  province: provinceCode,
  nature: z.enum(natures),
  filingType: z.enum(filingTypes),
  certificateType: z.string(),
  holderMark: z.string(),
  personHolderMarks: z.array(z.strictObject({ key: administratorKey, mark: z.string() })),
  administrators: z.array(
    z.strictObject({
      key: administratorKey,
      phoneMark: z.string(),
      certificateMark: z.string(),
      legalRepresentative: z.boolean(),
      fromProvince: z.boolean(),
      isNew: z.boolean().optional(),
    }),
  ),
  changed: z.boolean().optional(),
  lastChange: z.string(),
  dossiers: z.array(dossierSchema).optional(),
});

export const websiteFactsSchema = z.strictObject({
  revision: z.int(),
  sha256: z.string(),
  sites: z.array(
    z.strictObject({
      siteId: ulid,
      domains: z.int(),
      administrator: administratorKey,
      preapprovals: z.array(z.string()),
      holders: z.array(z.union([z.enum(['subject', 'other', 'unknown']), administratorKey])),
      changed: z.boolean().optional(),
      otherAdministrator: z.boolean().optional(),
    }),
  ),
  lastChange: z.string(),
  dossiers: z.array(dossierSchema).optional(),
});

export const documentFactsSchema = z.strictObject({
  revision: z.int(),
  sha256: z.string(),
  slots: z.array(
    z.strictObject({ slot: z.string(), versionIds: z.array(z.string()), validUntil: z.string().optional() }),
  ),
  lastChange: z.string(),
  dossiers: z.array(dossierSchema).optional(),
});

/** What `POST /internal/filings/:id/examination` answers: findings, and the facts where there are enough of them. */
export const examinationSchema = <Facts extends z.ZodType>(facts: Facts) =>
  z.strictObject({ ok: z.boolean(), findings: z.array(findingSchema), facts: facts.optional() });
