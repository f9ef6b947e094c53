import { Body, Controller, HttpCode, Inject, Post, Req, type RawBodyRequest } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { authorityCallbackSchema, carrierCallbackSchema, courierCallbackSchema } from '@beian/contracts/schemas';
import { CallbackVerifier } from '@beian/platform';
import type { Request } from 'express';
import { z } from 'zod';
import { ForSignedCallers } from '../access/route-access';
import { Describe } from '../acts/describe';
import { InternalServices } from '../internal-services';
import { Signed } from './signed';

const taken = { 202: 'Taken' };
/** References of messages that `notification` sent itself; the others are phone codes of `verification`. */
const noticePrefix = 'notice.';

/** Where outside parties tell their results: signed over the raw body, within five minutes, each nonce once (A11). */
@ApiTags('callbacks')
@Controller('v1/callbacks')
export class CallbacksController {
  constructor(
    @Inject(CallbackVerifier) private readonly verifier: CallbackVerifier,
    @Inject(InternalServices) private readonly services: InternalServices,
  ) {}

  @Post('authority')
  @HttpCode(202)
  @ForSignedCallers()
  @Signed()
  @Describe('The authority answers an accepted order', taken)
  async authority(
    @Body({ schema: authorityCallbackSchema }) answer: z.infer<typeof authorityCallbackSchema>,
    @Req() request: RawBodyRequest<Request>,
  ): Promise<void> {
    await this.verifier.check('authority', request.headers, request.rawBody);
    await this.services.verification.post('/internal/callbacks/authority', z.unknown(), answer);
  }

  @Post('carrier')
  @HttpCode(202)
  @ForSignedCallers()
  @Signed()
  @Describe('The carrier tells what became of a text message', taken)
  async carrier(
    @Body({ schema: carrierCallbackSchema }) receipt: z.infer<typeof carrierCallbackSchema>,
    @Req() request: RawBodyRequest<Request>,
  ): Promise<void> {
    await this.verifier.check('carrier', request.headers, request.rawBody);
    const isNotice = receipt.reference.startsWith(noticePrefix);
    const owner = isNotice ? this.services.notification : this.services.verification;
    await owner.post('/internal/callbacks/carrier', z.unknown(), receipt);
  }

  @Post('courier')
  @HttpCode(202)
  @ForSignedCallers()
  @Signed()
  @Describe('The courier tells where a parcel is', taken)
  async courier(
    @Body({ schema: courierCallbackSchema }) moved: z.infer<typeof courierCallbackSchema>,
    @Req() request: RawBodyRequest<Request>,
  ): Promise<void> {
    await this.verifier.check('courier', request.headers, request.rawBody);
    await this.services.verification.post('/internal/callbacks/courier', z.unknown(), moved);
  }
}
