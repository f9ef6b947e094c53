import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { siteDraftSchema, sitePartSchema, sitesSchema, ulid } from '@beian/contracts/schemas';
import { problem } from '@beian/platform';
import { z } from 'zod';
import { For, ForApplicants } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { etagOf, Outcome, versioned } from '../acts/outcome';
import { FilingAccess } from '../filings/filing-access';
import { InternalServices } from '../internal-services';
import { Editing, TheEdit, type Edit } from './edit';

const siteIds = z.strictObject({ filingId: ulid, siteId: ulid });
type SiteIds = z.infer<typeof siteIds>;
const saving = {
  409: 'The filing cannot be changed now',
  412: 'Somebody saved before you; both versions are in the answer',
  428: 'If-Match is missing',
};

/** The websites (网站) of a filing. They hold no personal data: administrators are named by their place in the filing. */
@ApiTags('parts')
@Controller('v1/filings/:filingId/sites')
export class SitesController {
  constructor(
    @Inject(FilingAccess) private readonly access: FilingAccess,
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get()
  @For('applicant', 'agent', 'reviewer', 'senior', 'auditor')
  @Describe('The websites of a filing', { 200: sitesSchema })
  async list(
    @Param('filingId', { schema: ulid }) filingId: string,
    @Me() me: SignedIn,
  ): Promise<z.infer<typeof sitesSchema>> {
    await this.access.seen(me, filingId);
    return this.sitesOf(filingId);
  }

  @Post()
  @Acting()
  @ForApplicants()
  @Describe('Add a website', { 201: sitePartSchema }, { 409: saving[409] })
  add(
    @Param('filingId', { schema: ulid }) filingId: string,
    @Body({ schema: siteDraftSchema }) draft: z.infer<typeof siteDraftSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const { owner } = await this.access.own(act.by, filingId);
      const body = { accountId: owner, draft };
      const site = await this.services.website.post(`/internal/filings/${filingId}/sites`, sitePartSchema, body);
      const location = `/v1/filings/${filingId}/sites/${site.siteId}`;
      return new Outcome(201, site, { ...etagOf(site.version), location });
    });
  }

  @Get(':siteId')
  @For('applicant', 'agent', 'reviewer', 'senior', 'auditor')
  @Describe('One website', { 200: sitePartSchema })
  async read(@Param({ schema: siteIds }) { filingId, siteId }: SiteIds, @Me() me: SignedIn): Promise<Outcome> {
    await this.access.seen(me, filingId);
    const { sites } = await this.sitesOf(filingId);
    return versioned(sites.find((site) => site.siteId === siteId) ?? problem('not-found'));
  }

  @Put(':siteId')
  @Editing()
  @ForApplicants()
  @Describe('Save a website', { 200: sitePartSchema }, saving)
  async save(
    @Param({ schema: siteIds }) { filingId, siteId }: SiteIds,
    @Body({ schema: siteDraftSchema }) draft: z.infer<typeof siteDraftSchema>,
    @TheEdit() { by, version }: Edit,
  ): Promise<Outcome> {
    const { owner } = await this.access.own(by, filingId);
    const body = { accountId: owner, version, draft };
    return versioned(
      await this.services.website.put(`/internal/filings/${filingId}/sites/${siteId}`, sitePartSchema, body),
    );
  }

  @Delete(':siteId')
  @HttpCode(204)
  @Editing()
  @ForApplicants()
  @Describe('Take a website out of the filing', { 204: 'It is out' }, saving)
  async remove(
    @Param({ schema: siteIds }) { filingId, siteId }: SiteIds,
    @TheEdit() { by, version }: Edit,
  ): Promise<void> {
    const { owner } = await this.access.own(by, filingId);
    const query = `accountId=${owner}&version=${version}`;
    await this.services.website.delete(`/internal/filings/${filingId}/sites/${siteId}?${query}`, z.unknown());
  }

  private sitesOf(filingId: string): Promise<z.infer<typeof sitesSchema>> {
    return this.services.website.get(`/internal/filings/${filingId}/sites`, sitesSchema);
  }
}
