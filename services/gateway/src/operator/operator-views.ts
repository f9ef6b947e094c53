import { visibilityQuery, type Condition } from './visibility-query';

/** One list of filings for operators, by a query over search attributes. */
export interface OperatorView {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly query: string;
}

const hoursMs = 3_600_000;
const running: Condition = { attribute: 'ExecutionStatus', is: '=', value: 'Running' };

interface Row {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly conditions: readonly Condition[];
}

/** The views of operators. Those that look at a time are made fresh for `now`; `province` is that of the outage view. */
export function operatorViews(now: Date, currentPack: string, province = '11'): readonly OperatorView[] {
  const within = (hours: number) => new Date(now.getTime() + hours * hoursMs);
  const inStage = (value: string): Condition => ({ attribute: 'IcpStage', is: '=', value });
  const endsBefore = (value: Date): Condition => ({ attribute: 'IcpDeadline', is: '<', value });
  const waitsOn = (value: string): Condition => ({ attribute: 'IcpWaitingOn', is: '=', value });
  const rows: readonly Row[] = [
    {
      name: 'overdue',
      zh: '已超时',
      en: 'Overdue',
      conditions: [{ attribute: 'IcpOverdue', is: '=', value: true }],
    },
    { name: 'provider-review', zh: '待初审', en: 'Provider review', conditions: [inStage('provider-review')] },
    {
      name: 'phones-closing',
      zh: '短信核验六小时内到期',
      en: 'Phone window closing within six hours',
      conditions: [inStage('phone-verification'), endsBefore(within(6))],
    },
    {
      name: 'authority-late',
      zh: '管局超过预计时间',
      en: 'Authority past the expected range',
      conditions: [inStage('authority-review'), endsBefore(within(0))],
    },
    { name: 'waiting-on-operator', zh: '等待运维处理', en: 'Waiting on operator', conditions: [waitsOn('operator')] },
    {
      name: 'undo-not-finished',
      zh: '补偿未完成',
      en: 'Compensation not finished',
      conditions: [
        waitsOn('system'),
        { attribute: 'IcpOutcome', isIn: ['refused', 'withdrawn', 'abandoned', 'lapsed'] },
      ],
    },
    {
      name: 'province-down',
      zh: '某省管局故障',
      en: 'One province down',
      conditions: [{ attribute: 'IcpProvince', is: '=', value: province }, inStage('authority-review')],
    },
    {
      name: 'third-submission',
      zh: '第三次及以上提交',
      en: 'Third submission or more',
      conditions: [{ attribute: 'IcpAttempt', is: '>=', value: 3 }],
    },
    {
      name: 'older-pack',
      zh: '使用旧规则包',
      en: 'Pinned to another rule pack',
      conditions: [{ attribute: 'IcpRulePack', is: '!=', value: currentPack }],
    },
    {
      name: 'task-failures',
      zh: '工作流任务失败',
      en: 'Workflow task failures',
      conditions: [
        {
          attribute: 'TemporalReportedProblems',
          isIn: ['category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut'],
        },
      ],
    },
  ];
  return rows.map(({ conditions, ...view }) => ({ ...view, query: visibilityQuery([...conditions, running]) }));
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
