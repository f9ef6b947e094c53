import { domainRecordSchema, instanceRecordSchema, provinceCode } from '@beian/contracts/schemas';
import {
  BadRequestException,
  Body,
  ConflictException,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Put,
  Query,
} from '@nestjs/common';
import { ulid } from 'ulid';
import { z } from 'zod';
import { authorityDecisionSchema, decideOrder } from './authority-decision';
import { Callbacks } from './callbacks';
import { FilingClock, isUnknownFiling } from './clock';
import { Duration } from './duration';
import { keepNational } from './national-register';
import { type Script, scriptSchema } from './scripts';
import { parties, type Received, World } from './world';

const clockSchema = z.strictObject({ forward: z.string() });
const moveSchema = z.strictObject({ state: z.enum(['shipped', 'delivered', 'lost']) });
const nationalSchema = z.strictObject({ subjectNumber: z.string().optional(), domains: z.array(z.string()) });
const elsewhereSchema = z.strictObject({ province: provinceCode, domain: z.string().min(1) });
const receivedQuery = z.object({ party: z.enum(parties).optional(), match: z.string().optional() });

/** The director's chair: what the outside world knows, does, and has received. */
@Controller('control')
export class ControlController {
  constructor(
    @Inject(World) private readonly world: World,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
    @Inject(FilingClock) private readonly clock: FilingClock,
  ) {}

  @Put('domains/:domain')
  putDomain(
    @Param('domain') domain: string,
    @Body({ schema: domainRecordSchema }) record: z.output<typeof domainRecordSchema>,
  ) {
    this.world.state.domains[domain] = record;
    this.world.save();
    return record;
  }

  @Put('instances/:instanceId')
  putInstance(
    @Param('instanceId') instanceId: string,
    @Body({ schema: instanceRecordSchema }) record: z.output<typeof instanceRecordSchema>,
  ) {
    this.world.state.instances[instanceId] = record;
    this.world.save();
    return record;
  }

  /** What the ministry's record knows of a certificate number before the story begins. */
  @Put('national-register/:certificateNumber')
  putNational(
    @Param('certificateNumber') number: string,
    @Body({ schema: nationalSchema }) subject: z.output<typeof nationalSchema>,
  ) {
    this.world.state.national[number] = {
      domains: subject.domains,
      ...(subject.subjectNumber === undefined ? {} : { subjectNumber: subject.subjectNumber }),
    };
    this.world.save();
    return subject;
  }

  /**
   * Another provider has a website filed for this certificate: the ministry's record has it from now on, and this provider
   * hears of it only by asking. Answers the numbers it was given.
   */
  @Post('national-register/:certificateNumber/sites')
  fileElsewhere(
    @Param('certificateNumber') certificateNumber: string,
    @Body({ schema: elsewhereSchema }) { province, domain }: z.output<typeof elsewhereSchema>,
  ): { readonly subjectNumber: string; readonly siteNumber: string } {
    const order = {
      filingType: 'FIRST',
      subject: { certificateNumber },
      sites: [{ siteId: domain, domains: [domain] }],
    };
    const { subject, sites } = keepNational(this.world, province, order);
    return { subjectNumber: subject, siteNumber: sites[0]?.number ?? '' };
  }

  @Get('scripts')
  scripts(): readonly Script[] {
    return this.world.state.scripts;
  }

  /** From now on the party behaves like this. */
  @Post('scripts')
  addScript(@Body({ schema: scriptSchema }) input: z.output<typeof scriptSchema>): Script {
    const script = { ...input, id: ulid(), used: 0 };
    this.world.state.scripts.push(script);
    this.world.save();
    return script;
  }

  @Delete('scripts/:id')
  @HttpCode(204)
  removeScript(@Param('id') id: string): void {
    this.world.state.scripts = this.world.state.scripts.filter((script) => script.id !== id);
    this.world.save();
  }

  /** Every call received, oldest first; `match` looks into key and content. */
  @Get('received')
  received(@Query({ schema: receivedQuery }) query: z.output<typeof receivedQuery>): readonly Received[] {
    return this.world.state.received.filter(
      (call) =>
        (query.party === undefined || call.party === query.party) &&
        (query.match === undefined || `${call.key} ${JSON.stringify(call.data)}`.includes(query.match)),
    );
  }

  /** Effects (calls under a new key) and repeats for one filing, by party and kind. */
  @Get('effects/:filingId')
  effects(@Param('filingId') filingId: string): Record<string, { effects: number; repeats: number }> {
    const counts: Record<string, { effects: number; repeats: number }> = {};
    for (const call of this.received({ match: filingId })) {
      const count = (counts[`${call.party} ${call.kind}`] ??= { effects: 0, repeats: 0 });
      if (call.repeated) count.repeats += 1;
      else count.effects += 1;
    }
    return counts;
  }

  @Get('callbacks')
  sentCallbacks() {
    return this.world.state.callbacks;
  }

  /** Sends a callback once more, with the same message id. */
  @Post('callbacks/:messageId/repeat')
  @HttpCode(202)
  repeat(@Param('messageId') messageId: string): void {
    const callback = this.world.state.callbacks.find((one) => one.messageId === messageId);
    if (!callback) throw new NotFoundException();
    this.callbacks.repeat(callback);
  }

  @Get('authority/orders')
  orders(@Query('filingId') filingId?: string) {
    const { orders } = this.world.state;
    return filingId === undefined ? orders : orders.filter((order) => order.filingId === filingId);
  }

  /** The administration decides an order. 409 once it is decided. */
  @Post('authority/orders/:transactionId/decision')
  @HttpCode(202)
  decide(
    @Param('transactionId') transactionId: string,
    @Body({ schema: authorityDecisionSchema }) decision: z.output<typeof authorityDecisionSchema>,
  ): void {
    const known = this.world.state.orders.some((order) => order.transactionId === transactionId);
    if (!known) throw new NotFoundException();
    if (!decideOrder(this.world, this.callbacks, { ...decision, transactionId })) throw new ConflictException();
  }

  @Get('shipments')
  shipments(@Query('match') match?: string) {
    const { shipments } = this.world.state;
    return match === undefined ? shipments : shipments.filter(({ reference }) => reference.includes(match));
  }

  /** The courier moves a parcel and says so. */
  @Post('shipments/:shipmentId/moves')
  @HttpCode(202)
  move(
    @Param('shipmentId') shipmentId: string,
    @Body({ schema: moveSchema }) { state }: z.output<typeof moveSchema>,
  ): void {
    const shipment = this.world.state.shipments.find((one) => one.shipmentId === shipmentId);
    if (!shipment) throw new NotFoundException();
    if (shipment.state === 'cancelled') throw new ConflictException();
    shipment.state = state;
    this.world.save();
    const { reference } = shipment;
    this.callbacks.send({ party: 'courier', body: { reference, state, at: new Date().toISOString() } }, reference);
  }

  /** Lets time pass for one filing, such as `{ "forward": "48 hours" }`. */
  @Post('filings/:filingId/clock')
  @HttpCode(200)
  async moveClock(
    @Param('filingId') filingId: string,
    @Body({ schema: clockSchema }) { forward }: z.output<typeof clockSchema>,
  ) {
    const seconds = Duration.parse(forward);
    if (seconds === undefined) throw new BadRequestException('forward must be like "48 hours" or "3 days"');
    try {
      await this.clock.forward(filingId, seconds);
    } catch (error) {
      if (isUnknownFiling(error)) throw new NotFoundException();
      throw error;
    }
    return { filingId, forwardSeconds: seconds };
  }
}
