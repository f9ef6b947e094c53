import type { Nature } from '@beian/contracts';
import { phoneConfirmationSchema } from '@beian/contracts/schemas';
import { checkCertificateNumber, checkSubjectCertificate } from './check-certificate';
import { creditCodeCheck, organisationCodeCheck, residentIdCheck } from './check-digits';
import { checkMobile } from './check-person';
import { checkSiteName } from './check-site-name';
import { readFilingNumber } from './filing-number';
import { natureRows } from './packs/natures';
import { aContext, cell, code, table, type Row } from './printed-tables.fixture';

/*
 * 15.9 row by row: every value is read from the cells themselves, judged by what the library does, and named where the
 * two differ. The last test plants one wrong value in each row.
 */
type Judge = (accept: string, refuse: string) => readonly string[];

const certificate = (type: Parameters<typeof checkCertificateNumber>[0]['type'], number: string): readonly string[] =>
  checkCertificateNumber({ type, number, pointer: '/n' })
    .filter(({ severity }) => severity === 'error')
    .map((one) => one.code);
const wrongly = (values: readonly string[], isRefused: (value: string) => boolean, wanted: boolean) =>
  values.filter((value) => isRefused(value) !== wanted).map((value) => `${value} ${wanted ? 'passes' : 'is refused'}`);
const found = (text: string, pattern: RegExp): readonly string[] => text.match(pattern) ?? [];
const atLeast = (values: readonly string[], count: number): readonly string[] =>
  values.length >= count ? [] : [`only ${values.length} values were read`];

const residentId: Judge = (accept, refuse) => {
  const ids = found(accept, /\d{17}[\dXx]/g);
  const isRefused = (id: string) => certificate('resident-id', id).length > 0;
  const [birth = ''] = found(refuse, /\d{8}/g);
  const short = ids[0]?.slice(0, 17) ?? '';
  const wrongBirth = `110105${birth}123`;
  return [
    ...atLeast(ids, 7),
    ...wrongly(ids, isRefused, false),
    ...wrongly(
      /last character changed/.test(refuse)
        ? ids.map((id) => id.slice(0, 17) + (id.toUpperCase().endsWith('0') ? '1' : '0'))
        : ['unread'],
      isRefused,
      true,
    ),
    ...wrongly([short, short.slice(0, 15), wrongBirth + residentIdCheck(wrongBirth)], isRefused, true),
  ];
};

const permit: Judge = (accept, refuse) => {
  const type = (number: string) =>
    number.startsWith('83') ? ('taiwan-residence-permit' as const) : ('hk-macau-residence-permit' as const);
  const [area = ''] = found(refuse, /\d{6}/g);
  const other = `${area}19900101001`;
  return [
    ...atLeast(found(accept, /\d{18}/g), 2),
    ...wrongly(found(accept, /\d{18}/g), (number) => certificate(type(number), number).length > 0, false),
    ...wrongly(
      [other + residentIdCheck(other)],
      (number) =>
        (['hk-macau-residence-permit', 'taiwan-residence-permit', 'resident-id'] as const).every(
          (one) => certificate(one, number).length > 0,
        ),
      true,
    ),
  ];
};

const creditCode: Judge = (accept, refuse) => {
  const codes = found(accept, /[0-9A-Z]{18}/g);
  const isRefused = (one: string) => certificate('business-licence', one).length > 0;
  const letters = [...(/any of ([A-Z ]+);/.exec(refuse)?.[1] ?? '').replaceAll(' ', '')];
  const wrongInner = `91330106MA000001${organisationCodeCheck('MA000001') === '1' ? '2' : '1'}`;
  return [
    ...atLeast(codes, 6),
    ...atLeast(letters, 5),
    ...wrongly(codes, isRefused, false),
    ...wrongly(
      [
        ...found(refuse, /[0-9A-Z]{18}/g),
        ...letters.map((letter) => `91330106MA00${letter}0015K`),
        wrongInner + creditCodeCheck(wrongInner),
        '91330106MA0000015J',
      ],
      isRefused,
      true,
    ),
  ];
};

