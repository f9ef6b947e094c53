import type { FilingSnapshot } from '@beian/contracts';
import type { Bench } from '../verification.spec-helper';

/** The names of a phone step's people. */
export type Names = 'subject-administrator' | 'site-administrator-1';
export const everybody: readonly Names[] = ['subject-administrator', 'site-administrator-1'];

/** Whom 15.2 asks in the packs of 2018, as its table says it. */
export const askedBy = {
  FIRST: ['subject-administrator', 'site-administrator-1'],
  ADD_SITE_HERE: ['site-administrator-1'],
  ACCESS_NEW: ['site-administrator-1'],
  CHANGE_SUBJECT: ['subject-administrator'],
} as const satisfies Record<string, readonly Names[]>;

/** The packs, and which wrong entries send the order back there (C6). */
export const packs = [
  { pack: '2018-06', asOf: '2018-06-15', counts: 'tail' },
  { pack: '2018-09', asOf: '2018-09-25', counts: 'tail' },
  { pack: '2020-08', asOf: '2020-09-01', counts: 'any' },
] as const;

/** One way a phone step may be set up. */
export interface Setting {
  readonly type: keyof typeof askedBy;
  readonly rules: (typeof packs)[number];
  readonly isOneMobile: boolean;
}

interface MobileModel {
  sends: number;
  code: 'open' | 'void' | 'matched';
  /** The carrier was away: the newest code has not left. */
  isUnsent: boolean;
  wrong: number;
  wrongTails: number;
}

/** What a person who has read rules.md 8 would keep in his head. */
export interface PhoneModel {
  readonly setting: Setting;
  stage: 'phone-verification' | 'returned';
  submission: number;
  /** By whose code it is. */
  mobiles: Map<Names, MobileModel>;
  confirmed: Set<Names>;
  /** Told to the workflow over all submissions. */
  confirmations: number;
  failures: number;
}

/** One code for one mobile: of two with the same the first is asked. */
export const asked = ({ setting }: PhoneModel): readonly Names[] =>
  setting.isOneMobile ? askedBy[setting.type].slice(0, 1) : askedBy[setting.type];
/** Whose code somebody enters: his own, or that of the one who was asked with this mobile. */
export const groupOf = (model: PhoneModel, name: Names): Names =>
  model.setting.isOneMobile ? (asked(model)[0] ?? name) : name;

export function beginSubmission(model: PhoneModel): void {
  const groups = new Set(asked(model).map((name) => groupOf(model, name)));
  const fresh = (): MobileModel => ({ sends: 1, code: 'open', isUnsent: false, wrong: 0, wrongTails: 0 });
  Object.assign(model, {
    stage: 'phone-verification',
    submission: model.submission + 1,
    mobiles: new Map([...groups].map((group) => [group, fresh()])),
    confirmed: new Set(),
  });
}

export type Fault = 'code' | 'mobile' | 'tail' | 'none';

/** What the entry is answered, and what it leaves behind. */
export function judged(model: PhoneModel, name: Names, fault: Fault): string {
  const mobile = model.mobiles.get(groupOf(model, name));
  if (mobile === undefined) return 'not-allowed-now';
  if (mobile.code === 'matched') return 'already-decided';
  if (mobile.code === 'void') return 'code-void';
  if (fault === 'none') {
    mobile.code = 'matched';
    const confirmed = asked(model).filter((one) => groupOf(model, one) === groupOf(model, name));
    confirmed.forEach((one) => model.confirmed.add(one));
    model.confirmations += confirmed.length;
    return 'ok';
  }
  mobile.wrong += 1;
  if (fault === 'tail') mobile.wrongTails += 1;
  const counted = model.setting.rules.counts === 'tail' ? mobile.wrongTails : mobile.wrong;
  if (mobile.wrong === 5) mobile.code = 'void';
  if (counted === 5) model.failures += 1;
  return 'code-wrong';
}

export function resent(model: PhoneModel, name: Names, isAway: boolean): string {
  const mobile = model.mobiles.get(groupOf(model, name));
  if (model.stage === 'returned' || mobile === undefined) return 'not-allowed-now';
  if (mobile.code === 'matched') return 'already-decided';
  const waits = mobile.isUnsent && mobile.code === 'open';
  if (!waits && mobile.sends === 3) return 'resend-limit';
  if (!waits) Object.assign(mobile, { sends: mobile.sends + 1, code: 'open', wrong: 0, wrongTails: 0 });
  // Whatever waits for the carrier goes out with it, also that of the other mobile.
  if (isAway) mobile.isUnsent = true;
  else for (const one of model.mobiles.values()) if (one.code === 'open') one.isUnsent = false;
  return isAway ? 'temporarily-unavailable' : 'ok';
}

interface CodeRow {
  readonly administrator: Names;
  readonly sends: number;
  readonly code: MobileModel['code'];
  readonly unsent: boolean;
  readonly wrong: number;
}

/** The rows must stand where the model stands. */
export async function expectAgreement(
  model: PhoneModel,
  { bench, snapshot }: { readonly bench: Bench; readonly snapshot: FilingSnapshot },
): Promise<void> {
  const rows = await bench.rows<CodeRow>(
    `SELECT DISTINCT ON (administrator) administrator, send_number AS sends, wrong_entries AS wrong,
            CASE WHEN matched_at IS NOT NULL THEN 'matched' WHEN voided_at IS NOT NULL THEN 'void' ELSE 'open' END AS code,
            (sealed_code IS NOT NULL) AS unsent
       FROM phone_code WHERE filing_id = $1 AND submission = $2 ORDER BY administrator, send_number DESC`,
    [snapshot.filingId, model.submission],
  );
  const expected = [...model.mobiles].map(([administrator, { sends, code, isUnsent, wrong }]) => ({
    administrator,
    sends,
    code,
    wrong,
    unsent: isUnsent && code === 'open',
  }));
  expect(rows).toEqual(expected.sort((a, b) => (a.administrator < b.administrator ? -1 : 1)));
  const told = await bench.rows<{ message: string; count: number }>(
    `SELECT message, count(*)::int AS count FROM delivery
      WHERE filing_id = $1 AND message IN ('confirmPhone', 'phoneFailed') GROUP BY message`,
    [snapshot.filingId],
  );
  const countOf = (message: string) => told.find((row) => row.message === message)?.count ?? 0;
  expect({ confirmations: countOf('confirmPhone'), failures: countOf('phoneFailed') }).toEqual({
    confirmations: model.confirmations,
    failures: model.failures,
  });
}
