import { applyServiceCodeSchema, grantServiceCodeSchema, ulid } from '@beian/contracts/schemas';
import { InternalGuard } from '@beian/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { applyServiceCode } from './apply-service-code';
import { grantServiceCode } from './grant-service-code';
import { WebsiteDeps } from './website-deps';
import { codeView } from './website-view';

type Output<S extends z.ZodType> = z.output<S>;
const listQuery = z.object({ accountId: ulid, cursor: ulid.optional() });

/** The gateway's door to service codes (备案服务号). */
@Controller('internal/service-codes')
@UseGuards(InternalGuard)
export class ServiceCodeController {
  constructor(@Inject(WebsiteDeps) private readonly deps: WebsiteDeps) {}

  @Post()
  apply(@Body({ schema: applyServiceCodeSchema }) application: Output<typeof applyServiceCodeSchema>) {
    return applyServiceCode(this.deps, application);
  }

  @Get()
  async list(@Query({ schema: listQuery }) { accountId, cursor }: Output<typeof listQuery>) {
    const { items, next } = await this.deps.codes.list(this.deps.database, accountId, cursor);
    return { items: items.map(codeView), ...(next === undefined ? {} : { next }) };
  }

  @Post(':id/grant')
  @HttpCode(200)
  grant(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: grantServiceCodeSchema }) grant: Output<typeof grantServiceCodeSchema>,
  ) {
    return grantServiceCode(this.deps, id, grant);
  }
}
