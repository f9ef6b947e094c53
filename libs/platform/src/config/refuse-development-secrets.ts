import { developmentSecretValues } from '../development-environment';
import { ConfigError, type Environment } from './config-error';

/** One line per variable among `names` that carries a committed development secret although this is production. */
export function developmentSecretsIn(names: readonly string[], env: Environment): readonly string[] {
  if (env['NODE_ENV'] !== 'production') return [];
  return names
    .filter((name) => developmentSecretValues.some((secret) => (env[name] ?? '').includes(secret)))
    .map(
      (name) => `${name} holds a development secret that is published with the source; give it its own in production`,
    );
}

/**
 * Refuses to run in production with any secret that is committed for development (goal S17).
 * `readConfig` already asks this; call it yourself only for settings that come from elsewhere.
 */
export function refuseDevelopmentSecrets(config: Readonly<Record<string, unknown>>, env: Environment): void {
  const unsafe = developmentSecretsIn(Object.keys(config), env);
  if (unsafe.length > 0) throw new ConfigError('this process', unsafe);
}
