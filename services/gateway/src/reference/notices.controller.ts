import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  inAppNoticeSchema,
  inAppNoticesSchema,
  nothingSchema,
  noticesQuerySchema,
  ulid,
} from '@beian/contracts/schemas';
import type { z } from 'zod';
import { ForEverybody } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { InternalServices } from '../internal-services';

/** Notices to an account in the application (站内信): nobody sees or touches those of another. */
@ApiTags('reference')
@Controller('v1/notices')
export class NoticesController {
  constructor(
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get()
  @ForEverybody()
  @Describe('Notices to this account (站内信), newest first, all or the unread ones; how many are unread', {
    200: inAppNoticesSchema,
  })
  list(@Query({ schema: noticesQuerySchema }) query: z.infer<typeof noticesQuerySchema>, @Me() me: SignedIn) {
    const asked = new URLSearchParams(query as Record<string, string>).toString();
    return this.services.notification.get(`/internal/accounts/${me.accountId}/notices?${asked}`, inAppNoticesSchema);
  }

  @Post(':noticeId/read')
  @Acting()
  @ForEverybody()
  @Describe('A notice has been read; the first time counts', { 200: inAppNoticeSchema })
  read(
    @Param('noticeId', { schema: ulid }) noticeId: string,
    @Body({ schema: nothingSchema.optional() }) _nothing: unknown,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const path = `/internal/accounts/${act.by.accountId}/notices/${noticeId}/read`;
      return new Outcome(200, await this.services.notification.post(path, inAppNoticeSchema, {}));
    });
  }
}
