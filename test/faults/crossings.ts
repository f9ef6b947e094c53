import type { Journey } from '../stories/journey';
import { eventually, untilDone } from './persistently';

export const stages = [
  'draft',
  'provider-review',
  'identity-check',
  'hand-over',
  'phone-verification',
  'authority-review',
] as const;
export type StageUnderFire = (typeof stages)[number];

/** What takes a filing out of each stage, done by people who ask again when they are not answered. */
export const leave: Readonly<Record<StageUnderFire, (journey: Journey) => Promise<unknown>>> = {
  draft: (journey) => journey.mustAct('submit'),
  'provider-review': ({ reviewer, filingId }) => reviewer.approve(filingId),
  'identity-check': async (journey) => {
    await sendPhoto(journey);
    await journey.reviewer.decidePhoto(journey.filingId, { accepted: true });
  },
  'hand-over': () => Promise.resolve(),
  'phone-verification': async (journey) => {
    for (const administrator of Object.keys(journey.form.phones)) await confirm(journey, administrator);
  },
  'authority-review': ({ scene, filingId }) => scene.outside.decide(filingId, { outcome: 'granted' }),
};

/** The choice of a method and the photo; the upload goes past the gateway, so it is done again as a whole. */
async function sendPhoto(journey: Journey): Promise<void> {
  await journey.mustAct('identity-choice', { method: 'designated-place', bookingReference: 'BK-1' });
  const slot = `site-administrator-photo:${journey.photographed}`;
  const { versionId } = await untilDone(() => journey.applicant.upload(journey.filingId, slot), `upload of ${slot}`);
  await journey.mustAct('photo', { versionId });
}

/** Enters the code as soon as its text message has come. */
async function confirm(journey: Journey, administrator: string): Promise<void> {
  const mobile = journey.form.phones[administrator]?.mobile ?? '';
  await eventually(async () => (await journey.scene.outside.codesSentTo(mobile)).at(-1), `a code for ${administrator}`);
  const answer = await journey.confirm(administrator);
  if (answer.status >= 400) throw new Error(`${administrator}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

/** Leaves stage after stage until the filing stands in `stage`. */
export async function walkTo(journey: Journey, stage: StageUnderFire | 'granted'): Promise<void> {
  let now = (await journey.status()).stage as string;
  while (now !== stage) {
    await leave[now as StageUnderFire](journey);
    now = await moved(journey, now);
  }
}

/** The next stage, once the filing has left this one. */
export async function moved({ applicant, filingId }: Journey, from: string): Promise<string> {
  const { stage } = await applicant.until(filingId, (status) => status.stage !== from, 90);
  return stage as string;
}
