import {
  completeUploadSchema,
  differenceQuerySchema,
  examineDocumentsSchema,
  grantUploadSchema,
  holdRecordsSchema,
  linkDocumentSchema,
  makeFormSchema,
  openDocumentsSchema,
  ulid,
} from '@beian/contracts/schemas';
import { InternalGuard, problem } from '@beian/platform';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { completeUpload } from './complete-upload';
import type { StatedFile } from './document';
import { listOf, viewOf } from './document-view';
import { differenceOf } from './documents-difference';
import { DocumentsDeps } from './documents-deps';
import { examineDocuments } from './examine-documents';
import { makeForm } from './forms/make-form';
import { grantUpload } from './grant-upload';
import { holdPapers } from './keep-papers';
import { linkDocument } from './link-document';
import { openDocuments } from './open-documents';
import { readRecord } from './read-record';
import { removeDocument } from './remove-document';

type Output<S extends z.ZodType> = z.output<S>;

const path = z.object({ id: ulid });
const uploadPath = z.object({ id: ulid, uploadId: ulid });
const versionPath = z.object({ id: ulid, versionId: ulid });
const staffOrOwner = z.object({ accountId: ulid.optional() });
const owner = z.object({ accountId: ulid });

/** The gateway's door to this service: internal, behind the token. */
@Controller('internal/filings/:id')
@UseGuards(InternalGuard)
export class DocumentsController {
  constructor(@Inject(DocumentsDeps) private readonly deps: DocumentsDeps) {}

  @Put('opening')
  @HttpCode(204)
  open(
    @Param({ schema: path }) { id }: Output<typeof path>,
    @Body({ schema: openDocumentsSchema }) opening: Output<typeof openDocumentsSchema>,
  ): Promise<void> {
    return openDocuments(this.deps, id, opening);
  }

  @Post('uploads')
  @HttpCode(201)
  grant(
    @Param({ schema: path }) { id }: Output<typeof path>,
    @Body({ schema: grantUploadSchema }) ask: Output<typeof grantUploadSchema>,
  ) {
    const { validUntil, ...stated } = ask;
    const file: StatedFile & { accountId: string } = { ...stated, ...(validUntil === undefined ? {} : { validUntil }) };
    return grantUpload(this.deps, id, file);
  }

  @Post('uploads/:uploadId/completion')
  @HttpCode(200)
  async complete(
    @Param({ schema: uploadPath }) { id, uploadId }: Output<typeof uploadPath>,
    @Body({ schema: completeUploadSchema }) { accountId }: Output<typeof completeUploadSchema>,
  ) {
    const document = await completeUpload(this.deps, id, { uploadId, accountId });
    return viewOf(document, (await this.deps.documents.filing(id)) ?? problem('not-found'));
  }

  /** For the owner; without an account for staff. */
  @Get('documents')
  async list(
    @Param({ schema: path }) { id }: Output<typeof path>,
    @Query({ schema: staffOrOwner }) { accountId }: Output<typeof staffOrOwner>,
  ) {
    const filing = (await this.deps.documents.filing(id)) ?? problem('not-found');
    if (accountId !== undefined && accountId !== filing.accountId) return problem('not-found');
    return listOf(filing, await this.deps.documents.all(id));
  }

  /** For the evidence pack: what was sealed when, by hash. */
  @Get('record')
  record(@Param({ schema: path }) { id }: Output<typeof path>) {
    return readRecord(this.deps, id);
  }

  /** Which papers changed between two submissions. */
  @Get('difference')
  difference(
    @Param({ schema: path }) { id }: Output<typeof path>,
    @Query({ schema: differenceQuerySchema }) submissions: Output<typeof differenceQuerySchema>,
  ) {
    return differenceOf(this.deps, id, submissions);
  }

  @Delete('documents/:versionId')
  @HttpCode(204)
  remove(
    @Param({ schema: versionPath }) { id, versionId }: Output<typeof versionPath>,
    @Query({ schema: owner }) { accountId }: Output<typeof owner>,
  ): Promise<void> {
    return removeDocument(this.deps, id, { versionId, accountId });
  }

  @Post('documents/:versionId/link')
  @HttpCode(200)
  link(
    @Param({ schema: versionPath }) { id, versionId }: Output<typeof versionPath>,
    @Body({ schema: linkDocumentSchema }) call: Output<typeof linkDocumentSchema>,
  ) {
    return linkDocument(this.deps, id, { versionId, ...call });
  }

  @Post('forms')
  @HttpCode(200)
  async form(
    @Param({ schema: path }) { id }: Output<typeof path>,
    @Body({ schema: makeFormSchema }) data: Output<typeof makeFormSchema>,
  ) {
    const { pdf, ...form } = await makeForm(this.deps, id, data);
    return { ...form, pdf: pdf.toString('base64') };
  }

  @Put('legal-hold')
  @HttpCode(204)
  hold(
    @Param({ schema: path }) { id }: Output<typeof path>,
    @Body({ schema: holdRecordsSchema }) call: Output<typeof holdRecordsSchema>,
  ): Promise<void> {
    return holdPapers(this.deps, id, call);
  }

  @Post('examination')
  @HttpCode(200)
  async examine(
    @Param({ schema: path }) { id }: Output<typeof path>,
    @Body({ schema: examineDocumentsSchema }) { pack, asOf, subject }: Output<typeof examineDocumentsSchema>,
  ) {
    const { documents, revisions, database } = this.deps;
    const filing = (await documents.filing(id)) ?? problem('not-found');
    const revision = await revisions.nextRevision(database, id);
    return examineDocuments({ filing, documents: await documents.all(id), rules: { pack, asOf }, subject, revision });
  }
}
