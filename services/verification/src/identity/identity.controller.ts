import {
  addPhotoPlaceBySchema,
  photoGuideQuerySchema,
  photoPlacesQuerySchema,
  ulid,
  type identityViewSchema,
  type photoPlaceSchema,
  type photoPlacesSchema,
} from '@beian/contracts/schemas';
import { InternalGuard, problem } from '@beian/platform';
import { photoGuide, provinceOf, type PhotoGuide } from '@beian/rules';
import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query, UseGuards } from '@nestjs/common';
import { z } from 'zod';
import { VerificationDeps } from '../verification-deps';
import { addPlace, closePlace } from './keep-places';

const actorQuery = z.strictObject({ actor: ulid });

/** What is asked of the identity check: the photo guide, designated places, and where one filing's check stands. */
@Controller('internal')
@UseGuards(InternalGuard)
export class IdentityController {
  constructor(@Inject(VerificationDeps) private readonly deps: VerificationDeps) {}

  @Get('photo-guide')
  guide(@Query({ schema: photoGuideQuerySchema }) { province }: z.output<typeof photoGuideQuerySchema>): PhotoGuide {
    if (provinceOf(province) === undefined) return problem('invalid-request', { pointer: 'query/province' });
    return photoGuide(province);
  }

  @Get('photo-places')
  async places(
    @Query({ schema: photoPlacesQuerySchema }) { province }: z.output<typeof photoPlacesQuerySchema>,
  ): Promise<z.output<typeof photoPlacesSchema>> {
    return { items: [...(await this.deps.places.list(province))] };
  }

  @Post('photo-places')
  @HttpCode(201)
  add(
    @Body({ schema: addPhotoPlaceBySchema }) place: z.output<typeof addPhotoPlaceBySchema>,
  ): Promise<z.output<typeof photoPlaceSchema>> {
    return addPlace(this.deps, place);
  }

  @Delete('photo-places/:placeId')
  @HttpCode(204)
  close(
    @Param('placeId', { schema: ulid }) placeId: string,
    @Query({ schema: actorQuery }) { actor }: z.output<typeof actorQuery>,
  ): Promise<void> {
    return closePlace(this.deps, placeId, actor);
  }

  @Get('filings/:id/identity')
  async identity(@Param('id', { schema: ulid }) filingId: string): Promise<z.output<typeof identityViewSchema>> {
    const { snapshot } = (await this.deps.filings.get(filingId)) ?? problem('not-found');
    const method = snapshot.identity?.method;
    const booking = await this.deps.places.booked(filingId);
    return {
      ...(method === undefined ? {} : { method }),
      ...(booking === undefined ? {} : { booking }),
      parcels: [...(await this.deps.identities.parcels(snapshot))],
    };
  }
}
