import { z } from 'zod';
import type { Event } from './event';

const eventSchema = z.object({
  id: z.string().min(1).max(100),
  type: z.string().min(1).max(100),
  schemaVersion: z.int().positive(),
  filingId: z.string().min(1).max(100),
  sequence: z.int().nonnegative(),
  at: z.iso.datetime(),
  data: z.unknown(),
});

/** The event in a message, or undefined if it is none: no JSON, or not our envelope. */
export function readEvent(value: Buffer | null): Event | undefined {
  if (value === null) return undefined;
  try {
    return eventSchema.safeParse(JSON.parse(value.toString())).data;
  } catch {
    return undefined; // poison is set aside by the caller, with this as its reason
  }
}
