import fc from 'fast-check';
import { canonicalHolder, canonicalMobile } from './canonical-holder';
import { checkCertificateNumber, checkSubjectCertificate, isFromProvince, plusMonths } from './check-certificate';
import {
  creditCodeCheck,
  creditCodeFault,
  organisationCodeCheck,
  residentIdCheck,
  residentIdFault,
} from './check-digits';
import { checkAge, checkEmail, checkLandline, checkMobile, checkPersonName, yearsBetween } from './check-person';
import { readFilingNumber, siteNumber, subjectNumber } from './filing-number';
import { aContext, cell, code, table } from './printed-tables.fixture';
import { provinceOfAddress, provinces } from './provinces';
import type { CertificateType } from '@beian/contracts';

// rules.md 15.9: accepted values are taken from the transcribed table itself.
const rows = table('15.9-values');
const row = (check: string) => rows.find((one) => cell(one, 'Check').startsWith(check))!;
const values = (check: string, pattern: RegExp): readonly string[] => cell(row(check), 'Accept').match(pattern) ?? [];
const codes = (findings: readonly { readonly code: string }[]): readonly string[] => findings.map((one) => one.code);
const certificate = (type: CertificateType, number: string) =>
  codes(checkCertificateNumber({ type, number, pointer: '/x' }));

const ids = values('resident ID', /\d{17}[\dXx]/g);
const creditCodes = values('social credit code', /[0-9A-Z]{18}/g);
const digits = '0123456789X';
const creditSymbols = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('a resident ID', () => {
  it.each(ids)('%s is accepted', (id) => {
    expect(certificate('resident-id', id)).toEqual([]);
  });

  it('is seven vectors, lower-case x among them', () => {
    expect(ids).toHaveLength(7);
    expect(ids).toContain('44030619851105002x');
  });

  it.each(ids)('%s with another last character is refused', (id) => {
    for (const symbol of digits) {
      if (symbol !== id.at(-1)!.toUpperCase()) expect(residentIdFault(id.slice(0, 17) + symbol)).toBe('check-digit');
    }
  });

  it.each([
    ['17 characters', '11010519900307123', 'length'],
    ['15 digits', '110105900307123', 'length'],
    ['a letter inside', '1101051990030712A9', 'length'],
    ['an area that does not exist', `99010519900307123${residentIdCheck('99010519900307123')}`, 'area'],
    ['birth date 19900230', `11010519900230123${residentIdCheck('11010519900230123')}`, 'birth-date'],
    ['birth in 1799', `11010517990101123${residentIdCheck('11010517990101123')}`, 'birth-date'],
  ])('is refused for %s', (_, id, fault) => {
    expect(residentIdFault(id)).toBe(fault);
    expect(certificate('resident-id', id)).toEqual([`resident-id-${fault}`]);
  });
});

