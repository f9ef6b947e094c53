import { Applicant, type Scene } from './applicant';
import { enterpriseInTianjin, type FilingForm } from './filing-forms';
import { Reviewer } from './reviewer';

/** Says what happens, one line a step. */
export type Tell = (line: string) => void;

/** A filing that lies with the provider, and the form it was filled from. */
export interface SubmittedFiling {
  readonly filingId: string;
  readonly form: FilingForm;
}

/**
 * One filing (备案) from the form to the number, through the public API alone: an enterprise in Tianjin with two
 * administrators, so that both phones must be confirmed (pack 2018-06). Answers the filing's id.
 */
export async function firstFiling(scene: Scene, tell: Tell): Promise<string> {
  const submitted = await submitFiling(scene, tell);
  await carryToGrant(scene, tell, submitted);
  return submitted.filingId;
}

/** The applicant's half: form, papers, submission. */
export async function submitFiling(scene: Scene, tell: Tell): Promise<SubmittedFiling> {
  const form = enterpriseInTianjin();
  const applicant = await Applicant.signIn(scene, 'applicant-lin');

  const filingId = await applicant.open(form);
  tell(`draft ${filingId} opened for ${form.subject.name}, ${form.check.domain}`);
  const before = await applicant.preflight(filingId);
  tell(`pre-flight of the empty draft names ${before.length} things at once`);
  await applicant.complete(filingId, form);
  const after = (await applicant.preflight(filingId)).filter(({ severity }) => severity === 'error');
  tell(`form filled, papers uploaded; pre-flight finds ${after.length} errors`);

  await applicant.mustAct(filingId, 'submit');
  tell('submitted; the provider reviews');
  return { filingId, form };
}

/** The rest of its life, from the provider's review to the number. */
export async function carryToGrant(scene: Scene, tell: Tell, { filingId, form }: SubmittedFiling): Promise<void> {
  const applicant = await Applicant.signIn(scene, 'applicant-lin');
  const reviewer = await Reviewer.signIn(scene);

  await reviewer.approve(filingId);
  tell('review passed; a backdrop is ordered');

  await applicant.mustAct(filingId, 'identity-choice', {
    method: 'backdrop',
    address: {
      recipient: '赵验之',
      mobile: form.phones['site-administrator-1']?.mobile,
      province: '12',
      address: '南开区试验道一号三层 301 室',
    },
  });
  await applicant.until(filingId, ({ identity }) => identity?.parcel === 'ordered');
  const [parcel] = await scene.outside.parcelsOf(filingId);
  await scene.outside.moveParcel(parcel.shipmentId as string, 'shipped');
  await applicant.until(filingId, ({ identity }) => identity?.parcel === 'shipped');
  await scene.outside.forward(filingId, '2 days');
  await scene.outside.moveParcel(parcel.shipmentId as string, 'delivered');
  await applicant.until(filingId, ({ identity }) => identity?.parcel === 'delivered');
  tell('backdrop delivered two days later; the photo is taken');

  const photo = await applicant.upload(filingId, 'site-administrator-photo:site-administrator-1');
  await applicant.mustAct(filingId, 'photo', { versionId: photo.versionId });
  await reviewer.decidePhoto(filingId, { accepted: true });
  await applicant.untilStage(filingId, 'phone-verification');
  tell('photo accepted; handed over to the authority: the point of no return');

  for (const administrator of ['subject-administrator', 'site-administrator-1']) {
    const answer = await applicant.confirmPhone(filingId, { administrator, form });
    if (answer.status >= 400) throw new Error(`phone of ${administrator}: ${JSON.stringify(answer.body)}`);
    tell(`phone of ${administrator} confirmed with the code of its text message`);
  }
  await applicant.untilStage(filingId, 'authority-review');
  await scene.outside.forward(filingId, '12 days');
  await scene.outside.decide(filingId, { outcome: 'granted' });
  const granted = await applicant.untilStage(filingId, 'granted');
  tell(`granted after twelve days: ${granted.numbers.subject as string}`);
}
