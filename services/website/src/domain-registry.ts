import type { DomainRecord } from '@beian/contracts';

/** The registry of domains, as accredited providers see it. A port, and its token. */
export abstract class DomainRegistry {
  /** The record of a registrable domain in ASCII; undefined if it is not registered. Throws `PartyAway`. */
  abstract lookUp(domain: string): Promise<DomainRecord | undefined>;
}
