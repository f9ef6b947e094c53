import { assertIdentifier, openDatabase, type Migration } from './open-database';
import { Database } from './database';

export interface MigrationOptions {
  readonly url: string;
  readonly schema: string;
  /** The role the service runs as, if it is not the one that migrates; it may use the tables, but not change them. */
  readonly role?: string;
  /** All migrations of the service, `platformMigrations` first. */
  readonly migrations: readonly Migration[];
}

// One key for all services: migrations are rare, and the lock is per database.
const migrationLock = 7_235_001;

/**
 * Brings the service's schema up to date and nothing else in the database. Runs as a job before the service starts,
 * never from replicas; two jobs at once wait for each other. Creates the schema if it is missing, keeps the list of
 * what ran in `<schema>.migration`.
 */
export async function runMigrations(options: MigrationOptions): Promise<void> {
  assertIdentifier(options.schema);
  if (options.role !== undefined) assertIdentifier(options.role);
  const source = openDatabase({
    url: options.url,
    schema: options.schema,
    applicationName: `${options.schema}-migrations`,
    poolSize: 2,
    statementTimeoutMs: 600_000,
    migrations: options.migrations,
  });
  await source.initialize();
  try {
    const database = new Database(source);
    await database.transaction(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [migrationLock]);
      // CREATE SCHEMA IF NOT EXISTS asks for the right to create schemas even where there is nothing to create.
      const existing = await tx.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [options.schema]);
      if (existing.length === 0) await tx.query(`CREATE SCHEMA ${options.schema}`);
    });
    await withMigrationLock(source, () => source.runMigrations({ transaction: 'each' }));
    if (options.role !== undefined) await grantUse(database, options.schema, options.role);
  } finally {
    await source.destroy();
  }
}

async function withMigrationLock(source: ReturnType<typeof openDatabase>, work: () => Promise<unknown>): Promise<void> {
  const holder = source.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    await work();
    await holder.query('SELECT pg_advisory_unlock($1)', [migrationLock]);
  } finally {
    await holder.release();
  }
}

/** The running service may add to the audit log and read it; only that. */
async function grantUse(database: Database, schema: string, role: string): Promise<void> {
  await database.transaction(async (tx) => {
    await tx.query(`GRANT USAGE ON SCHEMA ${schema} TO ${role}`);
    await tx.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role}`);
    await tx.query(`GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${schema} TO ${role}`);
    const audit = await tx.query('SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = $2', [schema, 'audit']);
    if (audit.length > 0) await tx.query(`REVOKE UPDATE, DELETE, TRUNCATE ON ${schema}.audit FROM ${role}`);
  });
}
