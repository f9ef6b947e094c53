import { setTimeout as pause } from 'node:timers/promises';
import { type ApiCaller, Applicant, type Body, type FilingForm, type Scene, Reviewer } from '@beian/infra';
import { makePatient } from '../faults/persistently';

const way = [
  'draft',
  'provider-review',
  'identity-check',
  'phone-verification',
  'authority-review',
  'granted',
] as const;
export type Station = (typeof way)[number];

/** An order as the authority has it. */
export interface Order {
  readonly filingType: string;
  readonly subject: Readonly<Record<string, unknown>>;
  readonly sites: readonly Readonly<Record<string, unknown>>[];
  readonly documents: readonly { readonly slot: string }[];
}

/** A method that needs nothing from outside, where the filing offers one. */
function choiceAmong(methods: readonly string[]): Readonly<Record<string, unknown>> {
  const place = { method: 'designated-place', bookingReference: 'BK-1' };
  return methods.includes(place.method) ? place : { method: methods[0] };
}

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

  /**
   * Opens a complete draft of a fresh applicant: no story meets another's filings. `prepare` gets each caller of the API
   * before it asks anything.
   */
  static async begin(
    scene: Scene,
    form: FilingForm,
    prepare: (api: ApiCaller) => void = makePatient,
  ): Promise<Journey> {
    people += 1;
    const applicant = await Applicant.signIn(scene, `applicant-${process.pid}x${Date.now()}x${people}`);
    const reviewer = await Reviewer.signIn(scene);
    prepare(applicant.api);
    prepare(reviewer.api);
    const filingId = await applicant.open(form);
    const journey = new Journey(scene, form, applicant, reviewer, filingId);
    await applicant.complete(filingId, form);
    return journey;
  }

  /** Goes on with a filing that was begun elsewhere: the same applicant signs in anew. */
  static async resume(
    scene: Scene,
    of: { readonly filingId: string; readonly persona: string; readonly form: FilingForm },
    prepare: (api: ApiCaller) => void = makePatient,
  ): Promise<Journey> {
    const applicant = await Applicant.signIn(scene, of.persona);
    const reviewer = await Reviewer.signIn(scene);
    prepare(applicant.api);
    prepare(reviewer.api);
    return new Journey(scene, of.form, applicant, reviewer, of.filingId);
  }

  /** Another filing of the same people by *Verify Filing Type*: an added site, an access. */
  async another(form: FilingForm): Promise<Journey> {
    const filingId = await this.applicant.open(form);
    const journey = new Journey(this.scene, form, this.applicant, this.reviewer, filingId);
    await this.applicant.complete(filingId, form);
    return journey;
  }

  /** A change or a cancellation of what these people have filed. */
  async change(wish: Readonly<Record<string, unknown>>): Promise<Journey> {
    const filingId = await this.applicant.openChange(wish);
    const form = { ...this.form, phones: { ...this.form.phones } };
    return new Journey(this.scene, form, this.applicant, this.reviewer, filingId);
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
  /** The stages it has stood in, in order. */
  async stages(): Promise<readonly string[]> {
    const { items } = await this.applicant.api.must('GET', `/v1/filings/${this.filingId}/history`);
    const stages = (items as readonly { stage: string }[]).map(({ stage }) => stage);
    return stages.filter((stage, i) => stage !== stages[i - 1]);
  }
  /** Who is asked to confirm his phone. */
  async asked(): Promise<readonly string[]> {
    const { phones = [] } = await this.status();
    return (phones as readonly { administrator: string }[]).map(({ administrator }) => administrator);
  }
  /** The papers the authority received, by slot. */
  async papers(): Promise<readonly string[]> {
    return (await this.order()).documents.map(({ slot }) => slot).toSorted();
  }
  /** What the authority received of the newest order. */
  async order(): Promise<Order> {
    return (await this.scene.outside.ordersOf(this.filingId)).at(-1)?.order as Order;
  }
  async subject(): Promise<Body> {
    return (await this.applicant.api.must('GET', `/v1/filings/${this.filingId}/subject`)).draft as Body;
  }
  saveSubject(draft: Body) {
    return this.applicant.save(`/v1/filings/${this.filingId}/subject`, draft);
  }
  /** Saves over the version it has now, and answers what was answered. */
  async trySaveSubject(body: Body) {
    const path = `/v1/filings/${this.filingId}/subject`;
    const { etag } = await this.applicant.api.get(path);
    return this.applicant.api.ask('PUT', path, { body, ...(etag === undefined ? {} : { ifMatch: etag }) });
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
      let answer = await this.confirm(administrator);
      // Until the carrier has the new message, the newest one of this mobile may be that of an earlier submission.
      for (let again = 0; again < 3 && answer.body?.code === 'code-wrong'; again += 1) {
        await pause(1_000);
        answer = await this.confirm(administrator);
      }
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
      if (identity.method === undefined) await this.mustAct('identity-choice', choiceAmong(identity.methods));
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
