import { shipmentAcceptedSchema } from '@beian/contracts/schemas';
import { OutsideParty, PartyOffContract } from '../outside/outside-call';
import { Courier, type Shipment } from './courier';

/** The wire of contracts (`schemas/outside`). Two calls with their repetitions fit into one attempt of an activity (30 s). */
export class HttpCourier extends Courier {
  private readonly party: OutsideParty;

  constructor(baseUrl: string, timeoutMs = 4_000) {
    super();
    this.party = new OutsideParty({ party: 'courier', baseUrl, timeoutMs });
  }

  override order(shipment: Shipment, key: string): Promise<{ readonly shipmentId: string }> {
    return this.party.post('/courier/shipments', { key, body: shipment, schema: shipmentAcceptedSchema });
  }

  override async callBack(shipmentId: string, key: string): Promise<'called-back' | 'gone' | 'past-calling-back'> {
    const status = await this.party.delete(`/courier/shipments/${encodeURIComponent(shipmentId)}`, key);
    if (status >= 200 && status <= 299) return 'called-back';
    if (status === 404) return 'gone';
    if (status === 409) return 'past-calling-back';
    throw new PartyOffContract('courier', status, 'a parcel could not be called back');
  }
}
