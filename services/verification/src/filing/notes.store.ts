import type { AccountId, FilingId, Instant, MessageId } from '@beian/contracts';
import type { PersonVault, Tx } from '@beian/platform';
import { sealForFiling } from './filing-vault';

export interface Note {
  readonly deliveryId: MessageId;
  readonly filingId: FilingId;
  readonly kind: 'hold' | 'release';
  readonly actor: AccountId;
  readonly note?: string;
  readonly at: Instant;
}

/** What operators write when they hold or release a filing; sealed, and never part of a message. */
export class NoteStore {
  constructor(private readonly vault: PersonVault) {}

  async add(tx: Tx, { deliveryId, filingId, kind, actor, note, at }: Note): Promise<void> {
    const sealed = note === undefined ? null : await sealForFiling(this.vault, tx, { filingId, plain: note });
    await tx.query(
      'INSERT INTO filing_note (delivery_id, filing_id, kind, actor, note, noted_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [deliveryId, filingId, kind, actor, sealed, at],
    );
  }
}
