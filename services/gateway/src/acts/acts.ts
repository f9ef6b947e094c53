import { createHmac, hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, idempotent } from '@beian/platform';
import { z } from 'zod';
import { GatewayConfig } from '../gateway.config';
import type { Act } from './act';
import { Outcome } from './outcome';

const keptSchema = z.object({ headers: z.record(z.string(), z.string()), body: z.unknown().optional() });

/** Thrown by an act whose answer is not the last word: nothing is kept, and the same key may ask again. */
export class NotDoneYet extends Error {
  constructor(readonly outcome: Outcome) {
    super('the act goes on; its answer comes later');
  }
}

/** Does an act once per account, route and key, however often it is asked (reliability R3). */
@Injectable()
export class Acts {
  private readonly digestKey: Buffer;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(GatewayConfig) config: GatewayConfig,
  ) {
    // Bodies hold certificate numbers: a plain hash of so small a space could be turned back.
    this.digestKey = Buffer.from(hkdfSync('sha256', config.INTERNAL_TOKEN, '', 'beian gateway body digest', 32));
  }

  /** The first answer of this key; `work` must key its own effects by `act.messageId`, for it may run again after a crash. */
  async once(act: Act, work: () => Promise<Outcome>): Promise<Outcome> {
    const bodyHash = createHmac('sha256', this.digestKey).update(act.body).digest();
    const key = { account: act.by.accountId, route: act.route, key: act.key, bodyHash };
    try {
      const answer = await idempotent(this.database, key, async () => {
        const { status, headers, body } = await work();
        return { status, body: { headers, body } };
      });
      const { headers, body } = keptSchema.parse(answer.body);
      return new Outcome(
        answer.status,
        body,
        answer.replayed ? { ...headers, 'idempotency-replayed': 'true' } : headers,
      );
    } catch (error) {
      if (error instanceof NotDoneYet) return error.outcome;
      throw error;
    }
  }
}
