import type { FilingId, IdentityMethod, Instant } from '@beian/contracts';
import type { Database, PersonVault, Tx } from '@beian/platform';
import { filingKeyName, sealForFiling } from '../filing/filing-vault';

/** Where a backdrop goes, and the booking of a designated place: personal, so sealed. */
export interface ChoiceContent {
  readonly address?: MailingAddress | undefined;
  readonly bookingReference?: string | undefined;
}
export interface MailingAddress {
  readonly recipient: string;
  readonly mobile: string;
  readonly province: string;
  readonly address: string;
}

export interface Parcel {
  readonly reference: string;
  readonly choiceId: string;
  readonly filingId: FilingId;
  readonly submission: number;
  readonly shipmentId?: string;
  readonly state: 'intended' | 'ordered' | 'shipped' | 'delivered' | 'lost' | 'cancelled' | 'past-cancelling';
}

export interface ParcelView extends Pick<Parcel, 'state'> {
  /** First, second … of the submission. */
  readonly order: number;
  readonly orderedAt: Instant;
  readonly movedAt?: Instant;
}

interface ParcelRow {
  readonly reference: string;
  readonly choice_id: string;
  readonly filing_id: string;
  readonly submission: number;
  readonly shipment_id: string | null;
  readonly state: Parcel['state'];
}

interface OfSubmission {
  readonly filingId: FilingId;
  readonly submission: number;
}

const parcelColumns = 'reference, choice_id, filing_id, submission, shipment_id, state';

/** How the website administrator proves who he is: choices, parcels, what the courier said. */
export class IdentityStore {
  constructor(
    private readonly database: Database,
    private readonly vault: PersonVault,
  ) {}

  async addChoice(
    tx: Tx,
    choice: OfSubmission & {
      readonly id: string;
      readonly method: IdentityMethod;
      readonly content: ChoiceContent;
      readonly at: Instant;
    },
  ): Promise<void> {
    const { id, filingId, submission, method, content, at } = choice;
    const isEmpty = content.address === undefined && content.bookingReference === undefined;
    const sealed = isEmpty ? null : await sealForFiling(this.vault, tx, { filingId, plain: JSON.stringify(content) });
    await tx.query(
      'INSERT INTO identity_choice (id, filing_id, submission, method, content, chosen_at) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, filingId, submission, method, sealed, at],
    );
  }

  /** The newest choice of a backdrop that the workflow has not refused; its message may still be under way. */
  async backdropChoice(
    { filingId, submission }: OfSubmission,
    reader: Pick<Tx, 'query'> = this.database,
  ): Promise<string | undefined> {
    const [row] = await reader.query<{ id: string }>(
      `SELECT c.id FROM identity_choice c JOIN delivery d ON d.id = c.id
        WHERE c.filing_id = $1 AND c.submission = $2 AND c.method = 'backdrop' AND d.state <> 'refused'
        ORDER BY c.id DESC LIMIT 1`,
      [filingId, submission],
    );
    return row?.id;
  }

  async contentOf(choiceId: string): Promise<ChoiceContent> {
    const [row] = await this.database.query<{ filing_id: string; content: Buffer | null }>(
      'SELECT filing_id, content FROM identity_choice WHERE id = $1',
      [choiceId],
    );
    if (row === undefined || row.content === null) return {};
    return JSON.parse(await this.vault.open(this.database, filingKeyName(row.filing_id), row.content)) as ChoiceContent;
  }

  /** Records the intent of one parcel per choice; answers it as it stands. */
  async intendParcel(
    tx: Tx,
    parcel: OfSubmission & { readonly reference: string; readonly choiceId: string; readonly at: Instant },
  ): Promise<Parcel> {
    const { reference, choiceId, filingId, submission, at } = parcel;
    await tx.query(
      `INSERT INTO parcel (reference, choice_id, filing_id, submission, state, ordered_at) VALUES ($1, $2, $3, $4, 'intended', $5)
       ON CONFLICT DO NOTHING`,
      [reference, choiceId, filingId, submission, at],
    );
    const known = await this.lockParcel(tx, reference);
    if (known === undefined) throw new Error('a parcel was recorded and is gone');
    return known;
  }

