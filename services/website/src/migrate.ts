import { type Environment, runMigrations } from '@beian/platform';
import { migrationConfig } from './website.config';
import { migrations } from './website-tables.migration';

/** Brings the schema `website` up to date. A job of its own, before the service starts. */
export async function migrate(env: Environment): Promise<void> {
  await runMigrations({ url: migrationConfig(env).DATABASE_URL, schema: 'website', migrations });
}
