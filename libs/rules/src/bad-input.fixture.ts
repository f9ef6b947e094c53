import type { CertificateType } from '@beian/contracts';
import { residentIdCheck } from './check-digits';

/*
 * The bad-input catalogue, B-1 to B-6, as one table. A pure row is asked of the library, in Node and in the browser build,
 * and its cases stand here; a stateful one needs a database, a clock or the outside, and names the spec that holds it and the
 * story that asks it through the gateway.
 */

/** What is asked: `[question, arguments…]`; see `ask-rules.fixture.ts`. */
export type Asked = readonly [question: string, ...given: readonly unknown[]];
/** The codes of the findings in their order, or the value; `[]` accepts. */
export type Case = readonly [asked: Asked, answer: readonly string[] | string];

export type BadInputRow =
  | { readonly row: string; readonly mark: 'pure'; readonly cases: readonly Case[] }
  | { readonly row: string; readonly mark: 'stateful'; readonly why: string; readonly provedBy: readonly string[] };

const id = (first17: string): string => first17 + residentIdCheck(first17);
const good = '110105199003071239';
const credit = '91330106MA0000015K';

const certificate = (type: CertificateType, number: string): Asked => ['certificate', type, number];
const resident = (number: string, ...codes: readonly string[]): Case => [certificate('resident-id', number), codes];
const licence = (number: string, ...codes: readonly string[]): Case => [certificate('business-licence', number), codes];
const person = (name: string, ...codes: readonly string[]): Case => [['personName', name], codes];
const unit = (name: string, ...codes: readonly string[]): Case => [['organisationName', name], codes];
const domain = (text: string, answer: string): Case => [['domain', text], answer];
const mobile = (number: string, ...codes: readonly string[]): Case => [['mobile', number], codes];
const email = (address: string, ...codes: readonly string[]): Case => [['email', address], codes];
const pure = (row: string, ...cases: readonly Case[]): BadInputRow => ({ row, mark: 'pure', cases });
const stateful = (row: string, why: string, ...provedBy: readonly string[]): BadInputRow => ({
  row,
  mark: 'stateful',
  why,
  provedBy,
});

const length = 'resident-id-length';
const check = 'resident-id-check-digit';
const bornOn = (birth: string): string => id(`110105${birth}123`);
const inArea = (area: string): string => id(`${area}19900101123`);

