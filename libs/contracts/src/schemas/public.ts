import { z } from 'zod';
import { filingTypes, natures, rulePackIds } from '../filing-facts';
import { undoOwners, type UndoName } from '../ledger';
import { roles, stages } from '../stages';
import { waitingOnList } from '../snapshot';
import { filingStatusSchema, findingSchema, snapshotSchema } from './filing';
import { administratorKey, day, provinceCode, text, ulid } from './text';

// What only the gateway's public routes speak; everything else of them is declared with its owner.

const undoNames = Object.keys(undoOwners) as [UndoName, ...UndoName[]];

/** Opens a filing from a check. The number is asked again: the check keeps none. */
export const openFilingSchema = z.strictObject({ checkId: ulid, certificateNumber: text(40).min(1) }).meta({
  id: 'OpenFiling',
  examples: [{ checkId: '01JDD0W6V6Q7ZK9C3T5M8N2P4R', certificateNumber: '91120116MA05TEST1X' }],
});

/** Opaque position in a list, as an earlier page gave it in `next`. */
export const cursor = z.string().regex(/^[\w-]{1,200}$/, 'not a cursor of ours');
export const pageQuerySchema = z.strictObject({ cursor: cursor.optional() });
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

export const filingParts = ['subject', 'sites', 'documents', 'across-parts'] as const;
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
export const unmaskSchema = z
  .strictObject({ pointer: text(200).startsWith('/'), reason: text(300).min(3) })
  .meta({
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
export const giveMandateSchema = z
  .strictObject({ filingId: ulid, agent: ulid })
  .meta({
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
export const extendWindowSchema = z
  .strictObject({ hours: z.int().min(1).max(240) })
  .meta({ id: 'ExtendWindow', examples: [{ hours: 24 }] });
export const retryUndoSchema = z
  .strictObject({ undo: z.enum(undoNames) })
  .meta({ id: 'RetryUndo', examples: [{ undo: 'cancel-backdrop' }] });
export const movePackSchema = z
  .strictObject({ pack: z.enum(rulePackIds), asOf: day })
  .meta({ id: 'MovePack', examples: [{ pack: '2018-09', asOf: '2018-09-10' }] });
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
export const nothingSchema = z.strictObject({}).meta({ id: 'Nothing' });
