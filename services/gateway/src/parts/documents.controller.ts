import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  askUploadSchema,
  documentLinkSchema,
  documentsSchema,
  documentVersionSchema,
  nothingSchema,
  openDocumentSchema,
  ulid,
  uploadGrantSchema,
} from '@beian/contracts/schemas';
import { z } from 'zod';
import { For, ForApplicants } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { FilingAccess } from '../filings/filing-access';
import { InternalServices } from '../internal-services';

const uploadIds = z.strictObject({ filingId: ulid, uploadId: ulid });
const versionIds = z.strictObject({ filingId: ulid, versionId: ulid });
const filing = { schema: ulid };

/** Evidence: granted, uploaded to the store directly, completed, then listed as an accepted or refused version. */
@ApiTags('documents')
@Controller('v1/filings/:filingId')
export class DocumentsController {
  constructor(
    @Inject(FilingAccess) private readonly access: FilingAccess,
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Post('uploads')
  @Acting()
  @ForApplicants()
  @Describe(
    'Ask for a presigned upload into a slot',
    { 201: uploadGrantSchema },
    { 409: 'Not now', 422: 'No such slot' },
  )
  grant(
    @Param('filingId', filing) filingId: string,
    @Body({ schema: askUploadSchema }) wish: z.infer<typeof askUploadSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const { owner } = await this.access.own(act.by, filingId);
      const body = { ...wish, accountId: owner };
      return new Outcome(
        201,
        await this.services.documents.post(`/internal/filings/${filingId}/uploads`, uploadGrantSchema, body),
      );
    });
  }

  @Post('uploads/:uploadId/completion')
  @Acting()
  @ForApplicants()
  @Describe(
    'Say that the file is there: it is checked now',
    { 200: documentVersionSchema },
    { 409: 'No file has arrived', 422: 'The file did not pass the checks' },
  )
  complete(
    @Param({ schema: uploadIds }) { filingId, uploadId }: z.infer<typeof uploadIds>,
    @Body({ schema: nothingSchema.optional() }) _nothing: unknown,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const { owner } = await this.access.own(act.by, filingId);
      const path = `/internal/filings/${filingId}/uploads/${uploadId}/completion`;
      return new Outcome(200, await this.services.documents.post(path, documentVersionSchema, { accountId: owner }));
    });
  }

  @Get('documents')
  @For('applicant', 'agent', 'reviewer', 'senior', 'auditor')
  @Describe('The documents of a filing by slot', { 200: documentsSchema })
  async list(
    @Param('filingId', filing) filingId: string,
    @Me() me: SignedIn,
  ): Promise<z.infer<typeof documentsSchema>> {
    const { owner } = await this.access.seen(me, filingId);
    return this.services.documents.get(`/internal/filings/${filingId}/documents?accountId=${owner}`, documentsSchema);
  }

  @Delete('documents/:versionId')
  @HttpCode(204)
  @ForApplicants()
  @Describe('Remove a document that is not sealed', { 204: 'It is gone' }, { 409: 'It is sealed with a submission' })
  async remove(
    @Param({ schema: versionIds }) { filingId, versionId }: z.infer<typeof versionIds>,
    @Me() me: SignedIn,
  ): Promise<void> {
    const { owner } = await this.access.own(me, filingId);
    await this.services.documents.delete(
      `/internal/filings/${filingId}/documents/${versionId}?accountId=${owner}`,
      z.unknown(),
    );
  }

  @Post('documents/:versionId/link')
  @HttpCode(200)
  @For('applicant', 'agent', 'reviewer', 'senior')
  @Describe('A link to the paper for at most five minutes; staff give a reason, and it is audited', {
    200: documentLinkSchema,
  })
  async link(
    @Param({ schema: versionIds }) { filingId, versionId }: z.infer<typeof versionIds>,
    @Body({ schema: openDocumentSchema.optional() }) wish: z.infer<typeof openDocumentSchema> | undefined,
    @Me() me: SignedIn,
  ): Promise<z.infer<typeof documentLinkSchema>> {
    const { owner, standing } = await this.access.seen(me, filingId);
    const inWhoseName = standing === 'staff' ? { reason: wish?.reason } : { accountId: owner };
    const path = `/internal/filings/${filingId}/documents/${versionId}/link`;
    return this.services.documents.post(path, documentLinkSchema, { actor: me.accountId, ...inWhoseName });
  }
}
