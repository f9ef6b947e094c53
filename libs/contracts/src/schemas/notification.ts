import { z } from 'zod';
import { instant, text, ulid } from './text';

export const noticeLanguages = ['zh', 'en'] as const;
export const noticeChannels = ['mail', 'sms', 'in-app'] as const;
/** `accepted`: the carrier or mail server took it; `parked`: given up after the bound, waits for an operator. */
export const deliveryStates = ['waiting', 'sending', 'accepted', 'delivered', 'parked'] as const;

/** Gateway → notification: how to reach an account; what is absent is forgotten. */
export const accountContactSchema = z.strictObject({
  email: z.email().max(120).optional(),
  mobile: text(20)
    .regex(/^1[3-9]\d{9}$/, 'a mainland mobile number')
    .optional(),
  language: z.enum(noticeLanguages),
});

/** The send log of a filing: which notice went to whom (masked) by which channel, and what became of it. */
export const sentMessageSchema = z
  .strictObject({
    id: ulid,
    notice: z.string(),
    channel: z.enum(noticeChannels),
    recipient: z.string(),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    /** Business time of what the notice tells. */
    at: z.string(),
    /** When it last changed. */
    movedAt: z.string(),
    cause: z.string().optional(),
  })
  .meta({ id: 'SentMessage' });
export const sentMessagesSchema = z.strictObject({ items: z.array(sentMessageSchema) }).meta({ id: 'SentMessages' });

const noticeText = z.strictObject({ title: z.string(), text: z.string() });
/** In-app notices (站内信) of an account, newest first. */
export const inAppNoticeSchema = z
  .strictObject({
    id: ulid,
    filingId: ulid,
    notice: z.string(),
    zh: noticeText,
    en: noticeText,
    at: z.string(),
  })
  .meta({ id: 'InAppNotice' });
export const inAppNoticesSchema = z
  .strictObject({ items: z.array(inAppNoticeSchema), next: z.string().optional() })
  .meta({ id: 'InAppNotices' });

/** Failed-delivery desk: what could not be sent. */
export const failedDeliverySchema = sentMessageSchema.extend({ filingId: ulid }).meta({ id: 'FailedDelivery' });
export const failedDeliveriesSchema = z
  .strictObject({
    items: z.array(failedDeliverySchema),
    next: z.string().optional(),
  })
  .meta({ id: 'FailedDeliveries' });
export const resendDeliverySchema = z.strictObject({ actor: ulid, at: instant.optional() });
