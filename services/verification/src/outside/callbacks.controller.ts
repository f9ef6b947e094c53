import { authorityCallbackSchema, carrierCallbackSchema, courierCallbackSchema } from '@beian/contracts/schemas';
import { InternalGuard } from '@beian/platform';
import { Body, Controller, HttpCode, Inject, Post, UseGuards } from '@nestjs/common';
import type { z } from 'zod';
import { hearAuthority } from '../authority/hear-authority';
import { hearCourier } from '../identity/hear-courier';
import { hearCarrier } from '../phones/hear-carrier';
import { VerificationDeps } from '../verification-deps';

/** What outside parties tell; the gateway has checked signature, time and nonce (A11). Stored first, applied from the store. */
@Controller('internal/callbacks')
@UseGuards(InternalGuard)
export class CallbacksController {
  constructor(@Inject(VerificationDeps) private readonly deps: VerificationDeps) {}

  @Post('authority')
  @HttpCode(202)
  authority(
    @Body({ schema: authorityCallbackSchema }) callback: z.output<typeof authorityCallbackSchema>,
  ): Promise<void> {
    return hearAuthority(this.deps, callback);
  }

  @Post('carrier')
  @HttpCode(202)
  carrier(@Body({ schema: carrierCallbackSchema }) receipt: z.output<typeof carrierCallbackSchema>): Promise<void> {
    return hearCarrier(this.deps, receipt);
  }

  @Post('courier')
  @HttpCode(202)
  courier(@Body({ schema: courierCallbackSchema }) moved: z.output<typeof courierCallbackSchema>): Promise<void> {
    return hearCourier(this.deps, moved);
  }
}
