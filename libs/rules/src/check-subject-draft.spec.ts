import { rulePackIds, type PersonDraft, type SubjectDraft } from '@beian/contracts';
import { creditCodeCheck, organisationCodeCheck, residentIdCheck } from './check-digits';
import { checkSubjectDraft, type SubjectContext } from './check-subject-draft';
import { aContext, code } from './printed-tables.fixture';

/** Synthetic numbers with right check characters. */
const idOf = (province: string, birth: string, n = 1): string => {
  const first17 = `${province}0101${birth.replaceAll('-', '')}${String(n).padStart(3, '0')}`;
  return first17 + residentIdCheck(first17);
};
const creditOf = (province: string): string => {
  const first17 = `91${province}0101MA000001${organisationCodeCheck('MA000001')}`;
  return first17 + creditCodeCheck(first17);
};

const chief: PersonDraft = {
  name: '林小明',
  certificateType: 'resident-id',
  certificateNumber: idOf('33', '1980-01-01'),
  certificateValidUntil: 'long-term',
  mobile: '13800000001',
  landline: '086-0571-85022088',
  emergencyMobile: '13800000009',
  email: 'lin@example.cn',
  legalRepresentative: true,
};
const webmaster: PersonDraft = {
  ...chief,
  name: '王大山',
  certificateNumber: idOf('33', '1990-01-01', 2),
  mobile: '13800000002',
  email: 'wang@example.cn',
  legalRepresentative: false,
};

function unit(given: Partial<SubjectDraft> = {}): SubjectDraft {
  return {
    name: '杭州测试有限公司',
    certificateAddress: '浙江省杭州市西湖区测试路1号',
    mailingProvince: '33',
    mailingAddress: '杭州市西湖区测试路1号',
    superior: '林小明',
    administrators: { 'subject-administrator': chief },
    ...given,
  };
}
type Given = Partial<Omit<SubjectContext, 'province'>> & { readonly province?: string };
function about({ province = 'Zhejiang', ...given }: Given = {}): SubjectContext {
  const two = code(province);
  return {
    ...aContext(given.pack ?? '2018-06'),
    certificateType: 'business-licence',
    certificateNumber: creditOf(two),
    ...given,
    province: two,
  };
}
const found = (draft: SubjectDraft, given?: Given) =>
  checkSubjectDraft(draft, about(given)).map((one) => `${one.code} ${one.severity} ${one.pointer}`);
const at = '/subject/administrators/subject-administrator';

