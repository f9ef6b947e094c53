import { specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import { DatabaseError, isUniqueViolation } from './database-error';
import { platformMigrations } from './platform-migrations';
import { runMigrations } from './run-migrations';

describe('Database', () => {
  let own: SpecDatabase;

  beforeAll(async () => {
    own = await specDatabase('subject');
    await own.database.query(
      'CREATE TABLE thing (id int PRIMARY KEY, name text, facts jsonb, tries int NOT NULL DEFAULT 0)',
    );
    await own.database.query('CREATE UNIQUE INDEX thing_name ON thing (name)');
  });
  afterAll(() => own.drop());

  it('keeps what a transaction did, or nothing of it', async () => {
    await own.database.transaction((tx) => tx.query('INSERT INTO thing (id) VALUES (1)'));
    await expect(
      own.database.transaction(async (tx) => {
        await tx.query('INSERT INTO thing (id) VALUES (2)');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await own.database.query('SELECT id FROM thing WHERE id IN (1, 2)')).toEqual([{ id: 1 }]);
  });

  it('works in the schema of the service and nowhere else', async () => {
    const [row] = await own.database.query<{ schema: string }>('SELECT current_schema() AS schema');
    expect(row?.schema).toBe('subject');
    const elsewhere = await own.database.query(
      `SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    expect(elsewhere).toEqual([]);
  });

  it('rel T27 tells a broken unique rule by its name, without the value', async () => {
    await own.database.query(`INSERT INTO thing (id, name) VALUES (10, '张伟')`);
    const error: unknown = await own.database
      .query(`INSERT INTO thing (id, name) VALUES (11, $1)`, ['张伟'])
      .catch((thrown: unknown) => thrown);
    expect(isUniqueViolation(error, 'thing_name')).toBe(true);
    expect(isUniqueViolation(error, 'another')).toBe(false);
    expect(JSON.stringify(error) + String(error) + (error as Error).stack).not.toContain('张伟');
    expect(error).toBeInstanceOf(DatabaseError);
  });

  it('rel T28 evaluates exactly five of 200 parallel guesses', async () => {
    await own.database.query('INSERT INTO thing (id) VALUES (20)');
    const guess = () => own.database.execute('UPDATE thing SET tries = tries + 1 WHERE id = 20 AND tries < 5');
    const evaluated = (await Promise.all(Array.from({ length: 200 }, guess))).filter((touched) => touched === 1);
    expect(evaluated).toHaveLength(5);
  });

  it.each([
    ['U+0000 in text (22021)', `SELECT $1::text`, 'a\u0000b'],
    ['U+0000 in jsonb (22P05)', `SELECT $1::jsonb`, '{"a":"\\u0000"}'],
  ])('rel T29 calls %s an invalid request', async (_name, sql, value) => {
    await expect(own.database.query(sql, [value])).rejects.toMatchObject({ code: 'invalid-request' });
  });

  it('F-P2 tries a deadlocked transaction again as a whole', async () => {
    await own.database.query('INSERT INTO thing (id) VALUES (30), (31)');
    const both = ['30', '31'] as const;
    let arrived = 0;
    let open: () => void = () => undefined;
    const met = new Promise<void>((resolve) => (open = resolve));
    const crosswise = (first: string, second: string) =>
      own.database.transaction(async (tx) => {
        await tx.execute('UPDATE thing SET tries = tries + 1 WHERE id = $1', [first]);
        if (++arrived === 2) open();
        await met;
        await tx.execute('UPDATE thing SET tries = tries + 1 WHERE id = $1', [second]);
      });
    await Promise.all([crosswise(both[0], both[1]), crosswise(both[1], both[0])]);
    expect(await own.database.query('SELECT tries FROM thing WHERE id IN (30, 31)')).toEqual([
      { tries: 2 },
      { tries: 2 },
    ]);
  });

  it('F-P2 tries a serialization failure again until it fits', async () => {
    await own.database.query('INSERT INTO thing (id) VALUES (40)');
    const add = () =>
      own.database.transaction(
        async (tx) => {
          const [row] = await tx.query<{ tries: number }>('SELECT tries FROM thing WHERE id = 40');
          await tx.execute('UPDATE thing SET tries = $1 WHERE id = 40', [(row?.tries ?? 0) + 1]);
        },
        { isolation: 'SERIALIZABLE' },
      );
    await Promise.all([add(), add(), add()]);
    expect(await own.database.query('SELECT tries FROM thing WHERE id = 40')).toEqual([{ tries: 3 }]);
  });

  it('stops a statement that takes too long', async () => {
    const error: unknown = await own.database
      .transaction(async (tx) => {
        await tx.query(`SET LOCAL statement_timeout = 50`);
        await tx.query('SELECT pg_sleep(5)');
      })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: '57014' });
  });

  it('migrates twice and from two jobs at once without harm', async () => {
    const again = () => runMigrations({ url: own.url, schema: 'website', migrations: platformMigrations });
    await Promise.all([again(), again()]);
    await again();
    const [counted] = await own.database.query(`SELECT count(*)::int AS n FROM website.migration`);
    expect(counted).toEqual({ n: platformMigrations.length });
  });
});