const anId = fc
  .tuple(
    fc.constantFrom(...provinces),
    fc.integer({ min: 0, max: 9999 }),
    fc.date({ min: new Date('1930-01-01'), max: new Date('2008-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(
    ([{ code: province }, area, birth, sequence]) =>
      `${province}${String(area).padStart(4, '0')}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`,
  )
  .map((first17) => first17 + residentIdCheck(first17));

const symbols = fc.constantFrom(...creditSymbols);
const aCreditCode = fc
  .tuple(
    fc.constantFrom('91', '92', '12', '51', 'A1', 'Y1'),
    fc.integer({ min: 110000, max: 659999 }),
    fc.array(symbols, { minLength: 8, maxLength: 8 }),
  )
  .map(([start, area, organisation]) => `${start}${area}${organisation.join('')}`)
  .map((first16) => first16 + organisationCodeCheck(first16.slice(8)))
  .filter((first17) => [...first17].every((symbol) => creditSymbols.includes(symbol)))
  .map((first17) => first17 + creditCodeCheck(first17));

/** Every neighbour of a number: each position with each other symbol, and each two neighbours swapped. */
function changes(number: string, alphabet: string): readonly string[] {
  const single = [...number].flatMap((symbol, i) =>
    [...alphabet].filter((other) => other !== symbol).map((other) => number.slice(0, i) + other + number.slice(i + 1)),
  );
  const swapped = [...number]
    .slice(1)
    .map((_, i) => number.slice(0, i) + number[i + 1]! + number[i]! + number.slice(i + 2))
    .filter((one) => one !== number);
  return [...single, ...swapped];
}

describe('any number with right check characters', () => {
  it('of a resident is accepted, and every single change and swap of neighbours found', () => {
    fc.assert(
      fc.property(anId, (id) => {
        expect(residentIdFault(id)).toBeUndefined();
        expect(changes(id, digits).filter((changed) => residentIdFault(changed) === undefined)).toEqual([]);
      }),
    );
  });

  it('of an organisation is accepted, and every single change and swap of neighbours found', () => {
    fc.assert(
      fc.property(aCreditCode, (credit) => {
        expect(creditCodeFault(credit)).toBeUndefined();
        expect(changes(credit, creditSymbols).filter((changed) => creditCodeFault(changed) === undefined)).toEqual([]);
      }),
    );
  });
});

describe('a residence permit of HK, Macau or Taiwan', () => {
  it.each(values('HK/Macau/Taiwan', /\d{18}/g))('%s is accepted', (number) => {
    const type = number.startsWith('83') ? 'taiwan-residence-permit' : 'hk-macau-residence-permit';
    expect(certificate(type, number)).toEqual([]);
    expect(
      certificate(type === 'taiwan-residence-permit' ? 'hk-macau-residence-permit' : 'taiwan-residence-permit', number),
    ).toEqual(['permit-area']);
    expect(certificate('resident-id', number)).toEqual(['resident-id-area']);
  });

  it('of area 840000 is refused', () => {
    const number = `84000019900101001${residentIdCheck('84000019900101001')}`;
    expect(certificate('hk-macau-residence-permit', number)).toEqual(['permit-area']);
  });
});

describe('a unified social credit code', () => {
  it.each(creditCodes)('%s is accepted', (credit) => {
    expect(certificate('business-licence', credit)).toEqual([]);
  });

  it.each(['I', 'O', 'S', 'V', 'Z'])('with %s is refused as no symbol of the alphabet', (letter) => {
    expect(creditCodeFault(`91330106MA00${letter}015K`.padEnd(18, '0'))).toBe('character');
  });

  it('of the printed example is refused for Z, not for its check', () => {
    expect(cell(row('social credit code'), 'Refuse')).toContain('92500105MA0000ZZ6E');
    expect(creditCodeFault('92500105MA0000ZZ6E')).toBe('character');
  });

  it('needs both checks: the inner one alone, or the outer one alone, is not enough', () => {
    const wrongInner = '91330106MA0000014';
    expect(creditCodeFault(wrongInner + creditCodeCheck(wrongInner))).toBe('organisation-check');
    expect(creditCodeFault('91330106MA0000015J')).toBe('check-digit');
    expect(creditCodeFault('91330106MA0000015')).toBe('length');
  });

  it.each([
    ['enterprise', '91330106MA0000015K', []],
    ['enterprise', '121101080000000274', ['credit-code-nature']],
    ['public-institution', '121101080000000274', []],
    ['social-organisation', '51440300MJ0000034M', []],
    ['private-non-enterprise', '523101151234567881', []],
    ['enterprise', '92500105MA0000YY1Y', []],
    ['law-firm', '31620100MD0000059R', []],
  ] as const)('of %s against %s: a warning at most', (nature, number, expected) => {
    const type = {
      enterprise: 'business-licence',
      'public-institution': 'credit-code',
      'social-organisation': 'social-organisation-registration',
      'private-non-enterprise': 'private-non-enterprise-registration',
      'law-firm': 'law-firm-licence',
    }[nature] as CertificateType;
    const findings = checkSubjectCertificate(
      { type, number, pointer: '/n' },
      aContext('2018-06', { nature, province: number.slice(2, 4) }),
    );
    expect(codes(findings)).toEqual(expected);
    expect(findings.every(({ severity }) => severity === 'warning')).toBe(true);
  });

  it('of another province is refused, of the central authority never', () => {
    const number = '91330106MA0000015K';
    expect(
      codes(
        checkSubjectCertificate(
          { type: 'business-licence', number, pointer: '/n' },
          aContext('2018-06', { province: '31' }),
        ),
      ),
    ).toEqual(['CROSS_PROVINCE']);
    const first17 = `91100000MA000001${organisationCodeCheck('MA000001')}`;
    const central = first17 + creditCodeCheck(first17);
    expect(
      codes(
        checkSubjectCertificate(
          { type: 'business-licence', number: central, pointer: '/n' },
          aContext('2018-06', { province: '31' }),
        ),
      ),
    ).toEqual([]);
  });
});

describe('other certificates', () => {
  it.each([
    ['passport', 'E12345678', true],
    ['passport', 'E1', false],
    ['hk-macau-travel-permit', 'H12345678', true],
    ['hk-macau-travel-permit', 'H1234567890', true],
    ['hk-macau-travel-permit', 'A12345678', false],
    ['taiwan-travel-permit', '12345678', true],
    ['taiwan-travel-permit', '123456789', false],
    ['foreign-permanent-residence', 'ABC123456789012', true],
    ['foreign-permanent-residence', '912345678901234567', true],
    ['foreign-permanent-residence', 'AB123', false],
    ['organisation-code', 'MA000001-5', true],
    ['organisation-code', 'MA0000014', false],
  ] as const)('%s %s: %p', (type, number, isFine) => {
    expect(certificate(type, number)).toEqual(isFine ? [] : ['certificate-number-malformed']);
  });

  it('are from the province by the printed address, else by the digits', () => {
    const person = { type: 'resident-id', number: '110105199003071239' } as const;
    expect(isFromProvince(person, { province: '33' })).toBe(false);
    expect(isFromProvince({ ...person, address: '浙江省杭州市某路 1 号' }, { province: '33' })).toBe(true);
    expect(isFromProvince({ ...person, address: '北京市朝阳区某路 1 号' }, { province: '33' })).toBe(false);
    expect(isFromProvince({ type: 'passport', number: 'E12345678' }, { province: '33' })).toBe(true);
  });
});

describe('an address', () => {
  it.each([
    ['浙江省杭州市测试路1号', '33'],
    ['北京市朝阳区测试路1号', '11'],
    ['内蒙古自治区呼和浩特市测试路1号', '15'],
    ['山西太原市测试路1号', '14'],
    ['北京东路1号', undefined],
    ['西藏路1号', undefined],
    ['海南藏族自治州测试路1号', undefined],
    ['杭州市测试路1号', undefined],
  ])('%s is in %s', (address, expected) => {
    expect(provinceOfAddress(address)?.code).toBe(expected);
  });
});

describe('phones and mail', () => {
  it.each([
    ['13800000000', []],
    ['19900000000', []],
    ['+86 138 0000 0000', []],
    ['1380000000', ['mobile-malformed']],
    ['138000000000', ['mobile-malformed']],
    ['12000000000', ['mobile-malformed']],
  ])('%s: %p', (mobile, expected) => {
    expect(codes(checkMobile(mobile, '/m'))).toEqual(expected);
  });

  it.each(cell(row('mobile'), 'Accept').match(/1[67]\d(?=[,]|$)/g)!)(
    '%s is a virtual range: only a warning',
    (range) => {
      expect(checkMobile(`${range}00000000`, '/m')).toEqual([
        expect.objectContaining({ code: 'mobile-virtual-range', severity: 'warning', offending: range }),
      ]);
    },
  );

  it.each([
    ['086-0571-85022088', true],
    ['0571-85022088', true],
    ['86-010-12345678-123', true],
    ['85022088', false],
    ['13800000000', false],
  ])('the landline %s: %p', (number, isFine) => {
    expect(codes(checkLandline(number, '/l'))).toEqual(isFine ? [] : ['landline-malformed']);
  });

  it.each([
    ['a@example.cn', true],
    ['a.b+c@mail.example.com', true],
    ['a@b', false],
    ['a b@c.cn', false],
    ['@c.cn', false],
  ])('the address %s: %p', (address, isFine) => {
    expect(codes(checkEmail(address, '/e'))).toEqual(isFine ? [] : ['email-malformed']);
  });

  it.each([
    ['林小明', true],
    ['买买提·艾力', true],
    ['㐂𠮷', true],
    ["O'Neill Anne", true],
    ['林', false],
    ['林1', false],
  ])('the name %s: %p', (name, isFine) => {
    expect(codes(checkPersonName(name, '/n'))).toEqual(isFine ? [] : ['person-name-malformed']);
  });
});

describe('the age', () => {
  const born = (birth: string) => `110105${birth.replaceAll('-', '')}1230`;

  it('counts birthdays', () => {
    expect(yearsBetween('2000-06-09', '2018-06-08')).toBe(17);
    expect(yearsBetween('2000-06-09', '2018-06-09')).toBe(18);
    expect(yearsBetween('2000-02-29', '2018-02-28')).toBe(17);
  });

  it.each([
    ['Zhejiang', 'individual', '2000-06-10', ['age-refused']], // 18+
    ['Zhejiang', 'individual', '2000-06-09', []],
    ['Jiangsu', 'individual', '2001-01-01', ['age-needs-paper']],
    ['Jiangsu', 'individual', '2003-01-01', ['age-refused']], // under 16 always
    ['Henan', 'individual', '2001-01-01', ['age-needs-paper']],
    ['Hainan', 'individual', '2001-01-01', ['age-doubtful']], // nothing printed
    ['Hainan', 'individual', '2003-01-01', ['age-refused']],
  ] as const)('in %s of an %s born %s: %p', (name, nature, birth, expected) => {
    expect(codes(checkAge(born(birth), '/n', aContext('2018-06', { province: code(name), nature })))).toEqual(expected);
  });
});

describe('months', () => {
  it.each([
    ['2018-06-09', 3, '2018-09-09'],
    ['2018-11-30', 3, '2019-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2018-12-31', 1, '2019-01-31'],
  ])('%s and %i months: %s', (day, months, expected) => {
    expect(plusMonths(day, months)).toBe(expected);
  });
});

describe('a filing number', () => {
  it.each(values('filing number', /[^ ,]*ICP备[^ ,]+/g))('%s is accepted', (number) => {
    expect(readFilingNumber(number)).toBeDefined();
  });

  it.each(['川', '贵', '云', '甘', '秦'])('%s… is refused: not a character of 9.3', (character) => {
    expect(cell(row('filing number'), 'Refuse')).toContain(`${character}ICP备`);
    expect(readFilingNumber(`${character}ICP备99000001号`)).toBeUndefined();
  });

  it.each([
    '蜀ICP备990000001号',
    '蜀ICP备99000001号-2B',
    '京ICP证99000001号',
    '蜀ICP备99000001号-',
    '蜀ICP备9900001号',
  ])('%s is refused', (number) => {
    expect(readFilingNumber(number)).toBeUndefined();
  });

  it.each(provinces)('of $en begins with $character and is read again', ({ code: province, character }) => {
    const number = subjectNumber({ province, running: 1, pack: '2018-06', asOf: '2018-06-09' });
    expect(number).toBe(`${character}ICP备18000001号`);
    expect(readFilingNumber(siteNumber(number, 9))).toEqual({ province, serial: '18000001', service: 9 });
  });

  it('has ten digits from 2021 on (C24)', () => {
    expect(subjectNumber({ province: '33', running: 7, pack: '2020-08', asOf: '2020-12-31' })).toBe(
      '浙ICP备20000007号',
    );
    expect(subjectNumber({ province: '33', running: 7, pack: '2020-08', asOf: '2021-01-01' })).toBe(
      '浙ICP备2021000007号',
    );
    expect(readFilingNumber('粤ICP备2099000001号-2A')).toEqual({
      province: '44',
      serial: '2099000001',
      service: 2,
      kind: 'A',
    });
  });
});

describe('the canonical form of a holder', () => {
  const lin = { name: '林小明', certificateType: 'resident-id', certificateNumber: '44030619851105002X' };

  it.each([
    { ...lin, certificateNumber: '44030619851105002x' },
    { ...lin, name: ' 林 小明 ' },
    { ...lin, certificateNumber: '４４０３０６１９８５１１０５００２Ｘ' },
  ])('is the same for %j', (typed) => {
    expect(canonicalHolder(typed)).toBe(canonicalHolder(lin));
  });

  it('takes brackets and middle dots of any width as one', () => {
    const unit = {
      name: '杭州测试（集团）有限公司',
      certificateType: 'business-licence',
      certificateNumber: '91330106MA0000015K',
    };
    expect(canonicalHolder({ ...unit, name: '杭州测试(集团)有限公司' })).toBe(canonicalHolder(unit));
    expect(canonicalHolder({ ...lin, name: '买买提・艾力' })).toBe(canonicalHolder({ ...lin, name: '买买提·艾力' }));
  });

  it.each([
    { ...lin, name: '林晓明' },
    { ...lin, certificateType: 'passport' },
    { ...lin, certificateNumber: '440306198511050038' },
  ])('differs for %j', (other) => {
    expect(canonicalHolder(other)).not.toBe(canonicalHolder(lin));
  });

  it('strips country code and spaces of mobiles', () => {
    expect(canonicalMobile('+86 138-0000-0000')).toBe('13800000000');
  });
});
