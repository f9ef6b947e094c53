import { bootService, runMigrations, type Environment, type Running } from '@beian/platform';
import { gatewayConfig } from './gateway.config';
import { migrations } from './gateway.migrations';
import { GatewayModule } from './gateway.module';
import { publishApiDocument } from './openapi/publish-api-document';

/** Starts the gateway; answers once it serves and hears events. */
export async function boot(env: Environment): Promise<Running> {
  const config = gatewayConfig(env);
  return bootService({
    name: 'gateway',
    module: GatewayModule.forConfig(config),
    config,
    configure: (app) => publishApiDocument(app, config),
  });
}

/** Brings the gateway's schema up to date; a job before the start, never from replicas. */
export async function migrate(env: Environment): Promise<void> {
  await runMigrations({ url: gatewayConfig(env).DATABASE_URL, schema: 'gateway', migrations });
}
