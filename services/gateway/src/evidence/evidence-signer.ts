import { createPublicKey } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { evidenceKeySchema } from '@beian/contracts/schemas';
import { audit, Clock, Database, writeEvidence } from '@beian/platform';
import type { z } from 'zod';
import type { SignedIn } from '../access/signed-in';
import type { SeenFiling } from '../filings/filing-access';
import { GatewayConfig } from '../gateway.config';

/** Packs what is recorded of a filing and signs it with this installation's key. */
@Injectable()
export class EvidenceSigner {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(GatewayConfig) private readonly config: GatewayConfig,
  ) {}

  /** Who takes a pack is in the audit log before he has it. */
  async pack(
    taker: SignedIn,
    { filingId, standing }: Pick<SeenFiling, 'filingId' | 'standing'>,
    documents: Readonly<Record<string, unknown>>,
  ): Promise<Buffer> {
    const at = this.clock.now();
    const object = `filing/${filingId}`;
    const details = { as: standing };
    await this.database.transaction((tx) =>
      audit.append(tx, { actor: taker.accountId, action: 'evidence-taken', object, at, details }),
    );
    return writeEvidence({ filingId, at, documents }, this.config.EVIDENCE_SIGNING_KEY);
  }

  publicKey(): z.output<typeof evidenceKeySchema> {
    const { id, privateKey } = this.config.EVIDENCE_SIGNING_KEY;
    const publicKey = createPublicKey(privateKey).export({ format: 'pem', type: 'spki' }).toString();
    return { keyId: id, algorithm: 'Ed25519', publicKey };
  }
}
