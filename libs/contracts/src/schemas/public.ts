import { z } from 'zod';
import { filingTypes, natures, rulePackIds } from '../filing-facts';
import { undoOwners, type UndoName } from '../ledger';
import { roles, stages } from '../stages';
import { waitingOnList } from '../snapshot';
import { filingStatusSchema, findingSchema, snapshotSchema } from './filing';
import { administratorKey, day, instant, provinceCode, text, ulid } from './text';

// What only the gateway's public routes speak; everything else of them is declared with its owner.

const undoNames = Object.keys(undoOwners) as [UndoName, ...UndoName[]];

/** Opens a filing from a check. The number is asked again: the check keeps none. */
export const openFilingSchema = z.strictObject({ checkId: ulid, certificateNumber: text(40).min(1) }).meta({
  id: 'OpenFiling',
  examples: [{ checkId: '01JDD0W6V6Q7ZK9C3T5M8N2P4R', certificateNumber: '91120104MA0000007A' }],
});

/** Opens a change (变更) or a cancellation (注销) of what is filed; `siteNumbers` say which websites it is about. */
export const openChangeSchema = z
  .strictObject({
    subjectNumber: text(60).min(1),
    filingType: z.enum(filingTypes),
    siteNumbers: z.array(text(60).min(1)).max(100).default([]),
  })
  .meta({
    id: 'OpenChange',
    examples: [{ subjectNumber: '津ICP备99000001号', filingType: 'CHANGE_SITE', siteNumbers: ['津ICP备99000001号-1'] }],
  });

/** What the account has filed here: the page from which sites are added, changed and cancelled (rules.md 1.1). */
export const filedRegisterSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        subjectNumber: z.string(),
        province: provinceCode,
        nature: z.enum(natures),
        filedAt: z.string(),
        openFiling: ulid.optional(),
        sites: z.array(z.strictObject({ siteNumber: z.string(), domains: z.array(z.string()), filedAt: z.string() })),
      }),
    ),
  })
  .meta({ id: 'FiledRegister' });

/** Opaque position in a list, as an earlier page gave it in `next`. */
export const cursor = z.string().regex(/^[\w-]{1,200}$/, 'not a cursor of ours');
export const pageQuerySchema = z.strictObject({ cursor: cursor.optional() });
/** `unread`: only those not read yet, or only those that are. */
export const noticesQuerySchema = pageQuerySchema.extend({ unread: z.enum(['true', 'false']).optional() });
export const filingsQuerySchema = z.strictObject({
  cursor: cursor.optional(),
  stage: z.enum(stages).optional(),
  province: provinceCode.optional(),
  filingType: z.enum(filingTypes).optional(),
  waitingOn: z.enum(waitingOnList).optional(),
  overdue: z.enum(['true', 'false']).optional(),
});
export const filingsSchema = z
  .strictObject({ items: z.array(filingStatusSchema), next: z.string().optional() })
  .meta({ id: 'Filings' });
/** The time line: every recorded snapshot, oldest first. */
export const filingHistorySchema = z.strictObject({ items: z.array(snapshotSchema) }).meta({ id: 'FilingHistory' });

/** A filing in the terms of WeChat's filing interface (`rules.md` 7.2); `smsStatus` only where phones are verified. */
export const wechatStatusSchema = z
  .strictObject({
    status: z.union([z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6), z.literal(1024)]),
    smsStatus: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  })
  .meta({ id: 'WechatStatus' });

/** What a pre-flight looks at: the parts of a draft, what crosses them, and the parties outside that are asked. */
export const filingParts = [
  'subject',
  'sites',
  'documents',
  'across-parts',
  'domain-registry',
  'cloud-account',
  'national-register',
] as const;
/** Everything that would fail later, and what could not be looked at now. */
export const preflightSchema = z
  .strictObject({
    /** Nothing stops a submission, and every part was checked. */
    ready: z.boolean(),
    findings: z.array(findingSchema),
    notChecked: z.array(
      z.strictObject({
        part: z.enum(filingParts),
        cause: z.enum(['unavailable', 'needs-subject', 'needs-other-parts']),
        /** The domain or service code that a party outside could not be asked about. */
        pointer: z.string().optional(),
      }),
    ),
    pack: z.enum(rulePackIds),
    asOf: day,
    checkedAt: z.string(),
  })
  .meta({ id: 'Preflight' });

