import { auditHeadSchema } from '@beian/contracts/schemas';
import { Clock, InternalGuard, type KeepHead } from '@beian/platform';
import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import type { z } from 'zod';

/** Where heads of the gateway's audit log are kept. Also the injection token. */
export class GatewayHeads {
  constructor(readonly keep: KeepHead) {}
}

/** The gateway has no key to the object store: the head of its audit log is kept for it. */
@Controller('internal/audit-heads')
@UseGuards(InternalGuard)
export class AuditHeadsController {
  constructor(
    @Inject(GatewayHeads) private readonly heads: GatewayHeads,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Post('gateway')
  @HttpCode(204)
  keep(@Body({ schema: auditHeadSchema }) head: z.output<typeof auditHeadSchema>): Promise<void> {
    return this.heads.keep(head, this.clock.now());
  }
}
