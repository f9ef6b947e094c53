import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { subjectDraftSchema, subjectPartSchema, ulid, unmaskSchema, unmaskedSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { For, ForApplicants, ForReviewers } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Describe } from '../acts/describe';
import { versioned, type Outcome } from '../acts/outcome';
import { FilingAccess } from '../filings/filing-access';
import { InternalServices } from '../internal-services';
import { Editing, TheEdit, type Edit } from './edit';

const filing = { schema: ulid };

/** The subject (主体) of a filing: in clear for whose it is, masked for staff. */
@ApiTags('parts')
@Controller('v1/filings/:filingId')
export class SubjectController {
  constructor(
    @Inject(FilingAccess) private readonly access: FilingAccess,
    @Inject(InternalServices) private readonly services: InternalServices,
  ) {}

  @Get('subject')
  @For('applicant', 'agent', 'reviewer', 'senior', 'auditor')
  @Describe('The subject of a filing; staff see it masked', { 200: subjectPartSchema })
  async read(@Param('filingId', filing) filingId: string, @Me() me: SignedIn): Promise<Outcome> {
    const { owner, standing } = await this.access.seen(me, filingId);
    const part = standing === 'staff' ? `part/masked?actor=${me.accountId}` : `part?accountId=${owner}`;
    return versioned(await this.services.subject.get(`/internal/filings/${filingId}/${part}`, subjectPartSchema));
  }

  @Put('subject')
  @Editing()
  @ForApplicants()
  @Describe(
    'Save the subject',
    { 200: subjectPartSchema },
    {
      409: 'The filing cannot be changed now',
      412: 'Somebody saved before you; both versions are in the answer',
      428: 'If-Match is missing',
    },
  )
  async save(
    @Param('filingId', filing) filingId: string,
    @Body({ schema: subjectDraftSchema }) draft: z.infer<typeof subjectDraftSchema>,
    @TheEdit() { by, version }: Edit,
  ): Promise<Outcome> {
    const { owner } = await this.access.own(by, filingId);
    const body = { accountId: owner, version, draft };
    return versioned(await this.services.subject.put(`/internal/filings/${filingId}/part`, subjectPartSchema, body));
  }

  @Post('unmask')
  @HttpCode(200)
  @ForReviewers()
  @Describe('One masked value in clear, with a reason that is audited', { 200: unmaskedSchema })
  async unmask(
    @Param('filingId', filing) filingId: string,
    @Body({ schema: unmaskSchema }) wish: z.infer<typeof unmaskSchema>,
    @Me() me: SignedIn,
  ): Promise<z.infer<typeof unmaskedSchema>> {
    await this.access.foreign(me, filingId);
    const body = { ...wish, actor: me.accountId };
    return this.services.subject.post(`/internal/filings/${filingId}/unmask`, unmaskedSchema, body);
  }
}