const certificates: readonly BadInputRow[] = [
  pure(
    'B-1.1',
    resident('', length),
    resident('1', length),
    resident('110105900307123', length),
    resident(good.slice(0, 17), length),
    resident(`${good}0`, length),
    resident('1'.repeat(100_000), length),
  ),
  pure(
    'B-1.2',
    ...[...'0123456789X'].map((last) => resident(good.slice(0, 17) + last, ...(last === '9' ? [] : [check]))),
  ),
  pure('B-1.3', resident('44030619851105002x'), [['canonicalNumber', '44030619851105002x'], '44030619851105002X']),
  pure(
    'B-1.4',
    resident('４４０３０６１９８５１１０５００２Ｘ'),
    resident('44030619851105002\u2169'),
    resident('44030619851105002\u0425', length),
    resident('44030619851105002\u03a7', length),
    resident('44030619851105002\u00d7', length),
  ),
  pure(
    'B-1.5',
    resident('\u0661\u0661\u0660\u0661\u0660\u0665199003071239', length),
    resident('\u0967\u0967\u0966\u0967\u0966\u096b199003071239', length),
  ),
  pure('B-1.6', resident(`${good}\n`), [['canonicalNumber', `${good}\n`], good], resident(`${good}\n1`, length)),
  pure(
    'B-1.7',
    resident(bornOn('19900230'), 'resident-id-birth-date'),
    resident(bornOn('19000229'), 'resident-id-birth-date'),
    resident(bornOn('20000229')),
    resident(bornOn('17991231'), 'resident-id-birth-date'),
    [['age', bornOn('20180610'), '2018-06-09'], ['age-impossible']],
    [['age', bornOn('20180609'), '2018-06-09'], ['age-refused']],
    [['age', bornOn('20000610'), '2018-06-09'], ['age-refused']],
    [['age', bornOn('20000609'), '2018-06-09'], []],
    [['age', bornOn('18680608'), '2018-06-09'], []],
    [['age', bornOn('18670609'), '2018-06-09'], ['age-impossible']],
  ),
  pure(
    'B-1.8',
    ...['000000', '999999', '710000'].map((area) => resident(inArea(area), 'resident-id-area')),
    ...['110103', '310103'].map((area) => resident(inArea(area))),
    resident(inArea('330199'), 'resident-id-area-unlisted'),
    [certificate('hk-macau-residence-permit', inArea('810000')), []],
    [certificate('hk-macau-residence-permit', inArea('820000')), []],
    [certificate('taiwan-residence-permit', inArea('830000')), []],
  ),
  stateful(
    'B-1.9',
    'the same number for two persons is seen across administrators by keyed marks, and across filings by blind index',
    'services/subject/src/pin-subject.spec.ts',
    'libs/rules/src/judge-across.spec.ts',
    'test/stories/bad-input.spec.ts',
  ),
  pure(
    'B-1.10',
    [['validity', '长期', '2018-06-09'], []],
    [['validity', 'long-term', '2018-06-09'], []],
    [['validity', '2018-06-08', '2018-06-09'], ['certificate-expired']],
    [['validity', '2018-06-09', '2018-06-09'], ['certificate-expires-soon']],
    [['validity', '2018-09-09', '2018-06-09'], ['certificate-expires-soon']],
    [['validity', '2018-09-10', '2018-06-09'], []],
    [['validity', '9999-12-31', '2018-06-09'], []],
  ),
  pure(
    'B-1.11',
    ...(
      [
        ['hk-macau-travel-permit', 'H12345678', true],
        ['hk-macau-travel-permit', 'm1234567890', true],
        ['hk-macau-travel-permit', 'H123456789', false],
        ['hk-macau-travel-permit', 'A12345678', false],
        ['taiwan-travel-permit', '12345678', true],
        ['taiwan-travel-permit', '1234567890', true],
        ['taiwan-travel-permit', '123456789', false],
        ['passport', 'E 1234 5678', true],
        ['passport', 'EO1234567', true],
        ['passport', 'E0\u04121234567', false],
        ['passport', 'E12', false],
        ['passport', 'E'.repeat(18), false],
        ['foreign-permanent-residence', 'ABC123456789012', true],
        ['foreign-permanent-residence', '912345678901234567', true],
        ['foreign-permanent-residence', '812345678901234567', false],
        ['foreign-permanent-residence', 'AB1234567890123', false],
      ] as const
    ).map(([type, number, isFine]): Case => [
      certificate(type, number),
      isFine ? [] : ['certificate-number-malformed'],
    ]),
  ),
  pure(
    'B-1.12',
    [certificate('passport', '片'.repeat(9)), ['certificate-number-malformed']],
    resident('H12345678', length),
    licence(good, 'credit-code-organisation-check'),
    [certificate('taiwan-residence-permit', good), ['permit-area']],
    [certificate('resident-id', inArea('830000')), ['resident-id-area']],
    [['subjectCertificate', 'business-licence', credit, 'individual'], ['certificate-type-not-of-nature']],
  ),
  pure('B-1.13', [['slips', 'resident-id', good], []]),
];

const papers: readonly BadInputRow[] = [
  pure(
    'B-2.1',
    ...[...'IOSVZ'].map((letter) => licence(`91330106MA00${letter}0015K`, 'credit-code-character')),
    licence('91330106ma0000015k'),
    licence('91330106 MA000001-5 K'),
    licence('９１３３０１０６ＭＡ０００００１５Ｋ'),
    licence('91330106M\u04100000015K', 'credit-code-character'),
  ),
  pure('B-2.2', licence('913301060ABCDE1250'.slice(0, 17), 'credit-code-length'), [['codesEndingInZero', 40], []]),
  pure('B-2.3', [['wrongInside', 'MA000001'], ['credit-code-organisation-check']]),
  pure(
    'B-2.4',
    [['subjectCertificate', 'business-licence', credit, 'enterprise'], []],
    [
      ['subjectCertificate', 'credit-code', '121101080000000274', 'government'],
      ['credit-code-nature', 'CROSS_PROVINCE'],
    ],
  ),
  pure(
    'B-2.5',
    [['subjectCertificate', 'business-licence', '92500105MA0000YY1Y', 'enterprise'], ['CROSS_PROVINCE']],
    [['centralCode', 'enterprise'], []],
  ),
  pure(
    'B-2.6',
    licence('330100000012345', 'credit-code-length'),
    licence('MA0000015', 'credit-code-length'),
    [certificate('organisation-code', 'MA000001-5'), []],
    [certificate('organisation-code', 'MA0000014'), ['certificate-number-malformed']],
  ),
  stateful(
    'B-2.7',
    'the standing of a body is in a register that no port of ours reaches: SUBJECT_ABNORMAL is the reviewer’s or the authority’s',
    'libs/rules/src/reject-drafts.spec.ts',
    'services/verification/src/authority/hand-over.spec.ts',
    'test/stories/bad-input.spec.ts',
  ),
  pure('B-2.8', [['slips', 'business-licence', credit], []]),
];

