import type { FilingAnswer, FilingFacts } from '@beian/contracts';
import {
  checkNationalSchema,
  chooseIdentitySchema,
  confirmPhoneSchema,
  holdRecordsSchema,
  holdSchema,
  judgeSchema,
  resendPhoneCodeSchema,
  ulid,
  type filingRowSchema,
  type judgementSchema,
  type phoneCodeResentSchema,
  type reasonSchema,
} from '@beian/contracts/schemas';
import { InternalGuard, problem } from '@beian/platform';
import { judgeAcross } from '@beian/rules';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { checkNationalRegister } from '../filing-type/check-national-register';
import { chooseIdentity } from '../identity/choose-identity';
import { confirmPhone } from '../phones/confirm-phone';
import { resendPhoneCode } from '../phones/resend-phone-code';
import { readRecord } from '../review/read-record';
import { readForStaff, readReasons } from '../review/read-reasons';
import { VerificationDeps } from '../verification-deps';
import { holdWords } from '../retention/erase-words';
import { holdFiling } from './hold-filing';

const filing = { schema: ulid };
/** The account whose filing it is, or the member of staff who looks. */
const lookerQuery = z.union([z.strictObject({ accountId: ulid }), z.strictObject({ actor: ulid })]);

/** What is asked of one filing by the gateway. */
@Controller('internal/filings/:id')
@UseGuards(InternalGuard)
export class FilingController {
  constructor(@Inject(VerificationDeps) private readonly deps: VerificationDeps) {}

  /** The row, for reconciliation. */
  @Get()
  async row(@Param('id', filing) filingId: string): Promise<z.output<typeof filingRowSchema>> {
    const { snapshot, recordedAt } = (await this.deps.filings.get(filingId)) ?? problem('not-found');
    const undelivered = await this.deps.deliveries.countWaiting(filingId);
    return { snapshot: snapshot as z.output<typeof filingRowSchema>['snapshot'], recordedAt, undelivered };
  }

  /** Judges what crosses parts as a submission would (rules.md 3.2, 3.5, 10); changes nothing. */
  @Post('judgement')
  @HttpCode(200)
  judge(
    @Body({ schema: judgeSchema }) { facts, pack, asOf }: z.output<typeof judgeSchema>,
  ): z.output<typeof judgementSchema> {
    const { subject, website, documents } = facts as FilingFacts;
    const { province, nature, filingType } = subject;
    return { findings: judgeAcross(subject, website, documents, { pack, asOf, province, nature, filingType }) };
  }

  /** What the ministry's record would make the authority refuse (rules.md 1.3); asked, and nothing kept. */
  @Post('national-register-check')
  @HttpCode(200)
  async checkNational(
    @Param('id', filing) filingId: string,
    @Body({ schema: checkNationalSchema }) asked: z.output<typeof checkNationalSchema>,
  ): Promise<z.output<typeof judgementSchema>> {
    return { findings: [...(await checkNationalRegister(this.deps, filingId, asked))] };
  }

  @Get('reasons')
  reasons(
    @Param('id', filing) filingId: string,
    @Query({ schema: lookerQuery }) looker: z.output<typeof lookerQuery>,
  ): Promise<readonly z.output<typeof reasonSchema>[]> {
    return 'actor' in looker
      ? readForStaff(this.deps, filingId, looker.actor)
      : readReasons(this.deps, filingId, looker.accountId);
  }

  /** For the evidence pack. */
  @Get('record')
  record(@Param('id', filing) filingId: string) {
    return readRecord(this.deps, filingId);
  }

  @Post('identity-choice')
  @HttpCode(200)
  chooseIdentity(
    @Param('id', filing) filingId: string,
    @Body({ schema: chooseIdentitySchema }) choice: z.output<typeof chooseIdentitySchema>,
  ): Promise<FilingAnswer> {
    return chooseIdentity(this.deps, { filingId, ...choice });
  }

  @Post('phone-confirmations')
  @HttpCode(200)
  confirmPhone(
    @Param('id', filing) filingId: string,
    @Body({ schema: confirmPhoneSchema }) confirmation: z.output<typeof confirmPhoneSchema>,
  ): Promise<FilingAnswer> {
    return confirmPhone(this.deps, { filingId, ...confirmation });
  }

  @Post('phone-resends')
  @HttpCode(200)
  resend(
    @Param('id', filing) filingId: string,
    @Body({ schema: resendPhoneCodeSchema }) wish: z.output<typeof resendPhoneCodeSchema>,
  ): Promise<z.output<typeof phoneCodeResentSchema>> {
    return resendPhoneCode(this.deps, { filingId, ...wish });
  }

  @Post('hold')
  @HttpCode(200)
  hold(
    @Param('id', filing) filingId: string,
    @Body({ schema: holdSchema }) held: z.output<typeof holdSchema>,
  ): Promise<FilingAnswer> {
    return holdFiling(this.deps, { filingId, kind: 'hold', ...held });
  }

  @Post('release')
  @HttpCode(200)
  release(
    @Param('id', filing) filingId: string,
    @Body({ schema: holdSchema }) held: z.output<typeof holdSchema>,
  ): Promise<FilingAnswer> {
    return holdFiling(this.deps, { filingId, kind: 'release', ...held });
  }

  @Put('legal-hold')
  @HttpCode(204)
  legalHold(
    @Param('id', filing) filingId: string,
    @Body({ schema: holdRecordsSchema }) call: z.output<typeof holdRecordsSchema>,
  ): Promise<void> {
    return holdWords(this.deps, filingId, call);
  }
}
