import {
  bookCallForSchema,
  joinDifferenceSchema,
  logCallBySchema,
  ulid,
  type callSlotSchema,
  type callSlotsSchema,
  type callsSchema,
  type revisionDifferenceSchema,
} from '@beian/contracts/schemas';
import { InternalGuard } from '@beian/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { VerificationDeps } from '../verification-deps';
import { bookCall, callSlots } from './book-call';
import { joinDifference } from './join-difference';
import { logCall, readCalls } from './log-call';

const filing = { schema: ulid };
const actorQuery = z.strictObject({ actor: ulid });

/** The desk beside the decisions: telephone calls and the half hours booked for them, and what changed between submissions. */
@Controller('internal/filings/:id')
@UseGuards(InternalGuard)
export class DeskController {
  constructor(@Inject(VerificationDeps) private readonly deps: VerificationDeps) {}

  @Get('call-slots')
  slots(@Param('id', filing) filingId: string): Promise<z.output<typeof callSlotsSchema>> {
    return callSlots(this.deps, filingId);
  }

  @Post('call-slots')
  @HttpCode(200)
  book(
    @Param('id', filing) filingId: string,
    @Body({ schema: bookCallForSchema }) wish: z.output<typeof bookCallForSchema>,
  ): Promise<z.output<typeof callSlotSchema>> {
    return bookCall(this.deps, { filingId, ...wish });
  }

  @Get('calls')
  calls(
    @Param('id', filing) filingId: string,
    @Query({ schema: actorQuery }) { actor }: z.output<typeof actorQuery>,
  ): Promise<z.output<typeof callsSchema>> {
    return readCalls(this.deps, filingId, actor);
  }

  @Post('calls')
  @HttpCode(200)
  log(
    @Param('id', filing) filingId: string,
    @Body({ schema: logCallBySchema }) call: z.output<typeof logCallBySchema>,
  ): Promise<z.output<typeof callsSchema>> {
    return logCall(this.deps, { filingId, ...call });
  }

  @Post('difference')
  @HttpCode(200)
  difference(
    @Param('id', filing) filingId: string,
    @Body({ schema: joinDifferenceSchema }) told: z.output<typeof joinDifferenceSchema>,
  ): Promise<z.output<typeof revisionDifferenceSchema>> {
    return joinDifference(this.deps, filingId, told);
  }
}
