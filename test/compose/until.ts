import { setTimeout as pause } from 'node:timers/promises';

/** Looks every second until `look` gives something; after `seconds` throws with what it saw last. */
export async function until<T>(look: () => Promise<T | undefined>, seconds: number): Promise<T> {
  let last: unknown = 'nothing yet';
  for (const giveUpAt = Date.now() + seconds * 1_000; Date.now() < giveUpAt; await pause(1_000)) {
    const found = await look().catch((error: unknown) => void (last = error));
    if (found !== undefined) return found as T;
  }
  throw new Error(`did not happen within ${seconds} s: ${String(last)}`);
}
