import { newId, PersonKeyGone, type Database, type PersonVault, type Tx } from '@beian/platform';
import type { Channel, Language } from './notices';

export type DeliveryState = 'waiting' | 'sending' | 'accepted' | 'delivered' | 'parked';

export interface NewDelivery {
  readonly noticeId: string;
  readonly filingId: string;
  readonly channel: Channel;
  readonly recipient: string;
  readonly language: Language;
  /** Absent for what is shown in-app. */
  readonly address?: string;
  /** Whose key seals the address. */
  readonly personId: string;
  readonly masked: string;
  readonly state: DeliveryState;
}

/** A message that one sender has taken. `address` is undefined if its person was erased in between. */
export interface ClaimedDelivery {
  readonly deliveryId: string;
  readonly claim: string;
  readonly noticeId: string;
  readonly filingId: string;
  readonly channel: Exclude<Channel, 'in-app'>;
  readonly recipient: string;
  readonly language: Language;
  readonly attempts: number;
  readonly address: string | undefined;
}

/** A message in the send log. */
export interface LoggedDelivery {
  readonly deliveryId: string;
  readonly filingId: string;
  readonly kind: string;
  readonly channel: Channel;
  readonly masked: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly at: Date;
  readonly movedAt: Date;
  readonly cause: string | null;
}

/** A sender that died is followed by another one after this. */
const claimSeconds = 60;

const logColumns = `d.delivery_id AS "deliveryId", d.filing_id AS "filingId", n.kind, d.channel, d.masked, d.state, d.attempts,
  n.at, d.moved_at AS "movedAt", d.cause`;

/** Messages on their way: one row per notice, channel and recipient, and never a second one. */
export class DeliveryStore {
  constructor(
    private readonly database: Database,
    private readonly vault: PersonVault,
  ) {}

  async add(tx: Tx, delivery: NewDelivery): Promise<void> {
    const { noticeId, filingId, channel, recipient, language, address, personId, masked, state } = delivery;
    if (address !== undefined) await this.vault.newPersonKey(tx, personId);
    await tx.query(
      `INSERT INTO delivery (delivery_id, notice_id, filing_id, channel, recipient, language, address, person_id, masked, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (notice_id, channel, recipient) DO NOTHING`,
      [
        newId(),
        noticeId,
        filingId,
        channel,
        recipient,
        language,
        address === undefined ? null : await this.vault.seal(tx, personId, address),
        personId,
        masked,
        state,
      ],
    );
  }

  /** Takes the message that is due longest, for a minute; undefined if none is. */
  async claim(): Promise<ClaimedDelivery | undefined> {
    const claim = newId();
    const [row] = await this.database.query<Omit<ClaimedDelivery, 'address'> & { sealed: Buffer; personId: string }>(
      `UPDATE delivery SET state = 'sending', claim = $1, claimed_until = now() + make_interval(secs => ${claimSeconds}),
                           attempts = attempts + 1, moved_at = now()
        WHERE delivery_id = (
          SELECT delivery_id FROM delivery
           WHERE state IN ('waiting', 'sending') AND due_at <= now() AND (claimed_until IS NULL OR claimed_until < now())
           ORDER BY due_at, delivery_id LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING delivery_id AS "deliveryId", claim, notice_id AS "noticeId", filing_id AS "filingId", channel, recipient,
                  language, attempts, address AS sealed, person_id AS "personId"`,
      [claim],
    );
    if (row === undefined) return undefined;
    const { sealed, personId, ...delivery } = row;
    return { ...delivery, address: await this.open(personId, sealed) };
  }

  /** Each of these ends the claim; false if another sender has it by now. */
  async markAccepted(tx: Tx, { deliveryId, claim }: ClaimedDelivery, carrierId: string): Promise<boolean> {
    const won = await tx.execute(
      `UPDATE delivery SET state = 'accepted', carrier_id = $3, claim = NULL, claimed_until = NULL, cause = NULL, moved_at = now()
        WHERE delivery_id = $1 AND claim = $2 AND state = 'sending'`,
      [deliveryId, claim, carrierId],
    );
    return won === 1;
  }

