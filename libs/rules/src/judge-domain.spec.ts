import { shanghaiInstant } from '@beian/calendar';
import { rulePackIds, type DomainRecord } from '@beian/contracts';
import { aContext, code } from './printed-tables.fixture';
import { domainConditions, domainsAreChecked, filedSinceChecks, judgeDomain, type DomainContext } from './judge-domain';

const at = (day: string): string => new Date(shanghaiInstant(day, '12:00')).toISOString();

function aDomain(given: Partial<DomainRecord> = {}): DomainRecord {
  return {
    domain: 'example.cn',
    registrar: { name: 'a registrar', approved: true },
    registeredAt: at('2015-01-01'),
    expiresAt: at('2030-01-01'),
    realName: { state: 'verified', verifiedAt: at('2018-01-10') },
    registrant: { name: '', certificateType: '', certificateNumber: '' },
    privacy: false,
    ...given,
  };
}

type Given = Partial<Omit<DomainContext, 'province'>> & { readonly province?: string };
function context({ province = 'Zhejiang', ...given }: Given = {}): DomainContext {
  return {
    ...aContext(given.pack ?? '2018-06'),
    pointer: '/sites/s/domains/0',
    holder: 'subject',
    ...given,
    province: code(province),
  };
}
const codes = (record: DomainRecord | undefined, given?: Given) =>
  judgeDomain(record, context(given)).findings.map((one) => `${one.code} ${one.severity}`);

