import { Database, openDatabase, platformMigrations, runMigrations, type Migration } from '@beian/platform';
import { freshDatabase } from './test-stack';

/** A migrated database of its own for one spec. */
export interface EmptyDatabase {
  readonly database: Database;
  /** For whatever opens its own connection, such as a relay or a whole service. */
  readonly url: string;
  drop(): Promise<void>;
}

/**
 * Makes a database with platform's tables and the service's `migrations` in the schema `name`, and connects to it. Every
 * table is empty; call `drop` in `afterAll`. Platform's own migrations need not be listed.
 */
export async function emptyDatabase(name: string, migrations: readonly Migration[] = []): Promise<EmptyDatabase> {
  const fresh = await freshDatabase(name);
  const own = migrations.filter((migration) => !platformMigrations.includes(migration));
  await runMigrations({ url: fresh.url, schema: name, migrations: [...platformMigrations, ...own] });
  const source = openDatabase({ url: fresh.url, schema: name, applicationName: `${name}-spec`, poolSize: 20 });
  await source.initialize();
  return {
    database: new Database(source),
    url: fresh.url,
    drop: async () => {
      await source.destroy();
      await fresh.drop();
    },
  };
}
