import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  checkSiteSchema,
  pageQuerySchema,
  shellSubjectsSchema,
  siteAuditSchema,
  siteChecksSchema,
} from '@beian/contracts/schemas';
import type { z } from 'zod';
import { For, ForApplicants } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { InternalServices } from '../internal-services';

/** What filed sites look like from outside (rules.md 9.5, 9.6): each owner sees his own, staff what is wrong anywhere. */
@ApiTags('filings')
@Controller('v1')
export class SiteChecksController {
  constructor(
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get('filed-subjects/site-checks')
  @ForApplicants()
  @Describe('Own filed sites as last seen from outside: DNS, registration, footer; what is wrong and what helps', {
    200: siteChecksSchema,
  })
  own(@Me() me: SignedIn) {
    return this.services.website.get(`/internal/site-checks?accountId=${me.accountId}`, siteChecksSchema);
  }

  @Post('filed-subjects/site-checks')
  @Acting()
  @ForApplicants()
  @Describe('Look at an own filed site now; what was seen in the last minute counts', { 200: siteChecksSchema })
  look(@Body({ schema: checkSiteSchema }) site: z.infer<typeof checkSiteSchema>, @TheAct() act: Act): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const asked = { ...site, accountId: act.by.accountId };
      return new Outcome(200, await this.services.website.post('/internal/site-checks', siteChecksSchema, asked));
    });
  }

  @Get('operator/site-audit')
  @For('operator', 'senior', 'auditor')
  @Describe('Filed sites with something wrong at their last look (空壳网站, footer)', { 200: siteAuditSchema })
  audit(@Query({ schema: pageQuerySchema }) { cursor }: z.infer<typeof pageQuerySchema>) {
    const query = cursor === undefined ? '' : `?cursor=${cursor}`;
    return this.services.website.get(`/internal/site-audit${query}`, siteAuditSchema);
  }

  @Get('operator/shell-subjects')
  @For('operator', 'senior', 'auditor')
  @Describe('Subjects filed here whose sites have all been cancelled (空壳主体)', { 200: shellSubjectsSchema })
  shells() {
    return this.services.website.get('/internal/shell-subjects', shellSubjectsSchema);
  }
}
