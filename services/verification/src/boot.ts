import { bootService, runMigrations, type Environment, type Running } from '@beian/platform';
import { migrationConfig, verificationConfig } from './verification.config';
import { migrations } from './verification.migrations';
import { VerificationModule } from './verification.module';

/** Starts the verification service; the caller owns the signals and closes it. */
export function boot(env: Environment): Promise<Running> {
  const config = verificationConfig(env);
  return bootService({ name: 'verification', module: VerificationModule.with(config), config });
}

/** Brings the schema `verification` up to date. A job of its own, before the service starts. */
export async function migrate(env: Environment): Promise<void> {
  await runMigrations({ url: migrationConfig(env).DATABASE_URL, schema: 'verification', migrations });
}
