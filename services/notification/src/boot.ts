import { bootService, runMigrations, type Environment, type Running } from '@beian/platform';
import { migrationConfig, notificationConfig } from './notification.config';
import { migrations } from './notification.migrations';
import { NotificationModule } from './notification.module';

/** Starts the notification service; the caller owns the signals and closes it. */
export function boot(env: Environment): Promise<Running> {
  const config = notificationConfig(env);
  return bootService({ name: 'notification', module: NotificationModule.with(config), config });
}

/** Brings the schema `notification` up to date. A job of its own, before the service starts. */
export async function migrate(env: Environment): Promise<void> {
  await runMigrations({ url: migrationConfig(env).DATABASE_URL, schema: 'notification', migrations });
}
