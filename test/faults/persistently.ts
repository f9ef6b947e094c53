import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, ApiCaller } from '@beian/infra';

const withinMs = 90_000;
const betweenMs = 200;

/** No answer that could be meant for the caller: somebody behind it is away, or the same key is still at work. */
const goesOn = ({ status, body }: Answer): boolean => status >= 500 || (status === 409 && body?.code === 'in-progress');

/**
 * Lets a caller ask the same again, with the same idempotency key, until it is answered: what every client of the API
 * has to do when a connection breaks. Gives up after 90 seconds with the last answer or error.
 */
export function makePersistent(api: ApiCaller): void {
  const ask = api.ask.bind(api);
  api.ask = async (method, path, call) => {
    const giveUpAt = Date.now() + withinMs;
    for (;;) {
      const isLast = Date.now() > giveUpAt;
      try {
        const answer = await ask(method, path, call);
        if (isLast || !goesOn(answer)) return answer;
      } catch (error) {
        if (isLast) throw error;
      }
      await pause(betweenMs);
    }
  };
}

/** Waits until something that lies outside the filing's own status holds; looks again every 200 ms, at most 90 s. */
export async function eventually<T>(look: () => Promise<T | undefined>, what: string): Promise<T> {
  for (const giveUpAt = Date.now() + withinMs; Date.now() < giveUpAt; await pause(betweenMs)) {
    const seen = await look().catch(() => undefined);
    if (seen !== undefined) return seen;
  }
  throw new Error(`still not there after ${withinMs / 1_000} s: ${what}`);
}

/** Does it again until it succeeds; for a step that is more than one request, such as an upload past the gateway. */
export const untilDone = <T>(work: () => Promise<T>, what: string): Promise<T> =>
  eventually(async () => ({ done: await work() }), what).then(({ done }) => done);
