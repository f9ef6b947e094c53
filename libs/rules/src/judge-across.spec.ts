import type { FilingFacts } from '@beian/contracts';
import { judgeAcross, type AcrossContext } from './judge-across';
import { aContext, code } from './printed-tables.fixture';

function facts(
  given: {
    readonly deputy?: boolean;
    readonly separate?: boolean;
    readonly domains?: number;
    readonly sites?: number;
    readonly papers?: readonly string[];
  } = {},
): FilingFacts {
  const {
    deputy = false,
    separate = false,
    domains = 1,
    sites = 1,
    papers = [
      'subject-certificate',
      'subject-administrator-id-front',
      'subject-administrator-id-back',
      'authenticity-statement',
    ],
  } = given;
  const all = [
    ...papers,
    ...(separate
      ? ['site-administrator-id-front:site-administrator-1', 'site-administrator-id-back:site-administrator-1']
      : []),
  ];
  return {
    subject: {
      revision: 1,
      sha256: '',
      province: '33',
      nature: 'enterprise',
      filingType: 'FIRST',
      certificateType: 'business-licence',
      holderMark: 'h',
      personHolderMarks: [],
      lastChange: '',
      administrators: [
        {
          key: 'subject-administrator',
          phoneMark: 'p1',
          certificateMark: 'c1',
          legalRepresentative: !deputy,
          fromProvince: true,
        },
        {
          key: 'site-administrator-1',
          phoneMark: 'p2',
          certificateMark: 'c2',
          legalRepresentative: false,
          fromProvince: true,
        },
      ],
    },
    website: {
      revision: 1,
      sha256: '',
      lastChange: '',
      sites: Array.from({ length: sites }, (_, i) => ({
        siteId: `s${i + 1}`,
        domains,
        administrator: separate ? 'site-administrator-1' : 'subject-administrator',
        preapprovals: [],
        holders: Array.from({ length: domains }, () => 'subject' as const),
      })),
    },
    documents: { revision: 1, sha256: '', lastChange: '', slots: all.map((slot) => ({ slot, versionIds: ['v'] })) },
  };
}
type AcrossGiven = Partial<Omit<AcrossContext, 'province'>> & { readonly province?: string };
const across = ({ subject, website, documents }: FilingFacts, { province = 'Zhejiang', ...given }: AcrossGiven = {}) =>
  judgeAcross(subject, website, documents, {
    ...aContext(given.pack ?? '2018-06'),
    ...given,
    province: code(province),
  }).map((one) => `${one.code} ${one.pointer}`);

describe('what crosses the parts', () => {
  it('is fine for a whole filing', () => {
    expect(across(facts())).toEqual([]);
    expect(across(facts({ separate: true }))).toEqual([]);
  });

  it('names each missing paper by its slot', () => {
    expect(across(facts({ papers: ['subject-certificate'] }))).toEqual(
      ['subject-administrator-id-front', 'subject-administrator-id-back', 'authenticity-statement'].map(
        (slot) => `DOC_INCOMPLETE /documents/${slot}`,
      ),
    );
  });

  it('does not ask for the photo before the review, but for the face check before the submission', () => {
    expect(across(facts(), { pack: '2019-07', province: 'Yunnan' })).toEqual([
      'DOC_INCOMPLETE /documents/site-administrator-photo:subject-administrator',
    ]);
  });

  it('names papers that end too soon', () => {
    const { documents, ...rest } = facts();
    const ended = {
      ...documents,
      slots: documents.slots.map((slot) =>
        slot.slot === 'subject-certificate' ? { ...slot, validUntil: '2018-06-08' } : slot,
      ),
    };
    expect(across({ ...rest, documents: ended })).toEqual(['document-expired /documents/subject-certificate']);
  });

  // C17
  it('wants two people in Tianjin, and one in Jiangsu unless the chief is the legal representative', () => {
    expect(across(facts(), { province: 'Tianjin' })).toEqual(['site-admin-is-subject-admin /sites/s1/administrator']);
    expect(across(facts({ separate: true }), { province: 'Tianjin' })).toEqual([]);
    expect(across(facts({ deputy: true, separate: true, papers: [] }), { province: 'Jiangsu' })).toContain(
      'site-admin-not-subject-admin /sites/s1/administrator',
    );
    expect(across(facts({ separate: true, papers: [] }), { province: 'Jiangsu' }).join()).not.toContain('site-admin');
  });

  it('knows one person under two names by the certificate (B-1.9)', () => {
    const twin = facts({ separate: true });
    const administrators = twin.subject.administrators.map((one) => ({ ...one, certificateMark: 'c1' }));
    expect(across({ ...twin, subject: { ...twin.subject, administrators } }, { province: 'Tianjin' })).toEqual([
      'site-admin-is-subject-admin /sites/s1/administrator',
    ]);
  });

  it('names a domain held by somebody else', () => {
    const { website, ...rest } = facts();
    const sites = website.sites.map((site) => ({ ...site, holders: ['other' as const] }));
    expect(across({ ...rest, website: { ...website, sites } })).toEqual(['DOMAIN_OWNER /sites/s1/domains/0']);
  });

  it('names an administrator without data', () => {
    const { subject, ...rest } = facts({ separate: true });
    expect(across({ ...rest, subject: { ...subject, administrators: subject.administrators.slice(0, 1) } })).toContain(
      'administrator-unknown /sites/s1/administrator',
    );
  });

  it('counts websites and domains by the caps of the province (B-4 also: many)', () => {
    expect(across(facts({ sites: 9 }))).toEqual([]);
    expect(across(facts({ sites: 0 }))).toEqual(['no-site /sites']);
    const caps = (province: string, sites: number, pack: AcrossContext['pack'], domains = 1) =>
      across(facts({ sites, domains }), { province, pack }).filter((one) => one.startsWith('too-many'));
    expect(caps('Hubei', 2, '2019-04')).toEqual(['too-many-sites /sites', 'too-many-domains-in-order /sites']);
    expect(caps('Shaanxi', 5, '2019-07')).toEqual([]);
    expect(caps('Shaanxi', 6, '2019-07')).toEqual(['too-many-sites /sites']);
    expect(caps('Henan', 6, '2019-07')).toEqual(['too-many-sites /sites']);
    expect(caps('Shanxi', 1, '2026', 4)).toEqual(['too-many-domains-in-order /sites']);
    expect(across(facts(), { province: 'Shaanxi', pack: '2026', filedSites: 30 })).toContain(
      'too-many-sites-of-subject /sites',
    );
  });

  it('names a filing type that the pack does not offer', () => {
    expect(across(facts(), { filingType: 'MIGRATE' })).toContain('type-not-offered /subject');
    expect(across(facts(), { filingType: 'MIGRATE', pack: '2026' })).not.toContain('type-not-offered /subject');
  });
});
