import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  addPhotoPlaceSchema,
  photoGuideQuerySchema,
  photoGuideSchema,
  photoPlaceSchema,
  photoPlacesQuerySchema,
  photoPlacesSchema,
  ulid,
} from '@beian/contracts/schemas';
import { z } from 'zod';
import { For, ForEverybody } from '../access/route-access';
import { Me, type SignedIn } from '../access/signed-in';
import { Acting, TheAct, type Act } from '../acts/act';
import { Acts } from '../acts/acts';
import { Describe } from '../acts/describe';
import { Outcome } from '../acts/outcome';
import { InternalServices } from '../internal-services';

/** The photo of the identity check: what it must show, and where it can be taken. The operator keeps the list of places. */
@ApiTags('reference')
@Controller('v1')
export class PhotoPlacesController {
  constructor(
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(Acts) private readonly acts: Acts,
  ) {}

  @Get('photo-guide')
  @ForEverybody()
  @Describe('What the photo must show in a province; its codes are the reasons for which one is refused', {
    200: photoGuideSchema,
  })
  guide(@Query({ schema: photoGuideQuerySchema }) { province }: z.infer<typeof photoGuideQuerySchema>) {
    return this.services.verification.get(`/internal/photo-guide?province=${province}`, photoGuideSchema);
  }

  @Get('photo-places')
  @ForEverybody()
  @Describe('Designated photo places (指定拍照地点) that can be booked with the identity choice', {
    200: photoPlacesSchema,
  })
  places(@Query({ schema: photoPlacesQuerySchema }) { province }: z.infer<typeof photoPlacesQuerySchema>) {
    const query = province === undefined ? '' : `?province=${province}`;
    return this.services.verification.get(`/internal/photo-places${query}`, photoPlacesSchema);
  }

  @Post('operator/photo-places')
  @Acting()
  @For('operator')
  @Describe('Put a place on the list', { 201: photoPlaceSchema })
  add(
    @Body({ schema: addPhotoPlaceSchema }) place: z.infer<typeof addPhotoPlaceSchema>,
    @TheAct() act: Act,
  ): Promise<Outcome> {
    return this.acts.once(act, async () => {
      const body = { ...place, actor: act.by.accountId };
      return new Outcome(201, await this.services.verification.post('/internal/photo-places', photoPlaceSchema, body));
    });
  }

  @Delete('operator/photo-places/:placeId')
  @HttpCode(204)
  @For('operator')
  @Describe('Take a place off the list; what is booked there stays booked', { 204: 'It is off the list' })
  async close(@Param('placeId', { schema: ulid }) placeId: string, @Me() me: SignedIn): Promise<void> {
    const path = `/internal/photo-places/${placeId}?actor=${me.accountId}`;
    await this.services.verification.delete(path, z.unknown());
  }
}
