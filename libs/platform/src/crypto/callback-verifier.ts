import type { Database } from '../database/database';
import { problem } from '../http/problem-error';
import type { Clock } from '../process/clock';
import { callbackHeaders, verifyCallback } from './callback-signature';

export interface CallbackParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Secret per party, from CALLBACK_SECRETS. */
  readonly secrets: Readonly<Record<string, string>>;
}

/**
 * Lets an outside party's callback in once: signature over the raw body, five-minute window, nonce never seen before
 * (A11). The nonce is remembered in its own statement: a callback that fails later is sent again with a new one.
 */
export class CallbackVerifier {
  constructor(private readonly parts: CallbackParts) {}

  /** Refuses with `signature-invalid`, without saying which part was wrong. */
  async check(party: string, headers: Readonly<Record<string, unknown>>, rawBody: Buffer | undefined): Promise<void> {
    const { secrets, clock, database } = this.parts;
    const secret = Object.hasOwn(secrets, party) ? secrets[party] : undefined;
    const nonce = header(headers, callbackHeaders.nonce);
    const isGenuine =
      secret !== undefined &&
      verifyCallback({
        secret,
        body: rawBody ?? Buffer.alloc(0),
        timestamp: header(headers, callbackHeaders.timestamp),
        nonce,
        signature: header(headers, callbackHeaders.signature),
        now: clock.now(),
      });
    if (!isGenuine) return problem('signature-invalid');
    const isNew = await database.execute(
      'INSERT INTO callback_nonce (party, nonce) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [party, nonce],
    );
    if (isNew === 0) return problem('signature-invalid');
    // Twice the window, for a sender's clock may be ahead by one.
    await database.execute(`DELETE FROM callback_nonce WHERE received_at < now() - interval '10 minutes'`);
  }
}

function header(headers: Readonly<Record<string, unknown>>, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
