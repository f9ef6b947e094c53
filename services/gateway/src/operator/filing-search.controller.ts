import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { filingSearchSchema, foundFilingsSchema } from '@beian/contracts/schemas';
import { TemporalClient } from '@beian/platform';
import type { z } from 'zod';
import { For } from '../access/route-access';
import { Describe } from '../acts/describe';
import { findFilings } from './find-filings';

/** Which running filings an operator means, before anything is done to them. */
@ApiTags('operator')
@Controller('v1/operator/filings')
export class FilingSearchController {
  constructor(@Inject(TemporalClient) private readonly temporal: TemporalClient) {}

  @Get()
  @For('operator', 'senior', 'auditor')
  @Describe('Running filings by their search attributes: how many, and which', { 200: foundFilingsSchema })
  find(
    @Query({ schema: filingSearchSchema }) search: z.infer<typeof filingSearchSchema>,
  ): Promise<z.infer<typeof foundFilingsSchema>> {
    return findFilings(this.temporal, search);
  }
}
