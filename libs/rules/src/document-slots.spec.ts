import type { AdministratorFacts, RulePackId } from '@beian/contracts';
import { documentSlots, sitePlan, slotKindOf, type SlotContext } from './document-slots';
import { aContext, cell, code, table } from './printed-tables.fixture';

const chief = { key: 'subject-administrator', legalRepresentative: true, fromProvince: true } as const;
const deputy = { key: 'subject-administrator', legalRepresentative: false, fromProvince: true } as const;
const webmaster = { key: 'site-administrator-1', legalRepresentative: false, fromProvince: true } as const;

type Given = Partial<Omit<SlotContext, 'province'>> & { readonly province?: string };

/** An order of one website with so many domains, run by the subject's administrator unless said otherwise. */
function anOrder(pack: RulePackId, { province = 'Zhejiang', ...given }: Given = {}, domains = 1): SlotContext {
  const administrators: readonly Pick<AdministratorFacts, 'key' | 'legalRepresentative' | 'fromProvince'>[] =
    given.administrators ?? [chief];
  const administrator = administrators.at(-1)!.key;
  const sites = [
    {
      siteId: 's',
      domains,
      administrator,
      preapprovals: [],
      holders: Array.from({ length: domains }, () => 'subject' as const),
    },
  ];
  return { ...aContext(pack), administrators, sites, ...given, province: code(province) };
}
const keys = (context: SlotContext): readonly string[] => documentSlots(context).map(({ key }) => key);
const has = (kind: string, context: SlotContext): boolean => documentSlots(context).some((slot) => slot.kind === kind);
const required = (kind: string, context: SlotContext): boolean | undefined =>
  documentSlots(context).find((slot) => slot.kind === kind)?.required;
const person = (province: string, given: Given = {}): Given => ({ nature: 'individual', province, ...given });
const elsewhere = [{ ...chief, fromProvince: false }];
const certificates = (context: SlotContext): number =>
  documentSlots(context).filter(({ kind }) => kind === 'domain-certificate').length;

