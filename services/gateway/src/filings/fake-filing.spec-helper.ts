import { ApplicationFailure, condition, setHandler } from '@temporalio/workflow';
import type { FilingAnswer, FilingSnapshot, Message, OpenedFiling } from '@beian/contracts';
import {
  abandon,
  calendarChanged,
  extendWindow,
  open,
  photoUploaded,
  resubmit,
  submit,
  withdraw,
} from '@beian/contracts/messages';

/** Instead of the real lifecycle: answers each kind of answer that the gateway must be able to pass on. */
export async function filing(opened: OpenedFiling): Promise<void> {
  let snapshot = opening(opened);
  let heard = 0;
  let isFreed = false;
  let isOver = false;
  const move = (change: Partial<FilingSnapshot>): FilingAnswer => {
    snapshot = { ...snapshot, ...change, version: snapshot.version + 1 };
    return { kind: 'moved', snapshot };
  };
  // Named, or TypeScript infers an update without one.
  const refuseUnlessDraft = (_message: Message) => {
    if (snapshot.stage !== 'draft') throw refusal('not-allowed-now');
  };
  setHandler(open, () => snapshot);
  setHandler(submit, () => move({ stage: 'provider-review', waitingOn: 'provider', submission: (heard += 1) }), {
    validator: refuseUnlessDraft,
  });
  setHandler(resubmit, (): FilingAnswer => ({ kind: 'findings', snapshot, findings: [finding] }));
  setHandler(photoUploaded, ({ versionId }: Message & { versionId: string }) => move({ because: versionId as never }));
  setHandler(extendWindow, (): FilingAnswer => ({ kind: 'refused', snapshot, refusal: 'too-late' }));
  // Answers only once the calendar has changed, as an update does while the main loop is busy.
  setHandler(withdraw, async () => {
    await condition(() => isFreed);
    return move({ stage: 'withdrawn', waitingOn: 'nobody' });
  });
  setHandler(calendarChanged, () => {
    isFreed = true;
  });
  setHandler(abandon, () => {
    isOver = true;
    return move({ stage: 'abandoned', waitingOn: 'nobody' });
  });
  await condition(() => isOver);
}

const refusal = (type: string) => ApplicationFailure.create({ type, message: type, nonRetryable: true });

const finding = {
  code: 'site-name-missing',
  pointer: '/sites/1/name',
  severity: 'error',
  stage: 'provider-review',
  zh: '网站名称未填写',
  en: 'The name is missing',
  remedyZh: '填写网站名称',
  remedyEn: 'Give the site a name',
  rule: 'site.name',
  source: 'rules.md 4.3',
} as const;

function opening({ filingId, owner, province, filingType, nature, pack, asOf }: OpenedFiling): FilingSnapshot {
  const at = new Date().toISOString();
  return {
    filingId,
    owner,
    version: 1,
    stage: 'draft',
    since: at,
    at,
    waitingOn: 'applicant',
    deadline: { kind: 'idle-lapse', at, provisional: false, source: 'rules.md 9.1' },
    submission: 0,
    flags: { overdue: false, provisional: false, onHold: false, parked: false, rePlanned: false, cancelRefused: false },
    province,
    filingType,
    nature,
    pack,
    asOf: asOf ?? at.slice(0, 10),
    ...(asOf === undefined ? {} : { asOfGiven: true as const }),
    reasons: [],
    ledger: [],
  };
}
