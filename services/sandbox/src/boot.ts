import { createLogger, type Environment, type Running } from '@beian/platform';
import { StandardSchemaValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Callbacks } from './callbacks';
import { FilingClock } from './clock';
import { createIdentityProvider } from './identity-provider';
import { MailServer } from './mail-server';
import { NameServer } from './name-server';
import { sandboxConfig } from './sandbox.config';
import { SandboxModule } from './sandbox.module';
import { sitePages } from './site-pages';
import { World } from './world';

export interface RunningSandbox extends Running {
  readonly url: string;
  readonly smtpPort: number;
  readonly dnsPort: number;
}

/** Starts the outside world: HTTP parties and control, filed sites, mail server, name server, identity provider. */
export async function boot(env: Environment): Promise<RunningSandbox> {
  const config = sandboxConfig(env);
  const logger = createLogger('sandbox', config.LOG_LEVEL as Parameters<typeof createLogger>[1]);
  const world = new World(config.SANDBOX_DATA);
  const callbacks = new Callbacks(world, config);
  const clock = new FilingClock(config);
  const mail = new MailServer(world);
  const names = new NameServer(world);

  const app = await NestFactory.create<NestExpressApplication>(SandboxModule.of({ world, callbacks, clock }), {
    logger: ['error', 'warn'],
    bodyParser: false,
  });
  const provider = createIdentityProvider(config);
  app.use(sitePages(world, config));
  app.use(new URL(config.OIDC_ISSUER).pathname, provider.callback());
  app.useBodyParser('json', { limit: '1mb' });
  app.useGlobalPipes(new StandardSchemaValidationPipe());
  await app.listen(config.PORT, config.HOST);
  app.getHttpServer().keepAliveTimeout = 75_000; // the client closes idle connections, not this side
  await mail.listen(config.SMTP_PORT, config.HOST);
  await names.listen(config.DNS_PORT, config.HOST);
  callbacks.resume();
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  logger.info({ url, smtpPort: mail.port, dnsPort: names.port }, 'the outside world is listening');

  return {
    name: 'sandbox',
    url,
    smtpPort: mail.port,
    dnsPort: names.port,
    async close() {
      await callbacks.close();
      await app.close();
      await mail.close();
      await names.close();
      await clock.close();
    },
  };
}
