import { z } from 'zod';
import type { Payload } from '@temporalio/common';

const base64 = z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/, 'not base64');

/** One payload as the Temporal UI sends it: protobuf's JSON form. */
const payloadSchema = z.strictObject({
  metadata: z.record(z.string().max(100), base64).optional(),
  data: base64.optional(),
});
/** What `/decode` and `/encode` take and give. A page of the UI needs far fewer at once. */
export const payloadsSchema = z.strictObject({ payloads: z.array(payloadSchema).max(500) });
export type WirePayload = z.infer<typeof payloadSchema>;

const bytes = (text: string): Uint8Array => Buffer.from(text, 'base64');
const text = (data: Uint8Array): string => Buffer.from(data).toString('base64');

export function fromWire({ metadata, data }: WirePayload): Payload {
  return {
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, bytes(value)])),
    ...(data === undefined ? {} : { data: bytes(data) }),
  };
}

export function toWire({ metadata, data }: Payload): WirePayload {
  return {
    metadata: Object.fromEntries(Object.entries(metadata ?? {}).map(([name, value]) => [name, text(value)])),
    ...(data === undefined || data === null ? {} : { data: text(data) }),
  };
}
