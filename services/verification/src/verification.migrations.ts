import type { MigrationInterface, QueryRunner } from 'typeorm';
import { platformMigrations, type Migration } from '@beian/platform';
import { HandOverFailures1764010800000 } from './authority/hand-over-failures.migration';
import { DeskTables1764003600000 } from './desk-tables.migration';
import { WordsRetention1764020000000 } from './retention/retention.migration';

/**
 * The tables of `verification`. What people write about people (reasons, notes, addresses) lies in `bytea` columns, sealed
 * by the person vault under the key of the filing; every other column holds ids, codes, marks and instants only.
 */
export class VerificationTables1732410000000 implements MigrationInterface {
  readonly name = 'VerificationTables1732410000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...filingTables, ...reviewTables, ...outsideTables, ...phoneTables]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE type_check, phone_entry, phone_code, phone_recipient, filing_number, authority_message, authority_order,
         courier_message, parcel, identity_choice, filing_note, reason_look, reason, decision, review_item, delivery,
         submission, filing`,
    );
  }
}

const filingTables: readonly string[] = [
  `CREATE TABLE filing (
     filing_id text PRIMARY KEY,
     owner text NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     stage text NOT NULL,
     submission integer NOT NULL CHECK (submission >= 0),
     snapshot jsonb NOT NULL,
     recorded_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE submission (
     filing_id text NOT NULL REFERENCES filing,
     submission integer NOT NULL CHECK (submission > 0),
     facts jsonb NOT NULL,
     findings jsonb NOT NULL DEFAULT '[]',
     opened_at timestamptz NOT NULL,
     PRIMARY KEY (filing_id, submission)
   )`,
  // A message to the workflow: stored first, sent until it is taken. Its id is the message id and the update id.
  `CREATE TABLE delivery (
     id text PRIMARY KEY,
     source text NOT NULL UNIQUE,
     filing_id text NOT NULL,
     message text NOT NULL,
     body jsonb NOT NULL,
     state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken', 'refused')),
     refusal text,
     answer jsonb,
     attempts integer NOT NULL DEFAULT 0,
     next_attempt_at timestamptz NOT NULL DEFAULT now(),
     last_error text,
     created_at timestamptz NOT NULL DEFAULT now(),
     settled_at timestamptz
   )`,
  `CREATE INDEX delivery_waiting ON delivery (next_attempt_at) WHERE state = 'waiting'`,
  'CREATE INDEX delivery_filing ON delivery (filing_id)',
  `CREATE TABLE filing_note (
     delivery_id text PRIMARY KEY REFERENCES delivery,
     filing_id text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('hold', 'release')),
     actor text NOT NULL,
     note bytea,
     noted_at timestamptz NOT NULL
   )`,
];

const reviewTables: readonly string[] = [
  `CREATE TABLE review_item (
     id text PRIMARY KEY,
     filing_id text NOT NULL REFERENCES filing,
     kind text NOT NULL CHECK (kind IN ('review', 'photo')),
     submission integer NOT NULL,
     owner text NOT NULL,
     province text NOT NULL,
     filing_type text NOT NULL,
     nature text NOT NULL,
     queued_at timestamptz NOT NULL,
     due_at timestamptz NOT NULL,
     overdue boolean NOT NULL DEFAULT false,
     claimed_by text CHECK (claimed_by <> owner),
     claim_expires_at timestamptz,
     proposal_id text,
     decision_id text,
     closed_at timestamptz
   )`,
  'CREATE UNIQUE INDEX review_item_open ON review_item (filing_id) WHERE closed_at IS NULL',
  `CREATE UNIQUE INDEX review_item_one_review ON review_item (filing_id, submission) WHERE kind = 'review'`,
  'CREATE INDEX review_item_queue ON review_item (due_at, id) WHERE closed_at IS NULL AND decision_id IS NULL',
  `CREATE TABLE decision (
     id text PRIMARY KEY,
     request_id text NOT NULL UNIQUE,
     item_id text NOT NULL REFERENCES review_item,
     filing_id text NOT NULL,
     submission integer NOT NULL,
     decision text NOT NULL CHECK (decision IN ('approve', 'return', 'refuse', 'photo-accepted', 'photo-refused')),
     state text NOT NULL CHECK (state IN ('proposed', 'recorded', 'confirmed', 'overruled')),
     actor text NOT NULL,
     actor_roles jsonb NOT NULL,
     proposed_by text,
     reasons jsonb NOT NULL,
     decided_at timestamptz NOT NULL,
     CONSTRAINT decision_refusal_by_two
       CHECK (decision <> 'refuse' OR state <> 'recorded' OR (proposed_by IS NOT NULL AND proposed_by <> actor))
   )`,
  'CREATE INDEX decision_filing ON decision (filing_id, decided_at)',
  `CREATE TABLE reason (
     id text PRIMARY KEY,
     filing_id text NOT NULL,
     submission integer NOT NULL,
     code text NOT NULL,
     pointer text NOT NULL,
     given_by text NOT NULL CHECK (given_by IN ('provider', 'authority', 'system')),
     content bytea NOT NULL,
     shown_after text,
     added_at timestamptz NOT NULL
   )`,
  'CREATE INDEX reason_filing ON reason (filing_id, added_at, id)',
  `CREATE TABLE reason_look (
     filing_id text NOT NULL,
     account_id text NOT NULL,
     looked_at timestamptz NOT NULL,
     PRIMARY KEY (filing_id, account_id)
   )`,
];

const outsideTables: readonly string[] = [
  `CREATE TABLE identity_choice (
     id text PRIMARY KEY REFERENCES delivery,
     filing_id text NOT NULL,
     submission integer NOT NULL,
     method text NOT NULL,
     content bytea,
     chosen_at timestamptz NOT NULL
   )`,
  'CREATE INDEX identity_choice_filing ON identity_choice (filing_id, submission)',
  `CREATE TABLE parcel (
     reference text PRIMARY KEY,
     choice_id text NOT NULL UNIQUE REFERENCES identity_choice,
     filing_id text NOT NULL,
     submission integer NOT NULL,
     shipment_id text,
     state text NOT NULL
       CHECK (state IN ('intended', 'ordered', 'shipped', 'delivered', 'lost', 'cancelled', 'past-cancelling')),
     ordered_at timestamptz NOT NULL,
     moved_at timestamptz
   )`,
  'CREATE INDEX parcel_filing ON parcel (filing_id, submission)',
  `CREATE TABLE courier_message (
     message_id text PRIMARY KEY,
     reference text NOT NULL,
     state text NOT NULL,
     at timestamptz NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now(),
     verdict text NOT NULL CHECK (verdict IN ('moved', 'out-of-order', 'unknown'))
   )`,
  `CREATE TABLE authority_order (
     filing_id text NOT NULL REFERENCES filing,
     submission integer NOT NULL,
     key text NOT NULL UNIQUE,
     at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('intended', 'accepted', 'rejected', 'cancelled')),
     transaction_id text UNIQUE,
     reasons jsonb NOT NULL DEFAULT '[]',
     outcome text CHECK (outcome IN ('granted', 'rejected')),
     PRIMARY KEY (filing_id, submission)
   )`,
  `CREATE TABLE authority_message (
     message_id text PRIMARY KEY,
     transaction_id text NOT NULL,
     outcome text NOT NULL CHECK (outcome IN ('granted', 'rejected')),
     numbers jsonb,
     reasons bytea,
     at timestamptz NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now(),
     verdict text NOT NULL CHECK (verdict IN ('first', 'repeated', 'contradicting', 'unknown'))
   )`,
  'CREATE INDEX authority_message_transaction ON authority_message (transaction_id)',
  // A number is issued once and never again (I-17); a subject keeps its number over its filings.
  `CREATE TABLE filing_number (
     number text PRIMARY KEY,
     kind text NOT NULL CHECK (kind IN ('subject', 'site')),
     filing_id text NOT NULL,
     noted_at timestamptz NOT NULL DEFAULT now()
   )`,
];

const phoneTables: readonly string[] = [
  `CREATE TABLE phone_recipient (
     filing_id text NOT NULL REFERENCES filing,
     submission integer NOT NULL,
     administrator text NOT NULL,
     shares_code_of text NOT NULL,
     asked boolean NOT NULL,
     mobile_mark bytea NOT NULL,
     tail_mark bytea NOT NULL,
     PRIMARY KEY (filing_id, submission, administrator)
   )`,
  // At most three sends of a code per mobile and submission: the first and two more.
  `CREATE TABLE phone_code (
     id text PRIMARY KEY,
     filing_id text NOT NULL REFERENCES filing,
     submission integer NOT NULL,
     administrator text NOT NULL,
     send_number integer NOT NULL CHECK (send_number BETWEEN 1 AND 3),
     request_id text UNIQUE,
     code_mark bytea NOT NULL,
     sealed_code bytea,
     state text NOT NULL CHECK (state IN ('intended', 'sent', 'delivered', 'undeliverable')),
     carrier_message_id text,
     entries integer NOT NULL DEFAULT 0,
     wrong_entries integer NOT NULL DEFAULT 0 CHECK (wrong_entries <= 5),
     wrong_tails integer NOT NULL DEFAULT 0,
     matched_at timestamptz,
     voided_at timestamptz,
     void_cause text,
     at timestamptz NOT NULL,
     UNIQUE (filing_id, submission, administrator, send_number)
   )`,
  `CREATE TABLE phone_entry (
     request_id text PRIMARY KEY,
     code_id text NOT NULL REFERENCES phone_code,
     matched boolean NOT NULL,
     entered_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE UNIQUE INDEX phone_code_newest ON phone_code (filing_id, submission, administrator)
     WHERE voided_at IS NULL`,
  `CREATE TABLE type_check (
     id text PRIMARY KEY,
     account_id text NOT NULL,
     decision jsonb NOT NULL,
     form jsonb NOT NULL,
     certificate_number bytea NOT NULL,
     decided_at timestamptz NOT NULL
   )`,
  'CREATE INDEX type_check_account ON type_check (account_id, decided_at)',
];

/** Platform's own tables first; run by `migrate`, a job before the service starts. */
export const migrations: readonly Migration[] = [
  ...platformMigrations,
  VerificationTables1732410000000,
  DeskTables1764003600000,
  HandOverFailures1764010800000,
  WordsRetention1764020000000,
];