const blankName: readonly string[] = ['field-missing'];
const names: readonly BadInputRow[] = [
  pure(
    'B-3.1',
    ...['', ' ', '\u3000', '\u200b\u200d\ufeff'].map((text): Case => [['organisationName', text], blankName]),
    ...['', '\u3000', '\u2060'].map((text): Case => [['subject', { mailingAddress: text }], ['field-missing']]),
  ),
  pure('B-3.2', person('林', 'person-name-malformed'), person('林文'), person('阿'.repeat(50))),
  stateful(
    'B-3.2 limits',
    'no length is printed in the regulation; the edge takes 60 and 120 characters and refuses more',
    'libs/contracts/src/schemas/text.spec.ts',
    'test/stories/bad-input.spec.ts',
  ),
  pure(
    'B-3.3',
    person('䶮明'),
    person('𠮷野'),
    person('\u{20bb7}\u{2a700}'),
    person('\u{30000}\u{31350}'),
    person('林\ue000', 'writing-sign'),
    person('林\u{f0000}', 'writing-sign'),
  ),
  pure(
    'B-3.4',
    person('隆\uf9dc'),
    [['sameHolder', '隆\uf9dc', '隆\u9686'], 'true'],
    [['sameHolder', '㈱试验', '(株)试验'], 'true'],
    [['withMiddleDots', '隆\uf9dc㈱'], '隆\uf9dc㈱'],
  ),
  pure(
    'B-3.5',
    ...['\u00b7', '\u30fb', '\u2022', '\u2027', '\uff65'].flatMap((dot): readonly Case[] => [
      person(`买买提${dot}艾力`),
      [['withMiddleDots', `买买提${dot}艾力`], '买买提\u00b7艾力'],
      [['sameHolder', `买买提${dot}艾力`, '买买提\u00b7艾力'], 'true'],
    ]),
  ),
  pure(
    'B-3.6',
    person(`林${'\u0301'.repeat(1000)}`, 'writing-sign'),
    person('林\u202e文', 'writing-sign'),
    person('林\u00ad文', 'writing-sign'),
    person('林\ufeff文', 'writing-sign'),
    person('林\ufe00文', 'writing-sign'),
    person('林\u{e0100}文', 'writing-sign'),
    person('林文😀', 'writing-sign'),
    person('林文🇨🇳', 'writing-sign'),
    unit('测试😀有限公司', 'writing-sign'),
  ),
  pure(
    'B-3.7',
    person('林A文', 'name-mixed-scripts'),
    person('林\u0430文', 'name-mixed-scripts'),
    person('Anne Lin'),
    person('林\uff21文', 'name-mixed-scripts'),
  ),
  pure(
    'B-3.8',
    ...['"', ';', '<script>', '${1}', '{{1}}', '=cmd|'].map((text) => unit(`测试${text}有限公司`, 'writing-sign')),
    unit("测试'有限公司", 'writing-sign'),
    unit('测试%0d%0a有限公司', 'writing-sign'),
    unit('测试\r\nBcc: a有限公司', 'writing-sign'),
    [['subject', { mailingAddress: '西湖区<b>1号' }], ['writing-sign']],
    [['subject', { mailingAddress: '../../西湖区1号' }], []],
  ),
  pure('B-3.9', ...['Null', 'undefined', 'NaN', 'true', 'None'].map((name) => person(name))),
  pure(
    'B-3.10',
    [['subject', { mailingProvince: '31' }], ['mailing-address-elsewhere']],
    [['subject', { mailingAddress: '西湖区某村' }], ['mailing-address-not-to-the-door']],
    [['subject', { mailingAddress: '西湖区某村', remark: '无门牌号，地址已为最详细' }], []],
  ),
  pure(
    'B-3.11',
    [['siteName', '猫咪商城日记', '42'], ['site-name-province-word']],
    [['siteName', 'shiyan.cn', '33'], ['site-name-is-domain']],
    [['siteName', '１２３４５６', '33'], ['site-name-digits']],
    [['siteName', '山间的猫', '33'], []],
  ),
];

