import { type Environment, runMigrations } from '@beian/platform';
import { migrationConfig } from './subject.config';
import { migrations } from './subject-tables.migration';

/** Brings the schema `subject` up to date. A job of its own, before the service starts. */
export async function migrate(env: Environment): Promise<void> {
  await runMigrations({ url: migrationConfig(env).DATABASE_URL, schema: 'subject', migrations });
}
