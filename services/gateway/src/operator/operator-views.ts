/** One list of filings for operators, by a query over search attributes. */
export interface OperatorView {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly query: string;
}

const hoursMs = 3_600_000;
const running = `ExecutionStatus = 'Running'`;

/** The views of features.md 3.4. Those that look at a time are made fresh for `now`; queries hold no text of a user. */
export function operatorViews(now: Date, currentPack: string): readonly OperatorView[] {
  const within = (hours: number) => `'${new Date(now.getTime() + hours * hoursMs).toISOString()}'`;
  return [
    { name: 'overdue', zh: '已超时', en: 'Overdue', query: `IcpOverdue = true AND ${running}` },
    {
      name: 'provider-review',
      zh: '待初审',
      en: 'Provider review',
      query: `IcpStage = 'provider-review' AND ${running}`,
    },
    {
      name: 'phones-closing',
      zh: '短信核验六小时内到期',
      en: 'Phone window closing within six hours',
      query: `IcpStage = 'phone-verification' AND IcpDeadline < ${within(6)} AND ${running}`,
    },
    {
      name: 'authority-late',
      zh: '管局超过预计时间',
      en: 'Authority past the expected range',
      query: `IcpStage = 'authority-review' AND IcpDeadline < ${within(0)} AND ${running}`,
    },
    {
      name: 'waiting-on-operator',
      zh: '等待运维处理',
      en: 'Waiting on operator',
      query: `IcpWaitingOn = 'operator' AND ${running}`,
    },
    {
      name: 'undo-not-finished',
      zh: '补偿未完成',
      en: 'Compensation not finished',
      query: `IcpWaitingOn = 'system' AND IcpOutcome IN ('refused', 'withdrawn', 'abandoned', 'lapsed') AND ${running}`,
    },
    {
      name: 'third-submission',
      zh: '第三次及以上提交',
      en: 'Third submission or more',
      query: `IcpAttempt >= 3 AND ${running}`,
    },
    {
      name: 'older-pack',
      zh: '使用旧规则包',
      en: 'Pinned to another rule pack',
      query: `IcpRulePack != '${currentPack}' AND ${running}`,
    },
    {
      name: 'task-failures',
      zh: '工作流任务失败',
      en: 'Workflow task failures',
      query: `TemporalReportedProblems IN ('category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut') AND ${running}`,
    },
  ];
}

/** A link that opens a view in the Temporal UI, and one that also keeps it among the reader's saved views. */
export function linksTo(
  view: OperatorView,
  uiUrl: string,
  namespace: string,
): { readonly open: string; readonly save: string } {
  const page = `${uiUrl.replace(/\/$/, '')}/namespaces/${encodeURIComponent(namespace)}/workflows`;
  const open = `${page}?${new URLSearchParams({ query: view.query }).toString()}`;
  return { open, save: `${open}&${new URLSearchParams({ savedQuery: view.en }).toString()}` };
}