const malformed = 'domain-malformed';
const domains: readonly BadInputRow[] = [
  pure(
    'B-4 case, width, invisible',
    domain('EXAMPLE.CN', 'ok example.cn'),
    domain('ｅｘａｍｐｌｅ.cn', 'ok example.cn'),
    domain('example。cn', 'ok example.cn'),
    domain('exa\u200bmple.cn', malformed),
    domain('exa\u00admple.cn', malformed),
  ),
  pure(
    'B-4 look-alikes',
    domain('аррӏе.cn', 'domain-look-alike xn--80ak6aa92e.cn'),
    domain('例子a.cn', 'domain-look-alike xn--a-kb7ap09a.cn'),
  ),
  pure(
    'B-4 Han',
    domain('例子.中国', 'ok xn--fsqu00a.xn--fiqs8s'),
    domain('xn--fsqu00a.xn--fiqs8s', 'ok xn--fsqu00a.xn--fiqs8s'),
  ),
  pure('B-4 path', domain('example.cn/../x', malformed)),
  pure('B-4 numbers', domain('0x7f.1', 'domain-is-ip'), domain('1.2.3.4', 'domain-is-ip')),
  pure(
    'B-4 shape',
    ...[`${'a'.repeat(64)}.cn`, `${'a.'.repeat(127)}cn`, 'a..cn', '-a.cn', 'a-.cn', 'a_b.cn', 'cn', 'localhost'].map(
      (text) => domain(text, malformed),
    ),
  ),
  pure('B-4 final dot', domain('example.cn.', 'ok example.cn')),
  pure('B-4 sharp s', domain('faß.cn', 'domain-look-alike xn--fa-hia.cn')),
  pure(
    'B-4 rest',
    ...['example.cn:8080', 'exa mple.cn', 'exa\u0000mple.cn', 'exa\u202emple.cn', 'xn--a.cn', ''].map((text) =>
      domain(text, malformed),
    ),
  ),
  pure(
    'B-4 also: names',
    domain('www.example.cn', 'domain-is-sub-domain example.cn'),
    domain('*.example.cn', malformed),
    domain('http://example.cn', malformed),
    domain('user:pass@example.cn', malformed),
    domain('example.cn#a', malformed),
    [['siteDomains', []], ['field-missing']],
    [['siteDomains', ['example.cn']], []],
    [['siteDomains', ['example.cn', 'EXAMPLE.cn.']], ['domain-repeated']],
    [['siteDomains', ['例子.中国', 'xn--fsqu00a.xn--fiqs8s']], ['domain-repeated']],
  ),
  pure(
    'B-4 also: registry',
    [['judgeDomain', 'a.org', '2020-01-01'], ['DOMAIN_TLD']],
    [['judgeDomain', 'a.cn', '2018-06-08'], ['domain-expired']],
    [['judgeDomain', 'a.cn', '2018-06-09'], ['DOMAIN_EXPIRY']],
    [['judgeDomain', 'a.cn', '2020-01-01'], []],
  ),
  pure(
    'B-4 also: simplified and traditional',
    [['siteDomains', ['例测.中国', '例測.中国']], ['domain-other-form']],
    [['siteDomains', ['例測.中国', '例测.中国']], ['domain-other-form']],
    [['siteDomains', ['例發.cn', '例髮.cn']], ['domain-other-form']],
    [['siteDomains', ['例測.中国', '例題.中国']], []],
    [['siteDomains', ['例測.中国', 'xn--fsqq06e.xn--fiqs8s']], ['domain-repeated']],
    [['siteDomains', ['例測.cn']], []],
  ),
  stateful(
    'B-4 also: many',
    'the edge takes 50 domains a site; how many a filing may hold is the pack’s',
    'libs/rules/src/check-site-draft.spec.ts',
    'libs/rules/src/judge-across.spec.ts',
    'test/stories/bad-input.spec.ts',
  ),
  stateful(
    'B-4 also: races',
    'transfer, a changed registrant and the same domain in two filings need the registry and the database',
    'services/website/src/pin-website.spec.ts',
    'test/stories/races.spec.ts',
  ),
];