describe('a domain offered for filing', () => {
  it('fits when all five conditions hold', () => {
    expect(judgeDomain(aDomain(), context())).toEqual({
      fit: true,
      findings: [],
      verdicts: { registrar: 'fit', suffix: 'fit', validity: 'fit', 'real-name': 'fit', holder: 'fit' },
    });
  });

  it('is told every fault at once, not only the first', () => {
    const hopeless = aDomain({
      domain: 'example.org',
      registrar: { name: 'far away', approved: false },
      expiresAt: at('2018-01-01'),
      realName: { state: 'none' },
    });
    const judged = judgeDomain(hopeless, context({ holder: 'other' }));
    expect(judged.fit).toBe(false);
    expect(Object.values(judged.verdicts)).toEqual(domainConditions.map(() => 'unfit'));
    expect(judged.findings.map((one) => one.code)).toEqual([
      'DOMAIN_REGISTRAR',
      'DOMAIN_TLD',
      'domain-expired',
      'domain-not-real-name',
      'DOMAIN_OWNER',
    ]);
    expect(judged.findings[1]).toMatchObject({
      offending: 'org',
      pointer: '/sites/s/domains/0',
      rule: 'domain.suffixes',
      source: expect.stringContaining('pack 2018-06') as string,
    });
  });

  it('that nobody has registered says so once', () => {
    const judged = judgeDomain(undefined, context(), 'example.cn');
    expect(judged.findings).toEqual([
      expect.objectContaining({ code: 'domain-not-registered', zh: '域名 example.cn 未注册' }),
    ]);
    expect(judged.fit).toBe(false);
  });

  // C11, decision 8
  it.each([
    ['2018-06', '2018-06-08', 'domain-expired error'],
    ['2018-06', '2018-06-09', 'DOMAIN_EXPIRY warning'],
    ['2018-06', '2018-09-09', 'DOMAIN_EXPIRY warning'], // exactly three months is too little
    ['2018-06', '2018-09-10', undefined],
    ['2018-09', '2018-12-07', 'DOMAIN_EXPIRY error'],
    ['2018-09', '2018-12-08', undefined],
  ] as const)('in %s that ends on %s: %s', (pack, day, expected) => {
    expect(codes(aDomain({ expiresAt: at(day) }), { pack })).toEqual(expected === undefined ? [] : [expected]);
  });

  it('in Shanghai warns up to 180 days', () => {
    const ends = (day: string) =>
      codes(aDomain({ expiresAt: at(day) }), { pack: '2018-09', asOf: '2018-10-01', province: 'Shanghai' });
    expect(ends('2019-03-30')).toEqual(['DOMAIN_EXPIRY warning']); // 180 days
    expect(ends('2019-03-31')).toEqual([]);
    expect(ends('2018-12-31')).toEqual(['DOMAIN_EXPIRY error']);
  });

  // C20, decision 13
  it.each([
    ['example.com', '2018-06', undefined],
    ['example.cc', '2018-06', 'DOMAIN_TLD error'],
    ['example.cc', '2019-04', undefined],
    ['example.org', '2019-04', 'DOMAIN_TLD error'],
    ['example.io', '2019-04', 'domain-suffix-unlisted warning'],
    ['xn--fsqu00a.xn--fiqs8s', '2018-06', undefined],
    ['example.com.cn', '2018-06', undefined],
  ] as const)('%s in %s: %s', (domain, pack, expected) => {
    expect(codes(aDomain({ domain }), { pack })).toEqual(expected === undefined ? [] : [expected]);
  });

  it('in Beijing is refused for the suffixes of its own list', () => {
    expect(codes(aDomain({ domain: 'example.io' }), { pack: '2019-04', province: 'Beijing' })).toEqual([
      'DOMAIN_TLD error',
    ]);
  });

  it('of a government body needs a government suffix in 2026 only', () => {
    expect(codes(aDomain(), { pack: '2026', nature: 'government' })).toEqual(['domain-government error']);
    expect(codes(aDomain({ domain: 'city.gov.cn' }), { pack: '2026', nature: 'government' })).toEqual([]);
    expect(codes(aDomain(), { pack: '2018-06', nature: 'government' })).toEqual([]);
  });

  it('of a public institution is under .cn or .公益 in 2026 only', () => {
    const of = (domain: string, pack: '2018-06' | '2026' = '2026') =>
      codes(aDomain({ domain }), { pack, nature: 'public-institution' });
    expect(of('shiyan.cn')).toEqual([]);
    expect(of('shiyan.org.cn')).toEqual([]);
    expect(of('shiyan.xn--55qw42g')).toEqual([]);
    expect(of('shiyan.com')).toEqual(['domain-institution error']);
    expect(of('shiyan.com', '2018-06')).toEqual([]);
  });

  // C12: three workdays from Friday 2018-06-01 end on Wednesday the 6th, five on Friday the 8th
  it.each([
    ['2018-06-05', 'domain-real-name-travelling error', '2018-06-06'],
    ['2018-06-06', 'domain-real-name-travelling warning', undefined],
    ['2018-06-08', 'domain-real-name-travelling warning', undefined],
    ['2018-06-09', undefined, undefined],
  ])('whose real-name data is on its way on %s: %s, from %s', (on, expected, earliestDay) => {
    const record = aDomain({ realName: { state: 'verified', verifiedAt: at('2018-06-01') } });
    const judged = judgeDomain(record, context({ on }));
    expect(judged.findings.map((one) => `${one.code} ${one.severity}`)).toEqual(
      expected === undefined ? [] : [expected],
    );
    expect(judged.earliestDay).toBe(earliestDay);
  });

  const boss = [{ key: 'subject-administrator', legalRepresentative: true }] as const;
  const clerk = [{ key: 'subject-administrator', legalRepresentative: false }] as const;
  it.each([
    ['Zhejiang', '2018-06', boss, false], // unit only
    ['Tianjin', '2018-06', boss, true], // unit or legal rep
    ['Tianjin', '2018-06', clerk, false],
    ['Zhejiang', '2019-07', clerk, true], // a manager, with proof
    ['Jiangsu', '2018-06', clerk, true], // subject or site administrator
    ['Jiangsu', '2019-07', clerk, false],
    ['Ningxia', '2026', boss, false],
  ] as const)('held by a person in %s (%s) %j: %p', (province, pack, administrators, isFit) => {
    const judged = judgeDomain(
      aDomain(),
      context({
        province,
        pack,
        administrators,
        holder: 'subject-administrator',
        on: '2018-06-09',
        ...(pack === '2019-07' ? { asOf: '2019-09-20', on: '2019-09-20' } : {}),
        ...(pack === '2026' ? { on: '2026-06-01' } : {}),
      }),
    );
    expect(judged.verdicts.holder).toBe(isFit ? 'fit' : 'unfit');
  });

  it('of an individual is held by the person', () => {
    expect(codes(aDomain(), { nature: 'individual' })).toEqual([]);
    expect(codes(aDomain(), { nature: 'individual', holder: 'other' })).toEqual(['DOMAIN_OWNER error']);
    expect(codes(aDomain(), { holder: 'unknown' })).toEqual(['domain-owner-unknown error']);
  });

  it('held under another type of certificate says so beside the holder', () => {
    const registrant = { name: 'x', certificateType: 'organisation-code', certificateNumber: 'y' };
    expect(codes(aDomain({ registrant }), { holder: 'other', certificateType: 'business-licence' })).toEqual([
      'DOMAIN_OWNER error',
      'DOMAIN_CERT_TYPE error',
    ]);
    expect(codes(aDomain({ registrant }), { holder: 'other', certificateType: 'organisation-code' })).toEqual([
      'DOMAIN_OWNER error',
    ]);
    expect(codes(aDomain({ registrant }), { certificateType: 'business-licence' })).toEqual([]);
  });

  it.each(['Tianjin', 'Shanghai', 'Sichuan'])('in %s has no privacy during the filing', (province) => {
    expect(codes(aDomain({ privacy: true }), { province })).toEqual(['domain-privacy error']);
    expect(codes(aDomain({ privacy: true }))).toEqual([]);
  });

  it('is judged in every pack', () => {
    for (const pack of rulePackIds) expect(judgeDomain(aDomain(), context({ pack })).fit).toBe(true);
  });
});

// rules.md 1.4
it('domains are checked for new and changed sites, not for cancellations and access', () => {
  const checked = (
    ['FIRST', 'ADD_SITE_OTHER', 'ADD_SITE_HERE', 'CHANGE_SUBJECT', 'ACCESS_NEW', 'ACCESS_CONT', 'CANCEL_SITE'] as const
  ).map((filingType) => domainsAreChecked({ filingType }));
  expect(checked).toEqual([true, true, true, true, false, false, false]);
});

// rules.md 1.4
it.each(rulePackIds)(
  'a change has the domains checked that were filed since 2018-01-01 in Shanghai, in pack %s',
  (pack) => {
    const isChecked = (filedAt: string) =>
      filedSinceChecks(new Date(filedAt), context({ pack, filingType: 'CHANGE_SUBJECT' }));
    expect(isChecked('2017-12-31T23:59:59.999+08:00')).toBe(false);
    expect(isChecked('2018-01-01T00:00:00.000+08:00')).toBe(true);
  },
);
