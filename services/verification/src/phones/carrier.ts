import type { smsSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';

export type TextMessage = z.output<typeof smsSchema>;

/** Who carries text messages. */
export abstract class Carrier {
  /** Sends under a key: the same key is one message. Throws `PartyAway` or `PartyOffContract`. */
  abstract send(message: TextMessage, key: string): Promise<{ readonly messageId: string }>;
}