const elsewhere = ['home-page-elsewhere'];
const addresses: readonly BadInputRow[] = [
  pure(
    'B-5 home page',
    ...[
      'http://127.0.0.1',
      'http://[::1]',
      'http://[::ffff:127.0.0.1]',
      'http://0',
      'http://0177.0.0.1',
      'http://2130706433',
      'http://169.254.169.254',
      'http://100.100.100.200',
      'http://10.0.0.1',
      'file:///etc/passwd',
      'gopher://example.cn',
      '//host',
      'http://a@b',
      'http://a@example.cn',
      'http://evil.com\\.example.cn',
      'http://example.cn.evil.com',
    ].map((page): Case => [['homePage', page], elsewhere]),
    [['homePage', 'http://www.example.cn/a'], []],
    [['homePage', 'example.cn'], []],
  ),
  stateful(
    'B-5 names and redirects',
    'what a name resolves to, and when, is known at the call',
    'services/website/src/ask-party.spec.ts',
  ),
  stateful(
    'B-5 servers and service codes',
    'instance, account and use of a code are asked of the cloud and the database',
    'services/website/src/apply-service-code.spec.ts',
    'libs/rules/src/judge-server.spec.ts',
    'test/stories/contest.spec.ts',
  ),
];

const contacts: readonly BadInputRow[] = [
  pure(
    'B-6 phones',
    ...[
      '+8613800000000',
      '008613800000000',
      '8613800000000',
      '138 0000 0000',
      '138-0000-0000',
      '１３８００００００００',
    ].map((number) => mobile(number)),
    ...['1380000000', '138000000000', '12000000000', '+12025550123', '+88213000000000', '١٣٨٠٠٠٠٠٠٠٠'].map((number) =>
      mobile(number, 'mobile-malformed'),
    ),
    ...['170', '171', '162', '165', '167'].map((range) => mobile(`${range}00000000`, 'mobile-virtual-range')),
    [['landline', '086-0571-85022088-123'], []],
    [['landline', '85022088'], ['landline-malformed']],
    [['areaCode', '086-010-12345678', '33'], ['landline-elsewhere']],
    [['areaCode', '086-0571-85022088', '33'], []],
    [['twoAdministrators', { mobile: '13800000000' }, { mobile: '+86 138 0000 0000' }], ['PHONE_DUPLICATE']],
  ),
  stateful(
    'B-6 phones elsewhere',
    'a number under another subject is known by its blind index',
    'services/subject/src/pin-subject.spec.ts',
    'test/stories/bad-input.spec.ts',
  ),
  pure(
    'B-6 e-mails',
    email('a@example.cn'),
    email('A.B+tag@Example.CN'),
    email(`${'a'.repeat(243)}@example.cn`, 'email-malformed'),
    email('"a b"@example.cn', 'email-malformed'),
    email('a@例子.中国', 'email-malformed'),
    email('a@example.cn\r\nBcc: b@example.cn', 'email-malformed'),
    email('a@@example.cn', 'email-malformed'),
    email('a@b@example.cn', 'email-malformed'),
  ),
  stateful(
    'B-6 codes',
    'codes are issued, counted and compared in the database',
    'services/verification/src/phones/phones.spec.ts',
    'test/stories/races.spec.ts',
  ),
  pure(
    'B-6 dates',
    [['isDay', '2024-02-29'], 'true'],
    ...[
      '2026-02-29',
      '0000-00-00',
      '10000-01-01',
      '2026-13-01',
      '2026-1-1',
      '二〇二六',
      '1767225600',
      '2026-01-01T24:00:00',
    ].map((text): Case => [['isDay', text], 'false']),
    [['birthDate', '110105198605041239'], '1986-05-04'],
    [['birthDate', '110105194006011239'], '1940-06-01'],
    [['validity', '2026-02-29', '2018-06-09'], ['date-malformed']],
  ),
  pure(
    'B-6 deadlines',
    [['addWorkdays', '2026-02-13T03:00:00.000Z', 1], '2026-02-14T10:00:00.000Z'],
    [['addWorkdays', '2026-02-14T03:00:00.000Z', 1], '2026-02-24T10:00:00.000Z'],
    [['addWorkdays', '2024-02-28T03:00:00.000Z', 1], '2024-02-29T10:00:00.000Z'],
    [['addWorkdays', '2025-12-31T03:00:00.000Z', 1], '2026-01-04T10:00:00.000Z'],
  ),
];

export const badInput: readonly BadInputRow[] = [
  ...certificates,
  ...papers,
  ...names,
  ...domains,
  ...addresses,
  ...contacts,
];
