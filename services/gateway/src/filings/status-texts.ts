import type { DeadlineKind, Stage } from '@beian/contracts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Where a filing stands, in words for the page. */
export const stageTexts: Readonly<Record<Stage, Words>> = {
  draft: { zh: '草稿：填写资料并提交', en: 'Draft: fill in the form and submit it' },
  'provider-review': { zh: '服务商审核中，请保持电话畅通', en: 'Under review by the provider; be reachable by phone' },
  returned: { zh: '已退回：按理由修改后重新提交', en: 'Returned: correct what the reasons name, then resubmit' },
  'identity-check': {
    zh: '等待网站负责人真实性核验',
    en: 'Waiting for the identity check of the website administrator',
  },
  'hand-over': { zh: '正在提交管局', en: 'Being submitted to the authority' },
  'phone-verification': { zh: '等待短信核验', en: 'Waiting for the phones to be confirmed' },
  'authority-review': { zh: '管局审核中', en: 'Under review by the authority' },
  granted: { zh: '备案成功', en: 'Granted' },
  refused: { zh: '服务商不予备案', en: 'Refused by the provider' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  abandoned: { zh: '已放弃', en: 'Abandoned' },
  lapsed: { zh: '已失效', en: 'Lapsed' },
};

/** What happens when the deadline is reached; a clock never decides a review. */
export const deadlineTexts: Readonly<Record<DeadlineKind, Words>> = {
  'idle-lapse': {
    zh: '到期仍无操作，备案单失效，占用的域名、证件与服务号全部释放',
    en: 'If nothing is done until then the filing lapses, and certificate, domain and service code are freed',
  },
  review: {
    zh: '到期未审完会标为超时并通知组长；不会自动通过或退回',
    en: 'If the review is not done by then it is marked overdue and the lead is told; nothing is decided by the clock',
  },
  'photo-review': {
    zh: '到期未审完会标为超时并通知组长；不会自动通过或退回',
    en: 'If the photo is not reviewed by then it is marked overdue and the lead is told; nothing is decided by the clock',
  },
  'hand-over-promise': {
    zh: '到期仍未提交成功会标为超时并通知运维，系统继续提交',
    en: 'If it is not handed over by then operators are told, and submitting goes on',
  },
  'phone-window': {
    zh: '到期未完成短信核验，备案退回，需重新提交',
    en: 'If the phones are not confirmed by then the filing is returned and must be submitted again',
  },
  'authority-range': {
    zh: '预计完成时间；超过会标为超时并通知运维，继续等待管局结果',
    en: 'The expected end; past it the filing is marked overdue, operators are told, and it goes on waiting',
  },
  'public-security': {
    zh: '网站开通后须办理公安联网备案；本备案不受影响',
    en: 'The public-security filing is due by then; this filing stays as it is',
  },
};