/** The accepted picture that answers the identity check. */
export const photoSchema = z
  .strictObject({ versionId: ulid })
  .meta({ id: 'Photo', examples: [{ versionId: '01JDD0W6V6Q7ZK9C3T5M8N2P4R' }] });
export const phoneResendSchema = z
  .strictObject({ administrator: administratorKey })
  .meta({ id: 'PhoneResend', examples: [{ administrator: 'subject-administrator' }] });

/** Staff: one masked value in clear, with a reason that is audited. */
export const unmaskSchema = z.strictObject({ pointer: text(200).startsWith('/'), reason: text(300).min(3) }).meta({
  id: 'Unmask',
  examples: [{ pointer: '/subject/administrators/subject-administrator/mobile', reason: '电话核实 call to verify' }],
});
export const unmaskedSchema = z.strictObject({ pointer: z.string(), value: z.string() }).meta({ id: 'Unmasked' });
/** Why staff opens a document; audited. The owner needs to give none. */
export const openDocumentSchema = z
  .strictObject({ reason: text(300).min(3).optional() })
  .meta({ id: 'OpenDocument', examples: [{ reason: '初审 review' }] });

export const applyCodeSchema = z
  .strictObject({ instanceId: text(60).min(1) })
  .meta({ id: 'ApplyServiceCode', examples: [{ instanceId: 'i-0001' }] });

/** Lets another account file with an own code; without `grantedTo` that is taken back. */
export const grantCodeSchema = z
  .strictObject({ grantedTo: ulid.optional() })
  .meta({ id: 'GrantServiceCode', examples: [{ grantedTo: '01JDD0W6V6Q7ZK9C3T5M8N2P4R' }] });

export const reviewsQuerySchema = z.strictObject({
  cursor: cursor.optional(),
  kind: z.enum(['review', 'photo']).optional(),
  province: provinceCode.optional(),
});

export const requirementsQuerySchema = z.strictObject({
  province: provinceCode,
  nature: z.enum(natures),
  pack: z.enum(rulePackIds).optional(),
  asOf: day.optional(),
});
/** Packs that exist, and which one this installation gives to new filings. */
export const rulePacksSchema = z
  .strictObject({ items: z.array(z.enum(rulePackIds)), current: z.enum(rulePackIds), asOf: day.optional() })
  .meta({ id: 'RulePacks' });

/** An agent (代理) may act for the owner in one filing until it is revoked. */
export const giveMandateSchema = z.strictObject({ filingId: ulid, agent: ulid }).meta({
  id: 'GiveMandate',
  examples: [{ filingId: '01JDD0W6V6Q7ZK9C3T5M8N2P4R', agent: '01JDD0W6V6Q7ZK9C3T5M8N2P4S' }],
});
export const mandateSchema = z
  .strictObject({ mandateId: ulid, filingId: ulid, owner: ulid, agent: ulid, createdAt: z.string() })
  .meta({ id: 'Mandate' });
export const mandatesSchema = z.strictObject({ items: z.array(mandateSchema) }).meta({ id: 'Mandates' });

/** Who is signed in, by the opaque id that others name him by. */
export const accountSchema = z.strictObject({ accountId: ulid, roles: z.array(z.enum(roles)) }).meta({ id: 'Account' });

/** Why an operator holds or releases a filing. */
export const holdNoteSchema = z
  .strictObject({ note: text(1000).min(3) })
  .meta({ id: 'HoldNote', examples: [{ note: '管局系统维护 the authority is closed' }] });
/** A court or an authority wants what is kept of a filing: no period erases it until the hold is lifted. */
export const legalHoldSchema = z
  .strictObject({ held: z.boolean(), reason: text(500).min(3) })
  .meta({ id: 'LegalHold', examples: [{ held: true, reason: '法院调取 court order 17' }] });
