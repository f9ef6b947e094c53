import { Applicant, type FilingForm, type Scene, Reviewer } from '@beian/infra';

const way = [
  'draft',
  'provider-review',
  'identity-check',
  'phone-verification',
  'authority-review',
  'granted',
] as const;
export type Station = (typeof way)[number];

let people = 0;

/** One filing on its way, with the people who move it; goes from station to station as far as a story needs. */
export class Journey {
  private constructor(
    readonly scene: Scene,
    readonly form: FilingForm,
    readonly applicant: Applicant,
    readonly reviewer: Reviewer,
    readonly filingId: string,
  ) {}

  /** Opens a complete draft of a fresh applicant: no story meets another's filings. */
  static async begin(scene: Scene, form: FilingForm): Promise<Journey> {
    people += 1;
    const applicant = await Applicant.signIn(scene, `applicant-${process.pid}x${Date.now()}x${people}`);
    const reviewer = await Reviewer.signIn(scene);
    const filingId = await applicant.open(form);
    const journey = new Journey(scene, form, applicant, reviewer, filingId);
    await applicant.complete(filingId, form);
    return journey;
  }

  static async inStage(scene: Scene, { form, stage }: { form: FilingForm; stage: Station }): Promise<Journey> {
    const journey = await Journey.begin(scene, form);
    await journey.to(stage);
    return journey;
  }

  /** Moves on until the filing stands in `stage`; a station its rules leave out is passed by. */
  async to(stage: Station): Promise<void> {
    const target = way.indexOf(stage);
    for (;;) {
      const now = (await this.status()).stage as string;
      const at = now === 'hand-over' ? way.indexOf('identity-check') + 0.5 : way.indexOf(now as Station);
      if (at >= target) return;
      if (now === 'hand-over') await this.applicant.until(this.filingId, (status) => status.stage !== 'hand-over');
      else await this.leave[now as Exclude<Station, 'granted'>]();
    }
  }

  status() {
    return this.applicant.status(this.filingId);
  }
  forward(time: string) {
    return this.scene.outside.forward(this.filingId, time);
  }
  act(action: string, body?: unknown) {
    return this.applicant.act(this.filingId, action, body);
  }
  mustAct(action: string, body?: unknown) {
    return this.applicant.mustAct(this.filingId, action, body);
  }
  untilStage(stage: string, seconds?: number) {
    return this.applicant.untilStage(this.filingId, stage, seconds);
  }
  confirm(administrator: string) {
    return this.applicant.confirmPhone(this.filingId, { administrator, form: this.form });
  }

  /** The administrator who shows his face: the website's own where there is one. */
  get photographed(): string {
    return Object.keys(this.form.phones).at(-1) ?? 'subject-administrator';
  }

  /** Uploads a fresh photo and says so. */
  async sendPhoto(): Promise<void> {
    const slot = `site-administrator-photo:${this.photographed}`;
    const { versionId } = await this.applicant.upload(this.filingId, slot);
    await this.mustAct('photo', { versionId });
  }

  async confirmAllPhones(): Promise<void> {
    const { phones } = await this.status();
    for (const { administrator, confirmed } of phones as readonly { administrator: string; confirmed: boolean }[]) {
      if (confirmed) continue;
      const answer = await this.confirm(administrator);
      // The read model may be a moment behind a confirmation that the workflow has already taken.
      const taken = answer.status < 400 || answer.body.code === 'already-decided';
      if (!taken) throw new Error(`${administrator}: ${JSON.stringify(answer.body)}`);
    }
  }

  private readonly leave: Readonly<Record<Exclude<Station, 'granted'>, () => Promise<unknown>>> = {
    draft: () => this.mustAct('submit'),
    'provider-review': () => this.reviewer.approve(this.filingId),
    'identity-check': async () => {
      const { identity } = await this.status();
      if (identity?.method === undefined)
        await this.mustAct('identity-choice', { method: 'designated-place', bookingReference: 'BK-1' });
      await this.sendPhoto();
      await this.reviewer.decidePhoto(this.filingId, { accepted: true });
      await this.applicant.until(this.filingId, ({ stage }) => stage !== 'identity-check');
    },
    'phone-verification': () => this.confirmAllPhones(),
    'authority-review': async () => {
      await this.scene.outside.decide(this.filingId, { outcome: 'granted' });
      await this.untilStage('granted');
    },
  };
}
