import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { abandon, resubmit, submit, withdraw } from '@beian/contracts/messages';
import {
  filingStatusSchema,
  identityChoiceSchema,
  nothingSchema,
  openFilingSchema,
  phoneCodeResentSchema,
  phoneConfirmationSchema,
  phoneResendSchema,
  photoSchema,
  preflightSchema,
  typeCheckSchema,
  typeDecisionSchema,
  ulid,
  verifyTypeSchema,
} from '@beian/contracts/schemas';
import type { z } from 'zod';
import { For, ForApplicants } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import type { Outcome } from '../acts/outcome';
import { ApplicantDesk } from './applicant-desk';

const moved = {
  200: filingStatusSchema,
  202: 'Taken, but not treated yet: look at Location, or ask again with the same key',
};
const refused = {
  409: 'Not allowed in the present stage; `allowedActions` says what is',
  422: 'There are findings, or the key was used with another body; nothing was changed',
};
const nothing = nothingSchema.optional();
const filing = { schema: ulid };

/** What an applicant, or his agent, does with a filing. */
@ApiTags('filings')
@Controller('v1')
export class FilingActsController {
  constructor(
    @Inject(ApplicantDesk) private readonly desk: ApplicantDesk,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Post('filing-type-checks')
  @Acting()
  @ForApplicants()
  @Describe('Verify the filing type (验证备案类型): nothing is locked', { 201: typeDecisionSchema })
  checkType(
    @Body({ schema: verifyTypeSchema }) form: z.infer<typeof verifyTypeSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.checkType(act, form));
  }

  @Get('filing-type-checks/:checkId')
  @ForApplicants()
  @Describe('The answer of a check, and its form without the number', { 200: typeCheckSchema })
  typeCheck(@Param('checkId', { schema: ulid }) checkId: string, @Me() me: SignedIn) {
    return this.desk.typeCheck(me, checkId);
  }

  @Post('filings')
  @Acting()
  @ForApplicants()
  @Describe(
    'Open a filing from a check',
    { 201: filingStatusSchema, 200: filingStatusSchema },
    { 409: 'The check has opened a filing that has ended', 422: 'The type is not offered, or the answer has changed' },
  )
  open(
    @Body({ schema: openFilingSchema }) wish: z.infer<typeof openFilingSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.open(act, wish));
  }

  @Post('filings/:filingId/preflight')
  @HttpCode(200)
  @For('applicant', 'agent', 'reviewer', 'senior')
  @Describe('Everything that would stop this filing at any later stage; changes nothing', { 200: preflightSchema })
  async preflight(
    @Param('filingId', filing) filingId: string,
    @Body({ schema: nothing }) _nothing: unknown,
    @Me() me: SignedIn,
  ): Promise<z.infer<typeof preflightSchema>> {
    return this.desk.preflight(me, filingId);
  }

  @Post('filings/:filingId/submit')
  @Acting()
  @ForApplicants()
  @Describe('Submit the draft for review', moved, refused)
  submit(
    @Param('filingId', filing) id: string,
    @Body({ schema: nothing }) _nothing: unknown,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.move(act, id, submit));
  }

  @Post('filings/:filingId/resubmit')
  @Acting()
  @ForApplicants()
  @Describe('Submit again after a return', moved, refused)
  resubmit(
    @Param('filingId', filing) id: string,
    @Body({ schema: nothing }) _nothing: unknown,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.move(act, id, resubmit));
  }

  @Post('filings/:filingId/withdraw')
  @Acting()
  @ForApplicants()
  @Describe('Withdraw a submission; possible until the hand-over', moved, refused)
  withdraw(
    @Param('filingId', filing) id: string,
    @Body({ schema: nothing }) _nothing: unknown,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.move(act, id, withdraw));
  }

  @Post('filings/:filingId/abandon')
  @Acting()
  @ForApplicants()
  @Describe('Drop a draft or a returned filing', moved, refused)
  abandon(
    @Param('filingId', filing) id: string,
    @Body({ schema: nothing }) _nothing: unknown,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.move(act, id, abandon));
  }

  @Post('filings/:filingId/identity-choice')
  @Acting()
  @ForApplicants()
  @Describe('Choose how the website administrator proves who he is', moved, refused)
  chooseIdentity(
    @Param('filingId', filing) id: string,
    @Body({ schema: identityChoiceSchema }) choice: z.infer<typeof identityChoiceSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.tellVerification(act, id, { what: 'identity-choice', body: choice }));
  }

  @Post('filings/:filingId/photo')
  @Acting()
  @ForApplicants()
  @Describe('Answer the identity check with an accepted picture', moved, refused)
  photo(
    @Param('filingId', filing) id: string,
    @Body({ schema: photoSchema }) { versionId }: z.infer<typeof photoSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.givePhoto(act, id, versionId));
  }

  @Post('filings/:filingId/phone-confirmations')
  @Acting()
  @ForApplicants()
  @Describe('Confirm a phone (短信核验) with code, mobile and the last six of the certificate', moved, refused)
  confirmPhone(
    @Param('filingId', filing) id: string,
    @Body({ schema: phoneConfirmationSchema }) entered: z.infer<typeof phoneConfirmationSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () =>
      this.desk.tellVerification(act, id, { what: 'phone-confirmations', body: entered }),
    );
  }

  @Post('filings/:filingId/phone-resends')
  @Acting()
  @ForApplicants()
  @Describe('Ask for the code once more', { 200: phoneCodeResentSchema }, { 409: 'Not allowed now' })
  resendCode(
    @Param('filingId', filing) id: string,
    @Body({ schema: phoneResendSchema }) wish: z.infer<typeof phoneResendSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.resendCode(act, id, wish));
  }
}
