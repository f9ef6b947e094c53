import { developmentEnvironment } from '@beian/platform';
import { Client } from 'pg';
import { databaseName } from '../environment';

/** Runs `work` on a connection of the superuser. */
export async function withAdmin<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // told by the statement that meets it
  await client.connect();
  return work(client).finally(() => client.end());
}

/** Superuser's URL of the one database our services share. */
export function adminUrlOf(adminUrl: string, database: string = databaseName): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.href;
}

/**
 * Makes the database and a role per service, if they are missing; the password is always set anew, so that state from an
 * earlier version still opens. A role may connect and nothing more: its schema and its rights come with the migrations,
 * and nobody may put tables into `public`. All roles get the same password: the development one unless told otherwise.
 */
export async function prepareDatabase(
  adminUrl: string,
  roles: readonly string[],
  password: string = developmentEnvironment['DATABASE_PASSWORD'] ?? '',
): Promise<void> {
  await withAdmin(adminUrl, async (client) => {
    const known = await client.query('select 1 from pg_database where datname = $1', [databaseName]);
    if (known.rowCount === 0) await client.query(`create database ${databaseName}`);
    const existing = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
      roles,
    ]);
    for (const role of roles) {
      const verb = existing.rows.some((row) => row.rolname === role) ? 'alter' : 'create';
      await client.query(`${verb} role ${role} login password ${client.escapeLiteral(password)}`);
    }
    await client.query(`revoke all on database ${databaseName} from public`);
    for (const role of roles) await client.query(`grant connect on database ${databaseName} to ${role}`);
  });
  await withAdmin(adminUrlOf(adminUrl), (client) => client.query('revoke all on schema public from public'));
}
