import { z } from 'zod';
import { filingTypes, identityMethods, natures, rulePackIds } from '../filing-facts';
import { roles } from '../stages';
import { documentFactsSchema, subjectFactsSchema, websiteFactsSchema } from './facts';
import { findingSchema, snapshotSchema } from './filing';
import { certificateType } from './subject';
import { administratorKey, day, provinceCode, text, ulid } from './text';

/** The form of *Verify Filing Type* (验证备案类型, rules.md 1.2). */
export const verifyTypeSchema = z
  .strictObject({
    province: provinceCode,
    city: text(60).optional(),
    district: text(60).optional(),
    nature: z.enum(natures),
    certificateType,
    certificateNumber: text(40).min(1),
    domain: text(253).min(1),
  })
  .meta({
    id: 'VerifyFilingType',
    examples: [
      {
        province: '12',
        city: '天津市',
        district: '南开区',
        nature: 'enterprise',
        certificateType: 'business-licence',
        certificateNumber: '91120104MA0000007A',
        domain: 'shiyan-000000001.cn',
      },
    ],
  });

/** Gateway → verification: the form's own facts as subject and website see them; the national register is asked there. */
export const decideTypeSchema = verifyTypeSchema.extend({
  accountId: ulid,
  subjectHeld: z.enum(['no', 'same-account', 'other-account']),
  certificateRunning: z.boolean(),
  domainRunning: z.boolean(),
  hostedHere: z.boolean(),
});

export const typeDecisionSchema = z
  .strictObject({
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
  })
  .meta({ id: 'FilingTypeDecision' });

/** Gateway → verification: may this be opened for a subject that is filed here (rules.md 1.1)? */
export const offerTypeSchema = z.strictObject({ filingType: z.enum(filingTypes), province: provinceCode });
export const typeOfferSchema = typeDecisionSchema.omit({ checkId: true });

export const reasonInputSchema = z
  .strictObject({
    code: text(60).min(1),
    pointer: text(200).startsWith('/'),
    text: text(1000).optional(),
    suggestion: text(1000).optional(),
  })
  .meta({ id: 'ReasonInput' });
export const reasonSchema = reasonInputSchema
  .extend({
    id: ulid,
    zh: z.string(),
    en: z.string(),
    submission: z.int(),
    addedAt: z.string(),
    by: z.enum(['provider', 'authority', 'system']),
    /** Added after the account that asks has last looked; absent when no account asks. */
    addedSinceLastLook: z.boolean().optional(),
  })
  .meta({ id: 'Reason' });
export const reasonsSchema = z.array(reasonSchema).meta({ id: 'Reasons' });

export const decisionSchema = z
  .strictObject({
    decision: z.enum(['approve', 'return', 'refuse']),
    reasons: z.array(reasonInputSchema).max(50).default([]),
  })
  .refine(({ decision, reasons }) => decision === 'approve' || reasons.length > 0, {
    path: ['reasons'],
    message: 'a return or a refusal needs at least one reason',
  })
  .meta({
    id: 'ReviewDecision',
    examples: [
      {
        decision: 'return',
        reasons: [
          { code: 'SITE_NAME', pointer: '/sites/0/name', text: '名称与内容不符', suggestion: '改为企业主页名称' },
        ],
      },
      { decision: 'approve', reasons: [] },
    ],
  });
export const addReasonsSchema = z.strictObject({ reasons: z.array(reasonInputSchema).min(1).max(50) }).meta({
  id: 'AddReasons',
  examples: [{ reasons: [{ code: 'DOC_QUALITY', pointer: '/documents/subject-certificate' }] }],
});
export const photoDecisionSchema = z
  .strictObject({ accepted: z.boolean(), reasons: z.array(reasonInputSchema).max(20).default([]) })
  .refine(({ accepted, reasons }) => accepted || reasons.length > 0, {
    path: ['reasons'],
    message: 'a refused photo needs a reason',
  })
  .meta({
    id: 'PhotoDecision',
    examples: [
      { accepted: true, reasons: [] },
      {
        accepted: false,
        reasons: [
          {
            code: 'PHOTO_FRAMING',
            pointer: '/documents/site-administrator-photo:site-administrator-1',
            text: '请正对镜头，拍上半身 face the camera, upper body',
          },
        ],
      },
    ],
  });

/** How the website administrator will prove who he is; a backdrop (幕布) needs a mainland address. */
export const identityChoiceSchema = z
  .strictObject({
    method: z.enum(identityMethods),
    address: z
      .strictObject({
        recipient: text(60).min(1),
        mobile: text(20).min(1),
        /** Any code of GB/T 2260: one that is not of the mainland is refused with its own problem. */
        province: z.string().regex(/^\d{2}$/, 'two digits of GB/T 2260'),
        address: text(200).min(1),
      })
      .optional(),
    /** Of a booking made elsewhere; one of our own places is booked by `booking`. */
    bookingReference: text(60).optional(),
    booking: z.strictObject({ placeId: ulid, day }).optional(),
  })
  .meta({
    id: 'IdentityChoice',
    examples: [
      {
        method: 'backdrop',
        address: { recipient: '赵验之', mobile: '13800000000', province: '12', address: '南开区试验道一号三层 301 室' },
      },
    ],
  });

