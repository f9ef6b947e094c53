import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { rulePackIds } from '@beian/contracts';
import {
  applyCodeSchema,
  grantCodeSchema,
  pageQuerySchema,
  requirementsQuerySchema,
  requirementsSchema,
  rulePacksSchema,
  serviceCodeSchema,
  serviceCodesSchema,
  ulid,
} from '@beian/contracts/schemas';
import { z } from 'zod';
import { ForApplicants, ForEverybody } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { GatewayConfig } from '../gateway.config';
import { InternalServices } from '../internal-services';

/** What is asked beside a filing: requirements of a province, rule packs, service codes. */
@ApiTags('reference')
@Controller('v1')
export class ReferenceController {
  constructor(
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(GatewayConfig) private readonly config: GatewayConfig,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get('requirements')
  @ForEverybody()
  @Describe('What a province asks of a subject, with sources', { 200: requirementsSchema })
  requirements(
    @Query({ schema: requirementsQuerySchema }) query: z.infer<typeof requirementsQuerySchema>,
  ): Promise<z.infer<typeof requirementsSchema>> {
    return this.services.verification.get(`/internal/requirements?${encoded(query)}`, requirementsSchema);
  }

  @Get('rule-packs')
  @ForEverybody()
  @Describe('Rule packs that exist, and the one of this installation', { 200: rulePacksSchema })
  rulePacks(): z.infer<typeof rulePacksSchema> {
    const { RULE_PACK: current, AS_OF: asOf } = this.config;
    return { items: [...rulePackIds], current, ...(asOf === undefined ? {} : { asOf }) };
  }

  @Post('service-codes')
  @Acting()
  @ForApplicants()
  @Describe(
    'Apply for a service code (备案服务号) of an instance',
    { 201: serviceCodeSchema },
    { 409: 'Quota used up', 422: 'Instance unfit' },
  )
  apply(
    @Body({ schema: applyCodeSchema }) { instanceId }: z.infer<typeof applyCodeSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const body = { accountId: act.by.accountId, instanceId };
      return new Outcome(201, await this.services.website.post('/internal/service-codes', serviceCodeSchema, body));
    });
  }

  @Get('service-codes')
  @ForApplicants()
  @Describe('The own service codes and their state', { 200: serviceCodesSchema })
  serviceCodes(@Query({ schema: pageQuerySchema }) query: z.infer<typeof pageQuerySchema>, @Me() me: SignedIn) {
    const path = `/internal/service-codes?${encoded({ accountId: me.accountId, ...query })}`;
    return this.services.website.get(path, serviceCodesSchema);
  }

  @Post('service-codes/:codeId/grant')
  @Acting()
  @ForApplicants()
  @Describe(
    'Let another account file with an own, unused code, or take that back',
    { 200: serviceCodeSchema },
    { 409: 'It is in use' },
  )
  grant(
    @Param('codeId', { schema: ulid }) codeId: string,
    @Body({ schema: grantCodeSchema }) { grantedTo }: z.infer<typeof grantCodeSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const body = { accountId: act.by.accountId, grantedTo };
      const path = `/internal/service-codes/${codeId}/grant`;
      return new Outcome(200, await this.services.website.post(path, serviceCodeSchema, body));
    });
  }
}

/** A query string of what was given. */
function encoded(query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return new URLSearchParams(given).toString();
}
