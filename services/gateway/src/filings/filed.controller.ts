import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { filedRegisterSchema, filingStatusSchema, openChangeSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { ForApplicants } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import type { Outcome } from '../acts/outcome';
import { InternalServices } from '../internal-services';
import { filedRegister, openChange } from './open-change';
import { OpenFilingDeps } from './open-filing';

/** The page of a filed subject (已备案主体): what is filed, and how it is changed or cancelled. */
@ApiTags('filings')
@Controller('v1/filed-subjects')
export class FiledController {
  constructor(
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(OpenFilingDeps) private readonly opening: OpenFilingDeps,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get()
  @ForApplicants()
  @Describe('What the account has filed here: subjects with their sites and numbers', { 200: filedRegisterSchema })
  filed(@Me() me: SignedIn) {
    return filedRegister(this.services, me.accountId);
  }

  @Post('changes')
  @Acting()
  @ForApplicants()
  @Describe(
    'Open a change (变更) or a cancellation (注销) of what is filed; the draft begins as it is filed',
    { 201: filingStatusSchema },
    {
      409: 'Another filing for this subject is open; `filingId` names it',
      422: 'The type is not offered; `entries` say why',
    },
  )
  change(
    @Body({ schema: openChangeSchema }) wish: z.infer<typeof openChangeSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => openChange(this.opening, act, wish));
  }
}
