import { shanghaiInstant } from '@beian/calendar';
import type { InstanceRecord, ServiceCode } from '@beian/contracts';
import { aContext } from './printed-tables.fixture';
import { judgeFile } from './judge-file';
import {
  judgeInstance,
  judgeServiceCode,
  serviceCodeQuota,
  type InstanceContext,
  type ServiceCodeContext,
} from './judge-server';

const at = (day: string): string => new Date(shanghaiInstant(day, '12:00')).toISOString();
const anInstance = (given: Partial<InstanceRecord> = {}): InstanceRecord => ({
  instanceId: 'i-1',
  accountId: 'cloud-1',
  type: 'ecs',
  region: 'cn-hangzhou',
  mainland: true,
  billing: 'subscription',
  boughtMonths: 12,
  expiresAt: at('2019-06-01'),
  publicIp: '203.0.113.7',
  state: 'running',
  ...given,
});
const context = (given: Partial<InstanceContext> = {}): InstanceContext => ({
  ...aContext('2018-06'),
  pointer: '/sites/s/serviceCode',
  ...given,
});
const codes = (instance: InstanceRecord | undefined, given?: Partial<InstanceContext>) =>
  judgeInstance(instance, context(given)).map((one) => `${one.code} ${one.severity}`);

describe('a server', () => {
  it.each([
    ['is fine', {}, {}, []],
    ['abroad', { mainland: false, region: 'cn-hongkong' }, {}, ['instance-region error']],
    ['paid as it goes', { billing: 'pay-as-you-go' }, {}, ['instance-billing error']],
    ['bought for two months', { boughtMonths: 2 }, {}, ['instance-bought-too-short error']],
    ['bought for three months', { boughtMonths: 3 }, {}, []],
    [
      'a managed web host bought for five months',
      { type: 'elastic-web-hosting', boughtMonths: 5 },
      {},
      ['instance-bought-too-short error'],
    ],
    ['a gateway bought for a month', { type: 'nat-gateway', boughtMonths: 1 }, {}, []],
    ['without an address', { publicIp: undefined }, {}, ['instance-no-ip error']],
    ['expired', { expiresAt: at('2018-06-08') }, {}, ['instance-expired error']],
    ['expired by its state', { state: 'expired' }, {}, ['instance-expired error']],
    ['of another account', {}, { account: 'cloud-2' }, ['instance-of-another error']],
    ['of an unknown type', { type: 'Quantum' }, {}, ['instance-type-unknown warning']],
    ['with all its codes made', {}, { codesMade: 5 }, ['instance-quota-reached error']],
    ['with one code left', {}, { codesMade: 4 }, []],
  ] as const)('%s', (_, given, about, expected) => {
    expect(codes(anInstance(given as Partial<InstanceRecord>), about)).toEqual(expected);
  });

  // decision 6
  it.each([
    ['2018-06', '2018-09-08', ['instance-left-too-short warning']],
    ['2018-06', '2018-09-09', []],
    ['2018-09', '2018-12-06', ['instance-left-too-short error']],
    ['2018-09', '2018-12-07', []],
  ] as const)('in %s that ends on %s: %p', (pack, day, expected) => {
    expect(codes(anInstance({ expiresAt: at(day) }), aContext(pack))).toEqual(expected);
  });

  it('that fails every condition has each named (B-5 servers and service codes)', () => {
    const hopeless = anInstance({
      mainland: false,
      billing: 'pay-as-you-go',
      boughtMonths: 0,
      publicIp: undefined,
      state: 'expired',
      type: 'x',
    });
    expect(codes(hopeless, { account: 'other', codesMade: 9 })).toHaveLength(8);
    expect(codes(undefined)).toEqual(['instance-unknown error']);
  });

  it('has a quota by its type', () => {
    expect(['ecs', 'ECS', 'nat-gateway', 'marketplace-site', 'anything'].map(serviceCodeQuota)).toEqual([
      5, 5, 2, 1, 5,
    ]);
  });
});

const aCode = (given: Partial<ServiceCode> = {}): ServiceCode => ({
  id: '01J',
  code: 'a6f2c0de-0000-4000-8000-000000000001',
  instanceId: 'i-1',
  state: 'bound',
  createdAt: '',
  ...given,
});
const user: ServiceCodeContext = {
  ...aContext('2018-06'),
  pointer: '/sites/s/serviceCode',
  account: 'lin',
  owner: 'lin',
};
const judged = (code: ServiceCode | undefined, given: Partial<ServiceCodeContext> = {}) =>
  judgeServiceCode(code, { ...user, ...given }).map((one) => one.code);

describe('a service code', () => {
  it.each([
    ['bound', {}, []],
    ['unbound', {}, ['service-code-unbound']],
    ['in-progress', {}, ['service-code-in-progress']],
    ['in-progress', { heldHere: true }, []],
    ['filed', {}, ['service-code-filed']],
    ['void', {}, ['service-code-void']],
  ] as const)('that is %s %j: %p', (state, given, expected) => {
    expect(judged(aCode({ state }), given)).toEqual(expected);
  });

  it('of another account must be granted', () => {
    expect(judged(aCode(), { owner: 'wang' })).toEqual(['service-code-of-another']);
    expect(judged(aCode({ grantedTo: 'zhao' }), { owner: 'wang' })).toEqual(['service-code-of-another']);
    expect(judged(aCode({ grantedTo: 'lin' }), { owner: 'wang' })).toEqual([]);
  });

  it('has the shape of five groups, and exists', () => {
    expect(judged(aCode({ code: '12345' }))).toEqual(['service-code-malformed']);
    expect(judged(undefined)).toEqual(['service-code-unknown']);
  });
});

// rules.md 15.4, boundaries
describe('a picture', () => {
  const file = (slot: string, type: string, bytes: number, pack: '2018-06' | '2026' = '2018-06') =>
    judgeFile({ slot, type, bytes }, aContext(pack)).map((one) => one.code);
  it.each([
    ['subject-certificate', 'png', 4 * 1024 * 1024 - 1, []],
    ['subject-certificate', 'png', 4 * 1024 * 1024, ['file-too-large']],
    ['domain-certificate:s:1', 'jpeg', 199 * 1024, ['file-too-small']],
    ['domain-certificate:s:1', 'jpeg', 200 * 1024, []],
    ['subject-certificate', 'webp', 1000, ['file-type']],
  ] as const)('for %s, %s of %i bytes: %p', (slot, type, bytes, expected) => {
    expect(file(slot, type, bytes)).toEqual(expected);
  });

  it('may be a gif until 2025', () => {
    expect(file('subject-certificate', 'gif', 1000)).toEqual([]);
    expect(file('subject-certificate', 'gif', 1000, '2026')).toEqual(['file-type']);
  });
});
