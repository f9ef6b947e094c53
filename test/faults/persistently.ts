import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, ApiCaller } from '@beian/infra';

const withinMs = 90_000;
const betweenMs = 200;

/** Away for a moment, still at work under this key, or taken and not treated yet: the same key is asked again. */
const isBusy = ({ status, body }: Answer): boolean =>
  status === 503 || status === 202 || (status === 409 && body?.code === 'in-progress');
/** No answer that could be meant for the caller: somebody behind it is away, or the same key is still at work. */
const goesOn = (answer: Answer): boolean => answer.status >= 500 || isBusy(answer);

/**
 * Lets a caller ask the same again while it is told to try later (503, or `in-progress`), as a busy machine may say; a
 * connection that breaks or any other failure is told.
 */
export const makePatient = (api: ApiCaller): void => askAgain(api, { isUnanswered: isBusy, takesErrors: false });

/**
 * Lets a caller ask the same again, with the same idempotency key, until it is answered: what every client of the API
 * has to do when a connection breaks. Gives up after 90 seconds with the last answer or error.
 */
export const makePersistent = (api: ApiCaller): void => askAgain(api, { isUnanswered: goesOn, takesErrors: true });

interface Patience {
  readonly isUnanswered: (answer: Answer) => boolean;
  /** Whether a connection that broke is tried again too. */
  readonly takesErrors: boolean;
}

function askAgain(api: ApiCaller, { isUnanswered, takesErrors }: Patience): void {
  const ask = api.ask.bind(api);
  api.ask = async (method, path, call) => {
    const giveUpAt = Date.now() + withinMs;
    for (;;) {
      const isLast = Date.now() > giveUpAt;
      try {
        const answer = await ask(method, path, call);
        if (isLast || !isUnanswered(answer)) return answer;
      } catch (error) {
        if (isLast || !takesErrors) throw error;
      }
      await pause(betweenMs);
    }
  };
}

/** Waits until something that lies outside the filing's own status holds; looks again every 200 ms. */
export async function eventually<T>(
  look: () => Promise<T | undefined>,
  what: string,
  seconds = withinMs / 1_000,
): Promise<T> {
  for (const giveUpAt = Date.now() + seconds * 1_000; Date.now() < giveUpAt; await pause(betweenMs)) {
    const seen = await look().catch(() => undefined);
    if (seen !== undefined) return seen;
  }
  throw new Error(`still not there after ${seconds} s: ${what}`);
}

/** Does it again until it succeeds; for a step that is more than one request, such as an upload past the gateway. */
export const untilDone = <T>(work: () => Promise<T>, what: string): Promise<T> =>
  eventually(async () => ({ done: await work() }), what).then(({ done }) => done);
