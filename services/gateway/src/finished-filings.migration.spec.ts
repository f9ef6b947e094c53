import type { FilingSnapshot, Stage } from '@beian/contracts';
import { Database, newId, openDatabase, runMigrations } from '@beian/platform';
import { freshDatabase, type FreshDatabase } from '@beian/testing';
import { FilingStore } from './filings/filings.store';
import { migrations } from './gateway.migrations';
import { snapshotOf } from './gateway.spec-helper';

const hour = (n: number): string => new Date(Date.parse('2018-06-01T01:00:00.000Z') + n * 3_600_000).toISOString();
type Line = readonly (readonly [stage: Stage, hours: number])[];

/** Lives as the projection of an older release has them: granted at once, after a return, under way, given up. */
const lives: readonly Line[] = [
  [['draft', 0], ['provider-review', 2], ['authority-review', 30], ['granted', 200]],
  [['draft', 0], ['provider-review', 1], ['authority-review', 20], ['returned', 90], ['provider-review', 100], ['authority-review', 140], ['granted', 400]],
  [['draft', 0], ['provider-review', 5], ['granted', 50]],
  [['draft', 0], ['provider-review', 3], ['authority-review', 33]],
  [['draft', 0], ['abandoned', 7]],
]; // prettier-ignore

describe('the migration that fills in how long finished filings took (11)', () => {
  const databases: { readonly database: Database; readonly close: () => Promise<void> }[] = [];
  afterAll(() => Promise.all(databases.map(({ close }) => close())), 30_000);

  async function migrated(url: string, count: number): Promise<Database> {
    await runMigrations({ url, schema: 'gateway', migrations: migrations.slice(0, count) });
    const source = openDatabase({ url, schema: 'gateway', applicationName: 'gateway-spec', poolSize: 2 });
    await source.initialize();
    const database = new Database(source);
    databases.push({ database, close: () => source.destroy() });
    return database;
  }
  const finishedIn = (database: Database) =>
    database.query('SELECT * FROM finished_filing ORDER BY filing_id') as Promise<readonly object[]>;

  it('says of older filings what the projection says of the same ones told today', async () => {
    const [older, newer]: readonly FreshDatabase[] = [await freshDatabase('gateway'), await freshDatabase('gateway')];
    if (older === undefined || newer === undefined) throw new Error('two databases');
    const before = await migrated(older.url, migrations.length - 1);
    const today = await migrated(newer.url, migrations.length);
    const store = new FilingStore(today);
    for (const line of lives) {
      const first = snapshotOf(newId(), { filingId: newId() });
      for (const [i, [stage, hours]] of line.entries()) {
        const snapshot: FilingSnapshot = { ...first, version: 1 + i, stage, since: hour(hours), at: hour(hours) };
        await before.execute('INSERT INTO filing_snapshot (filing_id, version, snapshot) VALUES ($1, $2, $3)', [
          snapshot.filingId,
          snapshot.version,
          JSON.stringify(snapshot),
        ]);
        await today.transaction((tx) => store.fold(tx, snapshot));
      }
    }
    await runMigrations({ url: older.url, schema: 'gateway', migrations });
    const filled = await finishedIn(before);
    expect(filled).toHaveLength(3);
    expect(filled).toEqual(await finishedIn(today));
    await Promise.all(databases.splice(0).map(({ close }) => close()));
    await Promise.all([older.drop(), newer.drop()]);
  }, 60_000);
});
