import { bootService, runMigrations, type Environment, type Running } from '@beian/platform';
import { documentsConfig, migrationConfig } from './documents.config';
import { migrations } from './documents.migrations';
import { DocumentsModule } from './documents.module';

/** Starts the documents service; the caller owns the signals and closes it. */
export function boot(env: Environment): Promise<Running> {
  const config = documentsConfig(env);
  return bootService({ name: 'documents', module: DocumentsModule.with(config), config });
}

/** Brings the schema `documents` up to date. A job of its own, before the service starts. */
export async function migrate(env: Environment): Promise<void> {
  await runMigrations({ url: migrationConfig(env).DATABASE_URL, schema: 'documents', migrations });
}
