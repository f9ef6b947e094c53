import { Inject, Injectable } from '@nestjs/common';
import type { UpdateDefinition } from '@temporalio/common';
import type { FilingAnswer, FilingId, Message } from '@beian/contracts';
import { photoUploaded } from '@beian/contracts/messages';
import {
  documentsSchema,
  phoneCodeResentSchema,
  typeCheckSchema,
  type openFilingSchema,
  type phoneResendSchema,
} from '@beian/contracts/schemas';
import { Clock, problem } from '@beian/platform';
import type { z } from 'zod';
import type { SignedIn } from '../access/signed-in';
import type { Act } from '../acts/act';
import { Outcome } from '../acts/outcome';
import { FilingDesk } from './filing-desk';
import { decideFilingType, type TypeForm } from './filing-type';
import { openFiling, OpenFilingDeps } from './open-filing';
import { preflight, shanghaiDay, type Preflight } from './preflight';

/** What an applicant or his agent asks for, each after looking whose filing it is. */
@Injectable()
export class ApplicantDesk {
  constructor(
    @Inject(FilingDesk) private readonly desk: FilingDesk,
    @Inject(OpenFilingDeps) private readonly opening: OpenFilingDeps,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async checkType({ by }: Act, form: TypeForm): Promise<Outcome> {
    const { decision, openDraft } = await decideFilingType(this.desk.services, by.accountId, form);
    const draft = openDraft === undefined ? {} : { link: `</v1/filings/${openDraft}>; rel="related"` };
    return new Outcome(201, decision, { location: `/v1/filing-type-checks/${decision.checkId}`, ...draft });
  }

  typeCheck(me: SignedIn, checkId: string): Promise<z.infer<typeof typeCheckSchema>> {
    return this.desk.services.verification.get(
      `/internal/filing-type-checks/${checkId}?accountId=${me.accountId}`,
      typeCheckSchema,
    );
  }

  open(act: Act, wish: z.infer<typeof openFilingSchema>): Promise<Outcome> {
    return openFiling(this.opening, act, wish);
  }

  async preflight(me: SignedIn, filingId: FilingId): Promise<Preflight> {
    const seen = await this.desk.access.seen(me, filingId);
    // A filing whose clock was moved forward on the server is judged at its own time, as a submission would be.
    const now = new Date(Math.max(this.clock.now().getTime(), Date.parse(seen.snapshot.at)));
    // The day that installation or operator gave holds, as it will for the submission (decision 2); else today's.
    const asOf = seen.snapshot.asOfGiven === true ? seen.snapshot.asOf : shanghaiDay(now);
    return preflight(this.desk.services, seen, { now, asOf });
  }

  /** Submit, resubmit, withdraw, abandon: an update that needs nothing but its id. */
  async move(
    { by, messageId }: Act,
    filingId: FilingId,
    update: UpdateDefinition<FilingAnswer, [Message]>,
  ): Promise<Outcome> {
    const seen = await this.desk.access.own(by, filingId);
    return this.desk.moves.send(by, seen, { update, message: { messageId } });
  }

  /** Answers the identity check with a picture: an accepted document of this very filing, else it is not found. */
  async givePhoto({ by, messageId }: Act, filingId: FilingId, versionId: string): Promise<Outcome> {
    const seen = await this.desk.access.own(by, filingId);
    const { documents } = await this.desk.services.documents.get(
      `/internal/filings/${filingId}/documents?accountId=${seen.owner}`,
      documentsSchema,
    );
    const photo = documents.find((document) => document.versionId === versionId) ?? problem('not-found');
    if (photo.state !== 'accepted') return problem('upload-missing', { pointer: '/versionId', detail: 'not accepted' });
    return this.desk.moves.send(by, seen, { update: photoUploaded, message: { messageId, versionId } });
  }

  /** What `verification` must hear first, because it holds address, code or mobile; it sends the update itself. */
  async tellVerification(
    act: Act,
    filingId: FilingId,
    told: { readonly what: string; readonly body: object },
  ): Promise<Outcome> {
    const seen = await this.desk.access.own(act.by, filingId);
    return this.desk.tellVerification(act, seen, {
      path: `/internal/filings/${filingId}/${told.what}`,
      body: told.body,
    });
  }

  async resendCode(
    { by, messageId }: Act,
    filingId: FilingId,
    wish: z.infer<typeof phoneResendSchema>,
  ): Promise<Outcome> {
    await this.desk.access.own(by, filingId);
    const path = `/internal/filings/${filingId}/phone-resends`;
    const body = { ...wish, actor: by.accountId, messageId };
    return new Outcome(200, await this.desk.services.verification.post(path, phoneCodeResentSchema, body));
  }
}