  async putBack(
    { deliveryId, claim }: ClaimedDelivery,
    later: { readonly seconds: number; readonly cause: string },
  ): Promise<void> {
    await this.database.execute(
      `UPDATE delivery SET state = 'waiting', claim = NULL, claimed_until = NULL, cause = $3, moved_at = now(),
                           due_at = now() + make_interval(secs => $4)
        WHERE delivery_id = $1 AND claim = $2`,
      [deliveryId, claim, later.cause, later.seconds],
    );
  }

  async park(tx: Tx, { deliveryId, claim }: ClaimedDelivery, cause: string): Promise<boolean> {
    const won = await tx.execute(
      `UPDATE delivery SET state = 'parked', claim = NULL, claimed_until = NULL, cause = $3, moved_at = now()
        WHERE delivery_id = $1 AND claim = $2`,
      [deliveryId, claim, cause],
    );
    return won === 1;
  }

  /**
   * A receipt. It may come before we have noted that the carrier took the message. The first final word stays: a late or
   * second receipt changes nothing. Answers the filing if it changed something.
   */
  async receive(
    tx: Tx,
    deliveryId: string,
    receipt: { readonly state: 'delivered' | 'parked'; readonly cause?: string | undefined },
  ) {
    const [row] = await tx.query<{ filingId: string }>(
      `UPDATE delivery SET state = $2, cause = $3, claim = NULL, claimed_until = NULL, moved_at = now()
        WHERE delivery_id = $1 AND channel = 'sms' AND state IN ('waiting', 'sending', 'accepted') RETURNING filing_id AS "filingId"`,
      [deliveryId, receipt.state, receipt.cause ?? null],
    );
    return row;
  }

  /** An operator sends a parked message again, with a fresh count. */
  async release(tx: Tx, deliveryId: string): Promise<boolean> {
    const won = await tx.execute(
      `UPDATE delivery SET state = 'waiting', attempts = 0, due_at = now(), moved_at = now() WHERE delivery_id = $1 AND state = 'parked'`,
      [deliveryId],
    );
    return won === 1;
  }

  async ofFiling(filingId: string): Promise<readonly LoggedDelivery[]> {
    return this.database.query<LoggedDelivery>(
      `SELECT ${logColumns} FROM delivery d JOIN notice n USING (notice_id) WHERE d.filing_id = $1 AND d.recipient <> 'staff'
        ORDER BY d.delivery_id LIMIT 1000`,
      [filingId],
    );
  }

  async parked(page: {
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<readonly LoggedDelivery[]> {
    return this.database.query<LoggedDelivery>(
      `SELECT ${logColumns} FROM delivery d JOIN notice n USING (notice_id)
        WHERE d.state = 'parked' AND ($1::text IS NULL OR d.delivery_id > $1) ORDER BY d.delivery_id LIMIT $2`,
      [page.after ?? null, page.limit],
    );
  }

  /** How many wait for an operator, by channel. */
  async countParked(): Promise<readonly { readonly labels: { readonly channel: string }; readonly value: number }[]> {
    const rows = await this.database.query<{ channel: string; count: number }>(
      `SELECT c.channel, count(d.delivery_id)::int AS count
         FROM (VALUES ('mail'), ('sms')) c (channel) LEFT JOIN delivery d ON d.channel = c.channel AND d.state = 'parked'
        GROUP BY 1`,
    );
    return rows.map(({ channel, count }) => ({ labels: { channel }, value: count }));
  }

  private async open(personId: string, sealed: Buffer): Promise<string | undefined> {
    try {
      return await this.vault.open(this.database, personId, sealed);
    } catch (error) {
      if (error instanceof PersonKeyGone) return undefined;
      throw error;
    }
  }
}
