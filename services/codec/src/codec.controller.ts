import { Body, Controller, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { encryptionCodec, Logger, problem, type HttpRequest } from '@beian/platform';
import type { PayloadCodec } from '@temporalio/common';
import type { z } from 'zod';
import { CodecConfig } from './codec.config';
import { openPayloads } from './open-payloads';
import { fromWire, payloadsSchema, toWire } from './payloads';
import { Readers, type Reader } from './readers';

type Payloads = z.infer<typeof payloadsSchema>;

/** The protocol of a Temporal codec server. Every opening leaves a line in the log: who, how many, never what. */
@Controller()
export class CodecController {
  private readonly codec: PayloadCodec;

  constructor(
    @Inject(CodecConfig) private readonly config: CodecConfig,
    @Inject(Readers) private readonly readers: Readers,
    @Inject(Logger) private readonly logger: Logger,
  ) {
    this.codec = encryptionCodec(config.CODEC_KEYS);
  }

  @Post('decode')
  @HttpCode(200)
  async decode(
    @Body({ schema: payloadsSchema }) { payloads }: Payloads,
    @Req() request: HttpRequest,
  ): Promise<Payloads> {
    const reader = await this.readerIn(request);
    const opened = await openPayloads(this.codec, payloads.map(fromWire), reader.view);
    this.note('payloads opened', reader, { count: payloads.length, sealed: opened.sealed });
    return { payloads: opened.payloads.map(toWire) };
  }

  /** The UI seals what an operator types into its send dialogs. */
  @Post('encode')
  @HttpCode(200)
  async encode(
    @Body({ schema: payloadsSchema }) { payloads }: Payloads,
    @Req() request: HttpRequest,
  ): Promise<Payloads> {
    const reader = await this.readerIn(request);
    if (!reader.caller.roles.includes('operator')) return problem('forbidden');
    const sealed = await this.codec.encode(payloads.map(fromWire));
    this.note('payloads sealed', reader, { count: payloads.length });
    return { payloads: sealed.map(toWire) };
  }

  /** Who asks, for the one namespace that is opened here. */
  private async readerIn(request: HttpRequest): Promise<Reader> {
    const reader = await this.readers.readerOf(request);
    const namespace = request.headers['x-namespace'];
    return namespace === this.config.TEMPORAL_NAMESPACE
      ? reader
      : problem('forbidden', { detail: 'another namespace' });
  }

  private note(what: string, { caller, view }: Reader, facts: Readonly<Record<string, number>>): void {
    const { issuer, subject, roles } = caller;
    this.logger.info(
      { audit: true, issuer, actor: subject, roles, view, namespace: this.config.TEMPORAL_NAMESPACE, ...facts },
      what,
    );
  }
}
