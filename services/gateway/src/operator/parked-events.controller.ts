import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { parkedEventsSchema, releasedParkedSchema, releaseParkedSchema } from '@beian/contracts/schemas';
import { z } from 'zod';
import { For } from '../access/route-access';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { InternalServices } from '../internal-services';

const publishers = ['subject', 'website', 'documents', 'verification', 'notification'] as const;
const ofService = z.object({ items: z.array(z.looseObject({})) });

/** Events that Kafka refuses for their own sake: each service has its own, and they are shown as one list. */
@ApiTags('operator')
@Controller('v1/operator/parked-events')
export class ParkedEventsDeskController {
  constructor(
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get()
  @For('operator')
  @Describe('Events that a service could not publish, the oldest hundred of each, with the cause', {
    200: parkedEventsSchema,
  })
  async list(): Promise<z.infer<typeof parkedEventsSchema>> {
    const lists = await Promise.all(
      publishers.map(async (service) => {
        const { items } = await this.services[service].get('/internal/parked-events', ofService);
        return items.map((event) => ({ ...event, service }));
      }),
    );
    return parkedEventsSchema.parse({ items: lists.flat() });
  }

  @Post('release')
  @Acting()
  @For('operator')
  @Describe('Let parked events of one service go again, of one filing or of all', { 200: releasedParkedSchema })
  release(
    @Body({ schema: releaseParkedSchema }) { service, filingId, dryRun }: z.infer<typeof releaseParkedSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const body = { actor: act.by.accountId, dryRun, ...(filingId === undefined ? {} : { filingId }) };
      const answer = z.object({ released: z.int() });
      const { released } = await this.services[service].post('/internal/parked-events/release', answer, body);
      return new Outcome(200, { dryRun, released });
    });
  }
}
