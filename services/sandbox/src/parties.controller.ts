import { randomUUID } from 'node:crypto';
import {
  type domainRecordSchema,
  type instanceRecordSchema,
  shipmentSchema,
  smsSchema,
} from '@beian/contracts/schemas';
import {
  Body,
  ConflictException,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Req,
  ServiceUnavailableException,
} from '@nestjs/common';
import type { z } from 'zod';
import { Callbacks } from './callbacks';
import { beSlow, type Line, loseAnswer, type Script, scripted, scriptsFor } from './scripts';
import { type Party, World } from './world';

/** Domain registry, cloud account, SMS carrier and courier, each over the wire its adapter speaks. */
@Controller()
export class PartiesController {
  constructor(
    @Inject(World) private readonly world: World,
    @Inject(Callbacks) private readonly callbacks: Callbacks,
  ) {}

  /** The registry's record of a domain, with the registrant as accredited providers see it. */
  @Get('registry/domains/:domain')
  async domain(@Param('domain') domain: string): Promise<z.output<typeof domainRecordSchema>> {
    const scripts = await this.play('registry', domain);
    const record = this.world.state.domains[domain];
    if (!record) throw new NotFoundException();
    if (!scripted(scripts, 'wrong')) return record;
    return { ...record, registrant: { ...record.registrant, name: '某某公司' } };
  }

  @Get('cloud/instances/:instanceId')
  async instance(@Param('instanceId') instanceId: string): Promise<z.output<typeof instanceRecordSchema>> {
    await this.play('cloud', instanceId);
    const record = this.world.state.instances[instanceId];
    if (!record) throw new NotFoundException();
    return record;
  }

  /** Takes a text message; the receipt comes as a signed callback. */
  @Post('carrier/messages')
  @HttpCode(200)
  async sendText(
    @Body({ schema: smsSchema }) message: z.output<typeof smsSchema>,
    @Headers('idempotency-key') key: string,
    @Req() line: Line,
  ): Promise<{ readonly messageId: string }> {
    const words = `${key} ${message.reference} ${message.to}`;
    const scripts = await this.play('carrier', words);
    const known = this.world.answerTo('carrier', key) as { messageId: string } | undefined;
    this.world.receive({ party: 'carrier', kind: 'message', key, data: { ...message } });
    if (known) return known;
    const answer = this.world.remember('carrier', { key, answer: { messageId: `SMS-${randomUUID()}` } });
    const failed = scripted(scripts, 'wrong') !== undefined;
    const state = failed ? 'failed' : 'delivered';
    const receipt = { reference: message.reference, state, ...(failed ? { cause: 'number not in service' } : {}) };
    if (!scripted(scripts, 'never')) {
      this.callbacks.send({ party: 'carrier', body: { ...receipt, at: new Date().toISOString() } }, words);
    }
    await loseAnswer(scripts, line);
    return answer;
  }

  @Post('courier/shipments')
  @HttpCode(200)
  async ship(
    @Body({ schema: shipmentSchema }) parcel: z.output<typeof shipmentSchema>,
    @Headers('idempotency-key') key: string,
    @Req() line: Line,
  ): Promise<{ readonly shipmentId: string }> {
    const scripts = await this.play('courier', `${key} ${parcel.reference}`);
    const known = this.world.answerTo('courier', key) as { shipmentId: string } | undefined;
    this.world.receive({ party: 'courier', kind: 'shipment', key, data: { ...parcel } });
    if (known) return known;
    const shipmentId = `SHIP-${randomUUID()}`;
    this.world.state.shipments.push({ shipmentId, reference: parcel.reference, to: parcel.to, state: 'ordered' });
    const answer = this.world.remember('courier', { key, answer: { shipmentId } });
    await loseAnswer(scripts, line);
    return answer;
  }

  /** Calls a parcel back; once it has shipped there is nothing to call back. */
  @Delete('courier/shipments/:shipmentId')
  @HttpCode(204)
  async recall(@Param('shipmentId') shipmentId: string): Promise<void> {
    const shipment = this.world.state.shipments.find((one) => one.shipmentId === shipmentId);
    if (!shipment) throw new NotFoundException();
    await this.play('courier', `${shipmentId} ${shipment.reference}`);
    this.world.receive({ party: 'courier', kind: 'recall', key: shipmentId, data: { shipmentId } });
    if (shipment.state === 'cancelled') return;
    if (shipment.state !== 'ordered') throw new ConflictException();
    shipment.state = 'cancelled';
    this.world.save();
  }

  /** Acts out the scripts that hold for a call: closed is 503 with Retry-After, slow is late. */
  private async play(party: Party, words: string): Promise<readonly Script[]> {
    const scripts = scriptsFor(this.world, { party, words });
    await beSlow(scripts);
    if (scripted(scripts, 'closed')) throw new ServiceUnavailableException(`${party} is closed`);
    return scripts;
  }
}
