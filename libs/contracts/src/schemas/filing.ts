import { z } from 'zod';
import { filingTypes, identityMethods, natures, rulePackIds } from '../filing-facts';
import { deadlineKinds, returnCauses, waitingOnList } from '../snapshot';
import { filingActions, stages } from '../stages';
import { undoOwners, type UndoName } from '../ledger';
import { day, provinceCode, ulid } from './text';

export const findingSchema = z
  .strictObject({
    code: z.string(),
    pointer: z.string(),
    severity: z.enum(['error', 'warning']),
    stage: z.enum(stages),
    zh: z.string(),
    en: z.string(),
    remedyZh: z.string(),
    remedyEn: z.string(),
    rule: z.string(),
    source: z.string(),
    offending: z.string().optional(),
    offendingSpan: z.strictObject({ start: z.int(), end: z.int() }).optional(),
  })
  .meta({ id: 'Finding' });

export const reasonRefSchema = z
  .strictObject({ id: z.string(), code: z.string(), pointer: z.string() })
  .meta({ id: 'ReasonRef' });

const undoNames = Object.keys(undoOwners) as [UndoName, ...UndoName[]];

/** The snapshot as it crosses HTTP and Kafka; same shape as `FilingSnapshot`. */
export const snapshotSchema = z
  .strictObject({
    filingId: ulid,
    owner: ulid,
    version: z.int(),
    stage: z.enum(stages),
    since: z.string(),
    at: z.string(),
    waitingOn: z.enum(waitingOnList),
    deadline: z
      .strictObject({
        kind: z.enum(deadlineKinds),
        at: z.string(),
        from: z.string().optional(),
        countedFrom: z.string().optional(),
        provisional: z.boolean(),
        workdays: z.int().optional(),
        source: z.string(),
      })
      .optional(),
    submission: z.int(),
    flags: z.strictObject({
      overdue: z.boolean(),
      provisional: z.boolean(),
      onHold: z.boolean(),
      parked: z.boolean(),
      rePlanned: z.boolean(),
      cancelRefused: z.boolean(),
    }),
    province: provinceCode,
    filingType: z.enum(filingTypes),
    nature: z.enum(natures),
    pack: z.enum(rulePackIds),
    asOf: day,
    asOfGiven: z.literal(true).optional(),
    because: z.enum(returnCauses).optional(),
    reasons: z.array(reasonRefSchema),
    identity: z
      .strictObject({
        methods: z.array(z.enum(identityMethods)),
        method: z.enum(identityMethods).optional(),
        parcel: z.enum(['ordered', 'shipped', 'delivered', 'lost']).optional(),
        photo: z.enum(['awaited', 'under-review', 'refused', 'accepted']).optional(),
      })
      .optional(),
    phones: z.array(z.strictObject({ administrator: z.string(), confirmed: z.boolean() })).optional(),
    numbers: z
      .strictObject({ subject: z.string(), sites: z.array(z.strictObject({ siteId: ulid, number: z.string() })) })
      .optional(),
    ledger: z.array(
      z.strictObject({
        undo: z.enum(undoNames),
        submission: z.int(),
        state: z.enum(['open', 'undone', 'parked', 'settled']),
      }),
    ),
  })
  .meta({ id: 'FilingSnapshot' });

const daysSchema = z.strictObject({ medianDays: z.number(), p90Days: z.number() });

/** How long the newest finished filings of the same province and type took, in clock days; shown from twenty on. */
export const usualTimeSchema = z
  .strictObject({ filings: z.int(), sinceSubmission: daysSchema, atAuthority: daysSchema.optional() })
  .meta({ id: 'UsualTime' });

/** What a person is shown of a filing: the snapshot, what he may do, and what happens at the deadline. */
export const filingStatusSchema = snapshotSchema
  .extend({
    allowedActions: z.array(z.enum(filingActions)),
    atDeadline: z.strictObject({ zh: z.string(), en: z.string() }).optional(),
    stageText: z.strictObject({ zh: z.string(), en: z.string() }),
    /** Only when one filing is asked for. */
    usualTime: usualTimeSchema.optional(),
  })
  .meta({ id: 'FilingStatus' });

export const filingAnswerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('moved'), snapshot: snapshotSchema }),
  z.strictObject({ kind: z.literal('findings'), snapshot: snapshotSchema, findings: z.array(findingSchema) }),
  z.strictObject({ kind: z.literal('refused'), snapshot: snapshotSchema, refusal: z.string() }),
]);