describe('the subject of a draft', () => {
  it('without fault has no findings, in any pack', () => {
    for (const pack of rulePackIds) expect([pack, found(unit(), { pack })]).toEqual([pack, []]);
  });

  it('that is empty is told everything that is missing', () => {
    const missing = found({ administrators: {} });
    expect(missing).toEqual(
      expect.arrayContaining([
        'field-missing error /subject/name',
        'field-missing error /subject/mailingAddress',
        'field-missing error /subject/superior',
        `field-missing error ${at}/mobile`,
        `field-missing error ${at}/email`,
      ]),
    );
    expect(missing.every((one) => /field-missing|ADMIN_NOT_LEGAL_REP/.test(one))).toBe(true);
  });

  const admin = (given: Partial<PersonDraft>): Partial<SubjectDraft> => ({
    administrators: { 'subject-administrator': { ...chief, ...given } },
  });
  it.each([
    [
      'a certificate of another nature',
      {},
      { certificateType: 'passport' },
      'certificate-type-not-of-nature error /subject/certificateType',
    ],
    ['a domain for a name', { name: 'example.cn' }, {}, 'organisation-name-malformed error /subject/name'],
    ['digits for a name', { name: '20180609' }, {}, 'organisation-name-malformed error /subject/name'],
    [
      'an institution called 有限公司',
      {},
      { nature: 'public-institution', certificateType: 'credit-code' },
      'organisation-name-nature warning /subject/name',
    ],
    [
      'a mailing address in another province',
      { mailingProvince: '31' },
      {},
      'mailing-address-elsewhere error /subject/mailingProvince',
    ],
    [
      'a certificate printed in another province',
      { certificateAddress: '上海市黄浦区测试路1号' },
      {},
      'CROSS_PROVINCE error /subject/certificateAddress',
    ],
    [
      'no door number',
      { mailingAddress: '杭州市西湖区测试路' },
      {},
      'mailing-address-not-to-the-door error /subject/mailingAddress',
    ],
    ['a wrong mobile', admin({ mobile: '12800000001' }), {}, `mobile-malformed error ${at}/mobile`],
    ['a virtual range', admin({ mobile: '17000000001' }), {}, `mobile-virtual-range warning ${at}/mobile`],
    [
      'the same mobile for emergencies',
      admin({ emergencyMobile: '138 0000 0001' }),
      {},
      `PHONE_DUPLICATE error ${at}/emergencyMobile`,
    ],
    ['a wrong landline', admin({ landline: '85022088' }), {}, `landline-malformed error ${at}/landline`],
    ['a wrong e-mail', admin({ email: 'lin@' }), {}, `email-malformed error ${at}/email`],
    [
      'an ID that ended',
      admin({ certificateValidUntil: '2018-06-08' }),
      {},
      `certificate-expired error ${at}/certificateValidUntil`,
    ],
    [
      'an ID that ends soon',
      admin({ certificateValidUntil: '2018-09-09' }),
      {},
      `certificate-expires-soon warning ${at}/certificateValidUntil`,
    ],
    [
      'an ID that ends soon, later',
      admin({ certificateValidUntil: '2018-12-07' }),
      { pack: '2018-09' },
      `certificate-expires-soon error ${at}/certificateValidUntil`,
    ],
    [
      'a person who is no legal representative',
      admin({ legalRepresentative: false }),
      {},
      `ADMIN_NOT_LEGAL_REP error ${at}/legalRepresentative`,
    ],
    [
      'a child',
      admin({ certificateNumber: idOf('33', '2005-01-01') }),
      {},
      `age-refused error ${at}/certificateNumber`,
    ],
  ] as const)('with %s', (_, draft, given, expected) => {
    expect(found(unit(draft as Partial<SubjectDraft>), given as Given)).toContain(expected);
  });

  it('may lack a door number if the remark says so', () => {
    expect(found(unit({ mailingAddress: '杭州市西湖区测试村', remark: '通信地址已为最详细地址' }))).toEqual([]);
  });

  it('with an ID valid for more than three months is fine', () => {
    expect(found(unit(admin({ certificateValidUntil: '2018-09-10' })))).toEqual([]);
  });

  it('names two people with one mobile and one mailbox', () => {
    const both = unit({
      administrators: {
        'subject-administrator': chief,
        'site-administrator-1': { ...webmaster, mobile: '13800000001', email: 'LIN@example.cn' },
      },
    });
    expect(found(both)).toEqual([
      'PHONE_DUPLICATE error /subject/administrators/site-administrator-1/mobile',
      'PHONE_DUPLICATE error /subject/administrators/site-administrator-1/email',
    ]);
    const same = unit({ administrators: { 'subject-administrator': chief, 'site-administrator-1': chief } });
    expect(found(same)).toEqual([]);
  });

  it('gives an emergency mobile from 2019-04-11 on', () => {
    const draft = unit({ administrators: { 'subject-administrator': { ...chief, emergencyMobile: '' } } });
    expect(found(draft, { pack: '2018-09', asOf: '2019-04-10' })).toEqual([]);
    expect(found(draft, { pack: '2018-09', asOf: '2019-04-11' })).toEqual([
      `field-missing error ${at}/emergencyMobile`,
    ]);
  });

  it('follows its province: Tianjin, Hebei, Jiangsu, Liaoning, Guangxi, Hebei 2026', () => {
    const local = (name: string, given: Partial<SubjectDraft> = {}) =>
      unit({ certificateAddress: '', mailingProvince: code(name), ...given });
    const wrong = (name: string, draft: SubjectDraft, given: Given = {}) =>
      checkSubjectDraft(draft, about({ province: name, ...given }))
        .map((one) => one.code)
        .filter((one) => one !== 'field-missing' && one !== 'landline-elsewhere'); // the landline is of Zhejiang
    expect(wrong('Tianjin', local('Tianjin', { mailingAddress: '市辖区测试路1号' }))).toEqual([
      'mailing-address-placeholder',
      'PHONE_REGION',
    ]);
    expect(
      wrong(
        'Hebei',
        local('Hebei', {
          administrators: {
            'subject-administrator': { ...chief, certificateType: 'passport', certificateNumber: 'E12345678' },
          },
        }),
      ),
    ).toEqual(['foreigners-refused']);
    const { landline: _, ...noLandline } = chief;
    expect(wrong('Jiangsu', local('Jiangsu', { administrators: { 'subject-administrator': noLandline } }))).toEqual([
      'PHONE_REGION',
      'landline-missing',
    ]);
    const clerk = { administrators: { 'subject-administrator': { ...chief, legalRepresentative: false } } };
    expect(wrong('Liaoning', local('Liaoning', { ...clerk, name: '沈阳测试担保有限公司' }))).toEqual([
      'PHONE_REGION',
      'ADMIN_NOT_LEGAL_REP',
    ]);
    expect(wrong('Liaoning', local('Liaoning', clerk))).toEqual(['PHONE_REGION']);
    expect(wrong('Guangxi', local('Guangxi', clerk))).toEqual(['PHONE_REGION']);
    expect(wrong('Guangxi', local('Guangxi', clerk), { pack: '2026' })).toEqual([
      'PHONE_REGION',
      'ADMIN_NOT_LEGAL_REP',
    ]);
    const twoCities = local('Hebei', {
      certificateAddress: '河北省石家庄市测试路1号',
      mailingAddress: '唐山市测试路1号',
    });
    expect(wrong('Hebei', twoCities, { pack: '2026' })).toEqual(['mailing-address-other-city']);
    expect(wrong('Hebei', twoCities)).toEqual([]);
  });
});

