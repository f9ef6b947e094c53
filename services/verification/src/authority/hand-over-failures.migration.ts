import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often the authority did not take a hand-over, why, and since when it waits for an operator. */
export class HandOverFailures1764010800000 implements MigrationInterface {
  readonly name = 'HandOverFailures1764010800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE authority_order ADD COLUMN tries integer NOT NULL DEFAULT 0, ADD COLUMN cause text,
         ADD COLUMN tried_at timestamptz, ADD COLUMN given_up_at timestamptz`,
    );
    await runner.query(
      `CREATE INDEX authority_order_failed ON authority_order (filing_id) WHERE state = 'intended' AND tries > 0`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE authority_order DROP COLUMN tries, DROP COLUMN cause, DROP COLUMN tried_at, DROP COLUMN given_up_at',
    );
  }
}
