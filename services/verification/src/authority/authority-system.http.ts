import { authorityAnswerSchema, nationalAnswerSchema, orderStatesSchema } from '@beian/contracts/schemas';
import { newId } from '@beian/platform';
import { OutsideParty, PartyOffContract } from '../outside/outside-call';
import {
  AuthoritySystem,
  type AuthorityOrder,
  type AuthorityReply,
  type NationalAnswer,
  type NationalQuery,
  type OrderState,
} from './authority-system';

/**
 * The wire of contracts (`schemas/outside`): JSON over HTTP, `Idempotency-Key` on every call. A call with its repetitions fits
 * into one attempt of an activity (30 s); the register is asked while a person waits, so it is given less.
 */
export class HttpAuthoritySystem extends AuthoritySystem {
  private readonly party: OutsideParty;
  private readonly register: OutsideParty;

  constructor(baseUrl: string, timeoutMs = 8_000) {
    super();
    this.party = new OutsideParty({ party: 'authority', baseUrl, timeoutMs });
    this.register = new OutsideParty({
      party: 'national register',
      baseUrl,
      timeoutMs: Math.min(timeoutMs, 2_000),
      attempts: 2,
    });
  }

  override submit(order: AuthorityOrder): Promise<AuthorityReply> {
    return this.party.post('/authority/orders', { key: order.key, body: order, schema: authorityAnswerSchema });
  }

  override async callBack(transactionId: string, key: string): Promise<'called-back' | 'gone' | 'past-calling-back'> {
    const status = await this.party.delete(`/authority/orders/${encodeURIComponent(transactionId)}`, key);
    if (status >= 200 && status <= 299) return 'called-back';
    if (status === 404) return 'gone';
    if (status === 409) return 'past-calling-back';
    throw new PartyOffContract('authority', status, 'an order could not be called back');
  }

  override async orders(keys: readonly string[]): Promise<readonly OrderState[]> {
    const query = { key: newId(), body: { keys }, schema: orderStatesSchema };
    return (await this.party.post('/authority/orders/queries', query)).orders;
  }

  override lookUp(query: NationalQuery, key: string): Promise<NationalAnswer> {
    return this.register.post('/authority/national-register/queries', {
      key,
      body: query,
      schema: nationalAnswerSchema,
    });
  }
}
