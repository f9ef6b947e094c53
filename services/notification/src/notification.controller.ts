import {
  accountContactSchema,
  carrierCallbackSchema,
  messageIdText,
  resendDeliverySchema,
  resendManySchema,
  ulid,
  type failedDeliveriesSchema,
  type inAppNoticeSchema,
  type inAppNoticesSchema,
  type noticePreviewsSchema,
  type resendBegunSchema,
  type resendRunSchema,
  type sentMessagesSchema,
} from '@beian/contracts/schemas';
import { InternalGuard, problem } from '@beian/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { beginResend } from './resend-many';
import type { LoggedDelivery } from './deliveries.store';
import { hearReceipt } from './hear-receipt';
import { renderNotice } from './notice-templates';
import type { Notice } from './notices.store';
import { NotificationDeps } from './notification-deps';
import { previewNotices } from './preview-notices';
import { resendDelivery } from './resend-delivery';
import { saveAccount } from './save-account';

type Output<S extends z.ZodType> = z.output<S>;

const ownerQuery = z.object({ accountId: ulid.optional() });
const pageQuery = z.object({ cursor: ulid.optional(), limit: z.coerce.number().int().min(1).max(100).default(20) });
const noticesQuery = pageQuery.extend({ unread: z.stringbool().optional() });

/** The gateway's door to this service: internal, behind the token. */
@Controller('internal')
@UseGuards(InternalGuard)
export class NotificationController {
  constructor(@Inject(NotificationDeps) private readonly deps: NotificationDeps) {}

  @Put('accounts/:accountId')
  @HttpCode(204)
  saveAccount(
    @Param('accountId', { schema: ulid }) accountId: string,
    @Body({ schema: accountContactSchema }) contact: Output<typeof accountContactSchema>,
  ): Promise<void> {
    return saveAccount(this.deps, accountId, contact);
  }

  @Get('accounts/:accountId/notices')
  async notices(
    @Param('accountId', { schema: ulid }) accountId: string,
    @Query({ schema: noticesQuery }) { cursor, limit, unread }: Output<typeof noticesQuery>,
  ): Promise<Output<typeof inAppNoticesSchema>> {
    const { notices } = this.deps;
    const found = await notices.ofAccount(accountId, { before: cursor, limit: limit + 1, unread });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last ? { next: last.noticeId } : {};
    return { items: page.map(inApp), unread: await notices.countUnread(accountId), ...next };
  }

  @Post('accounts/:accountId/notices/:noticeId/read')
  @HttpCode(200)
  async read(
    @Param('accountId', { schema: ulid }) accountId: string,
    @Param('noticeId', { schema: ulid }) noticeId: string,
  ): Promise<Output<typeof inAppNoticeSchema>> {
    const { notices, clock } = this.deps;
    return inApp((await notices.markRead(accountId, noticeId, clock.now())) ?? problem('not-found'));
  }

  /** The send log: for the owner, or without an account for staff. */
  @Get('filings/:id/messages')
  async messages(
    @Param('id', { schema: ulid }) id: string,
    @Query({ schema: ownerQuery }) { accountId }: Output<typeof ownerQuery>,
  ): Promise<Output<typeof sentMessagesSchema>> {
    const owner = await this.deps.notices.ownerOf(id);
    // A filing that nothing was told of yet has an empty log; of another account's there is nothing to see.
    if (owner !== undefined && accountId !== undefined && owner !== accountId) return problem('not-found');
    return { items: (await this.deps.deliveries.ofFiling(id)).map(logged) };
  }

  /** Every notice with sample values, for staff. */
  @Get('notice-previews')
  previews(): Output<typeof noticePreviewsSchema> {
    return previewNotices();
  }

  @Get('failed-deliveries')
  async failed(
    @Query({ schema: pageQuery }) { cursor, limit }: Output<typeof pageQuery>,
  ): Promise<Output<typeof failedDeliveriesSchema>> {
    const found = await this.deps.deliveries.parked({ after: cursor, limit: limit + 1 });
    const page = found.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((delivery) => ({ ...logged(delivery), filingId: delivery.filingId })),
      ...(found.length > limit && last ? { next: last.deliveryId } : {}),
    };
  }

  @Post('failed-deliveries/:deliveryId/resend')
  @HttpCode(204)
  resend(
    @Param('deliveryId', { schema: ulid }) deliveryId: string,
    @Body({ schema: resendDeliverySchema }) { actor }: Output<typeof resendDeliverySchema>,
  ): Promise<void> {
    return resendDelivery(this.deps, deliveryId, actor);
  }

  @Post('failed-deliveries/resend')
  @HttpCode(200)
  resendMany(
    @Body({ schema: resendManySchema }) wish: Output<typeof resendManySchema>,
  ): Promise<Output<typeof resendBegunSchema>> {
    return beginResend(this.deps, wish);
  }

  @Get('resend-runs/:runId')
  async resendRun(@Param('runId', { schema: messageIdText }) runId: string): Promise<Output<typeof resendRunSchema>> {
    const run = (await this.deps.runs.get(runId)) ?? problem('not-found');
    const { state, released, sent, failed, atMost, stopAfter } = run;
    return { runId, state, released, sent, failed, atMost, stopAfter };
  }

  @Post('callbacks/carrier')
  @HttpCode(202)
  receipt(@Body({ schema: carrierCallbackSchema }) receipt: Output<typeof carrierCallbackSchema>): Promise<void> {
    return hearReceipt(this.deps, receipt);
  }
}

function inApp({ noticeId, filingId, kind, facts, at, readAt }: Notice): Output<typeof inAppNoticeSchema> {
  const zh = renderNotice('in-app', kind, { language: 'zh', facts });
  const en = renderNotice('in-app', kind, { language: 'en', facts });
  const read = readAt === undefined ? {} : { readAt: readAt.toISOString() };
  return { id: noticeId, filingId, notice: kind, zh, en, at: at.toISOString(), ...read };
}

function logged(delivery: LoggedDelivery): Output<typeof sentMessagesSchema>['items'][number] {
  const { deliveryId, kind, channel, masked, state, attempts, at, movedAt, cause } = delivery;
  return {
    id: deliveryId,
    notice: kind,
    channel,
    recipient: masked,
    state,
    attempts,
    at: at.toISOString(),
    movedAt: movedAt.toISOString(),
    ...(cause === null ? {} : { cause }),
  };
}
