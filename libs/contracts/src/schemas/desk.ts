import { z } from 'zod';
import { identityMethods } from '../filing-facts';
import { administratorKey, day, instant, provinceCode, text, ulid } from './text';

// The provider's desk beside the decisions: telephone calls, designated photo places, what the identity check has come to.

const acting = { actor: ulid };

export const callOutcomes = ['reached', 'no-answer', 'wrong-number', 'not-willing'] as const;

/** A half hour in which the provider may call (rules.md 7); instants are UTC. */
export const callSlotSchema = z
  .strictObject({
    slotId: ulid,
    administrator: administratorKey,
    startsAt: z.string(),
    endsAt: z.string(),
    state: z.enum(['booked', 'cancelled', 'called']),
  })
  .meta({ id: 'CallSlot' });
/** Half hours that are free, soonest first, and what is booked. */
export const callSlotsSchema = z
  .strictObject({
    free: z.array(z.strictObject({ startsAt: z.string(), endsAt: z.string() })),
    booked: callSlotSchema.optional(),
  })
  .meta({ id: 'CallSlots' });
export const bookCallSchema = z.strictObject({ administrator: administratorKey, startsAt: instant }).meta({
  id: 'BookCall',
  examples: [{ administrator: 'subject-administrator', startsAt: '2018-06-19T01:30:00.000Z' }],
});
export const bookCallForSchema = bookCallSchema.extend(acting);

/** What a call of the reviewer came to. The note is free text about a person: sealed, and read by staff only. */
export const logCallSchema = z
  .strictObject({
    administrator: administratorKey,
    outcome: z.enum(callOutcomes),
    note: text(1000).optional(),
  })
  .meta({
    id: 'LogCall',
    examples: [{ administrator: 'subject-administrator', outcome: 'no-answer', note: '响铃无人接听 rang, no answer' }],
  });
export const logCallBySchema = logCallSchema.extend({ ...acting, messageId: z.string().min(1).max(200) });
export const callSchema = z
  .strictObject({
    callId: ulid,
    administrator: administratorKey,
    outcome: z.enum(callOutcomes),
    by: ulid,
    at: z.string(),
    submission: z.int(),
    /** The booked half hour it was made in. */
    slotId: ulid.optional(),
    note: z.string().optional(),
  })
  .meta({ id: 'Call' });
export const callsSchema = z
  .strictObject({ calls: z.array(callSchema), booked: callSlotSchema.optional() })
  .meta({ id: 'Calls' });

/** A designated place (指定拍照地点) where the website administrator is photographed, as the operator keeps the list. */
export const addPhotoPlaceSchema = z
  .strictObject({
    province: provinceCode,
    city: text(60).min(1),
    nameZh: text(100).min(1),
    nameEn: text(100).min(1),
    address: text(200).min(1),
    /** Opening hours in words. */
    hours: text(100).min(1),
    perDay: z.int().min(1).max(1000),
  })
  .meta({
    id: 'AddPhotoPlace',
    examples: [
      {
        province: '12',
        city: '天津市',
        nameZh: '试验拍照点',
        nameEn: 'Trial photo place',
        address: '南开区试验道一号',
        hours: '09:00-17:00',
        perDay: 20,
      },
    ],
  });
export const addPhotoPlaceBySchema = addPhotoPlaceSchema.extend(acting);
export const photoPlaceSchema = addPhotoPlaceSchema.extend({ placeId: ulid }).meta({ id: 'PhotoPlace' });
export const photoPlacesSchema = z.strictObject({ items: z.array(photoPlaceSchema) }).meta({ id: 'PhotoPlaces' });
export const photoPlacesQuerySchema = z.strictObject({ province: provinceCode.optional() });

export const photoGuideQuerySchema = z.strictObject({ province: provinceCode });
export const photoGuideSchema = z
  .strictObject({
    province: provinceCode,
    items: z.array(z.strictObject({ code: z.string(), zh: z.string(), en: z.string() })),
    source: z.string(),
  })
  .meta({ id: 'PhotoGuide' });

/** Where the identity check stands: the booking, and every parcel of this submission, oldest first. */
export const identityViewSchema = z
  .strictObject({
    method: z.enum(identityMethods).optional(),
    booking: z.strictObject({ reference: z.string(), day, place: photoPlaceSchema }).optional(),
    parcels: z.array(
      z.strictObject({
        /** First, second … order within the submission. */
        order: z.int(),
        state: z.enum(['intended', 'ordered', 'shipped', 'delivered', 'lost', 'cancelled', 'past-cancelling']),
        orderedAt: z.string(),
        movedAt: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'IdentityView' });
