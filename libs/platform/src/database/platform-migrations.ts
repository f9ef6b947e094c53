import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Migration } from './open-database';

/**
 * The tables that platform itself needs in a service's schema. They stand in the service's own schema so that an effect
 * and its event, its inbox row, its audit row and its key commit together.
 */
export class PlatformTables1732406400000 implements MigrationInterface {
  readonly name = 'PlatformTables1732406400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE outbox, inbox, inbox_position, audit, idempotency, person_key, callback_nonce; DROP FUNCTION audit_is_append_only()',
    );
  }
}

const statements: readonly string[] = [
  // txid is the fence: a row is read only when every transaction that began before its own has ended.
  `CREATE TABLE outbox (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     txid xid8 NOT NULL DEFAULT pg_current_xact_id(),
     event_id text NOT NULL UNIQUE,
     type text NOT NULL,
     schema_version integer NOT NULL,
     filing_id text NOT NULL,
     sequence integer NOT NULL DEFAULT 0 CHECK (sequence >= 0),
     at timestamptz NOT NULL,
     data jsonb NOT NULL,
     request_id text,
     created_at timestamptz NOT NULL DEFAULT now(),
     attempts integer NOT NULL DEFAULT 0,
     next_attempt_at timestamptz,
     parked_at timestamptz,
     last_error text,
     published_at timestamptz
   )`,
  'CREATE INDEX outbox_waiting ON outbox (id) WHERE published_at IS NULL',
  'CREATE INDEX outbox_waiting_filing ON outbox (filing_id, id) WHERE published_at IS NULL',
  'CREATE INDEX outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL',
  `CREATE TABLE inbox (
     consumer text NOT NULL,
     event_id text NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (consumer, event_id)
   )`,
  'CREATE INDEX inbox_received ON inbox (received_at)',
  `CREATE TABLE inbox_position (
     consumer text NOT NULL,
     topic text NOT NULL,
     type text NOT NULL,
     filing_id text NOT NULL,
     sequence integer NOT NULL,
     PRIMARY KEY (consumer, topic, type, filing_id)
   )`,
  // The entry is kept as the exact text that was hashed; what can be asked for is derived from it and cannot differ.
  `CREATE TABLE audit (
     sequence bigint PRIMARY KEY CHECK (sequence > 0),
     entry text NOT NULL,
     previous bytea NOT NULL,
     hash bytea NOT NULL,
     actor text GENERATED ALWAYS AS (entry::jsonb ->> 'actor') STORED,
     action text GENERATED ALWAYS AS (entry::jsonb ->> 'action') STORED,
     object text GENERATED ALWAYS AS (entry::jsonb ->> 'object') STORED,
     recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
   )`,
  'CREATE INDEX audit_object ON audit (object, sequence)',
  'CREATE INDEX audit_actor ON audit (actor, sequence)',
  `CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE EXCEPTION 'the audit log is append-only' USING ERRCODE = '42501';
   END $$`,
  `CREATE TRIGGER audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
     FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()`,
  `CREATE TABLE idempotency (
     account text NOT NULL,
     route text NOT NULL,
     key text NOT NULL,
     body_hash bytea NOT NULL,
     holder text,
     held_until timestamptz,
     status integer,
     answer json,
     created_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (account, route, key)
   )`,
  'CREATE INDEX idempotency_created ON idempotency (created_at)',
  `CREATE TABLE person_key (
     person_id text PRIMARY KEY,
     wrapped bytea NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE callback_nonce (
     party text NOT NULL,
     nonce text NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (party, nonce)
   )`,
  'CREATE INDEX callback_nonce_received ON callback_nonce (received_at)',
];

/** An event belongs to the trace of the request or activity that told it. */
export class OutboxTraces1764011000000 implements MigrationInterface {
  readonly name = 'OutboxTraces1764011000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox ADD COLUMN traceparent text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outbox DROP COLUMN traceparent');
  }
}

/** Listed first by every service with a database: `migrations: [...platformMigrations, …]`. */
export const platformMigrations: readonly Migration[] = [PlatformTables1732406400000, OutboxTraces1764011000000];
