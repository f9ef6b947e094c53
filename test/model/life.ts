import { ApiCaller, type Body, enterpriseInTianjin, individualInZhejiang, type Scene } from '@beian/infra';
import { isOpen, nextStages, type Stage } from '@beian/contracts';
import { makePatient } from '../faults/persistently';
import { Journey } from '../stories/journey';

/** What a life is expected to be: as much of the regulation as a person would keep in his head. */
export interface LifeModel {
  stage: Stage;
  onHold: boolean;
  methodChosen: boolean;
  confirmed: Set<string>;
  submission: number;
  /** Orders the authority must have received so far. */
  orders: number;
}

/** The two phones of the Tianjin enterprise; an individual in Zhejiang has none to confirm (pack 2018-06). */
export interface Life {
  readonly journey: Journey;
  readonly operator: ApiCaller;
  readonly phones: readonly string[];
}

/** Opens a complete draft of one of the two kinds. */
export async function beginLife(scene: Scene, number: number): Promise<{ model: LifeModel; real: Life }> {
  const phones = number % 2 === 0 ? ['subject-administrator', 'site-administrator-1'] : [];
  const form = phones.length > 0 ? enterpriseInTianjin() : individualInZhejiang();
  const journey = await Journey.begin(scene, form, makePatient);
  const operator = new ApiCaller(scene.gatewayUrl, await scene.outside.tokenOf('operator-ma'));
  makePatient(operator);
  const model: LifeModel = {
    stage: 'draft',
    onHold: false,
    methodChosen: false,
    confirmed: new Set(),
    submission: 0,
    orders: 0,
  };
  return { model, real: { journey, operator, phones } };
}

/** Where an accepted photo leads, through the hand-over. */
export const afterHandOver = ({ phones }: Life): Stage =>
  phones.length > 0 ? 'phone-verification' : 'authority-review';

/** The filing must stand where the model stands; only edges of the stage table are ever taken. */
export async function expectModel(model: LifeModel, { journey }: Life, before: Stage): Promise<void> {
  const status: Body = await journey.applicant.until(
    journey.filingId,
    ({ stage, flags }) => stage === model.stage && flags.onHold === model.onHold,
  );
  expect({ stage: status.stage, submission: status.submission, onHold: status.flags.onHold }).toEqual({
    stage: model.stage,
    submission: model.submission,
    onHold: model.onHold,
  });
  if (before !== model.stage) expect(isReachable(before, model.stage)).toBe(true);
}

/** One edge, or two with the hand-over between them: it may pass faster than anybody looks. */
function isReachable(from: Stage, to: Stage): boolean {
  const next: readonly Stage[] = nextStages[from];
  return (
    next.includes(to) || (next.includes('hand-over') && (nextStages['hand-over'] as readonly Stage[]).includes(to))
  );
}

/** Brings an open life to an end, as its people would. */
export async function endLife(model: LifeModel, real: Life): Promise<void> {
  const { journey } = real;
  if (!isOpen(model.stage)) return;
  if (model.onHold)
    await real.operator.must('POST', `/v1/operator/filings/${journey.filingId}/release`, { body: { note: 'go on' } });
  if (model.stage === 'draft' || model.stage === 'returned') {
    await journey.mustAct('abandon');
    await journey.untilStage('abandoned');
  } else if (model.stage === 'provider-review' || model.stage === 'identity-check') {
    await journey.mustAct('withdraw');
    await journey.untilStage('withdrawn');
  } else {
    for (const phone of real.phones)
      if (model.stage === 'phone-verification' && !model.confirmed.has(phone)) await journey.confirm(phone);
    await journey.untilStage('authority-review');
    await journey.scene.outside.decide(journey.filingId, { outcome: 'granted' });
    await journey.untilStage('granted');
  }
}
