import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a filed domain looked like from outside when it was last looked at, and since when something has been wrong. */
export class SiteChecks1764010000000 implements MigrationInterface {
  readonly name = 'SiteChecks1764010000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE site_check (
         filed_domain_id bigint PRIMARY KEY REFERENCES filed_domain ON DELETE CASCADE,
         checked_at timestamptz NOT NULL,
         seen jsonb NOT NULL,
         findings jsonb NOT NULL,
         failing_since timestamptz
       )`,
    );
    await runner.query('CREATE INDEX site_check_failing ON site_check (failing_since) WHERE failing_since IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE site_check');
  }
}
