import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  deadLettersSchema,
  deadLetterTopic,
  deadLetterTopicsSchema,
  failedHandOversSchema,
  handOverFilterSchema,
  messageIdText,
  replayedSchema,
  replaySchema,
  resendBegunSchema,
  resendRunSchema,
  resendWishSchema,
} from '@beian/contracts/schemas';
import { z } from 'zod';
import { For } from '../access/route-access';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { InternalServices } from '../internal-services';
import { DeadLetterDesk } from './dead-letter-desk';

const topicQuery = z.strictObject({ topic: deadLetterTopic });

/** What could not be delivered, many at a time: messages that were given up, events that a consumer has set aside. */
@ApiTags('operator')
@Controller('v1/operator')
export class FailuresController {
  constructor(
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(DeadLetterDesk) private readonly letters: DeadLetterDesk,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Post('deliveries/resend')
  @Acting()
  @For('operator')
  @Describe('Send undelivered notices again by filter; stops when they fail again', { 202: resendBegunSchema })
  resendMany(
    @Body({ schema: resendWishSchema }) wish: z.infer<typeof resendWishSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const asked = { ...wish, actor: act.by.accountId, messageId: act.messageId };
      const begun = await this.services.notification.post(
        '/internal/failed-deliveries/resend',
        resendBegunSchema,
        asked,
      );
      const location = begun.runId === undefined ? {} : { location: `/v1/operator/resend-runs/${begun.runId}` };
      return new Outcome(202, begun, location);
    });
  }

  @Get('resend-runs/:runId')
  @For('operator')
  @Describe('How far a resend has come', { 200: resendRunSchema })
  resendRun(@Param('runId', { schema: messageIdText }) runId: string): Promise<z.infer<typeof resendRunSchema>> {
    return this.services.notification.get(`/internal/resend-runs/${encodeURIComponent(runId)}`, resendRunSchema);
  }

  @Get('hand-overs')
  @For('operator')
  @Describe('Hand-overs that the authority has not taken, with the cause; `release` sends one again', {
    200: failedHandOversSchema,
  })
  handOvers(
    @Query({ schema: handOverFilterSchema }) filter: z.infer<typeof handOverFilterSchema>,
  ): Promise<z.infer<typeof failedHandOversSchema>> {
    const query = new URLSearchParams(
      Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    return this.services.verification.get(`/internal/failed-hand-overs?${query.toString()}`, failedHandOversSchema);
  }

  @Get('dead-letter-topics')
  @For('operator')
  @Describe('Dead-letter topics, and how many events wait in each', { 200: deadLetterTopicsSchema })
  async topics(): Promise<z.infer<typeof deadLetterTopicsSchema>> {
    return { items: [...(await this.letters.topics())] };
  }

  @Get('dead-letters')
  @For('operator')
  @Describe('The oldest events that wait in one of them', { 200: deadLettersSchema })
  async look(
    @Query({ schema: topicQuery }) { topic }: z.infer<typeof topicQuery>,
  ): Promise<z.infer<typeof deadLettersSchema>> {
    return { items: [...(await this.letters.look(topic))] };
  }

  @Post('dead-letters/replay')
  @Acting()
  @For('operator')
  @Describe('Give the events of a dead-letter topic to their consumers again', { 200: replayedSchema })
  replay(
    @Body({ schema: replaySchema }) { topic, dryRun, atMost }: z.infer<typeof replaySchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const actor = act.by.accountId;
      return new Outcome(200, { dryRun, ...(await this.letters.replay({ actor, topic, atMost, dryRun })) });
    });
  }
}
