import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';

/** A migration class of TypeORM; its `name` ends with a 13-digit time, by which migrations are ordered. */
export type Migration = new () => MigrationInterface;

export interface DatabaseOptions {
  readonly url: string;
  /** The service's own schema; all its statements resolve there and nowhere else. */
  readonly schema: string;
  /** Shown in pg_stat_activity. */
  readonly applicationName: string;
  readonly poolSize?: number;
  /** After this many milliseconds Postgres stops a statement; default 15 seconds. */
  readonly statementTimeoutMs?: number;
  readonly migrations?: readonly Migration[];
}

/**
 * Describes the service's data source without connecting; `initialize()` is called in a lifecycle hook.
 * `synchronize` stays off for ever, no extension is installed, and queries are not logged: they carry parameters.
 */
export function openDatabase(options: DatabaseOptions): DataSource {
  assertIdentifier(options.schema);
  const settings: DataSourceOptions = {
    type: 'postgres',
    url: options.url,
    schema: options.schema,
    synchronize: false,
    logging: false,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    migrations: [...(options.migrations ?? [])],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    applicationName: options.applicationName,
    poolSize: options.poolSize ?? 10,
    connectTimeoutMS: 5_000,
    // An idle connection that breaks is replaced by the pool; the next statement tells if the database is really away.
    poolErrorHandler: () => undefined,
    extra: {
      options: `-c search_path=${options.schema}`,
      statement_timeout: options.statementTimeoutMs ?? 15_000,
      idle_in_transaction_session_timeout: 30_000,
      keepAlive: true,
    },
  };
  return new DataSource(settings);
}

/** Schema and role names are put into SQL as they are, so they are plain words. */
export function assertIdentifier(name: string): void {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name)) throw new Error(`"${name}" cannot be a schema or role: use a-z, 0-9 and _`);
}
