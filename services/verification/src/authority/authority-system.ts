import type {
  authorityAnswerSchema,
  authorityOrderSchema,
  nationalAnswerSchema,
  nationalQuerySchema,
  orderStateSchema,
} from '@beian/contracts/schemas';
import type { z } from 'zod';

export type AuthorityOrder = z.output<typeof authorityOrderSchema>;
export type AuthorityReply = z.output<typeof authorityAnswerSchema>;
export type OrderState = z.output<typeof orderStateSchema>;
export type NationalQuery = z.output<typeof nationalQuerySchema>;
export type NationalAnswer = z.output<typeof nationalAnswerSchema>;

/** The provincial administration (管局) and the ministry's record (工信部), as a province's adapter speaks to them. */
export abstract class AuthoritySystem {
  /** Submits an order under its key: the same key is one order. Throws `PartyAway` or `PartyOffContract`. */
  abstract submit(order: AuthorityOrder): Promise<AuthorityReply>;
  /** Calls an order back that is not decided. `gone`: there was none. Throws `PartyAway`. */
  abstract callBack(transactionId: string, key: string): Promise<'called-back' | 'gone' | 'past-calling-back'>;
  /** What has become of the orders under these keys; one that it does not have is left out. Throws `PartyAway`. */
  abstract orders(keys: readonly string[]): Promise<readonly OrderState[]>;
  /** What the ministry knows of a certificate and a domain (rules.md 1.3). */
  abstract lookUp(query: NationalQuery, key: string): Promise<NationalAnswer>;
}
