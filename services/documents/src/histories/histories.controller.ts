import { linkHistoriesSchema, ulid, type keptHistoriesSchema } from '@beian/contracts/schemas';
import { InternalGuard } from '@beian/platform';
import { Body, Controller, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { HistoryDeps } from './history-deps';
import { linkHistories } from './link-histories';

/** The gateway's door to kept histories: internal, behind the token. */
@Controller('internal/filings/:id/histories')
@UseGuards(InternalGuard)
export class HistoriesController {
  constructor(@Inject(HistoryDeps) private readonly deps: HistoryDeps) {}

  @Post('links')
  @HttpCode(200)
  links(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: linkHistoriesSchema }) call: z.output<typeof linkHistoriesSchema>,
  ): Promise<z.output<typeof keptHistoriesSchema>> {
    return linkHistories(this.deps, id, call);
  }
}
