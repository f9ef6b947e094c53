import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  adminUrlOf,
  migrateInOwnProcess,
  ourProcesses,
  prepareDatabase,
  type RunningServers,
  startServers,
  withAdmin,
} from '@beian/infra';
import { dumpDatabase, dumpStructure } from './dump-database';

const services = ourProcesses.filter(({ database }) => database);
const schemas = services.map(({ name }) => name);

jest.setTimeout(180_000);

describe('a database written down as SQL', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-dump-'));
  let servers: RunningServers;
  let original: string;
  const url = (database: string) => adminUrlOf(servers.addresses.postgres?.adminUrl ?? '', database);
  const run = (database: string, sql: string) => withAdmin(url(database), (client) => client.query(sql));
  const dump = (database: string) => withAdmin(url(database), (client) => dumpDatabase(client, schemas));
  const structure = (database: string) => withAdmin(url(database), (client) => dumpStructure(client, schemas));

  beforeAll(async () => {
    servers = await startServers({ dataDir, parts: ['postgres'], ports: 'any' });
    await prepareDatabase(servers.addresses.postgres?.adminUrl ?? '', schemas);
    for (const name of ['original', 'copy', 'grown', 'other']) await run('postgres', `CREATE DATABASE ${name}`);
    await migrateInOwnProcess(services.map((one) => ({ name: one.name, package: one.package, url: url('original') })));
    // Every kind of column there is: keys by the database, bytes, JSON, instants of a microsecond, what is derived, quotes.
    await run(
      'original',
      `INSERT INTO gateway.outbox (event_id, type, schema_version, filing_id, at, data)
         SELECT 'e' || n, 'it''s', 1, 'f', now() + n * interval '1 microsecond', jsonb_build_object('n', 12345678901234567890 + n)
           FROM generate_series(1, 3) n;
       INSERT INTO gateway.audit (sequence, entry, previous, hash) VALUES (1, '{"actor":"a","action":"b","object":"试"}', '\\x00ff', '\\x01');
       INSERT INTO gateway.idempotency (account, route, key, body_hash, answer) VALUES ('a', 'r', 'k', '\\x27', '{"b" : 1.10,  "a":[]}')`,
    );
    original = await dump('original');
    for (const name of ['copy', 'grown']) await run(name, original);
  }, 300_000);
  afterAll(async () => {
    await servers?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  it('makes a database that is written down the same', async () => {
    expect(original).toContain('12345678901234567891');
    expect(await dump('copy')).toBe(original);
  });

  it('leaves nothing of the structure out: migrations find nothing to do, and counters go on', async () => {
    await migrateInOwnProcess(services.map((one) => ({ name: one.name, package: one.package, url: url('grown') })));
    expect(await structure('grown')).toBe(await structure('original'));
    const { rows } = await run(
      'grown',
      `INSERT INTO gateway.outbox (event_id, type, schema_version, filing_id, at, data) VALUES ('e4', 't', 1, 'f', now(), '{}')
       RETURNING id`,
    );
    expect(rows).toEqual([{ id: '4' }]);
    await expect(run('grown', 'DELETE FROM gateway.audit')).rejects.toThrow('append-only');
  });

  it('refuses what it cannot write', async () => {
    await run('other', 'CREATE SCHEMA gateway; CREATE VIEW gateway.seen AS SELECT 1 AS one');
    await expect(withAdmin(url('other'), (client) => dumpDatabase(client, ['gateway']))).rejects.toThrow(
      'does not know how to write gateway.seen',
    );
  });
});
