import { platformMigrations, type Migration } from '@beian/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements: readonly string[] = [
  `CREATE TABLE filing (
     filing_id text PRIMARY KEY,
     account_id text NOT NULL,
     pack text NOT NULL,
     as_of date NOT NULL,
     province text NOT NULL,
     nature text NOT NULL,
     filing_type text NOT NULL,
     version integer NOT NULL DEFAULT 1,
     opened_at timestamptz NOT NULL,
     changed_at timestamptz NOT NULL
   )`,
  // One version of one paper, from the grant on. Ids sort by the time of the grant: the newest accepted one counts.
  `CREATE TABLE document (
     version_id text PRIMARY KEY,
     filing_id text NOT NULL REFERENCES filing,
     account_id text NOT NULL,
     slot text NOT NULL,
     state text NOT NULL CHECK (state IN ('granted', 'quarantined', 'accepted', 'refused')),
     stated_type text NOT NULL,
     stated_bytes integer NOT NULL CHECK (stated_bytes BETWEEN 1 AND 4194303),
     stated_sha256 text NOT NULL,
     valid_until date,
     quarantine_key text NOT NULL UNIQUE,
     accepted_key text UNIQUE,
     type text,
     size_bytes integer,
     width_pixels integer,
     height_pixels integer,
     sha256 text,
     refusal text,
     granted_at timestamptz NOT NULL,
     expires_at timestamptz NOT NULL,
     arrived_at timestamptz,
     decided_at timestamptz,
     removed_at timestamptz,
     -- Who checks it right now, and until when he may; afterwards another one starts anew.
     checker text,
     checked_until timestamptz,
     -- The quarantined object is gone for good.
     cleared_at timestamptz,
     CHECK ((state = 'accepted') = (accepted_key IS NOT NULL AND sha256 IS NOT NULL)),
     CHECK ((state = 'refused') = (refusal IS NOT NULL))
   )`,
  'CREATE INDEX document_filing ON document (filing_id, slot, version_id)',
  'CREATE INDEX document_account ON document (account_id, granted_at)',
  `CREATE INDEX document_waiting ON document (arrived_at) WHERE state = 'quarantined'`,
  `CREATE INDEX document_unclear ON document (granted_at) WHERE cleared_at IS NULL`,
  // A decided version is evidence: what it is can never be said differently again, by whatever code.
  `CREATE FUNCTION document_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     IF OLD.state IN ('accepted', 'refused') AND
        (NEW.state, NEW.slot, NEW.filing_id, NEW.accepted_key, NEW.sha256, NEW.type, NEW.size_bytes, NEW.refusal, NEW.valid_until)
        IS DISTINCT FROM
        (OLD.state, OLD.slot, OLD.filing_id, OLD.accepted_key, OLD.sha256, OLD.type, OLD.size_bytes, OLD.refusal, OLD.valid_until)
     THEN RAISE EXCEPTION 'a decided document does not change' USING ERRCODE = '42501';
     END IF;
     RETURN NEW;
   END $$`,
  'CREATE TRIGGER document_is_final BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION document_is_final()',
  // What a submission consists of; `undone_at` once it went back or ended. The revision itself stays as evidence.
  `CREATE TABLE revision (
     filing_id text NOT NULL REFERENCES filing,
     submission integer NOT NULL,
     revision integer NOT NULL,
     sha256 text NOT NULL,
     facts jsonb NOT NULL,
     dossier jsonb NOT NULL,
     pinned_at timestamptz NOT NULL,
     undone_at timestamptz,
     PRIMARY KEY (filing_id, submission),
     UNIQUE (filing_id, revision)
   )`,
  `CREATE TABLE seal (
     filing_id text NOT NULL,
     submission integer NOT NULL,
     version_id text NOT NULL REFERENCES document,
     PRIMARY KEY (filing_id, submission, version_id),
     FOREIGN KEY (filing_id, submission) REFERENCES revision
   )`,
  'CREATE INDEX seal_version ON seal (version_id)',
];

class DocumentTables1732410000000 implements MigrationInterface {
  readonly name = 'DocumentTables1732410000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE seal, revision, document, filing; DROP FUNCTION document_is_final()');
  }
}

const keeping: readonly string[] = [
  // When the filing ended without a number, and since when a legal hold keeps its papers in spite of that.
  'ALTER TABLE filing ADD COLUMN ended_at timestamptz, ADD COLUMN held_at timestamptz',
  'CREATE INDEX filing_ended ON filing (ended_at) WHERE ended_at IS NOT NULL',
  // When the object was last seen in the bucket, found missing there, or erased by rule; the row stays as a tombstone.
  'ALTER TABLE document ADD COLUMN seen_at timestamptz, ADD COLUMN lost_at timestamptz, ADD COLUMN erased_at timestamptz',
  `CREATE INDEX document_kept ON document (coalesce(seen_at, decided_at))
     WHERE state = 'accepted' AND lost_at IS NULL AND erased_at IS NULL`,
];

class DocumentKeeping1732460000000 implements MigrationInterface {
  readonly name = 'DocumentKeeping1732460000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of keeping) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE document DROP COLUMN seen_at, DROP COLUMN lost_at, DROP COLUMN erased_at');
    await runner.query('ALTER TABLE filing DROP COLUMN ended_at, DROP COLUMN held_at');
  }
}

export const migrations: readonly Migration[] = [
  ...platformMigrations,
  DocumentTables1732410000000,
  DocumentKeeping1732460000000,
];
