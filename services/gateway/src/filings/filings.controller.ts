import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiProduces, ApiTags } from '@nestjs/swagger';
import { isOpen } from '@beian/contracts';
import {
  filingHistorySchema,
  filingStatusSchema,
  filingsQuerySchema,
  filingsSchema,
  reasonsSchema,
  sentMessagesSchema,
  siteChecksSchema,
  ulid,
  wechatStatusSchema,
} from '@beian/contracts/schemas';
import { problem } from '@beian/platform';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { For, ForEverybody } from '../access/route-access';
import { Me, signedInOf, type SignedIn } from '../access/signed-in';
import { Describe } from '../acts/describe';
import { etagOf, Outcome } from '../acts/outcome';
import { FilingDesk } from './filing-desk';
import { listFilings } from './list-filings';
import { FilingStore } from './filings.store';
import { wechatStatus } from '../peers/wechat-status';
import { statusFor } from './filing-status';
import { openEventStream } from './open-event-stream';
import { streamFiling } from './stream-filing';
import { Streams } from './streams';

/** Where filings stand: from the projection, never from the workflow. */
@ApiTags('filings')
@Controller('v1/filings')
export class FilingsController {
  constructor(
    @Inject(FilingDesk) private readonly desk: FilingDesk,
    @Inject(FilingStore) private readonly filings: FilingStore,
    @Inject(Streams) private readonly streams: Streams,
  ) {}

  @Get()
  @ForEverybody()
  @Describe('Filings, newest first: the own ones, for staff all', { 200: filingsSchema })
  list(@Query({ schema: filingsQuerySchema }) query: z.infer<typeof filingsQuerySchema>, @Me() me: SignedIn) {
    return listFilings(this.filings, me, query);
  }

  @Get(':filingId')
  @ForEverybody()
  @Describe('Where a filing stands, what may be done, what happens at the deadline', { 200: filingStatusSchema })
  async status(@Param('filingId', { schema: ulid }) filingId: string, @Me() me: SignedIn): Promise<Outcome> {
    const { snapshot, standing } = await this.desk.access.seen(me, filingId);
    const usual = isOpen(snapshot.stage) ? await this.filings.usualTime(snapshot) : undefined;
    const status = { ...statusFor(snapshot, me, standing), ...(usual !== undefined && { usualTime: usual }) };
    return new Outcome(200, status, etagOf(snapshot.version));
  }

  @Get(':filingId/history')
  @ForEverybody()
  @Describe('The time line: every recorded state, oldest first', { 200: filingHistorySchema })
  async history(@Param('filingId', { schema: ulid }) filingId: string, @Me() me: SignedIn) {
    await this.desk.access.seen(me, filingId);
    return { items: await this.filings.since(filingId, 0) };
  }

  @Get(':filingId/wechat-status')
  @ForEverybody()
  @Describe("Where it stands, in the terms of WeChat's filing interface", { 200: wechatStatusSchema })
  async wechat(@Param('filingId', { schema: ulid }) filingId: string, @Me() me: SignedIn) {
    const { snapshot } = await this.desk.access.seen(me, filingId);
    return wechatStatus(snapshot);
  }

  @Get(':filingId/reasons')
  @For('applicant', 'agent', 'reviewer', 'senior', 'auditor')
  @Describe('Why it was returned, per field; reasons added since the last look are marked', {
    200: reasonsSchema,
  })
  async reasons(@Param('filingId', { schema: ulid }) filingId: string, @Me() me: SignedIn) {
    const { standing } = await this.desk.access.seen(me, filingId);
    // What people wrote is sealed: staff who open it are named to the audit log of its owner.
    const looker = standing === 'staff' ? `?actor=${me.accountId}` : `?accountId=${me.accountId}`;
    return this.desk.services.verification.get(`/internal/filings/${filingId}/reasons${looker}`, reasonsSchema);
  }

  @Get(':filingId/messages')
  @ForEverybody()
  @Describe('What was sent to whom (masked) about this filing, and what became of it', { 200: sentMessagesSchema })
  async messages(@Param('filingId', { schema: ulid }) filingId: string, @Me() me: SignedIn) {
    const { owner } = await this.desk.access.seen(me, filingId);
    return this.desk.services.notification.get(
      `/internal/filings/${filingId}/messages?accountId=${owner}`,
      sentMessagesSchema,
    );
  }

  @Get(':filingId/site-checks')
  @ForEverybody()
  @Describe(
    'Its filed sites as last seen from outside (rules.md 9.5, 9.6): what is wrong, since when, and what helps',
    {
      200: siteChecksSchema,
    },
  )
  async siteChecks(@Param('filingId', { schema: ulid }) filingId: string, @Me() me: SignedIn) {
    await this.desk.access.seen(me, filingId);
    return this.desk.services.website.get(`/internal/filings/${filingId}/site-checks`, siteChecksSchema);
  }

  @Get(':filingId/events')
  @ForEverybody()
  @ApiProduces('text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'The version seen last; the stream goes on after it',
  })
  @Describe('Changes as server-sent events: `event: filing`, id = version, data = the status', { 200: 'A stream' })
  async events(
    @Param('filingId', { schema: ulid }) filingId: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const me = signedInOf(request);
    await this.desk.access.seen(me, filingId);
    const leave = this.streams.enter(me.accountId) ?? problem('too-many-requests', { detail: 'too many open streams' });
    try {
      const { sink, lastVersion } = openEventStream(request, response);
      await streamFiling(this.streams.deps, { me, filingId, lastVersion }, sink);
    } finally {
      leave();
    }
  }
}
