import { smsAcceptedSchema } from '@beian/contracts/schemas';
import { OutsideParty } from '../outside/outside-call';
import { Carrier, type TextMessage } from './carrier';

/** The wire of contracts (`schemas/outside`). One attempt: who sends tries again under the same key. */
export class HttpCarrier extends Carrier {
  private readonly party: OutsideParty;

  constructor(baseUrl: string, timeoutMs = 5_000) {
    super();
    this.party = new OutsideParty({ party: 'carrier', baseUrl, timeoutMs, attempts: 1 });
  }

  override send(message: TextMessage, key: string): Promise<{ readonly messageId: string }> {
    return this.party.post('/carrier/messages', { key, body: message, schema: smsAcceptedSchema });
  }
}
