import type { AccountId, AdministratorKey, FilingId, Instant } from '@beian/contracts';
import type { callOutcomes } from '@beian/contracts/schemas';
import { newId, PersonKeyGone, type Database, type PersonKey, type PersonVault, type Tx } from '@beian/platform';
import { filingKey, filingKeyName } from '../filing/filing-vault';

export interface CallSlot {
  readonly slotId: string;
  readonly administrator: AdministratorKey;
  readonly startsAt: Date;
  readonly state: 'booked' | 'cancelled' | 'called';
}

export interface Call {
  readonly callId: string;
  readonly filingId: FilingId;
  readonly submission: number;
  readonly actor: AccountId;
  readonly administrator: AdministratorKey;
  readonly outcome: (typeof callOutcomes)[number];
  readonly slotId?: string;
  readonly note?: string;
  readonly at: Instant;
}

export interface NewSlot extends Pick<CallSlot, 'administrator' | 'startsAt'> {
  readonly filingId: FilingId;
  readonly submission: number;
  readonly bookedBy: AccountId;
  readonly at: Instant;
  /** How many are called in one half hour. */
  readonly seats: number;
}

interface CallRow {
  readonly id: string;
  readonly submission: number;
  readonly actor: string;
  readonly administrator: AdministratorKey;
  readonly outcome: Call['outcome'];
  readonly slot_id: string | null;
  readonly note: Buffer | null;
  readonly called_at: Date;
}

/** Telephone calls of reviewers, and the half hours booked for them. */
export class CallStore {
  constructor(
    private readonly database: Database,
    private readonly vault: PersonVault,
  ) {}

  /** Starts of half hours in which every seat is taken. */
  async full(from: Date, seats: number): Promise<ReadonlySet<number>> {
    const rows = await this.database.query<{ starts_at: Date }>(
      `SELECT starts_at FROM call_slot WHERE state = 'booked' AND starts_at >= $1 GROUP BY starts_at HAVING count(*) >= $2`,
      [from, seats],
    );
    return new Set(rows.map(({ starts_at: startsAt }) => startsAt.getTime()));
  }

  /** The filing's booked half hour. */
  async booked(filingId: FilingId, reader: Pick<Tx, 'query'> = this.database): Promise<CallSlot | undefined> {
    const [row] = await reader.query<{ id: string; administrator: AdministratorKey; starts_at: Date }>(
      `SELECT id, administrator, starts_at FROM call_slot WHERE filing_id = $1 AND state = 'booked'`,
      [filingId],
    );
    return (
      row && { slotId: row.id, administrator: row.administrator, startsAt: row.starts_at, state: 'booked' as const }
    );
  }

  /** Takes a free seat of a half hour; undefined if there is none (the unique indexes let one through per seat). */
  async book(tx: Tx, slot: NewSlot): Promise<CallSlot | undefined> {
    const { filingId, submission, administrator, startsAt, bookedBy, at, seats } = slot;
    for (let seat = 1; seat <= seats; seat += 1) {
      const slotId = newId();
      const taken = await tx.execute(
        `INSERT INTO call_slot (id, filing_id, submission, administrator, starts_at, seat, booked_by, booked_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (starts_at, seat) WHERE state = 'booked' DO NOTHING`,
        [slotId, filingId, submission, administrator, startsAt, seat, bookedBy, at],
      );
      if (taken === 1) return { slotId, administrator, startsAt, state: 'booked' };
    }
    return undefined;
  }

  /** Frees the filing's booked half hour, or marks it as used; answers which it was. */
  async end(tx: Tx, filingId: FilingId, state: 'cancelled' | 'called'): Promise<string | undefined> {
    const [row] = await tx.query<{ id: string }>(
      `UPDATE call_slot SET state = $2 WHERE filing_id = $1 AND state = 'booked' RETURNING id`,
      [filingId, state],
    );
    return row?.id;
  }

  /** Keeps a call once per request; answers false if it was kept before. */
  async add(tx: Tx, call: Call & { readonly requestId: string }): Promise<boolean> {
    const sealed = call.note === undefined ? null : (await filingKey(this.vault, tx, call.filingId)).seal(call.note);
    const added = await tx.execute(
      `INSERT INTO call (id, request_id, filing_id, submission, slot_id, actor, administrator, outcome, note, called_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (request_id) DO NOTHING`,
      [
        call.callId,
        call.requestId,
        call.filingId,
        call.submission,
        call.slotId ?? null,
        call.actor,
        call.administrator,
        call.outcome,
        sealed,
        call.at,
      ],
    );
    return added === 1;
  }

  async isKnown(tx: Tx, requestId: string): Promise<boolean> {
    return (await tx.query('SELECT 1 FROM call WHERE request_id = $1', [requestId])).length > 0;
  }

  /** Calls about a filing, oldest first; after an erasure without their notes. */
  async list(filingId: FilingId): Promise<readonly Call[]> {
    const rows = await this.database.query<CallRow>('SELECT * FROM call WHERE filing_id = $1 ORDER BY called_at, id', [
      filingId,
    ]);
    const key = rows.some(({ note }) => note !== null) ? await this.keyOf(filingId) : undefined;
    return rows.map((row) => ({
      callId: row.id,
      filingId,
      submission: row.submission,
      actor: row.actor,
      administrator: row.administrator,
      outcome: row.outcome,
      at: row.called_at.toISOString(),
      ...(row.slot_id === null ? {} : { slotId: row.slot_id }),
      ...(row.note === null || key === undefined ? {} : { note: key.open(row.note) }),
    }));
  }

  private async keyOf(filingId: FilingId): Promise<PersonKey | undefined> {
    try {
      return await this.vault.unlock(this.database, filingKeyName(filingId));
    } catch (error) {
      if (error instanceof PersonKeyGone) return undefined;
      throw error;
    }
  }
}
