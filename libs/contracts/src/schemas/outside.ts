import { z } from 'zod';

/*
 * The wire of the outside world, as our ports speak it: JSON over HTTPS. `services/sandbox` plays the other side. Every
 * POST carries `Idempotency-Key`; a party that is closed answers 503 with `Retry-After`, never a half answer.
 */

/** `GET {registry}/registry/domains/{ascii}`; 404 = not registered. */
export const domainRecordSchema = z.object({
  domain: z.string(),
  registrar: z.object({ name: z.string(), approved: z.boolean() }),
  registeredAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  realName: z.object({ state: z.enum(['none', 'pending', 'verified']), verifiedAt: z.iso.datetime().optional() }),
  registrant: z.object({ name: z.string(), certificateType: z.string(), certificateNumber: z.string() }),
  privacy: z.boolean(),
});

/** `GET {cloud}/cloud/instances/{instanceId}`; 404 = no such instance. */
export const instanceRecordSchema = z.object({
  instanceId: z.string(),
  accountId: z.string(),
  type: z.string(),
  region: z.string(),
  mainland: z.boolean(),
  billing: z.enum(['subscription', 'pay-as-you-go']),
  boughtMonths: z.int(),
  expiresAt: z.iso.datetime(),
  publicIp: z.string().optional(),
  state: z.enum(['running', 'stopped', 'expired']),
});

/** `POST {authority}/authority/national-register/queries`: what the ministry's record knows (1.3). */
export const nationalQuerySchema = z.object({
  certificateType: z.string(),
  certificateNumber: z.string(),
  domain: z.string(),
});
export const nationalAnswerSchema = z.object({
  domainFiled: z.enum(['no', 'same-subject', 'other-subject']),
  subjectFiled: z.boolean(),
  sitesLeft: z.int(),
});

/** `POST {authority}/authority/orders`: one submission, under one key. `order` is the form (personal data). */
export const authorityOrderSchema = z.object({
  key: z.string(),
  filingId: z.string(),
  submission: z.int(),
  province: z.string(),
  filingType: z.string(),
  at: z.iso.datetime(),
  subject: z.record(z.string(), z.unknown()),
  sites: z.array(z.record(z.string(), z.unknown())),
  documents: z.array(z.object({ slot: z.string(), sha256: z.string(), url: z.string() })),
});
export const authorityReasonSchema = z.object({ code: z.string(), pointer: z.string(), text: z.string() });
export const authorityAnswerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('accepted'), transactionId: z.string() }),
  z.object({ answer: z.literal('rejected'), reasons: z.array(authorityReasonSchema).min(1) }),
  z.object({ answer: z.literal('later'), retryAfterSeconds: z.int().positive() }),
]);

/** `POST {authority}/authority/orders/queries`: what has become of the orders under these keys; unknown ones are left out. */
export const orderQuerySchema = z.object({ keys: z.array(z.string()).max(200) });

/** Authority → `POST {gateway}/v1/callbacks/authority`, signed: the result of an accepted order. */
export const authorityCallbackSchema = z
  .strictObject({
    messageId: z.string().min(1).max(100),
    transactionId: z.string().min(1).max(100),
    outcome: z.enum(['granted', 'rejected']),
    subjectNumber: z.string().max(60).optional(),
    siteNumbers: z
      .array(z.strictObject({ siteId: z.string().max(40), number: z.string().max(60) }))
      .max(100)
      .optional(),
    reasons: z
      .array(z.strictObject({ code: z.string().max(60), pointer: z.string().max(200), text: z.string().max(1000) }))
      .max(50)
      .optional(),
    at: z.iso.datetime(),
  })
  .meta({
    id: 'AuthorityCallback',
    examples: [
      {
        messageId: 'authority-20180622-0001',
        transactionId: 'T20180620-0001',
        outcome: 'granted',
        subjectNumber: '津ICP备99000001号',
        siteNumbers: [{ siteId: '01JDD0W6V6Q7ZK9C3T5M8N2P4R', number: '津ICP备99000001号-1' }],
        at: '2018-06-22T02:30:00.000Z',
      },
      {
        messageId: 'authority-20180622-0002',
        transactionId: 'T20180620-0002',
        outcome: 'rejected',
        reasons: [{ code: 'SITE_NAME', pointer: '/sites/0/name', text: '网站名称不符合要求' }],
        at: '2018-06-22T02:31:00.000Z',
      },
    ],
  });

/** One order as the authority has it; `answer` is the message that told its decision. */
export const orderStateSchema = z.object({
  key: z.string(),
  transactionId: z.string(),
  state: z.enum(['under-review', 'granted', 'rejected', 'cancelled']),
  answer: authorityCallbackSchema.optional(),
});
export const orderStatesSchema = z.object({ orders: z.array(orderStateSchema) });

/** `POST {carrier}/carrier/messages`; `reference` comes back in the receipt. */
export const smsSchema = z.object({ to: z.string(), signature: z.string(), text: z.string(), reference: z.string() });
export const smsAcceptedSchema = z.object({ messageId: z.string() });
/** Carrier → `POST {gateway}/v1/callbacks/carrier`, signed. */
export const carrierCallbackSchema = z
  .strictObject({
    messageId: z.string().min(1).max(100),
    reference: z.string().min(1).max(200),
    state: z.enum(['delivered', 'failed']),
    cause: z.string().max(200).optional(),
    at: z.iso.datetime(),
  })
  .meta({
    id: 'CarrierCallback',
    examples: [
      {
        messageId: 'sms-20180620-0001',
        reference: 'notice.01JDD0W6V6Q7ZK9C3T5M8N2P4R',
        state: 'delivered',
        at: '2018-06-20T01:00:09.000Z',
      },
      {
        messageId: 'sms-20180620-0002',
        reference: 'notice.01JDD0W6V6Q7ZK9C3T5M8N2P4S',
        state: 'failed',
        cause: 'no such number',
        at: '2018-06-20T01:00:12.000Z',
      },
    ],
  });

/** `POST {courier}/courier/shipments`; `DELETE …/{shipmentId}` calls a parcel back before it ships (409 after). */
export const shipmentSchema = z.object({
  reference: z.string(),
  to: z.object({ recipient: z.string(), mobile: z.string(), province: z.string(), address: z.string() }),
  content: z.literal('backdrop'),
});
export const shipmentAcceptedSchema = z.object({ shipmentId: z.string() });
/** Courier → `POST {gateway}/v1/callbacks/courier`, signed. */
export const courierCallbackSchema = z
  .strictObject({
    messageId: z.string().min(1).max(100),
    reference: z.string().min(1).max(200),
    state: z.enum(['shipped', 'delivered', 'lost']),
    at: z.iso.datetime(),
  })
  .meta({
    id: 'CourierCallback',
    examples: [
      {
        messageId: 'parcel-20180619-0001',
        reference: '01JDD0W6V6Q7ZK9C3T5M8N2P4R:backdrop:1',
        state: 'shipped',
        at: '2018-06-19T03:00:00.000Z',
      },
    ],
  });
