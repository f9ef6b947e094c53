import type { Day, FilingId, FilingSnapshot, Instant } from '@beian/contracts';
import type { photoPlaceSchema } from '@beian/contracts/schemas';
import { newId, type Database, type Tx } from '@beian/platform';
import type { z } from 'zod';

export type PhotoPlace = z.output<typeof photoPlaceSchema>;

export interface Booking {
  readonly reference: string;
  readonly day: Day;
  readonly place: PhotoPlace;
}

export interface NewBooking {
  readonly placeId: string;
  readonly day: Day;
  readonly filingId: FilingId;
  readonly submission: number;
  readonly choiceId: string;
  readonly at: Instant;
}

const placeColumns = `p.id AS "placeId", p.province, p.city, p.name_zh AS "nameZh", p.name_en AS "nameEn", p.address, p.hours,
  p.per_day AS "perDay"`;

/** Designated photo places (指定拍照地点): a list that the operator fills, and bookings. Empty on a new installation. */
export class PlaceStore {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, place: Omit<PhotoPlace, 'placeId'>, at: Instant): Promise<PhotoPlace> {
    const placeId = newId();
    const { province, city, nameZh, nameEn, address, hours, perDay } = place;
    await tx.query(
      `INSERT INTO photo_place (id, province, city, name_zh, name_en, address, hours, per_day, added_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [placeId, province, city, nameZh, nameEn, address, hours, perDay, at],
    );
    return { placeId, ...place };
  }

  /** Takes a place off the list; what is booked there stays booked. False if it was not on it. */
  async close(tx: Tx, placeId: string, at: Instant): Promise<boolean> {
    return (
      (await tx.execute('UPDATE photo_place SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL', [placeId, at])) ===
      1
    );
  }

  /** Places on the list, by city. */
  list(province: string | undefined): Promise<readonly PhotoPlace[]> {
    return this.database.query<PhotoPlace>(
      `SELECT ${placeColumns} FROM photo_place p
        WHERE p.closed_at IS NULL AND ($1::text IS NULL OR p.province = $1) ORDER BY p.province, p.city, p.id`,
      [province ?? null],
    );
  }

  /**
   * Books a day at a place under a reference of ours; the filing's earlier booking is given up for it. Undefined if the place
   * is not on the list; `full` if the day is.
   */
  async book(tx: Tx, booking: NewBooking): Promise<string | 'full' | undefined> {
    const { placeId, day, filingId, submission, choiceId, at } = booking;
    const [place] = await tx.query<{ per_day: number }>(
      'SELECT per_day FROM photo_place WHERE id = $1 AND closed_at IS NULL FOR UPDATE',
      [placeId],
    );
    if (place === undefined) return undefined;
    await this.cancel(tx, filingId, at);
    const [free] = await tx.query<{ seat: number }>(
      `SELECT seat FROM generate_series(1, $3::int) seat
        WHERE NOT EXISTS (SELECT 1 FROM place_booking b
                           WHERE b.place_id = $1 AND b.day = $2 AND b.seat = seat.seat AND b.state = 'booked')
        ORDER BY seat LIMIT 1`,
      [placeId, day, place.per_day],
    );
    if (free === undefined) return 'full';
    const reference = `PZ-${newId().slice(-12)}`;
    await tx.query(
      `INSERT INTO place_booking (reference, place_id, day, seat, filing_id, submission, choice_id, booked_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [reference, placeId, day, free.seat, filingId, submission, choiceId, at],
    );
    return reference;
  }

  async cancel(tx: Tx, filingId: FilingId, at: Instant): Promise<void> {
    await tx.query(
      `UPDATE place_booking SET state = 'cancelled', cancelled_at = $2 WHERE filing_id = $1 AND state = 'booked'`,
      [filingId, at],
    );
  }

  /** The workflow has refused the choice: the booking that came with it is given up. */
  async cancelChoice(tx: Tx, choiceId: string): Promise<void> {
    await tx.query(
      `UPDATE place_booking SET state = 'cancelled', cancelled_at = now() WHERE choice_id = $1 AND state = 'booked'`,
      [choiceId],
    );
  }

  /**
   * Undoes a booking with the record of what makes it pointless: the filing has gone back, has ended without a number, or
   * shows itself in another way. A choice that the workflow has not treated yet is not judged by an older record.
   */
  async follow(tx: Tx, { filingId, stage, identity, at }: FilingSnapshot): Promise<void> {
    const isOver = ['draft', 'returned', 'refused', 'withdrawn', 'abandoned', 'lapsed'].includes(stage);
    const isElsewhere = identity?.method !== undefined && identity.method !== 'designated-place';
    if (!isOver && !isElsewhere) return;
    await tx.query(
      `UPDATE place_booking b SET state = 'cancelled', cancelled_at = $2 FROM delivery d
        WHERE b.filing_id = $1 AND b.state = 'booked' AND d.id = b.choice_id AND ($3::boolean OR d.state = 'taken')`,
      [filingId, at, isOver],
    );
  }

  async booked(filingId: FilingId): Promise<Booking | undefined> {
    const [row] = await this.database.query<PhotoPlace & { reference: string; day: string }>(
      `SELECT b.reference, to_char(b.day, 'YYYY-MM-DD') AS day, ${placeColumns}
         FROM place_booking b JOIN photo_place p ON p.id = b.place_id WHERE b.filing_id = $1 AND b.state = 'booked'`,
      [filingId],
    );
    if (row === undefined) return undefined;
    const { reference, day, ...place } = row;
    return { reference, day, place };
  }
}
