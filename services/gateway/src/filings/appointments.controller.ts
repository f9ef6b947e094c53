import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bookCallSchema, callSlotSchema, callSlotsSchema, identityViewSchema, ulid } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { For, ForApplicants } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { FilingDesk } from './filing-desk';

const filing = { schema: ulid };

/** When the provider may call, and where the identity check stands: booking of a place, parcels on their way. */
@ApiTags('filings')
@Controller('v1/filings/:filingId')
export class AppointmentsController {
  constructor(
    @Inject(FilingDesk) private readonly desk: FilingDesk,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get('call-slots')
  @For('applicant', 'agent', 'reviewer', 'senior')
  @Describe('Half hours in which the reviewer may call, and the one that is booked', { 200: callSlotsSchema })
  async slots(@Param('filingId', filing) id: string, @Me() me: SignedIn) {
    await this.desk.access.seen(me, id);
    return this.desk.services.verification.get(`/internal/filings/${id}/call-slots`, callSlotsSchema);
  }

  @Post('call-slots')
  @Acting()
  @ForApplicants()
  @Describe(
    'Book a half hour for a call; an earlier booking is moved to it',
    { 200: callSlotSchema },
    { 409: 'It is full, or the provider does not review now' },
  )
  book(
    @Param('filingId', filing) id: string,
    @Body({ schema: bookCallSchema }) wish: z.infer<typeof bookCallSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      await this.desk.access.own(act.by, id);
      const body = { ...wish, actor: act.by.accountId };
      const path = `/internal/filings/${id}/call-slots`;
      return new Outcome(200, await this.desk.services.verification.post(path, callSlotSchema, body));
    });
  }

  @Get('identity')
  @For('applicant', 'agent', 'reviewer', 'senior', 'auditor')
  @Describe('Where the identity check stands: booked place, and every parcel of this submission', {
    200: identityViewSchema,
  })
  async identity(@Param('filingId', filing) id: string, @Me() me: SignedIn) {
    await this.desk.access.seen(me, id);
    return this.desk.services.verification.get(`/internal/filings/${id}/identity`, identityViewSchema);
  }
}
