import { Controller, Get, Header, Inject, Param, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { formName, madeFormSchema, sitesSchema, subjectPartSchema, ulid } from '@beian/contracts/schemas';
import { z } from 'zod';
import { ForApplicants } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Describe } from '../acts/describe';
import { FilingAccess } from '../filings/filing-access';
import { InternalServices } from '../internal-services';

const formPath = z.strictObject({ filingId: ulid, form: formName });

/** Papers to sign, made from the data of the filing: for those whose data it is, and never from a cache. */
@ApiTags('documents')
@Controller('v1/filings/:filingId/forms')
export class FormsController {
  constructor(
    @Inject(FilingAccess) private readonly access: FilingAccess,
    @Inject(InternalServices) private readonly services: InternalServices,
  ) {}

  @Get(':form')
  @ForApplicants()
  @Header('cache-control', 'no-store')
  @Describe(
    'Authenticity statement (真实性核验单) or letter of authorisation as PDF: the official form where one is loaded, else our own layout with the data filled in',
    { 200: { file: 'application/pdf', says: 'A PDF' } },
    { 422: 'Fields are missing, or a character cannot be drawn' },
  )
  async form(
    @Param({ schema: formPath }) { filingId, form }: z.infer<typeof formPath>,
    @Me() me: SignedIn,
  ): Promise<StreamableFile> {
    const { owner } = await this.access.own(me, filingId);
    const of = `/internal/filings/${filingId}`;
    const [{ locked, draft }, { sites }] = await Promise.all([
      this.services.subject.get(`${of}/part?accountId=${owner}`, subjectPartSchema),
      this.services.website.get(`${of}/sites?accountId=${owner}`, sitesSchema),
    ]);
    const made = await this.services.documents.post(`${of}/forms`, madeFormSchema, {
      accountId: owner,
      form,
      subject: { locked, draft },
      sites: sites.map(({ siteId, draft: site }) => ({ siteId, draft: site })),
    });
    return new StreamableFile(Buffer.from(made.pdf, 'base64'), {
      type: 'application/pdf',
      disposition: `attachment; filename="${form.replace(':', '-')}${made.official ? '-official' : ''}.pdf"`,
    });
  }
}
