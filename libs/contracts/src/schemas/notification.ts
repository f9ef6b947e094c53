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
    /** Absent: not read yet. */
    readAt: z.string().optional(),
  })
  .meta({ id: 'InAppNotice' });
export const inAppNoticesSchema = z
  .strictObject({
    items: z.array(inAppNoticeSchema),
    /** How many of all are not read yet, on this page or not. */
    unread: z.int(),
    next: z.string().optional(),
  })
  .meta({ id: 'InAppNotices' });

/** Every notice with sample values, for staff: in each channel it uses and each language. A text message has no title. */
export const noticePreviewSchema = z
  .strictObject({
    notice: z.string(),
    audience: z.enum(['applicant', 'staff', 'deputy', 'lead']),
    views: z.array(
      z.strictObject({
        channel: z.enum(noticeChannels),
        language: z.enum(noticeLanguages),
        title: z.string().optional(),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'NoticePreview' });
export const noticePreviewsSchema = z
  .strictObject({ items: z.array(noticePreviewSchema) })
  .meta({ id: 'NoticePreviews' });

/** Failed-delivery desk: what could not be sent. */
export const failedDeliverySchema = sentMessageSchema.extend({ filingId: ulid }).meta({ id: 'FailedDelivery' });
export const failedDeliveriesSchema = z
  .strictObject({
    items: z.array(failedDeliverySchema),
    next: z.string().optional(),
  })
  .meta({ id: 'FailedDeliveries' });
export const resendDeliverySchema = z.strictObject({ actor: ulid, at: instant.optional() });

/** Which undelivered messages an operator means; everything given must hold. */
export const resendFilterSchema = z.strictObject({
  channel: z.enum(['mail', 'sms']).optional(),
  cause: text(100).optional(),
  notice: text(60).optional(),
  filingId: ulid.optional(),
  /** Given up before this instant. */
  before: instant.optional(),
});
/** Gateway → notification: send many again. The stop rule: so many that fail again end it. */
export const resendWishSchema = z
  .strictObject({
    filter: resendFilterSchema,
    dryRun: z.boolean(),
    atMost: z.int().min(1).max(100_000).default(1_000),
    stopAfter: z.int().min(1).max(100).default(3),
  })
  .meta({ id: 'ResendWish', examples: [{ filter: { channel: 'sms' }, dryRun: true }] });
export const messageIdText = z.string().regex(/^[\w.:-]{1,200}$/);
export const resendManySchema = resendWishSchema.extend({ actor: ulid, messageId: messageIdText.optional() });
export const resendBegunSchema = z
  .strictObject({ matching: z.int(), runId: z.string().optional() })
  .meta({ id: 'ResendBegun' });
export const resendRunSchema = z
  .strictObject({
    runId: z.string(),
    state: z.enum(['running', 'done', 'stopped']),
    released: z.int(),
    sent: z.int(),
    failed: z.int(),
    atMost: z.int(),
    stopAfter: z.int(),
  })
  .meta({ id: 'ResendRun' });
