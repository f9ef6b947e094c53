import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  failedDeliveriesSchema,
  nothingSchema,
  noticePreviewsSchema,
  operatorViewsSchema,
  pageQuerySchema,
  ulid,
} from '@beian/contracts/schemas';
import { z } from 'zod';
import { For } from '../access/route-access';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { GatewayConfig } from '../gateway.config';
import { InternalServices } from '../internal-services';
import { linksTo, operatorViews } from './operator-views';

/** What operators look at across filings: views of the Temporal UI, and what could not be delivered. */
@ApiTags('operator')
@Controller('v1/operator')
export class OperationsController {
  constructor(
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(GatewayConfig) private readonly config: GatewayConfig,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get('views')
  @For('operator', 'senior', 'auditor')
  @Describe('Lists of filings in the Temporal UI, as links', { 200: operatorViewsSchema })
  views(): z.infer<typeof operatorViewsSchema> {
    const { RULE_PACK, TEMPORAL_UI_URL, TEMPORAL_NAMESPACE } = this.config;
    const views = operatorViews(new Date(), RULE_PACK);
    return { items: views.map((view) => ({ ...view, ...linksTo(view, TEMPORAL_UI_URL, TEMPORAL_NAMESPACE) })) };
  }

  @Get('notice-previews')
  @For('operator', 'senior')
  @Describe('Every notice with sample values, in each channel and both languages', { 200: noticePreviewsSchema })
  previews() {
    return this.services.notification.get('/internal/notice-previews', noticePreviewsSchema);
  }

  @Get('deliveries')
  @For('operator')
  @Describe('Notices that could not be delivered, with the cause', { 200: failedDeliveriesSchema })
  failed(@Query({ schema: pageQuerySchema }) { cursor }: z.infer<typeof pageQuerySchema>) {
    const query = cursor === undefined ? '' : `?cursor=${cursor}`;
    return this.services.notification.get(`/internal/failed-deliveries${query}`, failedDeliveriesSchema);
  }

  @Post('deliveries/:deliveryId/resend')
  @Acting()
  @For('operator')
  @Describe('Send one of them again', { 202: 'It is sent again' })
  resend(
    @Param('deliveryId', { schema: ulid }) deliveryId: string,
    @Body({ schema: nothingSchema.optional() }) _nothing: unknown,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const path = `/internal/failed-deliveries/${deliveryId}/resend`;
      await this.services.notification.post(path, z.unknown(), { actor: act.by.accountId });
      return new Outcome(202, undefined);
    });
  }
}
