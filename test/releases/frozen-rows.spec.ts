import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  adminUrlOf,
  migrateInOwnProcess,
  type MigrationJob,
  ourProcesses,
  prepareDatabase,
  type RunningServers,
  startServers,
  withAdmin,
} from '@beian/infra';
import { dumpDatabase, dumpStructure } from './dump-database';
import { installationFolder, readInstallation } from './frozen-installation';
import { owners } from './installation-stack';

const frozen = readInstallation(installationFolder('release-0'));
const allOf = (names: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(names).map(([owner, list]) => [owner, expect.arrayContaining([...list])]));

jest.setTimeout(180_000);

describe('the rows of release 0 under the migrations that stand here (features 54)', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'beian-rows-'));
  let servers: RunningServers;
  let adminUrl: string;
  beforeAll(async () => {
    servers = await startServers({ dataDir, parts: ['postgres'], ports: 'any' });
    adminUrl = servers.addresses.postgres?.adminUrl ?? '';
    await prepareDatabase(adminUrl, owners);
  }, 300_000);
  afterAll(async () => {
    await servers?.close();
    rmSync(dataDir, { recursive: true, force: true });
  }, 60_000);

  let databases = 0;
  /** A database of its own on the same server, with the frozen rows or empty. */
  async function newDatabase(content: 'frozen' | 'empty'): Promise<string> {
    databases += 1;
    await withAdmin(adminUrl, (client) => client.query(`CREATE DATABASE upgrade_${databases}`));
    const url = adminUrlOf(adminUrl, `upgrade_${databases}`);
    if (content === 'frozen') await withAdmin(url, (client) => client.query(frozen.database.toString('utf8')));
    return url;
  }
  const jobs = (url: string): readonly MigrationJob[] =>
    ourProcesses.filter(({ database }) => database).map((one) => ({ name: one.name, package: one.package, url }));
  const structureOf = (url: string) => withAdmin(url, (client) => dumpStructure(client, owners));

  /** A next release of the gateway: its migrations and one more, in a package of its own. */
  function plant(statement: string): string {
    const folder = mkdtempSync(join(dataDir, 'planted-'));
    const gateway = JSON.stringify(require.resolve('@beian/gateway'));
    const planted = `{
      name = 'Planted9999999999999';
      up(runner) { return runner.query(${JSON.stringify(statement)}); }
      down() { return Promise.resolve(); }
    }`;
    const text = `exports.migrations = [...require(${gateway}).migrations, class Planted9999999999999 ${planted}];`;
    writeFileSync(join(folder, 'index.js'), text);
    return folder;
  }
  const upgradeTo = async (folder: string, url: string) =>
    migrateInOwnProcess(jobs(url).map((job) => (job.name === 'gateway' ? { ...job, package: folder } : job)));

  it('come back as they were dumped', async () => {
    const url = await newDatabase('frozen');
    const again = await withAdmin(url, (client) => dumpDatabase(client, owners));
    expect(again === frozen.database.toString('utf8')).toBe(true);
  });

  it('have the structure of a new installation once the migrations since then have run', async () => {
    const [upgraded, installed] = [await newDatabase('frozen'), await newDatabase('empty')];
    for (const url of [upgraded, installed]) {
      const applied = await migrateInOwnProcess(jobs(url));
      expect(applied).toMatchObject(allOf(frozen.migrations));
    }
    expect(await structureOf(upgraded)).toBe(await structureOf(installed));
  });

  it('bear a migration that adds a column', async () => {
    const url = await newDatabase('frozen');
    const applied = await upgradeTo(plant(`ALTER TABLE filing ADD COLUMN planted text NOT NULL DEFAULT 'old'`), url);
    expect(applied['gateway']?.at(-1)).toBe('Planted9999999999999');
    const rows = await withAdmin(url, (client) => client.query('SELECT planted FROM gateway.filing'));
    expect(rows.rows).toEqual(frozen.filings.map(() => ({ planted: 'old' })));
  });

  it('refuse one that only empty tables bear', async () => {
    const folder = plant('ALTER TABLE filing ADD COLUMN planted text NOT NULL');
    await expect(upgradeTo(folder, await newDatabase('frozen'))).rejects.toThrow('contains null values');
    await upgradeTo(folder, await newDatabase('empty'));
  });
});
