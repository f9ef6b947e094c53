import type { InstanceRecord } from '@beian/contracts';

/** The account of the cloud in which servers are bought. A port, and its token. */
export abstract class CloudAccount {
  /** A server by its id; undefined if there is none. Throws `PartyAway`. */
  abstract lookUp(instanceId: string): Promise<InstanceRecord | undefined>;
}
