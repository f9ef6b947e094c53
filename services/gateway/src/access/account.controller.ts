import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accountSchema, giveMandateSchema, mandateSchema, mandatesSchema, ulid } from '@beian/contracts/schemas';
import { problem } from '@beian/platform';
import type { z } from 'zod';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { FilingAccess } from '../filings/filing-access';
import { MandateStore } from './mandates.store';
import { For, ForApplicants, ForEverybody } from './route-access';
import { Me, type SignedIn } from './signed-in';

/** Who is signed in, and who may act for whom. */
@ApiTags('account')
@Controller('v1')
export class AccountController {
  constructor(
    @Inject(FilingAccess) private readonly access: FilingAccess,
    @Inject(MandateStore) private readonly mandates: MandateStore,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get('account')
  @ForEverybody()
  @Describe('Who is signed in, by the id that others name him by', { 200: accountSchema })
  account(@Me() me: SignedIn): z.infer<typeof accountSchema> {
    return { accountId: me.accountId, roles: [...me.roles] };
  }

  @Get('mandates')
  @ForApplicants()
  @Describe('Mandates in force that this account gave or holds', { 200: mandatesSchema })
  async list(@Me() me: SignedIn): Promise<z.infer<typeof mandatesSchema>> {
    return { items: [...(await this.mandates.of(me.accountId))] };
  }

  @Post('mandates')
  @Acting()
  @For('applicant', 'agent')
  @Describe('Lets an agent act for the owner in one filing', { 201: mandateSchema })
  give(
    @Body({ schema: giveMandateSchema }) wish: z.infer<typeof giveMandateSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const { filingId, owner } = await this.access.owned(act.by, wish.filingId);
      const mandate = await this.mandates.give({ filingId, owner, agent: wish.agent });
      return new Outcome(201, mandate ?? problem('invalid-request', { pointer: '/agent', detail: 'no such agent' }));
    });
  }

  @Delete('mandates/:mandateId')
  @HttpCode(204)
  @ForApplicants()
  @Describe('Ends a mandate; owner and agent may', { 204: 'It is no longer in force' })
  async revoke(@Param('mandateId', { schema: ulid }) mandateId: string, @Me() me: SignedIn): Promise<void> {
    if (!(await this.mandates.revoke(mandateId, me.accountId))) problem('not-found');
  }
}
