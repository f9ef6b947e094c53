import { bootService, type Environment, type Running } from '@beian/platform';
import { WebsiteModule } from './website.module';
import { websiteConfig } from './website.config';

/** Starts the website service; the caller owns the signals and closes it. */
export function boot(env: Environment): Promise<Running> {
  const config = websiteConfig(env);
  return bootService({ name: 'website', module: WebsiteModule.with(config), config });
}