describe('an individual', () => {
  const self = (province: string, draft: Partial<SubjectDraft> = {}): SubjectDraft => ({
    name: '林小明',
    certificateAddress: '',
    mailingProvince: code(province),
    mailingAddress: '测试路1号',
    superior: '林小明',
    administrators: {
      'subject-administrator': { mobile: '13800000001', email: 'lin@example.cn', certificateValidUntil: 'long-term' },
    },
    ...draft,
  });
  const wrong = (province: string, draft: SubjectDraft, number = idOf(code(province), '1980-01-01')) =>
    checkSubjectDraft(
      draft,
      about({ province, nature: 'individual', certificateType: 'resident-id', certificateNumber: number }),
    )
      .filter((one) => one.code !== 'field-missing')
      .map((one) => `${one.code} ${one.severity}`);

  it('is the administrator: name and certificate need not be typed twice', () => {
    expect(wrong('Zhejiang', self('Zhejiang'))).toEqual([]);
    expect(
      wrong(
        'Zhejiang',
        self('Zhejiang', { administrators: { 'subject-administrator': chief, 'site-administrator-1': webmaster } }),
        chief.certificateNumber,
      ),
    ).toEqual(['individual-not-self error']);
  });

  it('with the ID number of another province is only warned: people move', () => {
    expect(wrong('Gansu', self('Gansu'), idOf('33', '1980-01-01'))).toEqual([
      'certificate-from-elsewhere warning',
      'PHONE_REGION warning',
    ]);
  });

  it('whose certificate is from elsewhere is refused, or shows a residence paper', () => {
    const there = { certificateAddress: '浙江省杭州市测试路1号' };
    expect(wrong('Qinghai', self('Qinghai', there))).toEqual([
      'CROSS_PROVINCE error',
      'mailing-address-elsewhere error',
    ]);
    expect(wrong('Qinghai', self('Qinghai', { ...there, residenceProvince: '63' }))).toEqual(['CROSS_PROVINCE error']); // refused is refused
    expect(wrong('Fujian', self('Fujian', there))).toEqual(['CROSS_PROVINCE error', 'mailing-address-elsewhere error']);
    expect(wrong('Fujian', self('Fujian', { ...there, residenceProvince: '35' }))).toEqual([]);
    expect(wrong('Anhui', self('Anhui', { ...there, residenceProvince: '34' }))).toEqual([]);
  });

  it('shows an ID card where the province takes nothing else', () => {
    const draft = self('Hainan', {
      administrators: {
        'subject-administrator': { ...chief, certificateType: 'passport', certificateNumber: 'E12345678' },
      },
    });
    const codes = checkSubjectDraft(
      draft,
      about({ province: 'Hainan', nature: 'individual', certificateType: 'passport', certificateNumber: 'E12345678' }),
    ).map((one) => one.code);
    expect(codes).toContain('id-card-only');
  });
});
