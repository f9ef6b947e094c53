import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  addReasonsSchema,
  decisionSchema,
  filingStatusSchema,
  nothingSchema,
  photoDecisionSchema,
  reviewItemSchema,
  reviewsQuerySchema,
  reviewsSchema,
  ulid,
} from '@beian/contracts/schemas';
import { z } from 'zod';
import { For, ForReviewers } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { FilingDesk } from '../filings/filing-desk';

const filing = { schema: ulid };
const deciding = { 409: 'Not claimed, decided already, or a second person is needed', 422: 'A return needs reasons' };

/** The review desk (初审): a queue, a claim, and decisions with reasons per field. `verification` holds all of it. */
@ApiTags('reviews')
@Controller('v1/reviews')
export class ReviewsController {
  constructor(
    @Inject(FilingDesk) private readonly desk: FilingDesk,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get()
  @For('reviewer', 'senior', 'operator', 'auditor')
  @Describe('The queue, oldest first', { 200: reviewsSchema })
  list(
    @Query({ schema: reviewsQuerySchema }) query: z.infer<typeof reviewsQuerySchema>,
  ): Promise<z.infer<typeof reviewsSchema>> {
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return this.desk.services.verification.get(
      `/internal/reviews?${new URLSearchParams(given).toString()}`,
      reviewsSchema,
    );
  }

  @Post(':filingId/claim')
  @Acting()
  @ForReviewers()
  @Describe('Take a filing from the queue', { 200: reviewItemSchema }, { 409: 'Another reviewer holds it' })
  claim(
    @Param('filingId', filing) id: string,
    @Body({ schema: nothingSchema.optional() }) _nothing: unknown,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      await this.desk.access.foreign(act.by, id);
      const body = { actor: act.by.accountId };
      return new Outcome(
        200,
        await this.desk.services.verification.post(`/internal/reviews/${id}/claim`, reviewItemSchema, body),
      );
    });
  }

  @Delete(':filingId/claim')
  @HttpCode(204)
  @ForReviewers()
  @Describe('Give a filing back to the queue', { 204: 'It is back' }, { 409: 'It is not claimed by you' })
  async giveBack(@Param('filingId', filing) id: string, @Me() me: SignedIn): Promise<void> {
    await this.desk.access.foreign(me, id);
    await this.desk.services.verification.delete(`/internal/reviews/${id}/claim?actor=${me.accountId}`, z.unknown());
  }

  @Post(':filingId/decision')
  @Acting()
  @ForReviewers()
  @Describe('Approve, return or refuse; who claimed it decides', { 200: filingStatusSchema }, deciding)
  decide(
    @Param('filingId', filing) id: string,
    @Body({ schema: decisionSchema }) decision: z.infer<typeof decisionSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.tell(act, id, { what: 'decision', body: decision }));
  }

  @Post(':filingId/reasons')
  @Acting()
  @ForReviewers()
  @Describe(
    'Add reasons to a returned filing',
    { 200: filingStatusSchema },
    { 409: 'It does not lie with the applicant' },
  )
  addReasons(
    @Param('filingId', filing) id: string,
    @Body({ schema: addReasonsSchema }) added: z.infer<typeof addReasonsSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.tell(act, id, { what: 'reasons', body: added }));
  }

  @Post(':filingId/photo-decision')
  @Acting()
  @ForReviewers()
  @Describe('Accept or refuse the picture of the website administrator', { 200: filingStatusSchema }, deciding)
  decidePhoto(
    @Param('filingId', filing) id: string,
    @Body({ schema: photoDecisionSchema }) decision: z.infer<typeof photoDecisionSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.tell(act, id, { what: 'photo-decision', body: decision }));
  }

  private async tell(act: Act, id: string, told: { readonly what: string; readonly body: object }): Promise<Outcome> {
    const seen = await this.desk.access.foreign(act.by, id);
    return this.desk.tellVerification(act, seen, { path: `/internal/reviews/${id}/${told.what}`, body: told.body });
  }
}