/** One check per row of 15.4, by the row's first cell. */
const rows: Readonly<Record<string, () => void>> = {
  'subject certificate': () => {
    expect(keys(anOrder('2018-06'))).toContain('subject-certificate');
    expect(keys(anOrder('2018-06', person('Zhejiang')))).toEqual(
      expect.arrayContaining(['subject-certificate-front', 'subject-certificate-back']),
    );
  },
  'subject admin ID, front + back': () => {
    expect(keys(anOrder('2018-06'))).toEqual(
      expect.arrayContaining(['subject-administrator-id-front', 'subject-administrator-id-back']),
    );
    expect(has('subject-administrator-id-front', anOrder('2018-06', person('Zhejiang')))).toBe(false);
  },
  'site admin ID, front + back': () => {
    expect(has('site-administrator-id-front', anOrder('2018-06'))).toBe(false);
    expect(keys(anOrder('2018-06', { administrators: [chief, webmaster] }))).toEqual(
      expect.arrayContaining([
        'site-administrator-id-front:site-administrator-1',
        'site-administrator-id-back:site-administrator-1',
      ]),
    );
  },
  'authenticity statement': () => {
    expect(required('authenticity-statement', anOrder('2018-06'))).toBe(true);
    expect(keys(anOrder('2018-06', {}, 5)).filter((key) => key.startsWith('authenticity'))).toHaveLength(1);
    expect(has('authenticity-statement', anOrder('2026'))).toBe(false);
  },
  'site admin photo / face result': () => {
    const photo = (pack: RulePackId) =>
      documentSlots(anOrder(pack)).find(({ kind }) => kind === 'site-administrator-photo');
    expect(photo('2018-06')).toMatchObject({
      key: 'site-administrator-photo:subject-administrator',
      pictureKind: 8,
      neededAt: 'identity-check',
    });
    expect(photo('2019-07')).toMatchObject({ neededAt: 'submission' });
  },
  'domain certificate': () => {
    expect(certificates(anOrder('2018-06', {}, 9))).toBe(0);
    for (const province of ['Jiangsu', 'Hunan'])
      for (const given of [{ province }, person(province)]) expect(certificates(anOrder('2018-06', given, 2))).toBe(2);
    expect(certificates(anOrder('2019-07', person('Inner Mongolia')))).toBe(1);
    expect(certificates(anOrder('2019-07', person('Inner Mongolia', { filingType: 'ACCESS_NEW' })))).toBe(0);
    expect(certificates(anOrder('2018-06', { province: 'Guizhou' }, 3))).toBe(0);
    expect(certificates(anOrder('2018-06', { province: 'Guizhou' }, 4))).toBe(4);
    expect(certificates(anOrder('2019-07', { province: 'Shaanxi' }, 4))).toBe(0);
    expect(certificates(anOrder('2019-07', { province: 'Shaanxi' }, 5))).toBe(5);
    expect(certificates(anOrder('2019-07', { province: 'Shaanxi', filedDomains: 4 }, 1))).toBe(1);
    expect(certificates(anOrder('2018-06', { province: 'Henan' }, 4))).toBe(4);
    expect(certificates(anOrder('2019-07', { province: 'Henan', asOf: '2019-08-21' }, 4))).toBe(4);
    expect(certificates(anOrder('2019-07', { province: 'Henan', asOf: '2019-08-22' }, 4))).toBe(0);
    expect(certificates(anOrder('2018-09', { province: 'Yunnan', asOf: '2018-10-10' }))).toBe(1);
    expect(certificates(anOrder('2018-09', { province: 'Yunnan', asOf: '2018-10-11' }))).toBe(0);
    expect(certificates(anOrder('2018-06', { province: 'Guangdong' }, 31))).toBe(0);
    expect(certificates(anOrder('2018-06', { province: 'Guangdong' }, 32))).toBe(32);
    expect(certificates(anOrder('2026'))).toBe(1);
    expect(certificates(anOrder('2026', { filingType: 'ACCESS_NEW' }))).toBe(0);
  },
  'residence permit': () => {
    expect(has('residence-permit', anOrder('2018-06', person('Jiangsu', { administrators: elsewhere })))).toBe(true);
    expect(has('residence-permit', anOrder('2018-06', person('Jiangsu')))).toBe(false);
    expect(has('residence-permit', anOrder('2018-06', person('Zhejiang', { administrators: elsewhere })))).toBe(false);
    expect(
      keys(anOrder('2019-07', { province: 'Jiangxi', administrators: [chief, { ...webmaster, fromProvince: false }] })),
    ).toContain('residence-permit:site-administrator-1');
    expect(
      has(
        'residence-permit',
        anOrder('2019-07', { province: 'Hubei', administrators: [chief, { ...webmaster, fromProvince: false }] }),
      ),
    ).toBe(false);
  },
  'hand-held ID / licence photo': () => {
    expect(has('hand-held-photo', anOrder('2018-09', { province: 'Beijing', asOf: '2019-02-18' }))).toBe(false);
    expect(has('hand-held-photo', anOrder('2018-09', { province: 'Beijing', asOf: '2019-02-19' }))).toBe(true);
    expect(has('hand-held-photo', anOrder('2019-07'))).toBe(false);
  },
  'letter, subject admin': () => {
    const letter = (pack: RulePackId, given: Given) =>
      required('letter-subject-administrator', anOrder(pack, { administrators: [deputy], ...given }));
    expect(letter('2019-07', { province: 'Zhejiang' })).toBeUndefined();
    for (const province of ['Beijing', 'Jiangsu', 'Sichuan', 'Gansu'])
      expect(letter('2019-07', { province })).toBe(true);
    expect(letter('2019-04', { province: 'Beijing', asOf: '2019-05-09' })).toBeUndefined();
    expect(letter('2019-04', { province: 'Beijing', asOf: '2019-05-10' })).toBe(true);
    expect(letter('2018-06', { province: 'Fujian', asOf: '2018-08-01' })).toBe(true);
    expect(letter('2018-06', { province: 'Fujian', asOf: '2018-08-02' })).toBeUndefined();
    expect(letter('2019-07', { province: 'Gansu', administrators: [chief] })).toBeUndefined();
  },
  'letter, site admin': () => {
    const letter = (province: string) =>
      required('letter-site-administrator', anOrder('2019-07', { province, administrators: [chief, webmaster] }));
    for (const province of ['Shanghai', 'Fujian', 'Hubei', 'Hunan', 'Guizhou'])
      expect([province, letter(province)]).toEqual([province, true]);
    for (const province of ['Tianjin', 'Anhui', 'Jiangxi', 'Chongqing', 'Sichuan'])
      expect([province, letter(province)]).toEqual([province, false]); // C16: optional
    expect(letter('Zhejiang')).toBeUndefined();
    expect(has('letter-site-administrator', anOrder('2019-07', { province: 'Shanghai' }))).toBe(false);
  },
  'registrant proof': () => {
    const sites = [{ siteId: 's', domains: 1, administrator: chief.key, preapprovals: [], holders: [chief.key] }];
    expect(keys(anOrder('2019-07', { sites }))).toContain('registrant-proof:subject-administrator');
    expect(has('registrant-proof', anOrder('2019-07'))).toBe(false);
  },
  'change proof': () => {
    expect(has('change-proof', anOrder('2018-06', { filingType: 'CHANGE_SUBJECT', renamed: true }))).toBe(true);
    expect(has('change-proof', anOrder('2018-06', { filingType: 'CHANGE_SUBJECT' }))).toBe(false);
  },
  'staffing-office certificate': () => {
    for (const province of ['Yunnan', 'Inner Mongolia', 'Heilongjiang', 'Jiangxi']) {
      expect(has('staffing-office-certificate', anOrder('2019-07', { province, nature: 'government' }))).toBe(true);
      expect(has('staffing-office-certificate', anOrder('2019-07', { province, nature: 'public-institution' }))).toBe(
        true,
      );
      expect(has('staffing-office-certificate', anOrder('2019-07', { province }))).toBe(false);
    }
    expect(has('staffing-office-certificate', anOrder('2019-07', { nature: 'government' }))).toBe(false);
  },
  'party/government confirmation': () => {
    const asked = (pack: RulePackId, given: Given) => has('party-confirmation', anOrder(pack, given));
    expect(asked('2019-07', { province: 'Tibet' })).toBe(true);
    expect(asked('2019-07', { province: 'Tibet', filingType: 'CHANGE_SITE' })).toBe(true);
    expect(asked('2018-06', { province: 'Tibet' })).toBe(false); // not yet printed
    expect(asked('2019-07', { province: 'Xinjiang' })).toBe(true);
    expect(asked('2019-07', person('Xinjiang', { filingType: 'ADD_SITE_HERE' }))).toBe(true);
    expect(asked('2019-07', { province: 'Xinjiang', filingType: 'CHANGE_SITE' })).toBe(false);
  },
  'pre-approval image + number': () => {
    const sites = [
      {
        siteId: 's',
        domains: 1,
        administrator: chief.key,
        preapprovals: ['news', 'education'],
        holders: ['subject' as const],
      },
    ];
    expect(
      keys(anOrder('2018-06', { sites, province: 'Beijing' })).filter((key) => key.startsWith('pre-approval')),
    ).toEqual(['pre-approval:s:news']); // education is abolished
    expect(keys(anOrder('2018-06', { sites })).filter((key) => key.startsWith('pre-approval'))).toEqual([
      'pre-approval:s:news',
      'pre-approval:s:education',
    ]); // not in Zhejiang
    expect(has('pre-approval', anOrder('2018-06', person('Beijing', { sites })))).toBe(false);
  },
  'site plan (+ guarantee)': () => {
    const plan = (given: Given, domains: number) => sitePlan(anOrder('2018-06', given, domains));
    expect(plan({ province: 'Guangdong' }, 31)).toEqual({ plan: false, guarantee: false });
    expect(plan({ province: 'Guangdong' }, 32)).toEqual({ plan: true, guarantee: true });
    expect([5, 6, 9, 10].map((n) => plan(person('Guangdong'), n))).toEqual([
      { plan: false, guarantee: false },
      { plan: true, guarantee: false },
      { plan: true, guarantee: false },
      { plan: true, guarantee: true },
    ]);
    expect(has('site-plan', anOrder('2018-06', person('Guangdong'), 6))).toBe(true);
    expect(sitePlan(anOrder('2019-07', person('Chongqing', { filedSites: 5 })))).toEqual({
      plan: true,
      guarantee: false,
    });
    expect(sitePlan(anOrder('2026', { province: 'Shanghai', filedSites: 28 })).plan).toBe(false);
    expect(sitePlan(anOrder('2026', { province: 'Shanghai', filedSites: 29 })).plan).toBe(true);
    expect(sitePlan(anOrder('2026', { province: 'Hunan', filedSites: 1 })).plan).toBe(true);
  },
  'finance promise': () => {
    expect(has('finance-promise', anOrder('2018-06', { province: 'Guangdong', financeName: true }))).toBe(true);
    expect(has('finance-promise', anOrder('2018-06', { province: 'Guangdong' }))).toBe(false);
    expect(has('finance-promise', anOrder('2018-06', { financeName: true }))).toBe(false);
  },
  'Beijing confirmation sheet': () => {
    expect(required('beijing-confirmation-sheet', anOrder('2018-06', { province: 'Beijing' }))).toBe(false); // "many" is not defined
  },
  'phone bills, 3 months': () => {
    expect(required('phone-bills', anOrder('2018-06', { province: 'Heilongjiang' }))).toBe(true);
    expect(required('phone-bills', anOrder('2018-06', person('Heilongjiang')))).toBe(true);
    expect(has('phone-bills', anOrder('2018-06'))).toBe(false);
  },
  'service promise (Guangdong)': () => {
    expect(has('service-promise', anOrder('2020-08', { province: 'Guangdong', asOf: '2021-06-20' }))).toBe(false);
    expect(has('service-promise', anOrder('2020-08', { province: 'Guangdong', asOf: '2021-06-21' }))).toBe(true);
    expect(has('service-promise', anOrder('2020-08', person('Guangdong', { asOf: '2021-06-21' })))).toBe(true);
  },
  'authenticity notice + commitment': () => {
    expect(has('authenticity-commitment', anOrder('2020-08', { province: 'Jiangsu', asOf: '2021-05-31' }))).toBe(false);
    expect(has('authenticity-commitment', anOrder('2020-08', { province: 'Jiangsu', asOf: '2021-06-01' }))).toBe(true);
    expect(has('authenticity-commitment', anOrder('2026'))).toBe(true);
  },
};

