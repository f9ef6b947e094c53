import { isOpen, type Stage } from '@beian/contracts';
import type { AsyncCommand } from 'fast-check';
import { afterHandOver, expectModel, type Life, type LifeModel } from './life';

interface Deed {
  readonly name: string;
  readonly may: (model: LifeModel, life?: Life) => boolean;
  /** Does it, and says where the filing must stand afterwards. */
  readonly act: (life: Life, model: LifeModel) => Promise<void>;
}

/** A deed as fast-check runs it: whatever it does, filing and model must agree afterwards. */
class Step implements AsyncCommand<LifeModel, Life> {
  /** How often it was done: a deed that no life ever comes to proves nothing. */
  done = 0;

  constructor(private readonly deed: Deed) {}
  check(model: Readonly<LifeModel>): boolean {
    return this.deed.may(model);
  }
  async run(model: LifeModel, life: Life): Promise<void> {
    const before = model.stage;
    await this.deed.act(life, model);
    await expectModel(model, life, before);
    this.done += 1;
  }
  toString(): string {
    return this.deed.name;
  }
}

const inStage =
  (...stages: readonly Stage[]) =>
  ({ stage }: LifeModel): boolean =>
    stages.includes(stage);
const free = ({ onHold }: LifeModel): boolean => !onHold;

const reasons = [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '请修改名称' }];
const handedOver = inStage('phone-verification', 'authority-review');

async function choose({ journey }: Life, model: LifeModel): Promise<void> {
  if (model.methodChosen) return;
  await journey.mustAct('identity-choice', { method: 'designated-place', bookingReference: 'BK-7' });
  model.methodChosen = true;
}

const back = (model: LifeModel): void => {
  Object.assign(model, { stage: 'returned', confirmed: new Set(), methodChosen: false });
};

const deeds: readonly Deed[] = [
  {
    name: 'submit',
    may: inStage('draft', 'returned'),
    act: async ({ journey }, model) => {
      await journey.mustAct(model.stage === 'draft' ? 'submit' : 'resubmit');
      Object.assign(model, { stage: 'provider-review', submission: model.submission + 1 });
    },
  },
  {
    name: 'approve',
    may: inStage('provider-review'),
    act: async ({ journey }, model) => {
      await journey.reviewer.approve(journey.filingId);
      model.stage = 'identity-check';
    },
  },
  {
    name: 'return',
    may: inStage('provider-review'),
    act: async ({ journey }, model) => {
      await journey.reviewer.review(journey.filingId, { decision: 'return', reasons });
      back(model);
    },
  },
  {
    name: 'refuse the photo',
    may: inStage('identity-check'),
    act: async (life, model) => {
      await choose(life, model);
      await life.journey.sendPhoto();
      const refusal = [{ code: 'PHOTO', pointer: '/documents/site-administrator-photo', text: '请重拍' }];
      await life.journey.reviewer.decidePhoto(life.journey.filingId, { accepted: false, reasons: refusal });
    },
  },
  {
    name: 'accept the photo',
    may: (model) => inStage('identity-check')(model) && free(model),
    act: async (life, model) => {
      await choose(life, model);
      await life.journey.sendPhoto();
      await life.journey.reviewer.decidePhoto(life.journey.filingId, { accepted: true });
      Object.assign(model, { stage: afterHandOver(life), orders: model.orders + 1 });
    },
  },
  {
    name: 'confirm a phone',
    may: inStage('phone-verification'),
    act: async ({ journey, phones }, model) => {
      const next = phones.find((phone) => !model.confirmed.has(phone)) ?? '';
      expect(await journey.confirm(next)).toMatchObject({ status: 200 });
      model.confirmed.add(next);
      if (model.confirmed.size === phones.length) model.stage = 'authority-review';
    },
  },
  {
    name: 'let the window pass',
    may: inStage('phone-verification'),
    act: async ({ journey }, model) => {
      await journey.forward('49 hours');
      back(model);
    },
  },
  {
    name: 'grant',
    may: inStage('authority-review'),
    act: async ({ journey }, model) => {
      await journey.scene.outside.decide(journey.filingId, { outcome: 'granted' });
      model.stage = 'granted';
    },
  },
  {
    name: 'reject',
    may: inStage('authority-review'),
    act: async ({ journey }, model) => {
      await journey.scene.outside.decide(journey.filingId, { outcome: 'rejected', reasons });
      back(model);
    },
  },
  {
    name: 'withdraw too late',
    may: handedOver,
    act: async ({ journey }) => {
      expect(await journey.act('withdraw')).toMatchObject({ status: 409, body: { code: 'too-late' } });
    },
  },
  {
    name: 'submit out of turn',
    may: inStage('provider-review', 'identity-check', 'phone-verification', 'authority-review', 'granted', 'withdrawn'),
    act: async ({ journey }) => {
      expect((await journey.act('submit')).status).toBe(409);
    },
  },
  {
    name: 'let three hours pass',
    may: inStage('draft', 'provider-review', 'returned', 'identity-check', 'authority-review'),
    act: ({ journey }) => journey.forward('3 hours'),
  },
  {
    name: 'hold',
    may: (model) => inStage('draft', 'provider-review', 'returned', 'identity-check')(model) && free(model),
    act: async ({ journey, operator }, model) => {
      await operator.must('POST', `/v1/operator/filings/${journey.filingId}/hold`, { body: { note: 'a question' } });
      model.onHold = true;
    },
  },
  {
    name: 'release',
    may: ({ onHold, stage }) => onHold && isOpen(stage),
    act: async ({ journey, operator }, model) => {
      await operator.must('POST', `/v1/operator/filings/${journey.filingId}/release`, { body: { note: 'answered' } });
      model.onHold = false;
    },
  },
  {
    name: 'withdraw',
    may: ({ stage, submission }) => stage === 'provider-review' && submission > 1,
    act: async ({ journey }, model) => {
      await journey.mustAct('withdraw');
      Object.assign(model, { stage: 'withdrawn' });
    },
  },
];

/** Every deed of people and outside world that a random life is put together from. */
export const steps: readonly Step[] = deeds.map((deed) => new Step(deed));
