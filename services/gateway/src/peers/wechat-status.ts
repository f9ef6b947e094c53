import { returnCauses, stages, type FilingSnapshot, type ReturnCause, type Stage } from '@beian/contracts';

/**
 * A filing in the words of WeChat's filing interface for mini programs (`rules.md` 7.2): `status` 2 platform review,
 * 3 returned by the platform, 4 authority review, 5 returned by the authority, 6 filed, 1024 not filed; `smsStatus` only
 * with 4: 1 waiting, 2 done, 3 timed out.
 */
export interface WechatStatus {
  readonly status: 2 | 3 | 4 | 5 | 6 | 1024;
  readonly smsStatus?: 1 | 2 | 3;
}

/** What the mapping looks at: the stage, why it was returned, and whether the phones were verified. */
export type Mapped = Pick<FilingSnapshot, 'stage' | 'because'> & { readonly phones?: readonly unknown[] | undefined };

const byStage: Readonly<Record<Exclude<Stage, 'returned' | 'authority-review'>, WechatStatus>> = {
  draft: { status: 1024 },
  'provider-review': { status: 2 },
  'identity-check': { status: 2 },
  'hand-over': { status: 2 },
  'phone-verification': { status: 4, smsStatus: 1 },
  granted: { status: 6 },
  refused: { status: 3 },
  withdrawn: { status: 1024 },
  abandoned: { status: 1024 },
  lapsed: { status: 1024 },
};

const byCause: Readonly<Record<ReturnCause, WechatStatus>> = {
  reviewer: { status: 3 },
  'phone-window-closed': { status: 4, smsStatus: 3 },
  'phone-failed': { status: 5 },
  'authority-rejected': { status: 5 },
};

/**
 * Takes where a filing stands, gives it in WeChat's terms. Coarser than ours: identity check and hand-over lie inside the
 * platform's review there, and a refusal for good looks like a return.
 */
export function wechatStatus({ stage, because, phones }: Mapped): WechatStatus {
  if (stage === 'returned') return byCause[because ?? 'reviewer'];
  if (stage !== 'authority-review') return byStage[stage];
  return phones === undefined || phones.length === 0 ? { status: 4 } : { status: 4, smsStatus: 2 };
}

/** The way back: every stage and cause of ours that a status of WeChat may stand for; empty where there is none. */
export function stagesOfWechat({ status, smsStatus }: WechatStatus): readonly Mapped[] {
  return everyStanding.filter((standing) => {
    const seen = wechatStatus(standing);
    return seen.status === status && seen.smsStatus === smsStatus;
  });
}

const everyStanding: readonly Mapped[] = stages.flatMap((stage): readonly Mapped[] => {
  if (stage === 'returned') return returnCauses.map((because) => ({ stage, because }));
  if (stage === 'authority-review') return [{ stage }, { stage, phones: [{}] }];
  return [{ stage }];
});
