import { newId } from '@beian/platform';
import { Bench } from '../verification.spec-helper';
import { checkFilingType } from './check-filing-type';
import { checkNationalRegister } from './check-national-register';

type Form = Parameters<typeof checkFilingType>[1];

describe('Verify Filing Type', () => {
  const bench = new Bench();
  beforeAll(() => bench.open());
  afterAll(() => bench.close());
  beforeEach(() => {
    bench.world.national = { domainFiled: 'no', subjectFiled: false, sitesLeft: 0 };
    bench.world.received.length = 0;
  });

  const form = (changes: Partial<Form> = {}): Form => ({
    accountId: newId(),
    province: '12',
    nature: 'enterprise',
    certificateType: 'business-licence',
    certificateNumber: '91120104MA0000015X',
    domain: 'lin-tea.cn',
    subjectHeld: 'no',
    certificateRunning: false,
    domainRunning: false,
    hostedHere: false,
    ...changes,
  });
  const check = (changes: Partial<Form> = {}) => checkFilingType(bench.deps, form(changes));
  const ministry = (domainFiled: string, subjectFiled: boolean, sitesLeft = 1) => {
    bench.world.national = { domainFiled, subjectFiled, sitesLeft };
  };

  it.each([
    { row: 'T06', filed: ['no', false], held: 'no', filingType: 'FIRST' },
    { row: 'T07', filed: ['no', true], held: 'no', filingType: 'ADD_SITE_OTHER' },
    { row: 'T08', filed: ['no', true], held: 'same-account', filingType: 'ADD_SITE_HERE' },
    { row: 'T09', filed: ['same-subject', true], held: 'no', filingType: 'ACCESS_NEW' },
    { row: 'T10', filed: ['same-subject', true], held: 'same-account', filingType: 'ACCESS_CONT' },
  ] as const)(
    '$row answers $filingType from the ministry and our own records',
    async ({ row, filed, held, filingType }) => {
      ministry(filed[0], filed[1]);
      const decision = await check({ subjectHeld: held });
      expect(decision).toMatchObject({ row, filingType, pack: '2018-06', asOf: '2018-06-15' });
      expect(decision.stop).toBeUndefined();
    },
  );

  it.each([
    { row: 'T04', filed: ['same-subject', false], code: 'WRONG_TYPE' },
    { row: 'T05', filed: ['other-subject', true], code: 'domain-of-other-subject' },
  ] as const)('$row stops with $code and says what a person can do', async ({ row, filed, code }) => {
    ministry(filed[0], filed[1]);
    const { stop, ...decision } = await check();
    expect(decision).toMatchObject({ row });
    expect(decision.filingType).toBeUndefined();
    expect(stop).toMatchObject({ code, remedyZh: expect.any(String), remedyEn: expect.any(String) });
  });

  it.each([
    { row: 'T11', domain: 'www.lin-tea.cn' },
    { row: 'T12', domain: '192.0.2.7' },
  ])('$row refuses $domain', async ({ row, domain }) => {
    expect((await check({ domain })).row).toBe(row);
  });

  it('tells one and the same of a foreign account, a running order, and another (A17)', async () => {
    ministry('no', true);
    const foreign: readonly Partial<Form>[] = [
      { subjectHeld: 'other-account' },
      { domainRunning: true },
      { certificateRunning: true },
      { subjectHeld: 'other-account', domainRunning: true, certificateRunning: true },
    ];
    const told = await Promise.all(foreign.map((changes) => check(changes)));
    const neutral = told.map(({ checkId: _id, ...decision }) => decision);
    expect(new Set(neutral.map((decision) => JSON.stringify(decision))).size).toBe(1);
    expect(neutral[0]?.stop?.code).toBe('not-possible-here');
    expect(bench.world.received).toHaveLength(foreign.length); // asked in every case: time tells nothing either
    ministry('no', false);
    const { checkId: _other, ...inconsistent } = await check({ subjectHeld: 'other-account' });
    expect(inconsistent).toEqual(neutral[0]);
  });

  it('keeps the check for the account that asked, and the certificate number sealed', async () => {
    const asked = form();
    const decision = await checkFilingType(bench.deps, asked);
    expect(await bench.deps.checks.get(decision.checkId, asked.accountId)).toMatchObject({
      ...decision,
      form: { domain: asked.domain },
    });
    expect(await bench.deps.checks.get(decision.checkId, newId())).toBeUndefined();
    const rows = await bench.rows<{ row: string }>('SELECT t::text AS row FROM type_check t WHERE id = $1', [
      decision.checkId,
    ]);
    expect(rows[0]?.row).not.toContain(asked.certificateNumber);
  });

  describe('asked again for a draft whose type is fixed', () => {
    const asked = { filingType: 'FIRST', province: '12', certificateType: 'business-licence', certificateNumber: '91120104MA0000015X', domain: 'lin-tea.cn', pack: '2018-06', asOf: '2018-06-15' } as const; // prettier-ignore
    const again = (changes: Partial<Parameters<typeof checkNationalRegister>[2]> = {}) =>
      checkNationalRegister(bench.deps, newId(), { ...asked, ...changes });

    it('finds nothing while the record fits, wherever the subject is held', async () => {
      expect(await again()).toEqual([]);
      ministry('no', true);
      expect(await again({ filingType: 'ADD_SITE_HERE' })).toEqual([]);
      expect(await again({ filingType: 'ADD_SITE_OTHER' })).toEqual([]);
      expect(await again({ filingType: 'CHANGE_SUBJECT' })).toEqual([]);
    });

    it.each([
      { filed: ['no', true], code: 'WRONG_TYPE' },
      { filed: ['other-subject', true], code: 'domain-of-other-subject' },
    ] as const)('finds $code where it does not', async ({ filed, code }) => {
      ministry(filed[0], filed[1]);
      expect(await again()).toMatchObject([
        { code, severity: 'error', stage: 'authority-review', remedyZh: expect.any(String) },
      ]);
    });

    it('gives no verdict while the ministry does not answer', async () => {
      bench.world.script('/authority/national-register/queries', { status: 503, headers: { 'retry-after': '60' } });
      await expect(again()).rejects.toMatchObject({ code: 'temporarily-unavailable' });
    });
  });

  it('says that it cannot be known now while the ministry does not answer', async () => {
    bench.world.script('/authority/national-register/queries', { status: 503, headers: { 'retry-after': '60' } });
    await expect(check()).rejects.toMatchObject({ code: 'temporarily-unavailable' });
  });
});
