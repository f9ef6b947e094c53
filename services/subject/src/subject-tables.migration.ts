import { platformMigrations, type Migration } from '@beian/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What `subject` keeps. Every column named `sealed` holds personal data under the key of one person; marks and indexes
 * are keyed hashes. What *Verify Filing Type* fixed cannot change (T17), and a revision never does: both are triggers,
 * so that no future statement can forget it.
 */
export class SubjectTables1732406500000 implements MigrationInterface {
  readonly name = 'SubjectTables1732406500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE filed_subject, certificate_lock, subject_pin, subject_revision_person, subject_revision,
         subject_administrator, subject_part;
       DROP FUNCTION locked_facts_stay(), revision_stays()`,
    );
  }
}

const statements: readonly string[] = [
  `CREATE TABLE subject_part (
     filing_id text PRIMARY KEY,
     account_id text NOT NULL,
     version integer NOT NULL DEFAULT 1 CHECK (version > 0),
     province text NOT NULL,
     nature text NOT NULL,
     filing_type text NOT NULL,
     certificate_type text NOT NULL,
     certificate_index bytea NOT NULL,
     pack text NOT NULL,
     as_of text NOT NULL,
     holder_id text NOT NULL,
     locked_sealed bytea NOT NULL,
     sealed bytea NOT NULL,
     events integer NOT NULL DEFAULT 0,
     opened_at timestamptz NOT NULL,
     changed_at timestamptz NOT NULL,
     closed_at timestamptz
   )`,
  `CREATE INDEX subject_part_open ON subject_part (account_id, certificate_index) WHERE closed_at IS NULL`,
  `CREATE FUNCTION locked_facts_stay() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF ROW(NEW.account_id, NEW.province, NEW.nature, NEW.filing_type, NEW.certificate_type, NEW.certificate_index,
            NEW.holder_id, NEW.locked_sealed)
        IS DISTINCT FROM
        ROW(OLD.account_id, OLD.province, OLD.nature, OLD.filing_type, OLD.certificate_type, OLD.certificate_index,
            OLD.holder_id, OLD.locked_sealed) THEN
       RAISE EXCEPTION 'what Verify Filing Type fixed cannot change' USING ERRCODE = '23514';
     END IF;
     RETURN NEW;
   END $$`,
  `CREATE TRIGGER locked_facts_stay BEFORE UPDATE ON subject_part FOR EACH ROW EXECUTE FUNCTION locked_facts_stay()`,
  `CREATE TABLE subject_administrator (
     filing_id text NOT NULL REFERENCES subject_part,
     key text NOT NULL,
     person_id text NOT NULL,
     sealed bytea NOT NULL,
     certificate_index bytea,
     mobile_index bytea,
     PRIMARY KEY (filing_id, key)
   )`,
  'CREATE INDEX subject_administrator_mobile ON subject_administrator (mobile_index) WHERE mobile_index IS NOT NULL',
  'CREATE INDEX subject_administrator_certificate ON subject_administrator (certificate_index) WHERE certificate_index IS NOT NULL',
  `CREATE TABLE subject_revision (
     filing_id text NOT NULL REFERENCES subject_part,
     revision integer NOT NULL CHECK (revision > 0),
     submission integer NOT NULL,
     version integer NOT NULL,
     mark text NOT NULL,
     holder_id text NOT NULL,
     sealed bytea NOT NULL,
     at timestamptz NOT NULL,
     PRIMARY KEY (filing_id, revision)
   )`,
  `CREATE TABLE subject_revision_person (
     filing_id text NOT NULL,
     revision integer NOT NULL,
     key text NOT NULL,
     person_id text NOT NULL,
     sealed bytea NOT NULL,
     PRIMARY KEY (filing_id, revision, key),
     FOREIGN KEY (filing_id, revision) REFERENCES subject_revision
   )`,
  `CREATE FUNCTION revision_stays() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'a revision never changes' USING ERRCODE = '42501';
   END $$`,
  `CREATE TRIGGER revision_stays BEFORE UPDATE OR DELETE ON subject_revision
     FOR EACH ROW EXECUTE FUNCTION revision_stays()`,
  `CREATE TRIGGER revision_person_stays BEFORE UPDATE OR DELETE ON subject_revision_person
     FOR EACH ROW EXECUTE FUNCTION revision_stays()`,
  // `undone` without a revision is an undo that came before its pin: it keeps a late pin out.
  `CREATE TABLE subject_pin (
     filing_id text NOT NULL REFERENCES subject_part,
     submission integer NOT NULL CHECK (submission > 0),
     state text NOT NULL CHECK (state IN ('pinned', 'superseded', 'undone', 'granted')),
     revision integer,
     facts jsonb,
     findings jsonb,
     at timestamptz NOT NULL,
     PRIMARY KEY (filing_id, submission),
     FOREIGN KEY (filing_id, revision) REFERENCES subject_revision,
     CHECK (state = 'undone' OR (revision IS NOT NULL AND facts IS NOT NULL))
   )`,
  `CREATE UNIQUE INDEX one_pin_per_filing ON subject_pin (filing_id) WHERE state = 'pinned'`,
  `CREATE TABLE certificate_lock (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     certificate_index bytea NOT NULL,
     filing_id text NOT NULL REFERENCES subject_part,
     account_id text NOT NULL,
     submission integer NOT NULL,
     taken_at timestamptz NOT NULL,
     released_at timestamptz
   )`,
  `CREATE UNIQUE INDEX one_running_order_per_certificate ON certificate_lock (certificate_index) WHERE released_at IS NULL`,
  'CREATE INDEX certificate_lock_filing ON certificate_lock (filing_id) WHERE released_at IS NULL',
  `CREATE TABLE filed_subject (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     certificate_index bytea NOT NULL,
     account_id text NOT NULL,
     subject_number text NOT NULL,
     province text NOT NULL,
     nature text NOT NULL,
     filing_id text NOT NULL REFERENCES subject_part,
     filed_at timestamptz NOT NULL,
     cancelled_at timestamptz
   )`,
  `CREATE UNIQUE INDEX one_filing_per_certificate ON filed_subject (certificate_index) WHERE cancelled_at IS NULL`,
];

/** What a part that alters or ends a filed subject is compared with: marks under the key of the filing, no values. */
export class SubjectFiledMarks1764000000000 implements MigrationInterface {
  readonly name = 'SubjectFiledMarks1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE subject_part ADD COLUMN filed jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE subject_part DROP COLUMN filed');
  }
}

/** All migrations of this schema, in order. */
export const migrations: readonly Migration[] = [
  ...platformMigrations,
  SubjectTables1732406500000,
  SubjectFiledMarks1764000000000,
];
