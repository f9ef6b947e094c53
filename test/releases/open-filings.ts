import { type ApiCaller, enterpriseInTianjin, type FilingForm, individualInZhejiang } from '@beian/infra';
import type { Journey } from '../stories/journey';
import { filingHandle } from '../stories/workflow-view';

/** How one open filing is brought where it is frozen, and how it goes on from there. */
interface OpenFiling {
  readonly form: () => FilingForm;
  readonly bring: (journey: Journey, operator: ApiCaller) => Promise<void>;
  /** Leads it to its end, which is the grant for all of them. */
  readonly goOn: (journey: Journey, operator: ApiCaller) => Promise<void>;
  /** Orders that the authority has in the end. */
  readonly orders: number;
}

const dayMs = 86_400_000;
const reasons = [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '请修改', suggestion: '按要求填写' }];

/*
 * A frozen run's timers fall due on load, however long that is after the freezing. Most only remind. What would end a filing
 * is a lapse, which is our own move: those filings are frozen on hold, and an idle clock starts again from the release. The
 * phone window is the outside's and no hold stops it: that filing is expected back in `returned`, and goes on from there.
 */
const openFilings = {
  draft: { form: individualInZhejiang, bring: hold, goOn: releaseAndGo, orders: 1 },
  'provider-review': {
    form: enterpriseInTianjin,
    bring: (journey) => journey.to('provider-review'),
    goOn: (journey) => journey.to('granted'),
    orders: 1,
  },
  returned: {
    form: individualInZhejiang,
    bring: async (journey, operator) => {
      await journey.to('provider-review');
      await journey.reviewer.review(journey.filingId, { decision: 'return', reasons });
      await journey.untilStage('returned');
      await hold(journey, operator);
    },
    goOn: async (journey, operator) => {
      await release(journey, operator);
      await resubmitAndGo(journey);
    },
    orders: 1,
  },
  'identity-check': {
    form: individualInZhejiang,
    bring: async (journey, operator) => {
      await journey.to('identity-check');
      await journey.mustAct('identity-choice', { method: 'designated-place', bookingReference: 'BK-1' });
      await hold(journey, operator);
    },
    goOn: releaseAndGo,
    orders: 1,
  },
  'hand-over': {
    form: individualInZhejiang,
    bring: async (journey, operator) => {
      const { scene, filingId, reviewer } = journey;
      await journey.to('identity-check');
      const until = new Date(Date.now() + 3 * dayMs).toISOString();
      await scene.outside.script({ party: 'authority', behaviour: 'closed', match: filingId, until });
      await journey.mustAct('identity-choice', { method: 'designated-place', bookingReference: 'BK-2' });
      await journey.sendPhoto();
      await reviewer.decidePhoto(filingId, { accepted: true });
      await journey.untilStage('hand-over');
      await hold(journey, operator);
    },
    goOn: async (journey, operator) => {
      await release(journey, operator);
      await journey.forward('73 hours');
      await journey.to('granted');
    },
    orders: 1,
  },
  'phone-verification': {
    form: enterpriseInTianjin,
    bring: (journey) => journey.to('phone-verification'),
    goOn: async (journey) => {
      if ((await journey.status()).stage === 'phone-verification') await journey.forward('49 hours');
      await journey.untilStage('returned');
      await resubmitAndGo(journey);
    },
    orders: 2,
  },
  'authority-review': {
    form: individualInZhejiang,
    bring: (journey) => journey.to('authority-review'),
    goOn: (journey) => journey.to('granted'),
    orders: 1,
  },
  'granted-in-aftercare': {
    form: individualInZhejiang,
    bring: (journey) => journey.to('granted'),
    goOn: async ({ filingId, scene }) => {
      await scene.outside.forward(filingId, '31 days');
      await (await filingHandle(filingId)).result();
    },
    orders: 1,
  },
} as const satisfies Readonly<Record<string, OpenFiling>>;

export type OpenFilingName = keyof typeof openFilings;
export const openFilingNames = Object.keys(openFilings) as readonly OpenFilingName[];
export const openFiling = (name: OpenFilingName): OpenFiling => openFilings[name];

async function hold({ filingId, applicant }: Journey, operator: ApiCaller): Promise<void> {
  await operator.must('POST', `/v1/operator/filings/${filingId}/hold`, { body: { note: 'a release is frozen' } });
  await applicant.until(filingId, ({ flags }) => flags.onHold);
}

async function release({ filingId, applicant }: Journey, operator: ApiCaller): Promise<void> {
  await operator.must('POST', `/v1/operator/filings/${filingId}/release`, { body: { note: 'the upgrade is done' } });
  await applicant.until(filingId, ({ flags }) => !flags.onHold);
}

async function releaseAndGo(journey: Journey, operator: ApiCaller): Promise<void> {
  await release(journey, operator);
  await journey.to('granted');
}

async function resubmitAndGo(journey: Journey): Promise<void> {
  await journey.mustAct('resubmit');
  await journey.to('granted');
}
