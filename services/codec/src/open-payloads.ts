import type { Payload, PayloadCodec } from '@temporalio/common';
import { shapeOf } from './payload-shape';
import type { View } from './readers';

export interface Opened {
  readonly payloads: readonly Payload[];
  /** How many stay sealed, because their key is not configured here or they are damaged. */
  readonly sealed: number;
}

/**
 * Opens payloads for somebody who sees content, or shapes only. One that cannot be opened is given back sealed, so that
 * an old key that is gone does not hide the rest of the page.
 */
export async function openPayloads(codec: PayloadCodec, payloads: readonly Payload[], view: View): Promise<Opened> {
  const opened = await Promise.all(payloads.map((payload) => openOne(codec, payload)));
  return {
    payloads: opened.map((payload, place) => {
      if (payload === undefined) return payloads[place] as Payload;
      return view === 'shape' ? shapeOf(payload) : payload;
    }),
    sealed: opened.filter((payload) => payload === undefined).length,
  };
}

async function openOne(codec: PayloadCodec, payload: Payload): Promise<Payload | undefined> {
  try {
    return (await codec.decode([payload]))[0];
  } catch {
    return undefined; // counted by the caller; the reason would name the key only
  }
}
