import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { extendWindow, retryUndo, rulePackMoved } from '@beian/contracts/messages';
import {
  extendWindowSchema,
  filingStatusSchema,
  holdNoteSchema,
  legalHoldSchema,
  movePackSchema,
  nothingSchema,
  retryUndoSchema,
  ulid,
} from '@beian/contracts/schemas';
import type { z } from 'zod';
import { For } from '../access/route-access';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import type { Outcome } from '../acts/outcome';
import { OperatorDesk } from './operator-desk';

const filing = { schema: ulid };
const moved = { 200: filingStatusSchema };
const refused = { 409: 'Not allowed in the present stage; `allowedActions` says what is' };

/** What an operator does to one filing without breaking it. */
@ApiTags('operator')
@Controller('v1/operator/filings/:filingId')
export class OperatorController {
  constructor(
    @Inject(OperatorDesk) private readonly desk: OperatorDesk,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Post('hold')
  @Acting()
  @For('operator')
  @Describe('Stop our own moves (hand-over, lapse); never a window of the outside', moved, refused)
  hold(
    @Param('filingId', filing) id: string,
    @Body({ schema: holdNoteSchema }) { note }: z.infer<typeof holdNoteSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.tellVerification(act, id, { what: 'hold', note }));
  }

  @Post('release')
  @Acting()
  @For('operator')
  @Describe('Let a held filing go on', moved, refused)
  release(
    @Param('filingId', filing) id: string,
    @Body({ schema: holdNoteSchema }) { note }: z.infer<typeof holdNoteSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.tellVerification(act, id, { what: 'release', note }));
  }

  @Post('legal-hold')
  @Acting()
  @For('operator')
  @Describe('Keep papers and words of a filing in spite of every period, or stop doing so', {
    204: 'Kept, or no longer',
  })
  legalHold(
    @Param('filingId', filing) id: string,
    @Body({ schema: legalHoldSchema }) wish: z.infer<typeof legalHoldSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.holdByLaw(act, id, wish));
  }

  @Post('extend-window')
  @Acting()
  @For('operator')
  @Describe('Give the phones more hours', moved, refused)
  extendWindow(
    @Param('filingId', filing) id: string,
    @Body({ schema: extendWindowSchema }) { hours }: z.infer<typeof extendWindowSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    const message = { messageId: act.messageId, hours };
    return this.acts.once(act, () => this.desk.move(act, id, { update: extendWindow, message }));
  }

  @Post('retry-undo')
  @Acting()
  @For('operator')
  @Describe('Try a parked undo again', moved, refused)
  retryUndo(
    @Param('filingId', filing) id: string,
    @Body({ schema: retryUndoSchema }) { undo }: z.infer<typeof retryUndoSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    const message = { messageId: act.messageId, undo };
    return this.acts.once(act, () => this.desk.move(act, id, { update: retryUndo, message }));
  }

  @Post('rule-pack')
  @Acting()
  @For('operator')
  @Describe('Move a running filing to another rule pack; no clock gets shorter', moved, refused)
  movePack(
    @Param('filingId', filing) id: string,
    @Body({ schema: movePackSchema }) pinned: z.infer<typeof movePackSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    const message = { messageId: act.messageId, ...pinned };
    return this.acts.once(act, () => this.desk.move(act, id, { update: rulePackMoved, message }));
  }

  @Post('calendar-changed')
  @Acting()
  @For('operator')
  @Describe('Plan the dates of this filing again', { 202: 'Asked; see Location' }, refused)
  calendarChanged(
    @Param('filingId', filing) id: string,
    @Body({ schema: nothingSchema.optional() }) _nothing: unknown,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, () => this.desk.replan(act, id));
  }
}
