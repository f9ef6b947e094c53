import { isOpen, stages } from '@beian/contracts';
import { Database, openDatabase, runMigrations } from '@beian/platform';
import { freshDatabase } from '@beian/testing';
import { migrations } from '../verification.migrations';
import { WordsRetention1764020000000 } from './retention.migration';

it('filings that ended before the release count from when that was recorded; open ones do not count (18)', async () => {
  const fresh = await freshDatabase('verification');
  const upTo = migrations.slice(0, migrations.indexOf(WordsRetention1764020000000));
  await runMigrations({ url: fresh.url, schema: 'verification', migrations: upTo });
  const source = openDatabase({ url: fresh.url, schema: 'verification', applicationName: 'spec', poolSize: 2 });
  await source.initialize();
  const database = new Database(source);
  const recordedAt = new Date('2018-06-15T02:00:00.000Z');
  for (const stage of stages) {
    await database.execute(
      `INSERT INTO filing (filing_id, owner, version, stage, submission, snapshot, recorded_at) VALUES ($1, 'owner', 1, $1, 1, '{}', $2)`,
      [stage, recordedAt],
    );
  }
  await runMigrations({ url: fresh.url, schema: 'verification', migrations });
  const rows = await database.query<{ stage: string; ended_at: Date | null }>('SELECT stage, ended_at FROM filing');
  const ended = Object.fromEntries(rows.map(({ stage, ended_at: endedAt }) => [stage, endedAt]));
  expect(ended).toEqual(Object.fromEntries(stages.map((stage) => [stage, isOpen(stage) ? null : recordedAt])));
  await source.destroy();
  await fresh.drop();
}, 60_000);