const starts: Judge = (accept, refuse) => {
  const printed = accept.split('; ').map((one) => one.split(' ↔ ') as [string, string]);
  const differing = printed.filter(
    ([number, codes]) =>
      natureRows.find(({ code: known }) => String(known) === number)?.creditCodeStarts?.join('/') !== codes,
  );
  const [nature = '', start = ''] = /(\d+) with (\d\d)…/.exec(refuse)?.slice(1) ?? [];
  const row = natureRows.find(({ code: known }) => String(known) === nature);
  const number = (area: string) => {
    const first17 = `${start}${area}MA000001${organisationCodeCheck('MA000001')}`;
    return first17 + creditCodeCheck(first17);
  };
  const of = (area: string) =>
    checkSubjectCertificate(
      { type: 'business-licence', number: number(area), pointer: '/n' },
      aContext('2018-06', { nature: row?.nature as Nature }),
    ).map((one) => `${one.code} ${one.severity}`);
  return [
    ...differing.map(([number_]) => `starts of nature ${number_}`),
    ...atLeast(
      printed.map(([number_]) => number_),
      7,
    ),
    ...(JSON.stringify(of('330106')) === '["credit-code-nature warning"]' ? [] : ['nature against start']),
    ...(of('100000').some((one) => one.endsWith('error')) ? ['area 100000 is an error'] : []),
  ];
};

const mobile: Judge = (accept, refuse) => {
  const pattern = new RegExp(/`(.*)`/.exec(accept)?.[1] ?? '$.^');
  const numbers = Array.from({ length: 100 }, (_, i) => `1${String(i).padStart(2, '0')}00000000`);
  const isRefused = (number: string) => checkMobile(number, '/m').some(({ severity }) => severity === 'error');
  const warned = found(accept, /1[67]\d(?=,|$)/g);
  const warns = numbers
    .map((number) => number.slice(0, 3))
    .filter((start) => checkMobile(`${start}00000000`, '/m').some(({ severity }) => severity === 'warning'));
  const lengths = found(refuse, /\d+(?= or| digits)/g).map(Number);
  return [
    ...numbers.filter((number) => isRefused(number) === pattern.test(number)),
    ...(JSON.stringify([...warned].sort()) === JSON.stringify([...warns].sort()) ? [] : [`warned: ${warns.join()}`]),
    ...atLeast(lengths.map(String), 2),
    ...wrongly(lengths.map((length) => '138'.padEnd(length, '0')).concat('12000000000'), isRefused, true),
  ];
};

const filingNumber: Judge = (accept, refuse) => {
  const isRefused = (number: string) => readFilingNumber(number) === undefined;
  const strangers = found(refuse, /.(?=ICP备…)/gu).map((character) => `${character}ICP备99000001号`);
  return [
    ...atLeast(found(accept, /[^ ,]*ICP备[^ ,]+/g), 3),
    ...atLeast(strangers, 5),
    ...wrongly(found(accept, /[^ ,]*ICP备[^ ,]+/g), isRefused, false),
    ...wrongly([...strangers, '蜀ICP备990000001号', '蜀ICP备99000001号-2B', '京ICP证99000001号'], isRefused, true),
  ];
};

const isNameRefused = (name: string, province: string, remark = '') =>
  checkSiteName(
    { name, pointer: '/n', domains: ['example.cn'], remark },
    aContext('2018-06', { province: code(province), nature: 'individual' }),
  ).some(({ severity }) => severity === 'error');

const siteName: Judge = (accept, refuse) => {
  const least = Number(/^\d+/.exec(accept)?.[0]);
  const beginning = /beginning (\p{Script=Han}+)/u.exec(refuse)?.[1] ?? '';
  const words = [...refuse.matchAll(/(\w+) with (\p{Script=Han}+)/gu)].map(([, where = '', word = '']) => [
    where,
    word,
  ]);
  return [
    ...(isNameRefused('猫'.repeat(least), 'Hainan') ? [`${least} characters are refused`] : []),
    ...(isNameRefused('猫'.repeat(least - 1), 'Hainan') ? [] : [`${least - 1} characters pass`]),
    ...atLeast(words.map(String), 2),
    ...['20180609', 'HappyCat', 'example.cn', `${beginning}的猫咪`].filter((name) => !isNameRefused(name, 'Hainan')),
    ...words
      .filter(
        ([where = '', word = '']) =>
          !isNameRefused(`小猫${word}日记`, where) || isNameRefused(`小猫${word}日记`, 'Hainan'),
      )
      .map(String),
  ];
};

