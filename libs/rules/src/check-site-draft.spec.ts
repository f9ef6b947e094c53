import { rulePackIds, type SiteDraft } from '@beian/contracts';
import { checkSiteDraft, type SiteContext } from './check-site-draft';
import { aContext, code } from './printed-tables.fixture';

const aSite = (given: Partial<SiteDraft> = {}): SiteDraft => ({
  name: '杭州测试公司',
  domains: ['example.cn'],
  homePage: 'https://www.example.cn/',
  serviceContents: [128],
  languages: [1],
  preapprovals: [],
  administrator: 'subject-administrator',
  serviceCode: 'a6f2c0de-0000-4000-8000-000000000001',
  ...given,
});
const onSite = (site: SiteDraft, given: Partial<SiteContext> = {}) =>
  checkSiteDraft(site, { ...aContext(given.pack ?? '2018-06'), siteId: 's', ...given }).map(
    (one) => `${one.code} ${one.severity} ${one.pointer}`,
  );

describe('a website of a draft', () => {
  it('without fault has no findings, in any pack', () => {
    for (const pack of rulePackIds) expect([pack, onSite(aSite(), { pack })]).toEqual([pack, []]);
  });

  it('that is empty is told everything that is missing', () => {
    expect(onSite({})).toEqual(
      [
        'name',
        'domains',
        'homePage',
        'serviceContents',
        'languages',
        'preapprovals',
        'administrator',
        'serviceCode',
      ].map((field) => `field-missing error /sites/s/${field}`),
    );
  });

  it('may have many domains until 2019-04-21, one from the day after (D13, B-4 also: many)', () => {
    const two = aSite({ domains: ['example.cn', 'example.com'] });
    expect(onSite(two)).toEqual([]);
    expect(onSite(two, { pack: '2018-09', asOf: '2019-04-21' })).toEqual([]);
    expect(onSite(two, { pack: '2019-04' })).toEqual(['too-many-domains-on-site error /sites/s/domains']);
    expect(onSite(two, { province: code('Chongqing') })).toEqual(['too-many-domains-on-site error /sites/s/domains']);
  });

  it.each([
    ['a sub-domain', { domains: ['www.example.cn'] }, {}, 'domain-is-sub-domain error /sites/s/domains/0'],
    ['an address', { domains: ['203.0.113.7'] }, {}, 'domain-is-ip error /sites/s/domains/0'],
    ['no domain', { domains: ['example'] }, {}, 'domain-malformed error /sites/s/domains/0'],
    ['a URL', { domains: ['http://example.cn'] }, {}, 'domain-malformed error /sites/s/domains/0'],
    ['a domain twice', { domains: ['example.cn', 'Example.cn'] }, {}, 'domain-repeated error /sites/s/domains/1'],
    [
      'a domain of another site',
      {},
      { otherSites: [{ domains: ['example.cn'] }] },
      'domain-repeated error /sites/s/domains/0',
    ],
    [
      'the name of another site',
      {},
      { otherSites: [{ name: '杭州测试公司' }] },
      'site-name-repeated warning /sites/s/name',
    ],
    ['a home page elsewhere', { homePage: 'https://example.org/' }, {}, 'home-page-elsewhere error /sites/s/homePage'],
    ['an unknown content', { serviceContents: [3] }, {}, 'service-content-unknown error /sites/s/serviceContents'],
    [
      'a pre-approval that does not exist',
      { preapprovals: [{ kind: 'games', number: '1' }] },
      {},
      'preapproval-unknown error /sites/s/preapprovals/0/kind',
    ],
    [
      'a pre-approval without number',
      { preapprovals: [{ kind: 'news', number: '' }] },
      {},
      'preapproval-number-missing error /sites/s/preapprovals/0/number',
    ],
    [
      'an abolished pre-approval',
      { preapprovals: [{ kind: 'healthcare', number: '' }] },
      {},
      'preapproval-abolished warning /sites/s/preapprovals/0/kind',
    ],
    ['a code of no shape', { serviceCode: '123' }, {}, 'service-code-malformed error /sites/s/serviceCode'],
    [
      'the code of another site',
      {},
      { otherSites: [{ serviceCode: 'A6F2C0DE-0000-4000-8000-000000000001' }] },
      'service-code-repeated error /sites/s/serviceCode',
    ],
  ] as const)('with %s', (_, site, given, expected) => {
    const codes = onSite(aSite(site as Partial<SiteDraft>), given as Partial<SiteContext>);
    // A home page cannot lie under a domain that is none.
    expect(codes.filter((one) => one === expected || !one.startsWith('home-page-elsewhere'))).toEqual([expected]);
  });

  it('of an individual is a blog or other, in Chongqing a blog', () => {
    const personal = (contents: number[], province: string) =>
      onSite(aSite({ name: '山间的猫', serviceContents: contents, remark: '记录生活' }), {
        nature: 'individual',
        province: code(province),
      });
    expect(personal([32], 'Hainan')).toEqual([]);
    expect(personal([8388608], 'Hainan')).toEqual([]);
    expect(personal([256], 'Hainan')).toEqual(['service-content-of-individual error /sites/s/serviceContents']);
    expect(personal([8388608], 'Chongqing')).toEqual(['service-content-of-individual error /sites/s/serviceContents']);
  });

  it('of an individual has no pre-approvals', () => {
    expect(
      onSite(aSite({ name: '山间的猫', serviceContents: [32], preapprovals: [{ kind: 'news', number: '1' }] }), {
        nature: 'individual',
        province: code('Hainan'),
      }),
    ).toEqual(['preapproval-of-individual error /sites/s/preapprovals']);
  });

  it('needs no service code for a cancellation', () => {
    const { serviceCode: _, ...rest } = aSite();
    expect(onSite(rest, { filingType: 'CANCEL_SITE' })).toEqual([]);
  });
});
