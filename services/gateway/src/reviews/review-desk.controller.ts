import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  askDifferenceSchema,
  callsSchema,
  logCallSchema,
  revisionDifferenceSchema,
  ulid,
} from '@beian/contracts/schemas';
import type { z } from 'zod';
import { For, ForReviewers } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { FilingDesk } from '../filings/filing-desk';
import { askDifference } from './ask-difference';

const filing = { schema: ulid };

/** What a reviewer works with beside the decision: what changed since the last submission, and the telephone. */
@ApiTags('reviews')
@Controller('v1/reviews/:filingId')
export class ReviewDeskController {
  constructor(
    @Inject(FilingDesk) private readonly desk: FilingDesk,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get('difference')
  @For('reviewer', 'senior', 'auditor')
  @Describe(
    'What changed between two submissions, masked, with *fixed* or *not touched* per reason',
    { 200: revisionDifferenceSchema },
    { 409: 'It was submitted once or never' },
  )
  async difference(
    @Param('filingId', filing) id: string,
    @Query({ schema: askDifferenceSchema }) asked: z.infer<typeof askDifferenceSchema>,
    @Me() me: SignedIn,
  ) {
    return askDifference(this.desk.services, { ...(await this.desk.access.foreign(me, id)), by: me }, asked);
  }

  @Get('calls')
  @For('reviewer', 'senior', 'auditor')
  @Describe('The call log, with the half hour that is booked; the look is audited', { 200: callsSchema })
  async calls(@Param('filingId', filing) id: string, @Me() me: SignedIn) {
    await this.desk.access.foreign(me, id);
    const path = `/internal/filings/${id}/calls?actor=${me.accountId}`;
    return this.desk.services.verification.get(path, callsSchema);
  }

  @Post('calls')
  @Acting()
  @ForReviewers()
  @Describe('Write down a call and what it came to', { 200: callsSchema })
  log(
    @Param('filingId', filing) id: string,
    @Body({ schema: logCallSchema }) call: z.infer<typeof logCallSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      await this.desk.access.foreign(act.by, id);
      const body = { ...call, actor: act.by.accountId, messageId: act.messageId };
      return new Outcome(
        200,
        await this.desk.services.verification.post(`/internal/filings/${id}/calls`, callsSchema, body),
      );
    });
  }
}
