import {
  decideTypeSchema,
  offerTypeSchema,
  requirementsQuerySchema,
  ulid,
  type typeCheckSchema,
  type typeDecisionSchema,
  type typeOfferSchema,
} from '@beian/contracts/schemas';
import { InternalGuard, problem } from '@beian/platform';
import { provinceOf, requirements, type Requirements } from '@beian/rules';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { VerificationDeps } from '../verification-deps';
import { checkFilingType, rulesOn } from './check-filing-type';
import { offerType } from './offer-type';

const accountQuery = z.strictObject({ accountId: ulid });

/** *Verify Filing Type* (验证备案类型), and what a province asks. */
@Controller('internal')
@UseGuards(InternalGuard)
export class FilingTypeController {
  constructor(@Inject(VerificationDeps) private readonly deps: VerificationDeps) {}

  @Post('filing-type-checks')
  @HttpCode(200)
  check(
    @Body({ schema: decideTypeSchema }) form: z.output<typeof decideTypeSchema>,
  ): Promise<z.output<typeof typeDecisionSchema>> {
    return checkFilingType(this.deps, form);
  }

  @Post('type-offers')
  @HttpCode(200)
  offer(@Body({ schema: offerTypeSchema }) asked: z.output<typeof offerTypeSchema>): z.output<typeof typeOfferSchema> {
    return offerType(asked, rulesOn(this.deps.rulesNow, this.deps.clock));
  }

  @Get('filing-type-checks/:checkId')
  async get(
    @Param('checkId', { schema: ulid }) checkId: string,
    @Query({ schema: accountQuery }) { accountId }: z.output<typeof accountQuery>,
  ): Promise<z.output<typeof typeCheckSchema>> {
    return (await this.deps.checks.get(checkId, accountId)) ?? problem('not-found');
  }

  @Get('requirements')
  requirements(
    @Query({ schema: requirementsQuerySchema }) query: z.output<typeof requirementsQuerySchema>,
  ): Requirements {
    const { province, nature, pack, asOf } = query;
    if (provinceOf(province) === undefined) return problem('invalid-request', { pointer: 'query/province' });
    const now = rulesOn(this.deps.rulesNow, this.deps.clock);
    return requirements({ province, nature, filingType: 'FIRST', pack: pack ?? now.pack, asOf: asOf ?? now.asOf });
  }
}
