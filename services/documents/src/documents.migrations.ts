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

const slotFit: readonly string[] = [
  // What a reviewer may take exception to in an accepted picture; the slot that holds a refused one already.
  `ALTER TABLE document ADD COLUMN doubts text[] NOT NULL DEFAULT '{}', ADD COLUMN other_slot text`,
];

class DocumentSlotFit1732470000000 implements MigrationInterface {
  readonly name = 'DocumentSlotFit1732470000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of slotFit) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE document DROP COLUMN doubts, DROP COLUMN other_slot');
  }
}

const proofs: readonly string[] = [
  // What proved the identity after the pin, and the authority's file of it; the papers stand in `seal` like the others.
  `CREATE TABLE identity_proof (
     filing_id text NOT NULL,
     submission integer NOT NULL,
     dossier jsonb NOT NULL,
     sealed_at timestamptz NOT NULL,
     PRIMARY KEY (filing_id, submission),
     FOREIGN KEY (filing_id, submission) REFERENCES revision
   )`,
];

class IdentityProofs1764000000000 implements MigrationInterface {
  readonly name = 'IdentityProofs1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of proofs) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE identity_proof');
  }
}

const byClass: readonly string[] = [
  // When the filing got its number: from then on the periods of granted filings run, where an operator set some.
  'ALTER TABLE filing ADD COLUMN granted_at timestamptz',
  'CREATE INDEX filing_granted ON filing (granted_at) WHERE granted_at IS NOT NULL',
];

class DocumentRetention1732480000000 implements MigrationInterface {
  readonly name = 'DocumentRetention1732480000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of byClass) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE filing DROP COLUMN granted_at');
  }
}

const histories: readonly string[] = [
  // Filings that ended and whose workflow's history is not in the bucket yet; when to look again.
  `CREATE TABLE history_due (
     filing_id text PRIMARY KEY,
     due_at timestamptz NOT NULL,
     looks integer NOT NULL DEFAULT 0
   )`,
  'CREATE INDEX history_due_at ON history_due (due_at)',
  // One row per run of a workflow, once: kept, or refused with a code. An erased one stays as a tombstone with its hash.
  `CREATE TABLE history_export (
     run_id text PRIMARY KEY,
     filing_id text NOT NULL,
     closed_at timestamptz NOT NULL,
     object_key text UNIQUE,
     sha256 text,
     size_bytes integer,
     events integer,
     exported_at timestamptz,
     refusal text,
     erased_at timestamptz,
     cleared_at timestamptz,
     CHECK (num_nonnulls(object_key, refusal) = 1),
     CHECK (object_key IS NULL OR num_nulls(sha256, size_bytes, events, exported_at) = 0)
   )`,
  'CREATE INDEX history_export_filing ON history_export (filing_id)',
  'CREATE INDEX history_export_closed ON history_export (closed_at) WHERE object_key IS NOT NULL AND erased_at IS NULL',
];

class HistoryExports1764010000000 implements MigrationInterface {
  readonly name = 'HistoryExports1764010000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of histories) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE history_due, history_export');
  }
}

/** Since when the export of a due history fails; null: it does not, or the workflow is still open. */
class HistoryFailures1764360000000 implements MigrationInterface {
  readonly name = 'HistoryFailures1764360000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE history_due ADD COLUMN failing_since timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE history_due DROP COLUMN failing_since');
  }
}

export const migrations: readonly Migration[] = [
  ...platformMigrations,
  DocumentTables1732410000000,
  DocumentKeeping1732460000000,
  DocumentSlotFit1732470000000,
  DocumentRetention1732480000000,
  IdentityProofs1764000000000,
  HistoryExports1764010000000,
  HistoryFailures1764360000000,
];