describe('the papers of an order', () => {
  it.each(table('15.4-documents').map((row) => ({ slot: cell(row, 'Slot') })))('$slot', ({ slot }) => {
    expect(rows[slot]).toBeDefined();
    rows[slot]!();
  });

  it('carry the printed picture kinds of the ministry', () => {
    const kinds = new Map(
      documentSlots(anOrder('2018-06', { administrators: [chief, webmaster] })).map(({ kind, pictureKind }) => [
        kind,
        pictureKind,
      ]),
    );
    const printed = (slot: string) =>
      Number(
        cell(
          table('15.4-documents').find((row) => cell(row, 'Slot') === slot)!,
          'MIIT',
        ),
      );
    expect(kinds.get('subject-certificate')).toBe(printed('subject certificate'));
    expect(kinds.get('subject-administrator-id-front')).toBe(printed('subject admin ID, front + back'));
    expect(kinds.get('site-administrator-id-front')).toBe(printed('site admin ID, front + back'));
    expect(kinds.get('authenticity-statement')).toBe(printed('authenticity statement'));
    expect(kinds.get('site-administrator-photo')).toBe(printed('site admin photo / face result'));
  });

  it('of the founding document: three kinds for an individual, five for an enterprise', () => {
    expect(keys(anOrder('2018-06', person('Zhejiang')))).toEqual([
      'subject-certificate-front',
      'subject-certificate-back',
      'authenticity-statement',
      'site-administrator-photo:subject-administrator',
    ]);
    expect(keys(anOrder('2018-06'))).toEqual([
      'subject-certificate',
      'subject-administrator-id-front',
      'subject-administrator-id-back',
      'authenticity-statement',
      'site-administrator-photo:subject-administrator',
    ]);
  });

  it('of a cancellation are certificate and statement', () => {
    expect(keys(anOrder('2018-06', { filingType: 'CANCEL_SITE' }))).toEqual([
      'subject-certificate',
      'authenticity-statement',
    ]);
  });

  it('ask for a paper where the age does', () => {
    expect(has('proof-of-work', anOrder('2018-06', person('Jiangsu', { youngest: 17 })))).toBe(true);
    expect(has('proof-of-work', anOrder('2018-06', person('Jiangsu', { youngest: 18 })))).toBe(false);
    expect(has('guardian-id', anOrder('2018-06', person('Henan', { youngest: 16 })))).toBe(true);
  });

  it('have each key once, and a kind that is read from the key again', () => {
    const slots = documentSlots(anOrder('2018-06', { province: 'Jiangsu', administrators: [deputy, webmaster] }, 3));
    expect(new Set(slots.map(({ key }) => key)).size).toBe(slots.length);
    for (const { key, kind } of slots) expect(slotKindOf(key)).toBe(kind);
    expect(slotKindOf('no-such-paper:x')).toBeUndefined();
  });

  it('have a least size for a domain certificate', () => {
    expect(
      documentSlots(anOrder('2018-06', { province: 'Hunan' })).find(({ kind }) => kind === 'domain-certificate'),
    ).toMatchObject({ key: 'domain-certificate:s:1', minBytes: 204_800 });
  });
});
