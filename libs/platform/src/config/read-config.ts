import type { z } from 'zod';
import { ConfigError, type Environment } from './config-error';
import { developmentSecretsIn } from './refuse-development-secrets';

/**
 * Reads the settings of one service, once, before Nest starts.
 *
 * Takes the service's name (for the message), its zod schema and the environment; gives a frozen object with exactly
 * what the schema names. An empty variable counts as absent, because compose files and shells cannot unset one.
 * Refuses with one `ConfigError` that lists every problem, development secrets in production among them.
 */
export function readConfig<S extends z.ZodType>(name: string, schema: S, env: Environment): Readonly<z.output<S>> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = schema.safeParse(given);
  const unsafe = developmentSecretsIn(variablesOf(schema), given);
  if (!parsed.success)
    throw new ConfigError(name, [...parsed.error.issues.map((issue) => describeIssue(issue, given)), ...unsafe]);
  if (unsafe.length > 0) throw new ConfigError(name, unsafe);
  return freezeDeep(parsed.data);
}

const variablesOf = (schema: z.ZodType): readonly string[] =>
  'shape' in schema ? Object.keys(schema.shape as object) : [];

function describeIssue(issue: z.core.$ZodIssue, given: Readonly<Record<string, unknown>>): string {
  const path = issue.path.map(String);
  const variable = path[0];
  if (variable === undefined) return issue.message;
  if (given[variable] === undefined) return `${variable} is not set`;
  return `${path.join('.')}: ${issue.message}`;
}

function freezeDeep<T>(value: T): Readonly<T> {
  if (value && typeof value === 'object' && !Object.isFrozen(value) && !Buffer.isBuffer(value)) {
    Object.values(value).forEach((inner) => freezeDeep<unknown>(inner));
    Object.freeze(value);
  }
  return value;
}
