import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { authorityCallbackSchema, carrierCallbackSchema, courierCallbackSchema } from '@beian/contracts/schemas';
import { z } from 'zod';
import { ForParty } from '../access/route-access';
import { Describe } from '../acts/describe';
import { InternalServices } from '../internal-services';
import { Signed } from './signed';

const taken = { 202: 'Taken' };
/** References of messages that `notification` sent itself; the others are phone codes of `verification`. */
const noticePrefix = 'notice.';

/**
 * Where outside parties tell their results: signed over the raw body, within five minutes, each nonce once (A11). The
 * guard has checked that before a body is even looked at.
 */
@ApiTags('callbacks')
@Controller('v1/callbacks')
export class CallbacksController {
  constructor(@Inject(InternalServices) private readonly services: InternalServices) {}

  @Post('authority')
  @HttpCode(202)
  @ForParty('authority')
  @Signed()
  @Describe('The authority answers an accepted order', taken)
  async authority(
    @Body({ schema: authorityCallbackSchema }) answer: z.infer<typeof authorityCallbackSchema>,
  ): Promise<void> {
    await this.services.verification.post('/internal/callbacks/authority', z.unknown(), answer);
  }

  @Post('carrier')
  @HttpCode(202)
  @ForParty('carrier')
  @Signed()
  @Describe('The carrier tells what became of a text message', taken)
  async carrier(
    @Body({ schema: carrierCallbackSchema }) receipt: z.infer<typeof carrierCallbackSchema>,
  ): Promise<void> {
    const isNotice = receipt.reference.startsWith(noticePrefix);
    const owner = isNotice ? this.services.notification : this.services.verification;
    await owner.post('/internal/callbacks/carrier', z.unknown(), receipt);
  }

  @Post('courier')
  @HttpCode(202)
  @ForParty('courier')
  @Signed()
  @Describe('The courier tells where a parcel is', taken)
  async courier(@Body({ schema: courierCallbackSchema }) moved: z.infer<typeof courierCallbackSchema>): Promise<void> {
    await this.services.verification.post('/internal/callbacks/courier', z.unknown(), moved);
  }
}
