import { smsAcceptedSchema } from '@beian/contracts/schemas';
import { SendLater, SendRefused, type Message, type MessageChannel } from './message-channel';

/** References of ours in receipts begin with this; phone codes of `verification` have another one. */
export const receiptPrefix = 'notice.';

const patienceMs = 10_000;
const longestPauseSeconds = 3_600;

/**
 * SMS by the carrier's HTTP interface: the key goes along as `Idempotency-Key`, so a message that was taken before we
 * could note it is not sent twice. The reference comes back in the receipt.
 */
export class CarrierSmsChannel implements MessageChannel {
  constructor(
    private readonly url: string,
    private readonly signature: string,
  ) {}

  async send({ key, to, text }: Message): Promise<string> {
    const response = await this.post(key, { to, signature: this.signature, text, reference: `${receiptPrefix}${key}` });
    if (response.ok) {
      const accepted = smsAcceptedSchema.safeParse(await response.json().catch(() => undefined));
      if (accepted.success) return accepted.data.messageId;
      throw new SendLater('carrier-strange-answer');
    }
    await response.body?.cancel();
    const { status } = response;
    if (status === 408 || status === 409 || status === 425 || status === 429 || status >= 500) {
      throw new SendLater(`carrier-${status}`, pauseOf(response));
    }
    throw new SendRefused(`carrier-${status}`);
  }

  private async post(key: string, body: object): Promise<Response> {
    try {
      return await fetch(new URL('/carrier/messages', this.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMs),
      });
    } catch {
      throw new SendLater('carrier-unreachable');
    }
  }
}

function pauseOf(response: Response): number | undefined {
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, longestPauseSeconds) : undefined;
}
