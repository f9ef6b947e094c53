import type { InstanceRecord } from '@beian/contracts';
import { newId, ProblemError } from '@beian/platform';
import { emptyDatabase, type EmptyDatabase } from '@beian/testing';
import { applyServiceCode } from './apply-service-code';
import { anInstance, OutsideParties, websiteDeps } from './website.fixture';
import { migrations } from './website-tables.migration';

let own: EmptyDatabase;
let outside: OutsideParties;
let deps: ReturnType<typeof websiteDeps>;

beforeAll(async () => {
  own = await emptyDatabase('website', migrations);
  outside = new OutsideParties();
  const dossiers = { put: () => Promise.reject(new Error('no dossier here')), remove: () => Promise.resolve() };
  deps = websiteDeps({ database: own.database, dossiers, outside: await outside.listen() });
});

beforeEach(() => outside.closed.clear());

afterAll(async () => {
  await outside.close();
  await own.drop();
});

function aServer(more: Partial<InstanceRecord> = {}): { accountId: string; instanceId: string } {
  const accountId = newId();
  const instanceId = `i-${newId().toLowerCase()}`;
  outside.instances.set(instanceId, anInstance(instanceId, { accountId, ...more }));
  return { accountId, instanceId };
}

const faultsOf = (error: unknown) =>
  error instanceof ProblemError ? (error.details.entries ?? []).map(({ code }) => code) : error;

describe('applying for a service code (rules.md 2.1, D2, D10)', () => {
  it('gives a code that looks like a UUID, bound to the server, and lists it', async () => {
    const server = aServer();
    const code = await applyServiceCode(deps, server);
    expect(code.code).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(code).toMatchObject({ state: 'bound', instanceId: server.instanceId });
    expect((await deps.codes.list(own.database, server.accountId)).items.map(({ id }) => id)).toEqual([code.id]);
  });

  it.each<[string, Partial<InstanceRecord>]>([
    ['instance-region', { mainland: false, region: 'ap-singapore' }],
    ['instance-billing', { billing: 'pay-as-you-go' }],
    ['instance-bought-too-short', { boughtMonths: 2 }],
    ['instance-expired', { state: 'expired' }],
    ['instance-no-ip', { publicIp: '' }],
    ['instance-of-another', { accountId: newId() }],
  ])('names the condition that fails: %s (B-5 servers and service codes)', async (code, more) => {
    const refused: unknown = await applyServiceCode(deps, aServer(more)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'instance-unfit' });
    expect(faultsOf(refused)).toEqual([code]);
  });

  it('names all of them at once, and a server that nobody knows', async () => {
    const hopeless = aServer({
      mainland: false,
      billing: 'pay-as-you-go',
      boughtMonths: 1,
      state: 'expired',
      publicIp: '',
    });
    const refused: unknown = await applyServiceCode(deps, hopeless).catch((error: unknown) => error);
    expect(faultsOf(refused)).toHaveLength(5);
    const unknown: unknown = await applyServiceCode(deps, { ...hopeless, instanceId: 'i-nobody' }).catch(
      (error: unknown) => error,
    );
    expect(faultsOf(unknown)).toEqual(['instance-unknown']);
  });

  it('says that it cannot be done now while the cloud is away', async () => {
    const server = aServer();
    outside.closed.add('cloud');
    await expect(applyServiceCode(deps, server)).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  });

  it('gives five codes per server, also to fifty who ask at once (T28, I-29)', async () => {
    const server = aServer();
    const answers = await Promise.allSettled(Array.from({ length: 50 }, () => applyServiceCode(deps, server)));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    const refused = answers.flatMap((one) => (one.status === 'rejected' ? [(one.reason as ProblemError).code] : []));
    expect(new Set(refused)).toEqual(new Set(['quota-used-up']));
  });

  it('counts elastic web hosting per account, not per server', async () => {
    const accountId = newId();
    const more = { accountId, type: 'elastic-web-hosting', boughtMonths: 12 };
    for (let n = 0; n < 5; n++) await applyServiceCode(deps, { ...aServer(more), accountId });
    await expect(applyServiceCode(deps, { ...aServer(more), accountId })).rejects.toMatchObject({
      code: 'quota-used-up',
    });
  });

  it('lists fifty at a time, newest first, own and granted ones alone (A1)', async () => {
    const accountId = newId();
    const ids: string[] = [];
    for (let n = 0; n < 11; n++) {
      const server = aServer({ accountId });
      for (let m = 0; m < 5; m++) ids.push((await applyServiceCode(deps, { ...server, accountId })).id);
    }
    const first = await deps.codes.list(own.database, accountId);
    const second = await deps.codes.list(own.database, accountId, first.next);
    expect([first.items.length, second.items.length, second.next]).toEqual([50, 5, undefined]);
    expect(new Set([...first.items, ...second.items].map(({ id }) => id))).toEqual(new Set(ids));
    expect((await deps.codes.list(own.database, newId())).items).toEqual([]);
  }, 60_000);
});
