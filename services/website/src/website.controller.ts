import { filingTypes, natures } from '@beian/contracts';
import {
  addSiteSchema,
  differenceQuerySchema,
  domainStandingQuerySchema,
  examineWebsiteSchema,
  openFiledSitesSchema,
  openWebsiteSchema,
  saveSiteSchema,
  ulid,
} from '@beian/contracts/schemas';
import { InternalGuard, problem } from '@beian/platform';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { examineWebsite, orErased } from './examine-website';
import { lookOutside } from './look-outside';
import { openFiledSites, tellFiledSites } from './open-filed-sites';
import { openWebsite } from './open-website';
import { addSite, removeSite, saveSite } from './save-site';
import { readRecord } from './read-record';
import { tellStanding } from './tell-standing';
import { differenceOf } from './website-difference';
import { WebsiteDeps } from './website-deps';
import { siteView, sitesView } from './website-view';

type Output<S extends z.ZodType> = z.output<S>;
const ownerQuery = z.object({ accountId: ulid.optional() });
const removalQuery = z.object({ accountId: ulid, version: z.coerce.number().int() });
const accountQuery = z.object({ accountId: ulid });
const kinds = { nature: z.enum(natures), filingType: z.enum(filingTypes) };
const openFiledSchema = openFiledSitesSchema.extend(kinds);
const openingSchema = openWebsiteSchema.extend(kinds);

/** The gateway's door to the websites of filings: internal, behind the token. */
@Controller('internal')
@UseGuards(InternalGuard)
export class WebsiteController {
  constructor(@Inject(WebsiteDeps) private readonly deps: WebsiteDeps) {}

  @Post('standing')
  @HttpCode(200)
  standing(@Body({ schema: domainStandingQuerySchema }) query: Output<typeof domainStandingQuerySchema>) {
    return tellStanding(this.deps, query);
  }

  @Put('filings/:id/opening')
  async open(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: openingSchema }) opening: Output<typeof openingSchema>,
  ) {
    return sitesView(await openWebsite(this.deps, id, opening));
  }

  @Put('filings/:id/opening-of-filed')
  async openFiled(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: openFiledSchema }) opening: Output<typeof openFiledSchema>,
  ) {
    return sitesView(await openFiledSites(this.deps, id, opening));
  }

  /** What an account has filed here: the register. */
  @Get('filed-sites')
  filed(@Query({ schema: accountQuery }) { accountId }: Output<typeof accountQuery>) {
    return tellFiledSites(this.deps, accountId);
  }

  @Get('filings/:id/sites')
  async sites(
    @Param('id', { schema: ulid }) id: string,
    @Query({ schema: ownerQuery }) { accountId }: Output<typeof ownerQuery>,
  ) {
    return sitesView((await this.deps.websites.read(this.deps.database, id, { accountId })) ?? problem('not-found'));
  }

  /** For the evidence pack. */
  @Get('filings/:id/record')
  record(@Param('id', { schema: ulid }) id: string) {
    return readRecord(this.deps, id);
  }

  /** What changed between two submissions: for staff, who see websites in clear. */
  @Get('filings/:id/difference')
  difference(
    @Param('id', { schema: ulid }) id: string,
    @Query({ schema: differenceQuerySchema }) submissions: Output<typeof differenceQuerySchema>,
  ) {
    return differenceOf(this.deps, id, submissions);
  }

  @Post('filings/:id/sites')
  async add(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: addSiteSchema }) site: Output<typeof addSiteSchema>,
  ) {
    return siteView(await addSite(this.deps, id, site));
  }

  @Put('filings/:id/sites/:siteId')
  async save(
    @Param('id', { schema: ulid }) id: string,
    @Param('siteId', { schema: ulid }) siteId: string,
    @Body({ schema: saveSiteSchema }) site: Output<typeof saveSiteSchema>,
  ) {
    return siteView(await saveSite(this.deps, id, { ...site, siteId }));
  }

  @Delete('filings/:id/sites/:siteId')
  @HttpCode(204)
  remove(
    @Param('id', { schema: ulid }) id: string,
    @Param('siteId', { schema: ulid }) siteId: string,
    @Query({ schema: removalQuery }) query: Output<typeof removalQuery>,
  ) {
    return removeSite(this.deps, id, { ...query, siteId });
  }

  /** Asks registry and cloud too; what gives no answer is said as a warning, for it is no verdict. */
  @Post('filings/:id/examination')
  @HttpCode(200)
  examine(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: examineWebsiteSchema }) question: Output<typeof examineWebsiteSchema>,
  ) {
    const { database } = this.deps;
    const {
      subject: { dossiers: _none, ...subject },
      ...rules
    } = question;
    return orErased(async () => {
      const part = (await this.deps.websites.read(database, id)) ?? problem('not-found');
      const looked = await lookOutside(this.deps, database, part);
      return examineWebsite(this.deps, database, { part, subject, rules, looked });
    });
  }
}
