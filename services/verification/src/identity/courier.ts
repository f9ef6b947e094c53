import type { shipmentSchema } from '@beian/contracts/schemas';
import type { z } from 'zod';

export type Shipment = z.output<typeof shipmentSchema>;

/** Who brings the backdrop (幕布) to the website administrator. */
export abstract class Courier {
  /** Orders a parcel under a key: the same key is one parcel. Throws `PartyAway` or `PartyOffContract`. */
  abstract order(shipment: Shipment, key: string): Promise<{ readonly shipmentId: string }>;
  /** Calls a parcel back before it ships. Throws `PartyAway`. */
  abstract callBack(shipmentId: string, key: string): Promise<'called-back' | 'gone' | 'past-calling-back'>;
}