/** What is entered on the phone page (短信核验): code, mobile and the last six characters of the certificate. */
export const phoneConfirmationSchema = z
  .strictObject({
    administrator: administratorKey,
    code: z.string().regex(/^\d{6}$/),
    mobile: z.string().regex(/^1[3-9]\d{9}$/),
    certificateTail: z.string().regex(/^[0-9A-Za-z()（）]{6}$/),
  })
  .meta({
    id: 'PhoneConfirmation',
    examples: [
      { administrator: 'subject-administrator', code: '123456', mobile: '13800000000', certificateTail: '010011' },
    ],
  });

export const reviewItemSchema = z
  .strictObject({
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
    /** A refusal that waits for a second person: who proposed it. */
    refusalProposedBy: ulid.optional(),
    /** Any decision that waits for a second person (four eyes): whose it is, and what. */
    proposal: z.strictObject({ by: ulid, decision: z.enum(['approve', 'return', 'refuse']) }).optional(),
  })
  .meta({ id: 'ReviewItem' });
export const reviewsSchema = z
  .strictObject({ items: z.array(reviewItemSchema), next: z.string().optional() })
  .meta({ id: 'Reviews' });

/*
 * Gateway → verification. `actor` is the acting account, `messageId` names the act across retries (from the
 * idempotency key), `actorRoles` are the roles the gateway found in the token: they are kept with a decision (I-13).
 */
const acting = {
  actor: ulid,
  messageId: z.string().min(1).max(200),
  actorRoles: z.array(z.enum(roles)).max(roles.length).optional(),
};
/** Opens the filing's open queue item (review or photo) to one reviewer; the same body gives the claim back. */
export const claimSchema = z.strictObject({ actor: ulid });
export const decideReviewSchema = decisionSchema.safeExtend(acting);
export const giveReasonsSchema = addReasonsSchema.extend(acting);
export const decidePhotoSchema = photoDecisionSchema.safeExtend(acting);
export const chooseIdentitySchema = identityChoiceSchema.extend(acting);
export const confirmPhoneSchema = phoneConfirmationSchema.extend(acting);
export const resendPhoneCodeSchema = z.strictObject({
  actor: ulid,
  administrator: administratorKey,
  /** A second request with the same id sends nothing. */
  messageId: z.string().min(1).max(200).optional(),
});
export const phoneCodeResentSchema = z.strictObject({ sent: z.int(), left: z.int() }).meta({ id: 'PhoneCodeResent' });
/** Hold and release: the note is for people of the provider and stays with `verification`. */
export const holdSchema = z.strictObject({ ...acting, note: text(1000).optional() });

/** Which hand-overs that the authority did not take an operator means; everything given must hold. */
export const handOverFilterSchema = z.strictObject({
  state: z.enum(['trying', 'given-up']).optional(),
  cause: text(100).optional(),
  filingId: ulid.optional(),
  province: provinceCode.optional(),
  cursor: ulid.optional(),
});
/** Hand-overs that the authority has not taken: those that are tried again by themselves, and those that wait for an operator. */
export const failedHandOversSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        filingId: z.string(),
        submission: z.int(),
        province: z.string(),
        state: z.enum(['trying', 'given-up']),
        cause: z.string(),
        tries: z.int(),
        triedAt: z.string(),
      }),
    ),
    next: z.string().optional(),
  })
  .meta({ id: 'FailedHandOvers' });

/** Gateway → verification: what the ministry's record says of a draft, whose filing type is fixed. */
export const checkNationalSchema = z.strictObject({
  filingType: z.enum(filingTypes),
  province: provinceCode,
  certificateType: text(40).min(1),
  certificateNumber: text(40).min(1),
  domain: text(253).min(1),
  pack: z.enum(rulePackIds),
  asOf: day,
});

export const judgeSchema = z.strictObject({
  facts: z.strictObject({ subject: subjectFactsSchema, website: websiteFactsSchema, documents: documentFactsSchema }),
  pack: z.enum(rulePackIds),
  asOf: day,
});
export const judgementSchema = z.strictObject({ findings: z.array(findingSchema) });

/** What was decided of a filing type, with the form that was asked, except the certificate's number. */
export const typeCheckSchema = typeDecisionSchema
  .extend({
    form: verifyTypeSchema.omit({ certificateNumber: true }),
  })
  .meta({ id: 'FilingTypeCheck' });

/** The filing's own row, for reconciliation: where it stands as recorded, and when that was. */
export const filingRowSchema = z.strictObject({
  snapshot: snapshotSchema,
  recordedAt: z.string(),
  /** Messages to the workflow that are not taken yet. */
  undelivered: z.int(),
});
