import {
  claimSchema,
  decidePhotoSchema,
  decideReviewSchema,
  giveReasonsSchema,
  reviewsQuerySchema,
  ulid,
  type reviewItemSchema,
  type reviewsSchema,
} from '@beian/contracts/schemas';
import type { FilingAnswer } from '@beian/contracts';
import { InternalGuard, problem } from '@beian/platform';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { VerificationDeps } from '../verification-deps';
import { claimReview } from './claim-review';
import { decidePhoto, decideReview } from './decide';
import { giveReasons } from './give-reasons';
import type { ReviewItem } from './review.store';

const filing = { schema: ulid };
const actorQuery = z.strictObject({ actor: ulid });
const pageSize = 50;

/** The review desk (初审): a queue, a claim, decisions under the claim. */
@Controller('internal/reviews')
@UseGuards(InternalGuard)
export class ReviewController {
  constructor(@Inject(VerificationDeps) private readonly deps: VerificationDeps) {}

  @Get()
  async list(
    @Query({ schema: reviewsQuerySchema }) query: z.output<typeof reviewsQuerySchema>,
  ): Promise<z.output<typeof reviewsSchema>> {
    const { cursor, kind, province } = query;
    const { items, next } = await this.deps.reviews.list({
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
      ...(kind === undefined ? {} : { kind }),
      ...(province === undefined ? {} : { province }),
    });
    return { items: items.map(shown), ...(next === undefined ? {} : { next }) };
  }

  @Post(':id/claim')
  @HttpCode(200)
  async claim(
    @Param('id', filing) filingId: string,
    @Body({ schema: claimSchema }) { actor }: z.output<typeof claimSchema>,
  ): Promise<z.output<typeof reviewItemSchema>> {
    return shown(await claimReview(this.deps, { filingId, actor }));
  }

  @Delete(':id/claim')
  @HttpCode(204)
  async giveBack(
    @Param('id', filing) filingId: string,
    @Query({ schema: actorQuery }) { actor }: z.output<typeof actorQuery>,
  ): Promise<void> {
    if (!(await this.deps.reviews.unclaim(filingId, actor))) problem('claim-missing');
  }

  @Post(':id/decision')
  @HttpCode(200)
  decide(
    @Param('id', filing) filingId: string,
    @Body({ schema: decideReviewSchema }) verdict: z.output<typeof decideReviewSchema>,
  ): Promise<FilingAnswer> {
    return decideReview(this.deps, { filingId, ...verdict });
  }

  @Post(':id/photo-decision')
  @HttpCode(200)
  decidePhoto(
    @Param('id', filing) filingId: string,
    @Body({ schema: decidePhotoSchema }) verdict: z.output<typeof decidePhotoSchema>,
  ): Promise<FilingAnswer> {
    return decidePhoto(this.deps, { filingId, ...verdict });
  }

  @Post(':id/reasons')
  @HttpCode(200)
  addReasons(
    @Param('id', filing) filingId: string,
    @Body({ schema: giveReasonsSchema }) given: z.output<typeof giveReasonsSchema>,
  ): Promise<FilingAnswer> {
    return giveReasons(this.deps, { filingId, ...given });
  }
}

/** What goes out of an item: neither its owner nor the ids of its rows. */
function shown(item: ReviewItem): z.output<typeof reviewItemSchema> {
  const { filingId, kind, province, filingType, nature, submission, queuedAt, dueAt, overdue } = item;
  const { claimedBy, claimExpiresAt, refusalProposedBy, proposal } = item;
  return {
    filingId,
    kind,
    province,
    filingType,
    nature,
    submission,
    queuedAt,
    dueAt,
    overdue,
    ...(claimedBy === undefined ? {} : { claimedBy }),
    ...(claimExpiresAt === undefined ? {} : { claimExpiresAt }),
    ...(refusalProposedBy === undefined ? {} : { refusalProposedBy }),
    ...(proposal === undefined ? {} : { proposal }),
  };
}
