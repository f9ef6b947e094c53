import { Body, Controller, Get, HttpCode, Inject, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { audit } from '../database/audit';
import { Database } from '../database/database';
import { InternalGuard } from '../http/internal-guard';
import { Clock } from '../process/clock';
import { outbox } from './outbox';

const most = 100;
const filing = z.string().min(1).max(100).optional();
const lookSchema = z.strictObject({ filingId: filing });
const releaseSchema = z.strictObject({ actor: z.string().min(1).max(100), filingId: filing, dryRun: z.boolean() });

/** Events of this service that Kafka refuses: looked at, and let go again once the cause is mended. In `controllers` of each service. */
@Controller('internal/parked-events')
@UseGuards(InternalGuard)
export class ParkedEventsController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  @Get()
  async list(@Query({ schema: lookSchema }) { filingId }: z.output<typeof lookSchema>) {
    const found = await outbox.parked(this.database, { filingId, limit: most });
    return { items: found.map(({ parkedAt, ...event }) => ({ ...event, parkedAt: parkedAt.toISOString() })) };
  }

  /** Audited with the actor; a dry run counts only. Answers how many go, or would. */
  @Post('release')
  @HttpCode(200)
  release(@Body({ schema: releaseSchema }) { actor, filingId, dryRun }: z.output<typeof releaseSchema>) {
    return this.database.transaction(async (tx) => {
      if (dryRun) return { released: (await outbox.parked(tx, { filingId, limit: 1_000_000 })).length };
      const released = await outbox.release(tx, filingId);
      const object = filingId === undefined ? 'outbox' : `filing/${filingId}`;
      await audit.append(tx, {
        actor,
        action: 'parked-events-released',
        object,
        at: this.clock.now(),
        details: { released },
      });
      return { released };
    });
  }
}
