import {
  differenceQuerySchema,
  examineSubjectSchema,
  openFiledSubjectSchema,
  openSubjectSchema,
  saveSubjectSchema,
  subjectStandingQuerySchema,
  ulid,
  unmaskSubjectSchema,
} from '@beian/contracts/schemas';
import { InternalGuard, problem } from '@beian/platform';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { examineSubject, orErased } from './examine-subject';
import { readRecord } from './read-record';
import { openFiledSubject } from './open-filed-subject';
import { openSubject } from './open-subject';
import { saveSubject } from './save-subject';
import { differenceOf } from './subject-difference';
import { maskedViewOf, viewOf } from './subject-view';
import { SubjectDeps } from './subject-deps';
import { tellFiled } from './tell-filed';
import { tellStanding } from './tell-standing';
import { unmaskValue } from './unmask-value';

const accountQuery = z.object({ accountId: ulid });
const ownerQuery = z.object({ accountId: ulid.optional() });
type Output<S extends z.ZodType> = z.output<S>;

/** The gateway's door to this service: internal, behind the token. */
@Controller('internal')
@UseGuards(InternalGuard)
export class SubjectController {
  constructor(@Inject(SubjectDeps) private readonly deps: SubjectDeps) {}

  @Post('standing')
  @HttpCode(200)
  standing(@Body({ schema: subjectStandingQuerySchema }) query: Output<typeof subjectStandingQuerySchema>) {
    return tellStanding(this.deps, query);
  }

  @Put('filings/:id/opening')
  async open(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: openSubjectSchema }) opening: Output<typeof openSubjectSchema>,
  ) {
    return viewOf(await openSubject(this.deps, id, opening));
  }

  @Put('filings/:id/opening-of-filed')
  async openFiled(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: openFiledSubjectSchema }) opening: Output<typeof openFiledSubjectSchema>,
  ) {
    return viewOf(await openFiledSubject(this.deps, id, opening));
  }

  /** What an account has filed here: the register. */
  @Get('filed-subjects')
  filed(@Query({ schema: accountQuery }) { accountId }: Output<typeof accountQuery>) {
    return tellFiled(this.deps, accountId);
  }

  /** The owner reads his own words; without an account it is staff who asks, and everything is masked (I-25). */
  @Get('filings/:id/part')
  async part(
    @Param('id', { schema: ulid }) id: string,
    @Query({ schema: ownerQuery }) { accountId }: Output<typeof ownerQuery>,
  ) {
    const part = (await this.deps.subjects.read(this.deps.database, id, { accountId })) ?? problem('not-found');
    return accountId === undefined ? maskedViewOf(part) : viewOf(part);
  }

  @Get('filings/:id/part/masked')
  async masked(@Param('id', { schema: ulid }) id: string) {
    return maskedViewOf((await this.deps.subjects.read(this.deps.database, id)) ?? problem('not-found'));
  }

  /** For the evidence pack: the owner sees what he submitted, staff sees it masked. */
  @Get('filings/:id/record')
  record(
    @Param('id', { schema: ulid }) id: string,
    @Query({ schema: ownerQuery }) { accountId }: Output<typeof ownerQuery>,
  ) {
    return readRecord(this.deps, id, accountId);
  }

  /** What changed between two submissions, masked: for staff. */
  @Get('filings/:id/difference')
  difference(
    @Param('id', { schema: ulid }) id: string,
    @Query({ schema: differenceQuerySchema }) submissions: Output<typeof differenceQuerySchema>,
  ) {
    return differenceOf(this.deps, id, submissions);
  }

  @Put('filings/:id/part')
  async save(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: saveSubjectSchema }) save: Output<typeof saveSubjectSchema>,
  ) {
    return viewOf(await saveSubject(this.deps, id, save));
  }

  @Post('filings/:id/examination')
  @HttpCode(200)
  examine(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: examineSubjectSchema }) rules: Output<typeof examineSubjectSchema>,
  ) {
    const { database } = this.deps;
    return orErased(async () => {
      const part = (await this.deps.subjects.read(database, id)) ?? problem('not-found');
      return examineSubject(this.deps, database, { part, rules });
    });
  }

  @Post('filings/:id/unmask')
  @HttpCode(200)
  unmask(
    @Param('id', { schema: ulid }) id: string,
    @Body({ schema: unmaskSubjectSchema }) unmask: Output<typeof unmaskSubjectSchema>,
  ) {
    return unmaskValue(this.deps, id, unmask);
  }
}
