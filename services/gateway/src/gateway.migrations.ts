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

/** How long finished filings took, for the expected time of others; and what the projection knows of it already. */
export class FinishedFilings1732480000000 implements MigrationInterface {
  readonly name = 'FinishedFilings1732480000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE finished_filing (
      filing_id text PRIMARY KEY,
      province text NOT NULL,
      filing_type text NOT NULL,
      granted_at timestamptz NOT NULL,
      -- From the first submission, and from the last hand-over that the authority took; a filing may have none on record.
      seconds double precision NOT NULL,
      authority_seconds double precision
    )`);
    await runner.query(
      'CREATE INDEX finished_filing_newest ON finished_filing (province, filing_type, granted_at DESC)',
    );
    await runner.query(`
      INSERT INTO finished_filing
      SELECT filing_id, province, filing_type, granted_at,
             extract(epoch FROM granted_at - submitted_at), extract(epoch FROM granted_at - authority_at)
      FROM (SELECT filing_id, min(snapshot->>'province') AS province, min(snapshot->>'filingType') AS filing_type,
                   min((snapshot->>'since')::timestamptz) FILTER (WHERE snapshot->>'stage' = 'granted') AS granted_at,
                   min((snapshot->>'since')::timestamptz) FILTER (WHERE snapshot->>'stage' = 'provider-review') AS submitted_at,
                   max((snapshot->>'since')::timestamptz) FILTER (WHERE snapshot->>'stage' = 'authority-review') AS authority_at
            FROM filing_snapshot GROUP BY filing_id) AS life
      WHERE granted_at IS NOT NULL AND submitted_at IS NOT NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE finished_filing');
  }
}

export const migrations: readonly Migration[] = [
  ...platformMigrations,
  GatewayTables1732406500000,
  FinishedFilings1732480000000,
];
