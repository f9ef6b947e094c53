import { handOverFilterSchema, type failedHandOversSchema } from '@beian/contracts/schemas';
import { InternalGuard } from '@beian/platform';
import { Controller, Get, Inject, Query, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { VerificationDeps } from '../verification-deps';

const pageSize = 100;

/** The part of the failed-delivery desk that is about the authority. */
@Controller('internal/failed-hand-overs')
@UseGuards(InternalGuard)
export class HandOverFailuresController {
  constructor(@Inject(VerificationDeps) private readonly deps: VerificationDeps) {}

  @Get()
  async list(
    @Query({ schema: handOverFilterSchema }) filter: z.output<typeof handOverFilterSchema>,
  ): Promise<z.output<typeof failedHandOversSchema>> {
    const found = await this.deps.failures.list(filter, pageSize + 1);
    const items = found.slice(0, pageSize);
    const last = items.at(-1);
    return { items, ...(found.length > pageSize && last ? { next: last.filingId } : {}) };
  }
}
