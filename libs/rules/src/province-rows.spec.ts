import { allNames, cell, code, namesIn, table, type Row } from './printed-tables.fixture';
import { recordsInForce, valueOf } from './look-up';
import { provinces } from './provinces';
import type { RuleKey, RuleValues } from './rule-values';
import type { RulePackId } from '@beian/contracts';

/*
 * The four tables of provinces, cell by cell. `disagreements` reads the printed English of a cell into the value it means
 * and compares that with what the packs answer; the last test plants one wrong cell and sees it named.
 */

interface Question {
  readonly name: string;
  readonly subject: 'individual' | 'organisation';
  readonly pack: RulePackId;
  readonly asOf: string;
}

const has = <K extends RuleKey>(key: K, { name, subject, pack, asOf }: Question): RuleValues[K] | undefined =>
  valueOf(key, { province: code(name), subject }, { pack, asOf });

const roles: Readonly<Record<string, readonly string[]>> = {
  'unit only': ['unit'],
  unit: ['unit'],
  'unit or legal rep': ['unit', 'legal-rep'],
  'unit, legal rep, subject admin or site admin': ['unit', 'legal-rep', 'subject-admin', 'site-admin'],
};
const holders = (text: string): readonly string[] =>
  /shareholder/.test(text)
    ? ['unit', 'shareholder', 'legal-rep', 'manager']
    : (roles[text.replace(/ \(unit or.*/, '')] ?? [`unread: ${text}`]);

function admin(text: string): string {
  if (/if the name has/.test(text)) return 'legal-rep-if-finance-name';
  if (/^(free|any)/.test(text)) return 'free';
  return /else letter/.test(text) && !/no letter/.test(text) ? 'legal-rep-or-letter' : 'legal-rep';
}

function site(text: string): string {
  if (/not\W+ ?the subject admin/.test(text)) return 'not-subject-admin';
  if (/same rule/.test(text)) return 'legal-rep-if-finance-name';
  if (/another subject/.test(text)) return 'not-under-another-subject';
  if (/else letter|^same$/.test(text)) return 'legal-rep-or-letter';
  if (/same person/.test(text)) return 'subject-admin-unless-legal-rep';
  if (/residence permit/.test(text)) return 'residence-paper-if-elsewhere';
  return text === 'free' ? 'free' : `unread: ${text}`;
}

/** What a text says of the age; `general` where it says nothing. */
function age(text: string): string {
  if (/<\s?18[^;]*guardian/.test(text)) return 'guardian-id';
  if (/<\s?18[^;]*work/.test(text)) return 'proof-of-work';
  return /18\+|^18$/.test(text) ? '18' : 'general';
}
function ageOf(question: Question): string {
  const rule = has('subject.age', question);
  return rule?.paper ?? (rule?.doubtfulUnder === undefined ? String(rule?.refusedUnder) : 'general');
}

function elsewhere(text: string): string {
  if (/refused/.test(text.replace(/\(refused.*\)/, ''))) return 'refused';
  return /permit|proof of study/.test(text) ? 'with-paper' : 'none';
}

const compare = (name: string, column: string, printed: unknown, packed: unknown): readonly string[] =>
  JSON.stringify(printed) === JSON.stringify(packed)
    ? []
    : [`${name}, ${column}: printed ${JSON.stringify(printed)}, pack ${JSON.stringify(packed)}`];

function organisationRow(row: Row): readonly string[] {
  const name = cell(row, 'Province');
  const q: Question = { name, subject: 'organisation', pack: '2019-07', asOf: '2019-09-20' };
  const other = cell(row, 'Other');
  const province = provinces.find(({ en }) => en === name)!;
  return [
    ...compare(name, 'Code', cell(row, 'Code'), `${province.code}0000`),
    ...compare(name, 'No.', cell(row, 'No.'), province.character),
    ...compare(name, 'Subject admin', admin(cell(row, 'Subject admin')), has('subject.administrator', q)),
    ...compare(name, 'age', age(cell(row, 'Subject admin')), ageOf(q)),
    ...compare(name, 'Site admin', site(cell(row, 'Site admin')), has('site.administrator', q)),
    ...compare(name, 'Domain holder', holders(cell(row, 'Domain holder')), has('domain.holder', q)),
    ...compare(name, 'in-province mobile', /in-province mobile/.test(other), has('phone.local', q) === true),
    ...compare(name, 'privacy off', /privacy off/.test(other), has('domain.privacyOff', q) === true),
    ...compare(
      name,
      'no foreigners',
      /no foreigners/.test(cell(row, 'Subject admin')),
      has('subject.noForeigners', q) === true,
    ),
    ...compare(name, 'SMS', smsBatch(name), cell(row, 'SMS')),
  ];
}

function smsBatch(name: string): string {
  const asked = (pack: RulePackId, asOf: string) => valueOf('sms.provinces', {}, { pack, asOf })!.includes(code(name));
  if (asked('2018-06', '2017-12-18')) return 'a';
  if (asked('2018-09', '2018-09-10')) return 'b';
  return asked('2018-09', '2018-09-24') ? 'c' : 'd';
}

const transfers: Readonly<Record<string, string>> = {
  'if legal rep': 'if-legal-rep',
  'if legal rep or site admin': 'if-legal-rep-or-site-admin',
};

function individualRow(row: Row): readonly string[] {
  const name = cell(row, 'Province');
  const q: Question = { name, subject: 'individual', pack: '2019-07', asOf: '2019-09-20' };
  const certificates = cell(row, 'Domain certificate');
  const rule = has('documents.domainCertificate', q);
  const printed =
    certificates === 'all domains'
      ? 'every'
      : certificates === 'new domains'
        ? 'new-domains'
        : certificates === 'with plan'
          ? 'with-site-plan'
          : certificates === '> 3 domains'
            ? 'from-in-order 4'
            : certificates === '≥ 5 under subject'
              ? 'from-under-subject 5'
              : 'none';
  const [person = '', unit = ''] = cell(row, 'Change').split(' / ');
  const isContradictory = /contradictory/.test(person); // C35: no to a person, yes to the unit of the legal representative
  return [
    ...compare(
      name,
      'Out-of-province ID',
      elsewhere(cell(row, 'Out-of-province')),
      has('certificate.elsewhere', q)?.answer ?? 'none',
    ),
    ...compare(name, 'Age', age(cell(row, 'Age')), ageOf(q)),
    ...compare(name, 'Mobile', /^local/.test(cell(row, 'Mobile')), has('phone.local', q) === true),
    ...compare(
      name,
      'Domain certificate',
      printed,
      rule === undefined ? 'none' : 'from' in rule ? `${rule.when} ${rule.from}` : rule.when,
    ),
    ...compare(
      name,
      'to other person',
      isContradictory ? 'no' : (transfers[person] ?? person),
      has('transfer.person', q),
    ),
    ...compare(name, 'to unit', isContradictory ? 'if-legal-rep' : (transfers[unit] ?? unit), has('transfer.unit', q)),
    ...compare(
      name,
      'ID card only',
      /ID card only/.test(cell(row, 'Other')),
      has('certificate.idCardOnly', q) === true,
    ),
    ...compare(
      name,
      'no foreigners',
      /no foreigners/.test(cell(row, 'Other')),
      has('subject.noForeigners', q) === true,
    ),
    ...compare(
      name,
      'privacy off',
      /privacy off/.test(cell(row, 'Other')) || name === 'Shanghai',
      has('domain.privacyOff', q) === true,
    ), // C40
  ];
}

function rowOf2018(row: Row): readonly string[] {
  const name = cell(row, 'Province');
  if (name === 'Jilin') return []; // no page on that day: 10.1 and 10.2 serve
  const day = { name, pack: '2018-06', asOf: '2018-06-09' } as const;
  const [unit, person] = [
    { ...day, subject: 'organisation' },
    { ...day, subject: 'individual' },
  ] as const;
  const other = cell(row, 'Other');
  const people = cell(row, 'Individuals');
  const certificates = /certificate for every domain/.test(other)
    ? 'every'
    : (/≥ (\d) domains/.exec(other)?.[1] ?? 'none');
  const packed = (q: Question) => {
    const rule = has('documents.domainCertificate', q);
    return rule === undefined || rule.when === 'with-site-plan'
      ? 'none'
      : 'from' in rule
        ? String(rule.from)
        : rule.when;
  };
  return [
    ...compare(name, 'Subject admin', admin(cell(row, 'Subject admin')), has('subject.administrator', unit)),
    ...compare(name, 'age of admin', age(cell(row, 'Subject admin')), ageOf(unit)),
    ...compare(name, 'Site admin', site(cell(row, 'Site admin')), has('site.administrator', unit)),
    ...compare(name, 'Domain holder', holders(cell(row, 'Domain holder')), has('domain.holder', unit)),
    ...compare(name, 'Individuals', elsewhere(people), has('certificate.elsewhere', person)?.answer ?? 'none'),
    ...compare(name, 'ID card only', /ID card only/.test(people), has('certificate.idCardOnly', person) === true),
    ...[unit, person].flatMap((q) =>
      compare(name, 'local mobile', /local mobile/.test(other), has('phone.local', q) === true),
    ),
    ...[unit, person].flatMap((q) =>
      compare(name, 'privacy', /privacy off/.test(other), has('domain.privacyOff', q) === true),
    ),
    ...[unit, person].flatMap((q) => compare(name, 'domain certificates', certificates, packed(q))),
  ];
}

/** The day in the last column is the first on which the rows of 2019 answer. */
function firstPrinted(row: Row): readonly string[] {
  const name = cell(row, 'Province');
  const day = /\d{4}-\d\d-\d\d/.exec(cell(row, '10.1'))![0];
  const records = recordsInForce('site.administrator', { pack: '2020-08', asOf: '2025-12-31' });
  const newest = records.filter(({ scope }) => scope.province === code(name)).at(-1);
  return compare(name, 'first printed', name === 'Jilin' ? undefined : day, newest?.validFrom);
}

function rowOf2026(row: Row): readonly string[] {
  const name = cell(row, 'Province');
  const q: Question = { name, subject: 'organisation', pack: '2026', asOf: '2026-06-01' };
  const person: Question = { ...q, subject: 'individual' };
  const [text, other] = [cell(row, 'Subject admin'), cell(row, 'Other changes')];
  const printed = /^must hold/.test(text)
    ? 'legal-rep-or-letter'
    : /^must/.test(text)
      ? 'legal-rep'
      : /^usually/.test(text)
        ? 'usually-legal-rep'
        : /authorised|not legal rep/.test(text)
          ? 'legal-rep-or-letter'
          : undefined;
  const kept = has('subject.administrator', { ...q, pack: '2020-08', asOf: '2025-12-31' });
  return [
    ...compare(name, 'Subject admin', printed ?? kept, has('subject.administrator', q)),
    ...compare(name, 'same city', /same city/.test(other), has('address.sameCity', q) === true),
    ...(/out-of-province ID now refused|individuals local only/.test(other)
      ? compare(name, 'individuals', 'refused', has('certificate.elsewhere', person)?.answer)
      : []),
    ...(/individuals from elsewhere allowed/.test(other)
      ? compare(name, 'individuals', 'allowed', has('certificate.elsewhere', person)?.answer)
      : []),
    ...(/residence permit|temporary permit/.test(other)
      ? compare(name, 'individuals', 'with-paper', has('certificate.elsewhere', person)?.answer)
      : []),
    ...(/18\+/.test(other) ? compare(name, 'age', 18, has('subject.age', person)?.refusedUnder) : []),
    ...(/holder = unit/.test(other) ? compare(name, 'holder', ['unit'], has('domain.holder', q)) : []),
  ];
}

const tables = [
  ['10.1-organisations', organisationRow],
  ['10.2-individuals', individualRow],
  ['10.4-of-2018', rowOf2018],
  ['10.4-of-2018', firstPrinted],
  ['10.3-newer', rowOf2026],
] as const;

describe.each(tables)('the provinces of %s', (name, disagreements) => {
  it.each(table(name))('agree in $Province', (row) => {
    expect(disagreements(row)).toEqual([]);
  });

  it('are all 31', () => {
    expect(table(name).map((row) => cell(row, 'Province'))).toEqual(allNames);
  });
});

describe('a planted wrong cell', () => {
  // How: one cell of the transcribed table is altered here; the same comparison that is green above names exactly it.
  it.each([
    ['10.1-organisations', organisationRow, 'Shanghai', 'Site admin', 'free'],
    ['10.1-organisations', organisationRow, 'Gansu', 'Domain holder may be', 'unit or legal rep'],
    ['10.1-organisations', organisationRow, 'Zhejiang', 'SMS', 'c'],
    ['10.2-individuals', individualRow, 'Hainan', 'Out-of-province ID', '**refused**'],
    ['10.4-of-2018', rowOf2018, 'Tianjin', 'Domain holder', 'unit'],
    ['10.4-of-2018', firstPrinted, 'Qinghai', '10.1 / 10.2 first printed', '2018-09-19'],
    ['10.3-newer', rowOf2026, 'Hebei', 'Subject admin 2026', 'usually legal rep'],
  ] as const)('in %s turns red', (name, disagreements, province, column, wrong) => {
    const row = table(name).find((one) => one['Province'] === province)!;
    expect(row[column]).toBeDefined();
    expect(disagreements({ ...row, [column]: wrong })).toEqual([expect.stringContaining(province)]);
  });
});

// rules.md 15.5: the sets are taken from the packs and compared with the printed names and counts.
const where = (
  subject: Question['subject'],
  test: (q: Question) => boolean,
  pack: RulePackId = '2019-07',
  asOf = '2019-09-20',
): readonly string[] => allNames.filter((name) => test({ name, subject, pack, asOf }));
const unit = (test: (q: Question) => boolean) => where('organisation', test);
const person = (test: (q: Question) => boolean) => where('individual', test);
const transfer = (a: string, b: string) =>
  person((q) => has('transfer.person', q) === a && has('transfer.unit', q) === b);

const sets: Readonly<Record<string, readonly string[]>> = {
  'SMS batch a': allNames.filter((name) => smsBatch(name) === 'a'),
  'SMS batch b': allNames.filter((name) => smsBatch(name) === 'b'),
  'SMS batch c': allNames.filter((name) => smsBatch(name) === 'c'),
  'SMS batch d': allNames.filter((name) => smsBatch(name) === 'd'),
  '10.1 subject admin: legal rep, no letter': unit((q) => has('subject.administrator', q) === 'legal-rep'),
  '10.1 subject admin: legal rep, else letter': unit((q) => has('subject.administrator', q) === 'legal-rep-or-letter'),
  '10.1 subject admin: by name / free': unit((q) => /finance|free/.test(String(has('subject.administrator', q)))),
  '10.1 site admin: legal rep, else letter': unit((q) => has('site.administrator', q) === 'legal-rep-or-letter'),
  '10.1 site admin: special': unit(
    (q) => !['free', 'legal-rep-or-letter'].includes(String(has('site.administrator', q))),
  ),
  '10.1 site admin: free': unit((q) => has('site.administrator', q) === 'free'),
  '10.1 domain holder: unit only': unit((q) => has('domain.holder', q)!.length === 1),
  '10.1 domain holder: unit or legal rep': unit((q) => has('domain.holder', q)!.length === 2),
  '10.1 domain holder: unit, shareholder, legal rep, manager': unit((q) => has('domain.holder', q)!.length === 4),
  '10.1 in-province mobile (org)': unit((q) => has('phone.local', q) === true),
  '10.2 local mobile (individual)': person((q) => has('phone.local', q) === true),
  '10.2 out-of-province refused': person((q) => has('certificate.elsewhere', q)?.answer === 'refused'),
  '10.2 out-of-province with paper': person((q) => has('certificate.elsewhere', q)?.answer === 'with-paper'),
  '10.2 out-of-province: no rule': person((q) => has('certificate.elsewhere', q) === undefined),
  '10.4 out-of-province refused (2018-06-09)': where(
    'individual',
    (q) => has('certificate.elsewhere', q)?.answer === 'refused',
    '2018-06',
    '2018-06-09',
  ),
  '10.2 ID card only': person((q) => has('certificate.idCardOnly', q) === true),
  '10.2 change to other person / unit: no / no': transfer('no', 'no'),
  '10.2 yes / yes': transfer('yes', 'yes'),
  '10.2 no / if legal rep': transfer('no', 'if-legal-rep').filter((name) => name !== 'Yunnan'), // C35 has its own row
  '10.2 special': ['Shanghai', 'Zhejiang', 'Yunnan'].filter(
    (name) => !transfer('no', 'no').includes(name) && !transfer('yes', 'yes').includes(name),
  ),
  '10.3 legal rep named as the rule (2026)': allNames.filter((name) =>
    recordsInForce('subject.administrator', { pack: '2026', asOf: '2026-06-01' }).some(
      (record) =>
        record.scope.province === code(name) && record.validFrom === '2026-01-01' && record.value === 'legal-rep',
    ),
  ),
  '10.3 usually legal rep (2026)': where(
    'organisation',
    (q) => has('subject.administrator', q) === 'usually-legal-rep',
    '2026',
    '2026-06-01',
  ),
  '10.3 mailing address in the same city': where(
    'organisation',
    (q) => has('address.sameCity', q) === true,
    '2026',
    '2026-06-01',
  ),
  'personal-name word lists (4.2)': person((q) => has('siteName.provinceWords', q) !== undefined),
};

describe('the sets of provinces', () => {
  function agrees(row: Row): void {
    const members = sets[cell(row, 'Set')];
    expect(members).toBeDefined();
    const count = cell(row, 'Count')
      .split(' / ')
      .reduce((sum, n) => sum + Number(n), 0);
    expect(members).toHaveLength(count);
    const printed = cell(row, 'Provinces');
    if (!/^(all but|the rest)/.test(printed))
      expect([...members!].sort()).toEqual([...new Set(namesIn(printed.replace('(Beijing 2017)', '')))].sort());
  }

  it.each(table('15.5-sets'))('$Set', agrees);

  it('are 28, and count every province once where they part them', () => {
    expect(table('15.5-sets').map((row) => cell(row, 'Set'))).toEqual(Object.keys(sets));
    for (const start of ['SMS batch', '10.1 subject admin', '10.1 site admin', '10.1 domain holder'])
      expect(
        Object.entries(sets)
          .filter(([name]) => name.startsWith(start))
          .flatMap(([, members]) => members)
          .sort(),
      ).toEqual([...allNames].sort());
  });

  // How: a count and a name are altered; the comparison that is green above fails.
  it.each([
    ['SMS batch b', 'Count', '8'],
    ['10.2 ID card only', 'Provinces', 'Beijing, Heilongjiang, Hainan, Tibet'],
    ['10.1 site admin: free', 'Count', '20'],
  ])('turn red for a wrong cell of %s', (name, column, wrong) => {
    const row = table('15.5-sets').find((one) => cell(one, 'Set') === name)!;
    expect(row[column]).toBeDefined();
    expect(() => agrees({ ...row, [column]: wrong })).toThrow();
  });
});
