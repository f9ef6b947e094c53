import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { Database } from './database/database';
import { openDatabase, type Migration } from './database/open-database';
import { platformMigrations } from './database/platform-migrations';
import { runMigrations } from './database/run-migrations';

/** Addresses of the real servers, as `npm run servers` writes them. Platform cannot import the testing library above it. */
export interface Servers {
  readonly temporal: { readonly address: string };
  readonly postgres: { readonly adminUrl: string };
  readonly kafka: { readonly brokers: readonly string[] };
  readonly s3: {
    readonly endpoint: string;
    readonly accessKey: string;
    readonly secretKey: string;
    readonly region: string;
  };
}

export function servers(): Servers {
  const file = process.env['BEIAN_TEST_STACK'] ?? join(homedir(), '.cache', 'beian', 'test-stack.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Servers;
}

export interface SpecDatabase {
  readonly database: Database;
  readonly url: string;
  readonly schema: string;
  drop(): Promise<void>;
}

/** A database of its own with platform's tables and `migrations`. */
export async function specDatabase(schema: string, migrations: readonly Migration[] = []): Promise<SpecDatabase> {
  const { adminUrl } = servers().postgres;
  const name = `platform_${schema}_${randomBytes(5).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  await runMigrations({ url: url.href, schema, migrations: [...platformMigrations, ...migrations] });
  const source = openDatabase({ url: url.href, schema, applicationName: 'spec', poolSize: 20 });
  await source.initialize();
  return {
    database: new Database(source),
    url: url.href,
    schema,
    drop: async () => {
      await source.destroy();
      await asAdmin(adminUrl, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

export async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
