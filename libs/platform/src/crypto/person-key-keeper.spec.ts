import { randomBytes } from 'node:crypto';
import { ConfigError } from '../config/config-error';
import { createLogger } from '../process/logger';
import { Metrics } from '../process/metrics';
import { specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import { PersonKeyKeeper } from './person-key-keeper';
import { PersonVault } from './person-vault';

const [older, current, blind] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const before = new PersonVault([older], blind);
const persons = Array.from({ length: 450 }, (_, at) => `person-${String(at).padStart(4, '0')}`);

let own: SpecDatabase;

beforeAll(async () => {
  own = await specDatabase('subject');
});
afterAll(() => own.drop());
beforeEach(async () => {
  await own.database.execute('DELETE FROM person_key');
  await own.database.transaction(async (tx) => {
    for (const person of persons) await before.newPersonKey(tx, person);
  });
});

const keeperWith = (metrics: Metrics, ...masterKeys: Buffer[]) =>
  new PersonKeyKeeper({
    service: 'subject',
    database: own.database,
    vault: new PersonVault(masterKeys, blind),
    metrics,
    logger: createLogger('spec', 'silent'),
  });
/** A process of its own, with these master keys. */
const keeper = (...masterKeys: Buffer[]) => keeperWith(new Metrics('subject'), ...masterKeys);

describe('person keys after the master key was changed (F-O4)', () => {
  it('are wrapped anew, all of them, and then open without the older master key', async () => {
    const sealed = await before.seal(own.database, 'person-0449', 'x');
    const metrics = new Metrics('subject');
    const ours = keeperWith(metrics, current, older);
    await ours.onModuleInit();
    expect(await metrics.text()).toMatch(/^person_keys_under_older_master\S* 450$/m);
    await ours.keep();
    expect(await new PersonVault([current, older], blind).countKeys(own.database)).toEqual({ older: 0, lost: 0 });
    await keeper(current).onModuleInit();
    expect(await new PersonVault([current], blind).open(own.database, 'person-0449', sealed)).toBe('x');
  });

  it('refuse the start of a process that was not given the key which wraps them, and stay as they are', async () => {
    const refused = keeper(current).onModuleInit();
    await expect(refused).rejects.toThrow(ConfigError);
    await expect(refused).rejects.toThrow('MASTER_KEY lacks the key that wraps 450 person keys');
    expect(await before.countKeys(own.database)).toEqual({ older: 0, lost: 0 });
  });

  it('are wrapped once where two processes do it side by side, and a person erased meanwhile stays erased', async () => {
    await Promise.all([
      keeper(current, older).keep(),
      keeper(current, older).keep(),
      own.database.transaction((tx) => before.shred(tx, 'person-0200')),
    ]);
    await keeper(current, older).keep();
    const [row] = await own.database.query<{ keys: number }>('SELECT count(*)::int AS keys FROM person_key');
    expect(row).toEqual({ keys: 449 });
    expect(await new PersonVault([current], blind).countKeys(own.database)).toEqual({ older: 0, lost: 0 });
  });

  it('stay under the older key while processes only read under the fresh one', async () => {
    await keeper(older, current).keep();
    expect(await before.countKeys(own.database)).toEqual({ older: 0, lost: 0 });
  });
});