export const extendWindowSchema = z
  .strictObject({ hours: z.int().min(1).max(240) })
  .meta({ id: 'ExtendWindow', examples: [{ hours: 24 }] });
export const retryUndoSchema = z
  .strictObject({ undo: z.enum(undoNames) })
  .meta({ id: 'RetryUndo', examples: [{ undo: 'cancel-backdrop' }] });
export const movePackSchema = z
  .strictObject({ pack: z.enum(rulePackIds), asOf: day })
  .meta({ id: 'MovePack', examples: [{ pack: '2018-09', asOf: '2018-09-10' }] });
/** Which running filings an operator means; everything given must hold. */
export const filingSearchSchema = z.strictObject({
  stage: z.enum(stages).optional(),
  waitingOn: z.enum(waitingOnList).optional(),
  province: provinceCode.optional(),
  filingType: z.enum(filingTypes).optional(),
  pack: z.enum(rulePackIds).optional(),
  overdue: z.enum(['true', 'false']).optional(),
  reason: text(60).optional(),
  deadlineBefore: instant.optional(),
  attemptAtLeast: z.coerce.number().int().min(0).max(1000).optional(),
});
/** What a search found: how many, the query that says so in the Temporal UI, and at most a thousand of them. */
export const foundFilingsSchema = z
  .strictObject({ query: z.string(), count: z.int(), items: z.array(z.string()) })
  .meta({ id: 'FoundFilings' });
/** Events that a consumer could not handle, by dead-letter topic. */
export const deadLetterTopicsSchema = z
  .strictObject({
    items: z.array(z.strictObject({ topic: z.string(), consumer: z.string(), waiting: z.int() })),
  })
  .meta({ id: 'DeadLetterTopics' });
export const deadLettersSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        partition: z.int(),
        offset: z.string(),
        filingId: z.string(),
        reason: z.string(),
        type: z.string().optional(),
        eventId: z.string().optional(),
        setAsideAt: z.string(),
      }),
    ),
  })
  .meta({ id: 'DeadLetters' });
export const deadLetterTopic = z.string().regex(/^[\w.-]{1,200}\.dead\.[\w.-]{1,80}$/, 'not a dead-letter topic');
export const replaySchema = z
  .strictObject({ topic: deadLetterTopic, dryRun: z.boolean(), atMost: z.int().min(1).max(1000).default(100) })
  .meta({ id: 'Replay', examples: [{ topic: 'beian.verification.v1.dead.gateway', dryRun: true }] });
export const replayedSchema = z
  .strictObject({ dryRun: z.boolean(), replayed: z.int(), skipped: z.int(), waiting: z.int() })
  .meta({ id: 'Replayed' });
/** Services with an outbox. */
const publisher = z.enum(['subject', 'website', 'documents', 'verification', 'notification']);
/** Events that Kafka has refused for their own sake, and what waits behind each. */
export const parkedEventsSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        service: publisher,
        eventId: z.string(),
        type: z.string(),
        filingId: z.string(),
        cause: z.string().nullable(),
        attempts: z.int(),
        parkedAt: z.string(),
        behind: z.int(),
      }),
    ),
  })
  .meta({ id: 'ParkedEvents' });
export const releaseParkedSchema = z
  .strictObject({ service: publisher, filingId: ulid.optional(), dryRun: z.boolean() })
  .meta({ id: 'ReleaseParked', examples: [{ service: 'verification', dryRun: true }] });
export const releasedParkedSchema = z
  .strictObject({ dryRun: z.boolean(), released: z.int() })
  .meta({ id: 'ReleasedParked' });
/** Ready-made lists of filings in the Temporal UI: links that open one, or keep it in the browser. */
export const operatorViewsSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        name: z.string(),
        zh: z.string(),
        en: z.string(),
        query: z.string(),
        open: z.string(),
        save: z.string(),
      }),
    ),
  })
  .meta({ id: 'OperatorViews' });
/** For routes whose act needs no words: an empty object, so that a mistaken body is noticed. */
export const nothingSchema = z.strictObject({}).meta({ id: 'Nothing', examples: [{}] });
