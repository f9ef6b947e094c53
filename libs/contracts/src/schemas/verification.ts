import { z } from 'zod';
import { filingTypes, identityMethods, natures, rulePackIds } from '../filing-facts';
import { certificateType } from './subject';
import { administratorKey, day, provinceCode, text, ulid } from './text';

/** The form of *Verify Filing Type* (验证备案类型, rules.md 1.2). */
export const verifyTypeSchema = z.strictObject({
  province: provinceCode,
  city: text(60).optional(),
  district: text(60).optional(),
  nature: z.enum(natures),
  certificateType,
  certificateNumber: text(40).min(1),
  domain: text(253).min(1),
});

/** Gateway → verification: the form's own facts as subject and website see them; the national register is asked there. */
export const decideTypeSchema = verifyTypeSchema.extend({
  accountId: ulid,
  subjectHeld: z.enum(['no', 'same-account', 'other-account']),
  certificateRunning: z.boolean(),
  domainRunning: z.boolean(),
  hostedHere: z.boolean(),
});

export const typeDecisionSchema = z.strictObject({
  checkId: ulid,
  /** Row of rules.md 15.1 that fitted, such as `T06`. */
  row: z.string(),
  filingType: z.enum(filingTypes).optional(),
  /** Set where the check stops: what a person can do. */
  stop: z
    .strictObject({ code: z.string(), zh: z.string(), en: z.string(), remedyZh: z.string(), remedyEn: z.string() })
    .optional(),
  zh: z.string(),
  en: z.string(),
  pack: z.enum(rulePackIds),
  asOf: day,
  source: z.string(),
});

export const reasonInputSchema = z.strictObject({
  code: text(60).min(1),
  pointer: text(200).startsWith('/'),
  text: text(1000).optional(),
  suggestion: text(1000).optional(),
});
export const reasonSchema = reasonInputSchema.extend({
  id: ulid,
  zh: z.string(),
  en: z.string(),
  submission: z.int(),
  addedAt: z.string(),
  by: z.enum(['provider', 'authority', 'system']),
});

export const decisionSchema = z
  .strictObject({
    decision: z.enum(['approve', 'return', 'refuse']),
    reasons: z.array(reasonInputSchema).max(50).default([]),
  })
  .refine(({ decision, reasons }) => decision === 'approve' || reasons.length > 0, {
    path: ['reasons'],
    message: 'a return or a refusal needs at least one reason',
  });
export const addReasonsSchema = z.strictObject({ reasons: z.array(reasonInputSchema).min(1).max(50) });
export const photoDecisionSchema = z
  .strictObject({ accepted: z.boolean(), reasons: z.array(reasonInputSchema).max(20).default([]) })
  .refine(({ accepted, reasons }) => accepted || reasons.length > 0, {
    path: ['reasons'],
    message: 'a refused photo needs a reason',
  });

/** How the website administrator will prove who he is; a backdrop (幕布) needs a mainland address. */
export const identityChoiceSchema = z.strictObject({
  method: z.enum(identityMethods),
  address: z
    .strictObject({
      recipient: text(60).min(1),
      mobile: text(20).min(1),
      province: provinceCode,
      address: text(200).min(1),
    })
    .optional(),
  bookingReference: text(60).optional(),
});

/** What is entered on the phone page (短信核验): code, mobile and the last six characters of the certificate. */
export const phoneConfirmationSchema = z.strictObject({
  administrator: administratorKey,
  code: z.string().regex(/^\d{6}$/),
  mobile: z.string().regex(/^1[3-9]\d{9}$/),
  certificateTail: z.string().regex(/^[0-9A-Za-z()（）]{6}$/),
});

export const reviewItemSchema = z.strictObject({
  filingId: ulid,
  kind: z.enum(['review', 'photo']),
  province: provinceCode,
  filingType: z.enum(filingTypes),
  nature: z.enum(natures),
  submission: z.int(),
  queuedAt: z.string(),
  dueAt: z.string(),
  overdue: z.boolean(),
  claimedBy: ulid.optional(),
  claimExpiresAt: z.string().optional(),
});
export const reviewsSchema = z.strictObject({ items: z.array(reviewItemSchema), next: z.string().optional() });
