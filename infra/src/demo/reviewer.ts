import { ApiCaller, type Answer, UnexpectedAnswer } from './api-caller';
import type { Scene } from './applicant';

/** A person at the review desk, through the public API alone. */
export class Reviewer {
  private constructor(readonly api: ApiCaller) {}

  static async signIn(scene: Scene, persona = 'reviewer-wang'): Promise<Reviewer> {
    const token = await scene.outside.tokenOf(persona);
    return new Reviewer(new ApiCaller(scene.gatewayUrl, token, scene.patienceSeconds));
  }

  claim(filingId: string): Promise<Answer> {
    return this.api.post(`/v1/reviews/${filingId}/claim`);
  }

  decide(filingId: string, decision: Readonly<Record<string, unknown>>): Promise<Answer> {
    return this.api.post(`/v1/reviews/${filingId}/decision`, { body: decision });
  }

  /** Claims and decides, and insists that both were taken. */
  async review(filingId: string, decision: Readonly<Record<string, unknown>>): Promise<void> {
    this.insist('claim', await this.claim(filingId));
    this.insist('decision', await this.decide(filingId, decision));
  }

  async approve(filingId: string): Promise<void> {
    await this.review(filingId, { decision: 'approve' });
  }

  async decidePhoto(filingId: string, decision: Readonly<Record<string, unknown>>): Promise<void> {
    this.insist('claim', await this.claim(filingId));
    this.insist('photo decision', await this.api.post(`/v1/reviews/${filingId}/photo-decision`, { body: decision }));
  }

  private insist(what: string, answer: Answer): void {
    if (answer.status >= 400) throw new UnexpectedAnswer(what, answer);
  }
}
