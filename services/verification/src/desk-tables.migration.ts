import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables of the provider's desk beside the decisions: telephone calls and their booked half hours, designated photo places
 * and their bookings. Notes about a call are sealed like every other word about a person.
 */
export class DeskTables1764003600000 implements MigrationInterface {
  readonly name = 'DeskTables1764003600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE place_booking, photo_place, call, call_slot');
  }
}

const statements: readonly string[] = [
  // `seat` counts those who are called in the same half hour: one row per seat, so that no lock is needed.
  `CREATE TABLE call_slot (
     id text PRIMARY KEY,
     filing_id text NOT NULL REFERENCES filing,
     submission integer NOT NULL,
     administrator text NOT NULL,
     starts_at timestamptz NOT NULL,
     seat integer NOT NULL CHECK (seat > 0),
     state text NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'cancelled', 'called')),
     booked_by text NOT NULL,
     booked_at timestamptz NOT NULL
   )`,
  `CREATE UNIQUE INDEX call_slot_seat ON call_slot (starts_at, seat) WHERE state = 'booked'`,
  `CREATE UNIQUE INDEX call_slot_filing ON call_slot (filing_id) WHERE state = 'booked'`,
  `CREATE TABLE call (
     id text PRIMARY KEY,
     request_id text NOT NULL UNIQUE,
     filing_id text NOT NULL REFERENCES filing,
     submission integer NOT NULL,
     slot_id text REFERENCES call_slot,
     actor text NOT NULL,
     administrator text NOT NULL,
     outcome text NOT NULL CHECK (outcome IN ('reached', 'no-answer', 'wrong-number', 'not-willing')),
     note bytea,
     called_at timestamptz NOT NULL
   )`,
  'CREATE INDEX call_filing ON call (filing_id, called_at)',
  `CREATE TABLE photo_place (
     id text PRIMARY KEY,
     province text NOT NULL,
     city text NOT NULL,
     name_zh text NOT NULL,
     name_en text NOT NULL,
     address text NOT NULL,
     hours text NOT NULL,
     per_day integer NOT NULL CHECK (per_day > 0),
     added_at timestamptz NOT NULL,
     closed_at timestamptz
   )`,
  'CREATE INDEX photo_place_open ON photo_place (province, city, id) WHERE closed_at IS NULL',
  `CREATE TABLE place_booking (
     reference text PRIMARY KEY,
     place_id text NOT NULL REFERENCES photo_place,
     day date NOT NULL,
     seat integer NOT NULL CHECK (seat > 0),
     filing_id text NOT NULL,
     submission integer NOT NULL,
     choice_id text NOT NULL REFERENCES identity_choice,
     state text NOT NULL DEFAULT 'booked' CHECK (state IN ('booked', 'cancelled')),
     booked_at timestamptz NOT NULL,
     cancelled_at timestamptz
   )`,
  `CREATE UNIQUE INDEX place_booking_seat ON place_booking (place_id, day, seat) WHERE state = 'booked'`,
  `CREATE UNIQUE INDEX place_booking_filing ON place_booking (filing_id) WHERE state = 'booked'`,
];