  async lockParcel(tx: Tx, reference: string): Promise<Parcel | undefined> {
    const [row] = await tx.query<ParcelRow>(`SELECT ${parcelColumns} FROM parcel WHERE reference = $1 FOR UPDATE`, [
      reference,
    ]);
    return row === undefined ? undefined : parcelOf(row);
  }

  /** Parcels of a submission that are ordered, or may be. */
  async parcelsToCancel({ filingId, submission }: OfSubmission): Promise<readonly Parcel[]> {
    const rows = await this.database.query<ParcelRow>(
      `SELECT ${parcelColumns} FROM parcel WHERE filing_id = $1 AND submission = $2 AND state IN ('intended', 'ordered', 'shipped')`,
      [filingId, submission],
    );
    return rows.map(parcelOf);
  }

  /** Every parcel of a submission in the order of its making: a lost one is followed by another. */
  async parcels({ filingId, submission }: OfSubmission): Promise<readonly ParcelView[]> {
    const rows = await this.database.query<{ state: Parcel['state']; ordered_at: Date; moved_at: Date | null }>(
      `SELECT state, ordered_at, moved_at FROM parcel WHERE filing_id = $1 AND submission = $2 ORDER BY choice_id`,
      [filingId, submission],
    );
    return rows.map((row, n) => ({
      order: n + 1,
      state: row.state,
      orderedAt: row.ordered_at.toISOString(),
      ...(row.moved_at === null ? {} : { movedAt: row.moved_at.toISOString() }),
    }));
  }

  async markOrdered(tx: Tx, reference: string, shipmentId: string): Promise<boolean> {
    const touched = await tx.execute(
      `UPDATE parcel SET state = 'ordered', shipment_id = $2 WHERE reference = $1 AND state = 'intended'`,
      [reference, shipmentId],
    );
    return touched === 1;
  }

  async markCancelled(tx: Tx, reference: string, state: 'cancelled' | 'past-cancelling'): Promise<void> {
    await tx.query('UPDATE parcel SET state = $2 WHERE reference = $1', [reference, state]);
  }

  /** Moves a parcel along its way: ordered, shipped, delivered or lost. Answers false if it is there already, or further. */
  async move(
    tx: Tx,
    reference: string,
    moved: { readonly state: 'shipped' | 'delivered' | 'lost'; readonly at: Instant },
  ): Promise<boolean> {
    const before =
      moved.state === 'shipped' ? ['intended', 'ordered'] : ['intended', 'ordered', 'shipped', 'past-cancelling'];
    const touched = await tx.execute(
      'UPDATE parcel SET state = $2, moved_at = $3 WHERE reference = $1 AND state = ANY($4)',
      [reference, moved.state, moved.at, before],
    );
    return touched === 1;
  }

  /** Keeps a message of the courier once by its id; answers false if it was kept before. */
  async keepMessage(
    tx: Tx,
    message: {
      readonly messageId: string;
      readonly reference: string;
      readonly state: string;
      readonly at: string;
      readonly verdict: string;
    },
  ): Promise<boolean> {
    const touched = await tx.execute(
      `INSERT INTO courier_message (message_id, reference, state, at, verdict) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (message_id) DO NOTHING`,
      [message.messageId, message.reference, message.state, message.at, message.verdict],
    );
    return touched === 1;
  }
}

const parcelOf = (row: ParcelRow): Parcel => ({
  reference: row.reference,
  choiceId: row.choice_id,
  filingId: row.filing_id,
  submission: row.submission,
  state: row.state,
  ...(row.shipment_id === null ? {} : { shipmentId: row.shipment_id }),
});
