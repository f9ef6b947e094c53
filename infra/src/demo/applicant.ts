import { ApiCaller, type Answer, type Body, UnexpectedAnswer } from './api-caller';
import type { FilingForm } from './filing-forms';
import type { OutsideWorld } from './outside-world';
import { paper, type Picture } from './pictures';

export interface Scene {
  readonly gatewayUrl: string;
  readonly outside: OutsideWorld;
  /** How long people ask again while the answer is *try again later*; not at all if absent. */
  readonly patienceSeconds?: number;
  /** Pixels of the pictures that are uploaded; those of a page in screen resolution if absent. */
  readonly pictureSize?: { readonly width: number; readonly height: number };
}

/** A person who files, through the public API alone. */
export class Applicant {
  private constructor(
    readonly persona: string,
    readonly api: ApiCaller,
    private readonly scene: Scene,
  ) {}

  static async signIn(scene: Scene, persona: string): Promise<Applicant> {
    const token = await scene.outside.tokenOf(persona);
    return new Applicant(persona, new ApiCaller(scene.gatewayUrl, token, scene.patienceSeconds), scene);
  }

  /** *Verify Filing Type*, then opens the draft. Answers the filing's id. */
  async open(form: FilingForm): Promise<string> {
    const check = await this.api.must('POST', '/v1/filing-type-checks', { body: form.check });
    const filing = await this.api.must('POST', '/v1/filings', {
      body: { checkId: check.checkId, certificateNumber: form.check.certificateNumber },
    });
    return filing.filingId as string;
  }

  /** Opens a change or a cancellation of what is filed. Answers the filing's id. */
  async openChange(wish: Readonly<Record<string, unknown>>): Promise<string> {
    const filing = await this.api.must('POST', '/v1/filed-subjects/changes', { body: wish });
    return filing.filingId as string;
  }

  async status(filingId: string): Promise<Body> {
    return this.api.must('GET', `/v1/filings/${filingId}`);
  }

  /**
   * Sets the scene outside, fills both parts of the form and uploads every paper that is still missing. A service code is
   * applied for unless the form names one.
   */
  async complete(filingId: string, form: FilingForm): Promise<void> {
    const { owner } = await this.status(filingId);
    const { certificateType, certificateNumber, domain } = form.check;
    const holder = { name: form.subject.name, certificateType, certificateNumber };
    await this.scene.outside.registerDomain(domain, form.registrant ?? holder);
    const serviceCode = form.site['serviceCode'] ?? (await this.serviceCode(filingId, owner as string));
    const subject = `/v1/filings/${filingId}/subject`;
    const { draft } = await this.api.must('GET', subject);
    // What began as it is filed stays so; the form adds its own persons.
    const administrators = { ...draft.administrators, ...(form.subject.administrators as object) };
    await this.save(subject, { ...draft, ...form.subject, administrators });
    const { sites } = await this.api.must('GET', `/v1/filings/${filingId}/sites`);
    await this.save(`/v1/filings/${filingId}/sites/${sites[0].siteId as string}`, { ...form.site, serviceCode });
    await this.uploadMissing(filingId);
  }

  /** A service code from an instance of the applicant's own cloud account. */
  async serviceCode(filingId: string, owner: string): Promise<string> {
    const instanceId = `i-${filingId.toLowerCase()}`;
    await this.scene.outside.provideInstance(instanceId, owner);
    const { code } = await this.api.must('POST', '/v1/service-codes', { body: { instanceId } });
    return code as string;
  }

  /** Saves a part over the version it has now. */
  async save(path: string, body: unknown): Promise<Body> {
    const { etag } = await this.api.get(path);
    return this.api.must('PUT', path, { body, ...(etag === undefined ? {} : { ifMatch: etag }) });
  }

  async preflight(filingId: string): Promise<readonly Body[]> {
    return (await this.api.must('POST', `/v1/filings/${filingId}/preflight`)).findings as readonly Body[];
  }

  /** Uploads a picture for every paper that the pre-flight misses. */
  async uploadMissing(filingId: string): Promise<readonly string[]> {
    const findings = await this.preflight(filingId);
    const slots = findings
      .filter(({ pointer, severity }) => severity === 'error' && String(pointer).startsWith('/documents/'))
      .map(({ pointer }) => String(pointer).slice('/documents/'.length));
    for (const slot of new Set(slots)) await this.upload(filingId, slot);
    return slots;
  }

  /** Grant, presigned upload straight to the object store, completion. Answers the accepted version. */
  async upload(
    filingId: string,
    slot: string,
    picture: Picture = paper(`${filingId} ${slot}`, this.scene.pictureSize),
  ): Promise<Body> {
    const path = `/v1/filings/${filingId}/uploads`;
    const grant = await this.api.must('POST', path, {
      body: { slot, type: picture.type, sizeBytes: picture.bytes.length, sha256: picture.sha256 },
    });
    const form = new FormData();
    for (const [name, value] of Object.entries(grant.fields as Record<string, string>)) form.append(name, value);
    form.append('file', new Blob([new Uint8Array(picture.bytes)], { type: picture.type }));
    const stored = await fetch(grant.url as string, { method: 'POST', body: form });
    if (!stored.ok) throw new Error(`the object store answered ${stored.status}: ${await stored.text()}`);
    return this.api.must('POST', `${path}/${grant.uploadId as string}/completion`);
  }

  act(filingId: string, action: string, body?: unknown): Promise<Answer> {
    return this.api.post(`/v1/filings/${filingId}/${action}`, body === undefined ? {} : { body });
  }

  /** Acts, and insists that it was taken. */
  async mustAct(filingId: string, action: string, body?: unknown): Promise<Body> {
    const answer = await this.act(filingId, action, body);
    if (answer.status >= 400) throw new UnexpectedAnswer(action, answer);
    return answer.body;
  }

  /** Enters the newest code that the sandbox's inbox holds for an administrator. */
  async confirmPhone(
    filingId: string,
    { administrator, form }: { administrator: string; form: FilingForm },
  ): Promise<Answer> {
    const phone = form.phones[administrator];
    if (phone === undefined) throw new Error(`${administrator} has no phone in this form`);
    const code = await this.scene.outside.awaitCode(phone.mobile);
    return this.act(filingId, 'phone-confirmations', { administrator, code, ...phone });
  }

  /** Waits until the filing satisfies a condition, by its server-sent events; `seconds` bounds it. */
  async until(filingId: string, condition: (status: Body) => boolean, seconds = 60): Promise<Body> {
    const deadline = Date.now() + seconds * 1_000;
    let status = await this.status(filingId);
    while (!condition(status)) {
      if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(status).slice(0, 1_500)} after ${seconds} s`);
      await new Promise((resolve) => setTimeout(resolve, 150));
      status = await this.status(filingId);
    }
    return status;
  }

  untilStage(filingId: string, stage: string, seconds = 60): Promise<Body> {
    return this.until(filingId, (status) => status.stage === stage, seconds);
  }
}