const jiangsuName: Judge = (accept) => {
  const endings = found(accept, /的个人\p{Script=Han}+/gu);
  return [
    ...atLeast(endings, 2),
    ...endings.filter((ending) =>
      isNameRefused(`小猫${ending}`, 'Jiangsu', '本网站为个人网站，用于记录，主要内容随笔'),
    ),
    ...endings.filter((ending) => !isNameRefused(`小猫${ending}`, 'Jiangsu')).map((one) => `${one} without a remark`),
    ...['山间的猫', '小猫的博客'].filter((name) => !isNameRefused(name, 'Jiangsu', '用于记录')),
  ];
};

/** Only the shape is pure: whose six characters they are is asked of the database (`verification`, phones.spec.ts). */
const smsEntry: Judge = (accept, refuse) => {
  const digits = Number(/^(\d)-digit/.exec(accept)?.[1]);
  const tail = accept.includes('last six') ? '12051X' : '';
  const isRefused = (typed: string) =>
    !phoneConfirmationSchema.safeParse({
      administrator: 'subject-administrator',
      code: typed,
      mobile: '13800000000',
      certificateTail: tail,
    }).success;
  const tooFew = /^five digits/.test(refuse) ? 5 : NaN;
  return [...wrongly(['1'.repeat(digits)], isRefused, false), ...wrongly(['1'.repeat(tooFew)], isRefused, true)];
};

const judges: Readonly<Record<string, Judge>> = {
  'resident ID (3.4)': residentId,
  'HK/Macau/Taiwan residence permit': permit,
  'social credit code': creditCode,
  'nature against code start (warning only)': starts,
  mobile,
  'filing number': filingNumber,
  'personal site name': siteName,
  'personal site name, Jiangsu': jiangsuName,
  'SMS entry': smsEntry,
};
const disagreements = (row: Row): readonly string[] =>
  judges[cell(row, 'Check')]?.(cell(row, 'Accept'), cell(row, 'Refuse')) ?? ['no such row'];

// rules.md 15.9
describe('the value checks', () => {
  it.each(table('15.9-values'))('$Check', (row) => {
    expect(disagreements(row)).toEqual([]);
  });

  it('are these nine', () => {
    expect(table('15.9-values').map((row) => cell(row, 'Check'))).toEqual(Object.keys(judges));
  });

  // How: one printed value of each row is altered; the comparison that is green above is no longer empty.
  it.each([
    ['resident ID (3.4)', 'Accept', '110105199003071239', '110105199003071230'],
    ['HK/Macau/Taiwan residence permit', 'Refuse', '840000', '830000'],
    ['social credit code', 'Accept', '91330106MA0000015K', '91330106MA0000015J'],
    ['nature against code start (warning only)', 'Accept', '2 ↔ 11', '2 ↔ 12'],
    ['mobile', 'Accept', '165', '166'],
    ['filing number', 'Refuse', '川ICP备…', '蜀ICP备…'],
    ['personal site name', 'Accept', '3 or more', '2 or more'],
    ['personal site name', 'Refuse', 'Hubei with 商城', 'Shanxi with 商城'],
    ['personal site name, Jiangsu', 'Accept', '的个人主页', '的个人网站'],
    ['SMS entry', 'Accept', '6-digit', '7-digit'],
  ])('turn red for a wrong value of %s', (check, column, right, wrong) => {
    const row = table('15.9-values').find((one) => cell(one, 'Check') === check)!;
    expect(cell(row, column)).toContain(right);
    expect(disagreements({ ...row, [column]: cell(row, column).replace(right, wrong) })).not.toEqual([]);
  });
});
