import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { keptHistoriesSchema, ulid } from '@beian/contracts/schemas';
import type { z } from 'zod';
import { For } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Describe } from '../acts/describe';
import { FilingAccess } from '../filings/filing-access';
import { InternalServices } from '../internal-services';

/** What is kept of a filing's workflow after Temporal has forgotten it. */
@ApiTags('operator')
@Controller('v1/operator/filings/:filingId/history')
export class KeptHistoriesController {
  constructor(
    @Inject(FilingAccess) private readonly access: FilingAccess,
    @Inject(InternalServices) private readonly services: InternalServices,
  ) {}

  @Get()
  @For('operator', 'auditor')
  @Header('cache-control', 'no-store')
  @Describe(
    'The kept history of a closed filing, run by run, with links for five minutes: files for the import page of the Temporal UI, payloads still encrypted; taking them is audited. Empty while the filing runs',
    { 200: keptHistoriesSchema },
  )
  async histories(
    @Param('filingId', { schema: ulid }) filingId: string,
    @Me() me: SignedIn,
  ): Promise<z.infer<typeof keptHistoriesSchema>> {
    await this.access.foreign(me, filingId);
    const path = `/internal/filings/${filingId}/histories/links`;
    return this.services.documents.post(path, keptHistoriesSchema, { actor: me.accountId });
  }
}
