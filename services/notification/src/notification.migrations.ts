import { platformMigrations, type Migration } from '@beian/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements: readonly string[] = [
  // Addresses are sealed under the key of the account; nothing here can be read without it.
  `CREATE TABLE account_contact (
     account_id text PRIMARY KEY,
     sealed bytea NOT NULL,
     language text NOT NULL CHECK (language IN ('zh', 'en')),
     updated_at timestamptz NOT NULL
   )`,
  // The last snapshot heard of (none yet for a filing that only a reminder spoke of): the difference to the next one says what is told.
  `CREATE TABLE filing (
     filing_id text PRIMARY KEY,
     account_id text NOT NULL,
     snapshot jsonb,
     -- Whom notices of this filing reach, out of the dossier of its newest submission, sealed under the filing's key.
     contacts bytea,
     contacts_from text
   )`,
  `CREATE TABLE notice (
     notice_id text PRIMARY KEY,
     filing_id text NOT NULL,
     account_id text NOT NULL,
     kind text NOT NULL,
     -- What it is about: the same event, or the same reminder, is told once.
     occasion text NOT NULL UNIQUE,
     facts jsonb NOT NULL,
     dossier jsonb,
     at timestamptz NOT NULL,
     in_app boolean NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     addressed_at timestamptz,
     address_attempts integer NOT NULL DEFAULT 0,
     address_after timestamptz NOT NULL DEFAULT now()
   )`,
  'CREATE INDEX notice_account ON notice (account_id, notice_id DESC) WHERE in_app',
  'CREATE INDEX notice_filing ON notice (filing_id, notice_id)',
  'CREATE INDEX notice_unaddressed ON notice (address_after) WHERE addressed_at IS NULL',
  `CREATE TABLE delivery (
     delivery_id text PRIMARY KEY,
     notice_id text NOT NULL REFERENCES notice,
     filing_id text NOT NULL,
     channel text NOT NULL CHECK (channel IN ('mail', 'sms', 'in-app')),
     -- subject-administrator, site-administrator-1, …, account or staff.
     recipient text NOT NULL,
     language text NOT NULL CHECK (language IN ('zh', 'en')),
     address bytea,
     person_id text,
     masked text NOT NULL,
     state text NOT NULL CHECK (state IN ('waiting', 'sending', 'accepted', 'delivered', 'parked')),
     attempts integer NOT NULL DEFAULT 0,
     due_at timestamptz NOT NULL DEFAULT now(),
     claim text,
     claimed_until timestamptz,
     carrier_id text,
     cause text,
     moved_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (notice_id, channel, recipient)
   )`,
  'CREATE INDEX delivery_filing ON delivery (filing_id, delivery_id)',
  `CREATE INDEX delivery_due ON delivery (due_at) WHERE state IN ('waiting', 'sending')`,
  `CREATE INDEX delivery_parked ON delivery (delivery_id) WHERE state = 'parked'`,
];

class NotificationTables1732411000000 implements MigrationInterface {
  readonly name = 'NotificationTables1732411000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE delivery, notice, filing, account_contact');
  }
}

/** Runs that send many parked messages again (failed-delivery desk). */
class ResendRuns1764000000000 implements MigrationInterface {
  readonly name = 'ResendRuns1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE resend_run (
         run_id text PRIMARY KEY,
         actor text NOT NULL,
         filter jsonb NOT NULL,
         at_most integer NOT NULL,
         stop_after integer NOT NULL,
         state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'stopped')),
         released integer NOT NULL DEFAULT 0,
         created_at timestamptz NOT NULL DEFAULT now(),
         moved_at timestamptz NOT NULL DEFAULT now()
       )`,
    );
    await runner.query(`CREATE INDEX resend_run_running ON resend_run (run_id) WHERE state = 'running'`);
    await runner.query('ALTER TABLE delivery ADD COLUMN resend_run text');
    await runner.query('CREATE INDEX delivery_resend ON delivery (resend_run) WHERE resend_run IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE delivery DROP COLUMN resend_run');
    await runner.query('DROP TABLE resend_run');
  }
}

/** When a notice in the application was read. */
class ReadNotices1764400000000 implements MigrationInterface {
  readonly name = 'ReadNotices1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice ADD COLUMN read_at timestamptz');
    await runner.query('CREATE INDEX notice_unread ON notice (account_id) WHERE in_app AND read_at IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE notice DROP COLUMN read_at');
  }
}

export const migrations: readonly Migration[] = [
  ...platformMigrations,
  NotificationTables1732411000000,
  ResendRuns1764000000000,
  ReadNotices1764400000000,
];
