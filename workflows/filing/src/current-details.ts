import { allowedActions, type FilingSnapshot, type OperatorPages } from '@beian/contracts';
import { inShanghai } from './deadlines';
import type { MessageBodies } from './mailbox';
import type { Told } from './state';

const stageTexts = {
  draft: '草稿',
  'provider-review': '接入商初审',
  returned: '已退回',
  'identity-check': '真实性核验',
  'hand-over': '提交管局',
  'phone-verification': '短信核验',
  'authority-review': '管局审核',
  granted: '已备案',
  refused: '已拒绝',
  withdrawn: '已撤回',
  abandoned: '已放弃',
  lapsed: '已过期',
} as const satisfies Record<FilingSnapshot['stage'], string>;

const waitingTexts = {
  applicant: '申请人',
  provider: '接入商',
  authority: '管局',
  system: '系统',
  operator: '运维',
  nobody: '无',
} as const satisfies Record<FilingSnapshot['waitingOn'], string>;

/** A body that can be sent as it stands, with a message id of one's own. Also the samples of the handlers' descriptions. */
export const sampleBodies = {
  submit: { messageId: 'm1' },
  resubmit: { messageId: 'm1' },
  withdraw: { messageId: 'm1' },
  abandon: { messageId: 'm1' },
  decideReview: { messageId: 'm1', decision: 'approve', reasons: [] },
  addReasons: { messageId: 'm1', reasons: [{ id: 'r1', code: 'SITE_NAME', pointer: '/sites/s1/name' }] },
  chooseIdentityMethod: { messageId: 'm1', method: 'backdrop' },
  photoUploaded: { messageId: 'm1', versionId: 'v1' },
  decidePhoto: { messageId: 'm1', accepted: true, reasons: [] },
  confirmPhone: { messageId: 'm1', administrator: 'subject-administrator' },
  hold: { messageId: 'm1' },
  release: { messageId: 'm1' },
  extendWindow: { messageId: 'm1', hours: 24 },
  rulePackMoved: { messageId: 'm1', pack: '2018-09', asOf: '2018-09-24' },
  retryUndo: { messageId: 'm1', undo: 'unlock-subject' },
} as const satisfies MessageBodies;

/** What of the ledger and of the reasons an operator reads here; the rest stands in the record. Keeps it under 2 KB. */
const entriesShown = 6;

function flagLine({ flags }: FilingSnapshot): string {
  const set = Object.entries(flags).filter(([, isSet]) => isSet);
  return set.length === 0 ? '' : `\n标记 Flags: **${set.map(([name]) => name).join(', ')}**`;
}

function deadlineLine({ deadline }: FilingSnapshot): string {
  if (deadline === undefined) return '';
  const { kind, at, from, provisional, source, workdays } = deadline;
  const length = workdays === undefined ? '' : ` ${workdays} 个工作日 workdays`;
  const range = from === undefined ? '' : `${inShanghai(from)} … `;
  return `\n期限 Deadline: ${kind} ${range}${inShanghai(at)} (${at})${length}${provisional ? ' 暂定 provisional' : ''} – ${source}`;
}

function reasonLine({ because, reasons }: FilingSnapshot): string {
  if (because === undefined && reasons.length === 0) return '';
  const codes = [...new Set(reasons.map(({ code }) => code))].slice(0, entriesShown);
  return `\n原因 Because: ${because ?? ''} ${codes.join(', ')}`;
}

const pageTexts = { filing: '备案 Filing', trace: '链路 Trace', dashboard: '看板 Dashboard' } as const;

function pageLine(pages: OperatorPages): string {
  const links = Object.entries(pageTexts).flatMap(([name, text]) => {
    const address = pages[name as keyof OperatorPages];
    return address === undefined ? [] : [`[${text}](${address})`];
  });
  return links.length === 0 ? '' : `\n${links.join(' · ')}`;
}

/** What is told beside the snapshot. */
export interface DetailsMore {
  readonly told: readonly Told[];
  readonly unusable: number;
  readonly pages?: OperatorPages;
}

/** Where a filing stands, in Markdown, Chinese and English in short form, under 2 KB. */
export function currentDetails(snapshot: FilingSnapshot, { told, unusable, pages = {} }: DetailsMore): string {
  const { stage, waitingOn, submission, pack, asOf, ledger } = snapshot;
  const entries = ledger.slice(-entriesShown).map(({ undo, submission: n, state }) => `${undo}#${n} ${state}`);
  const actions = allowedActions(snapshot).map(
    (action) => `- \`${action}\` \`${JSON.stringify(sampleBodies[action])}\``,
  );
  return [
    `### ${stageTexts[stage]} ${stage}`,
    `\n等待 Waiting on: **${waitingTexts[waitingOn]} ${waitingOn}**`,
    deadlineLine(snapshot),
    flagLine(snapshot),
    reasonLine(snapshot),
    `\n提交 Submission ${submission} · 规则 Rules ${pack}, ${asOf}`,
    entries.length === 0 ? '' : `\n补偿 Undo: ${entries.join(' · ')}`,
    `\n${inShanghai(snapshot.at)} 写入 Written`,
    pageLine(pages),
    unusable === 0 ? '' : `\n无法使用的信号 Unusable signals: ${unusable}`,
    `\n最近 Last`,
    ...told.map(({ at, text }) => `- ${inShanghai(at)} ${text}`),
    `\n可发送的更新 Updates that may be sent`,
    ...actions,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
