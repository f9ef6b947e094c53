import { bootService, type Environment, type Running } from '@beian/platform';
import { codecConfig, uiOrigins } from './codec.config';
import { CodecModule } from './codec.module';

/** Starts the codec server. It keeps nothing and needs nobody but the identity provider. */
export async function boot(env: Environment): Promise<Running> {
  const config = codecConfig(env);
  return bootService({
    name: 'codec',
    module: CodecModule.forConfig(config),
    config,
    configure: (app) => {
      app.enableCors({
        origin: [...uiOrigins(config)],
        methods: ['POST'],
        allowedHeaders: ['authorization', 'content-type', 'x-namespace'],
        credentials: true,
        maxAge: 600,
      });
    },
  });
}
