import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

/** Addresses of the real servers that specs use. `npm test` starts them; `npm run servers` does for single projects. */
export interface TestStack {
  readonly temporal: { readonly address: string; readonly namespace: string; readonly ui: string };
  readonly postgres: { readonly adminUrl: string };
  readonly kafka: { readonly brokers: readonly string[] };
  readonly s3: {
    readonly endpoint: string;
    readonly console: string;
    readonly accessKey: string;
    readonly secretKey: string;
    readonly region: string;
  };
}

/** Reads the file named by BEIAN_TEST_STACK, else the one `npm run servers` writes. Throws with the remedy if none runs. */
export function testStack(env: NodeJS.ProcessEnv = process.env): TestStack {
  const cache = env['XDG_CACHE_HOME'] || join(env['HOME'] || homedir(), '.cache');
  const file = env['BEIAN_TEST_STACK'] || join(cache, 'beian', 'test-stack.json');
  if (!existsSync(file)) {
    throw new Error(`This spec needs real servers: run \`npm run servers\` beside it (there is no ${file}).`);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as TestStack;
}

/** An empty database of its own for one spec. `url` belongs to the superuser; `drop` throws away what is in it. */
export interface FreshDatabase {
  readonly name: string;
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes an empty database whose name begins with `label`. */
export async function freshDatabase(label: string): Promise<FreshDatabase> {
  const { adminUrl } = testStack().postgres;
  const name = `${label.replaceAll(/[^a-z0-9]/g, '_')}_${randomBytes(5).toString('hex')}`;
  await asAdmin(adminUrl, `create database "${name}"`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { name, url: url.href, drop: () => asAdmin(adminUrl, `drop database if exists "${name}" with (force)`) };
}

async function asAdmin(adminUrl: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
