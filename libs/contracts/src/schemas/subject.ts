import { z } from 'zod';
import { filingTypes, natures, rulePackIds } from '../filing-facts';
import { administratorKey, day, instant, provinceCode, text, ulid } from './text';

/** Personal certificates (rules.md 3.1, nature 5), and those of organisations by nature. */
export const certificateTypes = [
  'resident-id',
  'passport',
  'taiwan-travel-permit',
  'hk-macau-travel-permit',
  'foreign-permanent-residence',
  'hk-macau-residence-permit',
  'taiwan-residence-permit',
  'business-licence',
  'organisation-code',
  'credit-code',
  'institution-legal-person',
  'social-organisation-registration',
  'private-non-enterprise-registration',
  'foundation-registration',
  'law-firm-licence',
  'foreign-representative-office',
  'other',
] as const;
export const certificateType = z.enum(certificateTypes);

/** An administrator (负责人) while the draft is open: anything may still be missing, nothing may be malformed. */
export const personDraftSchema = z
  .strictObject({
    name: text(60).optional(),
    certificateType: certificateType.optional(),
    certificateNumber: text(40).optional(),
    certificateValidUntil: z.union([day, z.literal('long-term')]).optional(),
    mobile: text(20).optional(),
    landline: text(20).optional(),
    emergencyMobile: text(20).optional(),
    email: text(120).optional(),
    legalRepresentative: z.boolean().optional(),
  })
  .meta({ id: 'PersonDraft' });

/** The subject (主体) of a draft; region, nature and certificate are locked by *Verify Filing Type*. */
export const subjectDraftSchema = z
  .strictObject({
    name: text(120).optional(),
    certificateAddress: text(200).optional(),
    /** Province of the accepted residence paper, where an individual lives elsewhere. */
    residenceProvince: provinceCode.optional(),
    mailingProvince: provinceCode.optional(),
    mailingAddress: text(200).optional(),
    superior: text(120).optional(),
    remark: text(500).optional(),
    /** The ministry's filing password (备案密码, rules.md 9.4), for access and, by pack, cancellation. */
    filingPassword: text(60).optional(),
    administrators: z.partialRecord(administratorKey, personDraftSchema).default({}),
  })
  .meta({
    id: 'SubjectDraft',
    examples: [
      {
        name: '天津试验数据有限公司',
        certificateAddress: '南开区试验道一号三层 301 室',
        mailingProvince: '12',
        mailingAddress: '南开区试验道一号三层 301 室',
        superior: '林试文',
        administrators: {
          'subject-administrator': {
            name: '林试文',
            certificateType: 'resident-id',
            certificateNumber: '120104198001010011',
            certificateValidUntil: '2038-06-30',
            mobile: '13800000000',
            landline: '022-23456789',
            email: 'lin@people.example',
            legalRepresentative: true,
          },
          'site-administrator-1': {
            name: '赵验之',
            certificateType: 'resident-id',
            certificateNumber: '120104198506150028',
            certificateValidUntil: '2038-06-30',
            mobile: '13800000001',
            landline: '022-23456789',
            email: 'zhao@people.example',
            legalRepresentative: false,
          },
        },
      },
    ],
  });

/** What *Verify Filing Type* fixed (rules.md 1.2). */
export const lockedSubjectSchema = z
  .strictObject({
    province: provinceCode,
    city: text(60).optional(),
    district: text(60).optional(),
    nature: z.enum(natures),
    certificateType,
    certificateNumber: text(40).min(1),
    filingType: z.enum(filingTypes),
  })
  .meta({ id: 'LockedSubject' });

/** Gateway → subject: opens the subject's part of a draft. Same call twice is one opening. */
export const openSubjectSchema = lockedSubjectSchema.extend({
  accountId: ulid,
  pack: z.enum(rulePackIds),
  asOf: day,
});

/**
 * Gateway → subject: opens the part of a filing that alters or ends what is filed (变更, 注销; rules.md 1.1): region, nature,
 * certificate and everything else begin as they are filed.
 */
export const openFiledSubjectSchema = z.strictObject({
  accountId: ulid,
  subjectNumber: text(60).min(1),
  filingType: z.enum(filingTypes),
  pack: z.enum(rulePackIds),
  asOf: day,
});

/** Subject → gateway: what the account has filed here. */
export const filedSubjectsSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      subjectNumber: z.string(),
      province: provinceCode,
      nature: z.enum(natures),
      filedAt: z.string(),
      /** A draft or an order for this subject that is open: there is never a second one (T18). */
      openFiling: ulid.optional(),
    }),
  ),
});

export const subjectPartSchema = z
  .strictObject({
    version: z.int(),
    locked: lockedSubjectSchema,
    draft: subjectDraftSchema,
    completeness: z.strictObject({ filled: z.int(), of: z.int() }),
  })
  .meta({ id: 'SubjectPart' });

/** Gateway → service: save a part if it still has this version. */
export const saveSubjectSchema = z.strictObject({ accountId: ulid, version: z.int(), draft: subjectDraftSchema });

export const subjectStandingQuerySchema = z.strictObject({
  accountId: ulid,
  certificateType,
  certificateNumber: text(40).min(1),
});
export const subjectStandingSchema = z.strictObject({
  held: z.enum(['no', 'same-account', 'other-account']),
  runningOrder: z.boolean(),
  /** An own draft for the same certificate: shown instead of a second one. */
  openDraft: ulid.optional(),
});

/** Gateway → subject: look at the part without taking a lock. */
export const examineSubjectSchema = z.strictObject({ pack: z.enum(rulePackIds), asOf: day, at: instant });

/** Gateway → subject: a member of staff sees one value in clear; audited with his reason. */
export const unmaskSubjectSchema = z.strictObject({
  actor: ulid,
  /** Such as `/subject/administrators/subject-administrator/mobile`. */
  pointer: text(200).startsWith('/'),
  reason: text(300).min(3),
});
