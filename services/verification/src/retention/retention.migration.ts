import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a filing ended, since when a legal hold keeps what was written about it, and when that was erased by rule. */
export class WordsRetention1764020000000 implements MigrationInterface {
  readonly name = 'WordsRetention1764020000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE filing DROP COLUMN ended_at, DROP COLUMN held_at, DROP COLUMN erased_at');
    await runner.query('ALTER TABLE type_check DROP COLUMN erased_at');
  }
}

const statements: readonly string[] = [
  `ALTER TABLE filing ADD COLUMN ended_at timestamptz, ADD COLUMN held_at timestamptz, ADD COLUMN erased_at timestamptz`,
  `UPDATE filing SET ended_at = recorded_at WHERE stage IN ('granted', 'refused', 'withdrawn', 'abandoned', 'lapsed')`,
  'CREATE INDEX filing_ended ON filing (ended_at) WHERE ended_at IS NOT NULL',
  // The rows stay as tombstones: code, place and instant, without the words.
  'ALTER TABLE reason ALTER COLUMN content DROP NOT NULL',
  'ALTER TABLE type_check ALTER COLUMN certificate_number DROP NOT NULL, ADD COLUMN erased_at timestamptz',
  'CREATE INDEX type_check_kept ON type_check (decided_at) WHERE erased_at IS NULL',
];
