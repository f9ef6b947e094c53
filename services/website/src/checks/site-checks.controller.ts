import {
  checkOwnSiteSchema,
  ulid,
  type shellSubjectsSchema,
  type siteAuditSchema,
  type siteChecksSchema,
} from '@beian/contracts/schemas';
import { InternalGuard } from '@beian/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { WebsiteDeps } from '../website-deps';
import { rulesOf } from './check-site';
import { checkOwnSite } from './check-sites';
import { shellSubjectView, siteCheckView } from './site-check-view';
import type { FiledDomainRow } from './site-check.store';

type Output<S extends z.ZodType> = z.output<S>;
const accountQuery = z.object({ accountId: ulid });
const pageQuery = z.object({
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});
const pageLength = 50;

/** The gateway's door to the checks of filed sites: internal, behind the token. */
@Controller('internal')
@UseGuards(InternalGuard)
export class SiteChecksController {
  constructor(@Inject(WebsiteDeps) private readonly deps: WebsiteDeps) {}

  /** What an account has filed here, as it was last seen, and whether nothing is left of it. */
  @Get('site-checks')
  async ofAccount(
    @Query({ schema: accountQuery }) { accountId }: Output<typeof accountQuery>,
  ): Promise<Output<typeof siteChecksSchema>> {
    const { checks, database } = this.deps;
    const rules = this.rules();
    const shells = await checks.shellSubjects(database, { accountId });
    return {
      items: this.views(await checks.ofAccount(database, accountId)),
      shellSubjects: shells.map((one) => shellSubjectView(one, rules)),
    };
  }

  @Post('site-checks')
  @HttpCode(200)
  async checkNow(
    @Body({ schema: checkOwnSiteSchema }) asked: Output<typeof checkOwnSiteSchema>,
  ): Promise<Output<typeof siteChecksSchema>> {
    return { items: this.views(await checkOwnSite(this.deps, asked)), shellSubjects: [] };
  }

  /** The sites that a filing has brought into the register; the gateway knows who may look. */
  @Get('filings/:id/site-checks')
  async ofFiling(@Param('id', { schema: ulid }) filingId: string): Promise<Output<typeof siteChecksSchema>> {
    const { checks, database } = this.deps;
    const rules = this.rules();
    const shells = await checks.shellSubjects(database, { filingId });
    return {
      items: this.views(await checks.ofFiling(database, filingId)),
      shellSubjects: shells.map((one) => shellSubjectView(one, rules)),
    };
  }

  /** For staff: sites with findings. */
  @Get('site-audit')
  async audit(
    @Query({ schema: pageQuery }) { cursor }: Output<typeof pageQuery>,
  ): Promise<Output<typeof siteAuditSchema>> {
    const found = await this.deps.checks.failing(this.deps.database, { after: cursor, limit: pageLength + 1 });
    const page = found.slice(0, pageLength);
    const last = page.at(-1);
    return { items: this.views(page), ...(found.length > pageLength && last ? { next: last.id } : {}) };
  }

  /** For staff: subjects without a site. */
  @Get('shell-subjects')
  async shells(): Promise<Output<typeof shellSubjectsSchema>> {
    const rules = this.rules();
    const shells = await this.deps.checks.shellSubjects(this.deps.database);
    return { items: shells.map((one) => shellSubjectView(one, rules)) };
  }

  private rules() {
    return rulesOf(this.deps, this.deps.clock.now());
  }

  private views(rows: readonly FiledDomainRow[]) {
    const rules = this.rules();
    return rows.map((row) => siteCheckView(row, rules));
  }
}
