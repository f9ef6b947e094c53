import { emptyDatabase } from './servers';

describe('emptyDatabase', () => {
  it('gives platform tables without rows, and takes them away again', async () => {
    const own = await emptyDatabase('subject');
    expect(await own.database.query('SELECT count(*)::int AS n FROM outbox')).toEqual([{ n: 0 }]);
    await own.drop();
  });
});
