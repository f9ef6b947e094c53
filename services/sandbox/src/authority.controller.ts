import { randomUUID } from 'node:crypto';
import type { authorityAnswerSchema, nationalAnswerSchema, orderStateSchema } from '@beian/contracts/schemas';
import {
  authorityCallbackSchema,
  authorityOrderSchema,
  nationalQuerySchema,
  orderQuerySchema,
} from '@beian/contracts/schemas';
import {
  Body,
  Controller,
  Delete,
  Headers,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Req,
} from '@nestjs/common';
import type { z } from 'zod';
import { decideOrder } from './authority-decision';
import { Callbacks } from './callbacks';
import { beSlow, type Line, loseAnswer, type Script, scripted, scriptsFor } from './scripts';
import { World } from './world';

type AuthorityAnswer = z.output<typeof authorityAnswerSchema>;

/** The provincial administration (管局) and the ministry's record, as the provider's adapter sees them. */
@Controller('authority')
export class AuthorityController {
  constructor(
    @Inject(World) private readonly world: World,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
  ) {}

  /** Takes an order, or says `later` while it is closed in business time. The same key hears the same answer. */
  @Post('orders')
  @HttpCode(200)
  async submit(
    @Body({ schema: authorityOrderSchema }) order: z.output<typeof authorityOrderSchema>,
    @Headers('idempotency-key') key: string,
    @Req() line: Line,
  ): Promise<AuthorityAnswer> {
    const words = `${order.key} ${order.filingId} ${order.province}`;
    const scripts = scriptsFor(this.world, { party: 'authority', words, at: order.at });
    await beSlow(scripts);
    const answer = this.take(order, { key, scripts });
    await loseAnswer(scripts, line);
    return answer;
  }

  private take(
    order: z.output<typeof authorityOrderSchema>,
    { key, scripts }: { readonly key: string; readonly scripts: readonly Script[] },
  ): AuthorityAnswer {
    const closed = scripted(scripts, 'closed');
    if (closed) return this.closedFor(closed.until, order.at);

    const known = this.world.answerTo('authority', key) as AuthorityAnswer | undefined;
    this.world.receive({ party: 'authority', kind: 'order', key, data: { ...order } });
    if (known) return known;

    const wrong = scripted(scripts, 'wrong');
    if (wrong) {
      const reasons = wrong.reasons ?? [
        { code: 'DOC_INCOMPLETE', pointer: '/documents/authenticity-statement', text: '材料不全' },
      ];
      return this.world.remember('authority', { key, answer: { answer: 'rejected', reasons } });
    }
    const transactionId = `TX-${order.province}-${randomUUID()}`;
    const { filingId, submission, province, at } = order;
    this.world.state.orders.push({
      transactionId,
      key,
      filingId,
      submission,
      province,
      at,
      order,
      state: 'under-review',
    });
    const answer = this.world.remember('authority', { key, answer: { answer: 'accepted' as const, transactionId } });
    this.decideByScript(transactionId, scripts);
    return answer;
  }

  /** What has become of the orders under these keys: nothing of one that was never taken. */
  @Post('orders/queries')
  @HttpCode(200)
  states(@Body({ schema: orderQuerySchema }) { keys }: z.output<typeof orderQuerySchema>): {
    readonly orders: readonly z.output<typeof orderStateSchema>[];
  } {
    const asked = this.world.state.orders.filter(({ key }) => keys.includes(key));
    return {
      orders: asked.map(({ key, transactionId, state }) => ({
        key,
        transactionId,
        state,
        ...this.told(transactionId),
      })),
    };
  }

  /** The first message that told the decision, sent or not. */
  private told(transactionId: string): { readonly answer?: z.output<typeof authorityCallbackSchema> } {
    const decided = this.world.state.orders.find((order) => order.transactionId === transactionId)?.answer;
    const sent = this.world.state.callbacks.find((callback) => callback.body['transactionId'] === transactionId)?.body;
    const answer = authorityCallbackSchema.safeParse(sent ?? decided);
    return answer.success ? { answer: answer.data } : {};
  }

  /** Calls an order back (before it is decided). */
  @Delete('orders/:transactionId')
  @HttpCode(204)
  cancel(@Param('transactionId') transactionId: string): void {
    const order = this.world.state.orders.find((one) => one.transactionId === transactionId);
    if (!order) throw new NotFoundException();
    this.world.receive({ party: 'authority', kind: 'cancel', key: transactionId, data: { transactionId } });
    if (order.state === 'under-review') order.state = 'cancelled';
    this.world.save();
  }

  /** What the ministry's record knows of a certificate and a domain (rules.md 1.3). */
  @Post('national-register/queries')
  @HttpCode(200)
  lookUp(
    @Body({ schema: nationalQuerySchema }) query: z.output<typeof nationalQuerySchema>,
  ): z.output<typeof nationalAnswerSchema> {
    const subject = this.world.state.national[query.certificateNumber];
    const byAnother = Object.entries(this.world.state.national).some(
      ([number, other]) => number !== query.certificateNumber && other.domains.includes(query.domain),
    );
    const own = subject?.domains.includes(query.domain) ?? false;
    return {
      domainFiled: own ? 'same-subject' : byAnother ? 'other-subject' : 'no',
      subjectFiled: subject !== undefined,
      sitesLeft: subject?.domains.length ?? 0,
    };
  }

  private closedFor(until: string | undefined, at: string): AuthorityAnswer {
    const secondsLeft = until === undefined ? 3_600 : Math.ceil((Date.parse(until) - Date.parse(at)) / 1_000);
    return { answer: 'later', retryAfterSeconds: Math.max(60, Math.min(secondsLeft, 6 * 3_600)) };
  }

  private decideByScript(transactionId: string, scripts: readonly Script[]): void {
    const reject = scripted(scripts, 'reject');
    if (reject)
      decideOrder(this.world, this.callbacks, { transactionId, outcome: 'rejected', reasons: reject.reasons });
    else if (scripted(scripts, 'grant')) decideOrder(this.world, this.callbacks, { transactionId, outcome: 'granted' });
  }
}
