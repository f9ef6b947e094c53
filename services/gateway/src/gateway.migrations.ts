import { platformMigrations, type Migration } from '@beian/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, openings, the projection of where filings stand, and mandates. No personal data but the subject claim. */
export class GatewayTables1732406500000 implements MigrationInterface {
  readonly name = 'GatewayTables1732406500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE mandate, filing_snapshot, filing, opening, account');
  }
}

const statements: readonly string[] = [
  `CREATE TABLE account (
     account_id text PRIMARY KEY,
     issuer text NOT NULL,
     subject text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT account_one_per_person UNIQUE (issuer, subject)
   )`,
  // One filing per check: a second request with another key finds the first one's filing.
  `CREATE TABLE opening (
     account_id text NOT NULL,
     check_id text NOT NULL,
     message_id text NOT NULL,
     filing_id text NOT NULL UNIQUE,
     created_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (account_id, check_id)
   )`,
  `CREATE TABLE filing (
     filing_id text PRIMARY KEY,
     owner text NOT NULL,
     version integer NOT NULL CHECK (version > 0),
     stage text NOT NULL,
     province text NOT NULL,
     filing_type text NOT NULL,
     waiting_on text NOT NULL,
     overdue boolean NOT NULL,
     snapshot jsonb NOT NULL,
     projected_at timestamptz NOT NULL DEFAULT now()
   )`,
  'CREATE INDEX filing_of_owner ON filing (owner, filing_id DESC)',
  'CREATE INDEX filing_by_stage ON filing (stage, filing_id DESC)',
  `CREATE TABLE filing_snapshot (
     filing_id text NOT NULL,
     version integer NOT NULL,
     snapshot jsonb NOT NULL,
     PRIMARY KEY (filing_id, version)
   )`,
  `CREATE TABLE mandate (
     mandate_id text PRIMARY KEY,
     filing_id text NOT NULL,
     owner text NOT NULL,
     agent text NOT NULL CHECK (agent <> owner),
     created_at timestamptz NOT NULL DEFAULT now(),
     revoked_at timestamptz
   )`,
  'CREATE UNIQUE INDEX mandate_in_force ON mandate (filing_id, agent) WHERE revoked_at IS NULL',
  'CREATE INDEX mandate_of_agent ON mandate (agent) WHERE revoked_at IS NULL',
];

export const migrations: readonly Migration[] = [...platformMigrations, GatewayTables1732406500000];
