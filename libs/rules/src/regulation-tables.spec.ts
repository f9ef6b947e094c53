import {
  filingTypes,
  natures,
  rulePackIds,
  type FilingType,
  type IdentityMethod,
  type RulePackId,
} from '@beian/contracts';
import { subjectDraftSchema } from '@beian/contracts/schemas';
import { decideFilingType, type FilingTypeFacts } from './decide-filing-type';
import { aContext, allNames, cell, code, namesIn, table, type Row } from './printed-tables.fixture';
import { rejectCodeOf } from './finding';
import { instanceTypes } from './judge-server';
import { valueOf } from './look-up';
import { findingTexts } from './packs/finding-texts';
import { natureRow, natureRows } from './packs/natures';
import { rejectCodes } from './packs/reject-codes';
import { preapprovalKinds } from './packs/site-content';
import { fastLaneAllowed, phoneRecipients, phoneStep } from './phone-step';
import {
  authorityRange,
  faceHours,
  idleDays,
  identityMethods,
  identityStep,
  publicSecurityDays,
  reviewWorkdays,
} from './plan-rules';

// rules.md 15.1
const facts: FilingTypeFacts = {
  pack: '2018-06',
  asOf: '2018-06-09',
  province: '33',
  domain: 'example.cn',
  domainFiled: 'no',
  subjectFiled: false,
  subjectHeld: 'no',
  domainRunning: false,
  certificateRunning: false,
  hostedHere: false,
};
const domainFacts = {
  no: ['no'],
  'yes (any subject)': ['same-subject', 'other-subject'],
  'other subject': ['other-subject'],
  'same subject': ['same-subject'],
  any: ['no', 'same-subject', 'other-subject'],
} as const;
const heldFacts = {
  '–': ['no'],
  no: ['no'],
  'same account': ['same-account'],
  'other account': ['other-account'],
  any: ['no', 'same-account', 'other-account'],
} as const;
const filedFacts = { no: [false], yes: [true], any: [false, true] } as const;

function combinations(row: Row): readonly FilingTypeFacts[] {
  const running = cell(row, 'R');
  return domainFacts[cell(row, 'D') as keyof typeof domainFacts].flatMap((domainFiled) =>
    filedFacts[cell(row, 'M') as keyof typeof filedFacts].flatMap((subjectFiled) =>
      heldFacts[cell(row, 'H') as keyof typeof heldFacts].map((subjectHeld) => ({
        ...facts,
        domainFiled,
        subjectFiled,
        subjectHeld,
        domainRunning: running.startsWith('domain'),
        certificateRunning: running.startsWith('certificate'),
      })),
    ),
  );
}

describe('the filing type', () => {
  const earlier = (row: string) =>
    table('15.1-filing-type')
      .map((one) => cell(one, 'Row'))
      .filter((id) => id < row);

  function agrees(row: Row): void {
    const id = cell(row, 'Row');
    const printed = cell(row, 'Result');
    const decided = combinations(row).map((one) => decideFilingType(one));
    const here = decided.filter((one) => one.row === id);
    expect(here.length).toBeGreaterThan(0);
    for (const one of decided.filter((other) => other.row !== id))
      expect([...earlier(id), 'inconsistent']).toContain(one.row); // an earlier row fits first
    for (const one of here) {
      const type = filingTypes.find((name) => new RegExp(`^${name}\\b`).test(printed));
      expect(one.filingType).toBe(type);
      if (type === undefined)
        expect(one.stop?.code).toBe(/^(?:stop )?([A-Z_]{5,})/.exec(printed)?.[1] ?? one.stop?.code);
      expect([one.zh, one.en]).toEqual([expect.stringMatching(/./), expect.stringMatching(/./)]);
    }
  }

  it.each(table('15.1-filing-type'))('row $Row: $Result', agrees);

  // How: one cell of a row is altered; the comparison that is green above fails.
  it.each([
    ['T06', 'Result', 'ADD_SITE_OTHER'],
    ['T04', 'Result', 'DOMAIN_OWNER: typing error'],
    ['T07', 'H', 'same account'],
    ['T09', 'D', 'no'],
  ])('turns red for a wrong cell of %s', (id, column, wrong) => {
    const row = table('15.1-filing-type').find((one) => cell(one, 'Row') === id)!;
    expect(row[column]).toBeDefined();
    expect(() => agrees({ ...row, [column]: wrong })).toThrow();
  });

  it('is decided for all 3 × 2 × 3 combinations; what cannot be is refused as inconsistent', () => {
    const all = domainFacts.any.flatMap((domainFiled) =>
      [false, true].flatMap((subjectFiled) =>
        heldFacts.any.map((subjectHeld) => ({ ...facts, domainFiled, subjectFiled, subjectHeld })),
      ),
    );
    expect(all).toHaveLength(18);
    for (const one of all) {
      const decision = decideFilingType(one);
      expect(decision.filingType === undefined).toBe(decision.stop !== undefined);
      expect(decision.row === 'inconsistent').toBe(!one.subjectFiled && one.subjectHeld !== 'no');
    }
  });

  it('stops at T10 if the domain is hosted here already', () => {
    expect(
      decideFilingType({
        ...facts,
        domainFiled: 'same-subject',
        subjectFiled: true,
        subjectHeld: 'same-account',
        hostedHere: true,
      }),
    ).toMatchObject({ row: 'T10', stop: { code: 'already-hosted-here' } });
  });

  const further: Readonly<Record<string, (row: Row) => void>> = {
    T11: () => {
      expect(decideFilingType({ ...facts, domain: 'www.example.cn' })).toMatchObject({
        row: 'T11',
        stop: { code: 'domain-is-sub-domain', remedyEn: 'give example.cn' },
      });
      expect(decideFilingType({ ...facts, domain: 'office.city.gov.cn' }).filingType).toBe('FIRST');
    },
    T12: () =>
      expect(decideFilingType({ ...facts, domain: '203.0.113.7' })).toMatchObject({
        row: 'T12',
        stop: { code: 'domain-is-ip' },
      }),
    T13: () =>
      expect(decideFilingType({ ...facts, certificateTypeMatches: false })).toMatchObject({
        row: 'T13',
        stop: { code: 'DOMAIN_CERT_TYPE' },
      }),
    T14: () =>
      expect(rejectCodes.find((one) => one.code === 'SPONSOR_CONFLICT')).toMatchObject({
        foundBy: ['authority'],
        beforeSubmit: 'no',
      }),
    T15: () =>
      expect(rejectCodes.find((one) => one.code === 'DOMAIN_CONFLICT')).toMatchObject({
        foundBy: ['authority'],
        beforeSubmit: 'no',
      }),
    T16: (row) => {
      const direct = namesIn(cell(row, 'Result'));
      expect(direct).toHaveLength(11);
      for (const name of allNames) {
        const decision = decideFilingType({
          ...facts,
          pack: '2026',
          asOf: '2026-06-01',
          province: code(name),
          subjectFiled: true,
          sitesLeft: 0,
        });
        expect([name, decision.stop?.code]).toEqual([name, direct.includes(name) ? undefined : 'SHELL_SUBJECT']);
      }
    },
    // The draft has no place for what the check fixed: nature, certificate, region and type are no fields of it.
    T17: () => {
      for (const field of ['province', 'nature', 'certificateType', 'certificateNumber', 'filingType'])
        expect(subjectDraftSchema.safeParse({ [field]: '33' }).success).toBe(false);
      expect(subjectDraftSchema.safeParse({}).success).toBe(true);
    },
    T18: () => {
      for (const running of [{ domainRunning: true }, { certificateRunning: true }]) {
        const decision = decideFilingType({ ...facts, ...running });
        expect(decision.stop?.code).toBe('ORDER_RUNNING');
        expect(decision.stop?.remedyEn).toMatch(/finish or abandon that order/);
      }
    },
  };
  it.each(table('15.1-further'))('row $Row: $Situation', (row) => {
    further[cell(row, 'Row')]!(row);
  });

  it('has its further rows, each with a check, and names a planted wrong province', () => {
    expect(table('15.1-further').map((row) => cell(row, 'Row'))).toEqual(Object.keys(further));
    const row = table('15.1-further').find((one) => cell(one, 'Row') === 'T16')!;
    expect(() => further['T16']!({ ...row, Result: cell(row, 'Result').replace('Yunnan', 'Hainan') })).toThrow();
  });
});

// rules.md 15.2
const columns: Readonly<Record<string, readonly RulePackId[]>> = {
  '`2018-06`': ['2018-06'],
  '`2018-09`': ['2018-09', '2019-04', '2019-07'],
  '`2020-08`': ['2020-08', '2026'],
};
const administrators = [
  { key: 'subject-administrator', phoneMark: 'a' },
  { key: 'site-administrator-1', phoneMark: 'b' },
] as const;
const oneMobile = administrators.map((one) => ({ ...one, phoneMark: 'same' }));
const site = { siteId: 's', administrator: 'site-administrator-1' } as const;

function recipients(filingType: FilingType, pack: RulePackId, given: object = {}): number | string {
  const context = {
    ...aContext(pack, { filingType, province: code('Tianjin') }),
    administrators,
    sites: [site],
    ...given,
  };
  const keys = phoneRecipients(context);
  return keys.length === 0
    ? 'none'
    : keys.map((key) => (key === 'subject-administrator' ? 'subject' : 'site')).join(' + ');
}

describe('the SMS recipients', () => {
  const cases = table('15.2-sms-recipients').flatMap((row) =>
    Object.entries(columns).flatMap(([head, packs]) => packs.map((pack) => ({ row, pack, printed: cell(row, head) }))),
  );
  function agrees({ row, pack, printed }: (typeof cases)[number]): void {
    const types = cell(row, 'Type').split(', ') as FilingType[];
    const about = cell(row, 'Case');
    for (const type of types) {
      if (/share one mobile/.test(about)) expect(recipients(type, pack, { administrators: oneMobile })).toBe('subject');
      else if (/two mobiles/.test(about)) expect(recipients(type, pack)).toBe('subject + site');
      else if (/several sites/.test(about)) {
        const many = {
          administrators: [
            ...administrators,
            { key: 'site-administrator-2', phoneMark: 'b' },
            { key: 'site-administrator-3', phoneMark: 'c' },
          ],
          sites: [
            site,
            { siteId: 't', administrator: 'site-administrator-2' },
            { siteId: 'u', administrator: 'site-administrator-3' },
          ],
        };
        expect(recipients(type, pack, many)).toBe('subject + site + site'); // one per different mobile
      } else if (/does not exist/.test(printed)) expect(valueOf('order.types', {}, aContext(pack))).not.toContain(type);
      else if (printed.startsWith('same')) expect(recipients(type, pack)).toBe('site');
      else if (/^both/.test(printed))
        expect(recipients(type, pack, { changed: { subject: true, sites: true } })).toBe('subject + site');
      else if (printed === 'none') expect(recipients(type, pack)).toBe('none');
      else if (/^subject admin/.test(printed))
        expect(recipients(type, pack, { changed: { subject: true, sites: false } })).toBe('subject');
      else {
        expect(printed).toMatch(/^site admin/);
        expect(recipients(type, pack)).toBe('site');
        if (/also subject admin/.test(printed))
          expect(recipients(type, pack, { changed: { subject: true, sites: true } })).toBe('subject + site');
        else expect(recipients(type, pack, { changed: { subject: true, sites: true } })).toBe('site');
      }
    }
  }

  it.each(cases)('of $row.Type, $row.Case in $pack: $printed', agrees);

  // How: one cell is altered, in the row and pack named; the comparison that is green above fails.
  it.each([
    ['CANCEL_SITE', '2018-09', 'site admin'],
    ['CANCEL_SUBJECT', '2020-08', 'none'],
    ['CHANGE_SUBJECT', '2018-06', 'site admin'],
  ])('turn red for a wrong cell of %s in %s', (type, pack, printed) => {
    const one = cases.find(({ row, pack: id }) => cell(row, 'Type') === type && id === pack)!;
    expect(one.printed).not.toBe(printed);
    expect(() => agrees({ ...one, printed })).toThrow();
  });

  it('are nobody where the province does not ask on the day of the hand-over', () => {
    const zhejiang = {
      ...aContext('2018-09', { province: code('Zhejiang'), asOf: '2018-09-08' }),
      administrators,
      sites: [site],
    };
    expect(phoneRecipients({ ...zhejiang, handOverDay: '2018-09-09' })).toEqual([]);
    expect(phoneRecipients({ ...zhejiang, handOverDay: '2018-09-10' })).toEqual([
      'subject-administrator',
      'site-administrator-1',
    ]);
    expect(phoneStep({ ...aContext('2018-06', { province: code('Zhejiang') }), handOverDay: '2018-09-10' }).asked).toBe(
      false,
    ); // its pack ends before
  });

  it('may go straight to a new message from pack 2018-09 on', () => {
    expect(rulePackIds.map((pack) => fastLaneAllowed(aContext(pack)))).toEqual([false, true, true, true, true, true]);
  });
});

// rules.md 15.3
const methodsOf: Readonly<Record<string, readonly IdentityMethod[]>> = {
  "Shanghai administration's app": ['shanghai-app'],
  "provider's app, face check": ['face-check'],
  'face check': ['face-check'],
  'backdrop or designated place': ['backdrop', 'designated-place'],
  "app or backdrop, applicant's choice": ['face-check', 'backdrop'],
  backdrop: ['backdrop'],
};
const periods: readonly (readonly [head: string, days: readonly (readonly [RulePackId, string])[]])[] = [
  [
    '`2018-06`',
    [
      ['2018-06', '2018-06-09'],
      ['2018-09', '2018-09-07'],
      ['2019-04', '2019-04-22'],
    ],
  ],
  [
    '`2019-04` from',
    [
      ['2019-04', '2019-04-23'],
      ['2019-04', '2019-07-28'],
    ],
  ],
  [
    '`2019-07`',
    [
      ['2019-07', '2019-07-29'],
      ['2020-08', '2020-08-17'],
      ['2026', '2026-06-01'],
    ],
  ],
];

describe('the identity check', () => {
  const named = table('15.3-identity').flatMap((row) => namesIn(cell(row, 'Province')));
  const rest = allNames.filter((name) => !named.includes(name));

  function agrees(row: Row): void {
    const where = cell(row, 'Province');
    if (where === 'step in the order') {
      for (const [head, days] of periods) {
        const printed = cell(row, head) === 'before submission' ? 'before-submission' : 'after-review';
        for (const [pack, asOf] of days) expect(identityStep(aContext(pack, { asOf }))).toBe(printed);
      }
      return;
    }
    const names = where.startsWith('other') ? rest : namesIn(where);
    const all: readonly FilingType[] = [
      'FIRST',
      'ADD_SITE_OTHER',
      'ADD_SITE_HERE',
      'ACCESS_NEW',
      'ACCESS_CONT',
      'CHANGE_SITE',
    ];
    const order = cell(row, 'Order type');
    const types = order === 'FIRST, ADD_SITE' ? all.slice(0, 3) : order === 'other types' ? all.slice(3) : all;
    for (const [head, days] of periods) {
      for (const [pack, asOf] of days) {
        for (const province of names.map(code)) {
          for (const filingType of types) {
            expect([
              province,
              filingType,
              asOf,
              identityMethods({ ...aContext(pack, { asOf, province, filingType }), newAdministrator: true }),
            ]).toEqual([province, filingType, asOf, methodsOf[cell(row, head)]]);
          }
        }
      }
    }
  }

  it.each(table('15.3-identity'))('in $Province, $Order type', agrees);

  // How: one cell is altered; the comparison that is green above fails.
  it.each([
    ['Fujian', '`2019-04` from 2019-04-23', 'backdrop'],
    ['Shanghai', '`2018-06`, `2018-09`, `2019-04` until 2019-04-22', 'backdrop or designated place'],
    ['step in the order', '`2019-07`, `2020-08`, `2026`', "after provider's review"],
  ])('turns red for a wrong cell of %s', (where, column, wrong) => {
    const row = table('15.3-identity').find((one) => cell(one, 'Province') === where)!;
    expect(row[column]).toBeDefined();
    expect(() => agrees({ ...row, [column]: wrong })).toThrow();
  });

  it('counts 1 + 1 + 4 + 25 provinces', () => {
    expect(rest).toHaveLength(25);
  });

  it('is not asked for cancellations, nor for a change that names nobody new', () => {
    for (const filingType of [
      'CANCEL_SITE',
      'CANCEL_SUBJECT',
      'CANCEL_ACCESS',
      'CHANGE_SUBJECT',
      'CHANGE_SITE',
    ] as const) {
      expect(identityMethods(aContext('2018-06', { filingType }))).toEqual([]);
    }
  });
});

// rules.md 15.6
describe('the reject codes', () => {
  const rows = table('15.6-reject-codes');
  const letters = { P: 'provider', A: 'authority', S: 'system' } as const;

  /** What is printed of a code and said otherwise by the table of the packs. */
  const disagreement = (row: Row): readonly string[] => {
    const known = rejectCodes.find((one) => one.code === cell(row, 'Code'));
    if (known === undefined) return [`${cell(row, 'Code')} is missing`];
    const foundBy = cell(row, 'Found by')
      .split(', ')
      .map((letter) => letters[letter as keyof typeof letters]);
    return [
      ...(JSON.stringify(known.foundBy) === JSON.stringify(foundBy) ? [] : [`${known.code}: found by`]),
      ...(cell(row, 'Before submit').startsWith(known.beforeSubmit) ? [] : [`${known.code}: before submit`]),
      ...(known.section === cell(row, 'Section') ? [] : [`${known.code}: section`]),
    ];
  };

  it.each(rows)('$Code is as printed', (row) => {
    expect(disagreement(row)).toEqual([]);
  });

  it('are these 34, each with texts and pointers', () => {
    expect(rejectCodes.map((one) => one.code)).toEqual(rows.map((row) => cell(row, 'Code')));
    expect(rejectCodes).toHaveLength(34);
    for (const one of rejectCodes) {
      expect(one.pointsTo.every((pointer) => pointer.startsWith('/'))).toBe(true);
      expect([one.text.zh, one.text.en, one.remedy.zh, one.remedy.en].every((text) => text.length > 3)).toBe(true);
    }
  });

  // How: "Found by" of one row is altered; the comparison above then names the row.
  it('turn red for a planted wrong cell', () => {
    const row = rows.find((one) => cell(one, 'Code') === 'DOMAIN_TLD')!;
    expect(disagreement({ ...row, 'Found by': 'A' })).toEqual(['DOMAIN_TLD: found by']);
  });

  it('are named by findings only if they exist', () => {
    const known = new Set(rejectCodes.map((one) => one.code));
    const named = [...findingTexts.keys()].flatMap((one) => rejectCodeOf(one) ?? []);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((one) => !known.has(one))).toEqual([]);
  });
});

// rules.md 15.8
describe('the clocks', () => {
  const printed = (clock: string) =>
    cell(
      table('15.8-clocks').find((row) => cell(row, 'Clock') === clock)!,
      'Length',
    );
  const [first, newest] = [aContext('2018-06'), aContext('2026')];
  const cancelled = authorityRange(aContext('2018-06', { filingType: 'CANCEL_SITE' }));

  const clocks: readonly (readonly [clock: string, packed: string])[] = [
    [
      "provider's review",
      `${reviewWorkdays(first).provider.to}; \`2026\` ${reviewWorkdays(newest).provider.from}–${reviewWorkdays(newest).provider.to}`,
    ],
    ['photo review', `${reviewWorkdays(first).photo?.to} (until 2019-07-28)`],
    ['submission to the authority', `${reviewWorkdays(first).handOver.to} (T 1–3)`],
    [
      'SMS arrival',
      `about ${phoneStep(first).delayMinutes.first} (re-sent about ${phoneStep(first).delayMinutes.resent})`,
    ],
    ['SMS window', `${phoneStep(first).windowHours}; from \`2018-09\` ${phoneStep(aContext('2018-09')).windowHours}`],
    ['automatic second SMS', `${phoneStep(first).resend.automaticAt} next day (\`2018-06\` only)`],
    [
      "authority's review",
      `${authorityRange(first).from}–${authorityRange(first).to}; \`2026\` ${authorityRange(newest).from}–${authorityRange(newest).to}`,
    ],
    ['idle order', `${idleDays(first).lapse}, reminders ${idleDays(first).reminders.join(', ')}`],
    ['stuck step', String(reviewWorkdays(first).stuck)],
    [
      'real-name data',
      `${valueOf('realName.workdays', {}, first)!.from}–${valueOf('realName.workdays', {}, first)!.to}`,
    ],
    ['subscription, certificate, domain left', String(valueOf('certificate.minMonths', {}, first)!.months)],
    ['public-security filing', String(publicSecurityDays(first))],
    [
      'correction of wrong data',
      `${valueOf('correction.days', {}, first)!.workdaysAfterDiscovery} (H); ${valueOf('correction.days', {}, first)!.daysBeforeChange} days before a change (Order 33)`,
    ],
    [
      'Guangdong promise',
      String(valueOf('documents.servicePromise', { province: '44' }, aContext('2026'))!.validWorkdays),
    ],
    ['cancel review', `${cancelled.from}–${cancelled.to}`],
    // The second reading of the cell is Douyin's; C30 decides for the first link and the longer result.
    ['face link / result', `${faceHours(newest).link} h / ${faceHours(newest).result / 24} days (W); 2 h / 72 h (D)`],
  ];
  it.each(clocks)('%s: %s', (clock, packed) => {
    expect(packed).toBe(printed(clock));
  });

  it('are these sixteen, and a planted wrong cell is named', () => {
    expect(clocks.map(([clock]) => clock)).toEqual(table('15.8-clocks').map((row) => cell(row, 'Clock')));
    const differing = (length: string, planted: string): readonly string[] =>
      clocks
        .filter(([clock, packed]) => packed !== (clock === planted ? length : printed(clock)))
        .map(([clock]) => clock);
    expect(differing('24; from `2018-09` 24', 'SMS window')).toEqual(['SMS window']);
    expect(differing('45, reminders 7, 14, 30', 'idle order')).toEqual(['idle order']);
    expect(differing(printed('idle order'), 'idle order')).toEqual([]);
  });

  it('of the photo ends with the photos, of the second message with its pack', () => {
    expect(reviewWorkdays(aContext('2019-07')).photo).toBeUndefined();
    expect(phoneStep(aContext('2018-09')).resend).toEqual({});
    expect(phoneStep(newest).resend).toEqual({ byHandAtMost: 2 });
    expect(printed('face link / result')).toContain(`${faceHours(newest).link} h`);
    expect(faceHours(newest)).toEqual({ link: 24, result: 72 });
  });
});

// rules.md 3.1
describe('the natures', () => {
  it.each(table('3.1-natures'))('$Code $Nature and its certificates', (row) => {
    const nature = natureRows.find((one) => String(one.code) === cell(row, 'Code'))!;
    expect(cell(row, 'Nature').startsWith(nature.name.zh)).toBe(true);
    const printed = [...cell(row, 'Certificate types').matchAll(/([^,\s][^,(]*) \((\d+)\)/g)].map(([, zh, number]) => [
      Number(number),
      zh,
    ]);
    expect(nature.certificates.map((one) => [one.code, one.zh])).toEqual(printed);
  });

  it('are all of contracts, each once', () => {
    expect(natures.map((nature) => natureRow(nature).nature)).toEqual(natures);
    expect(natureRows).toHaveLength(natures.length);
    expect(table('3.1-natures')).toHaveLength(natures.length);
  });
});

// rules.md 4.2, 4.5, 2.1
describe('the lists', () => {
  it.each(table('4.2-words'))('of words in $Province are as printed', (row) => {
    const words = valueOf(
      'siteName.provinceWords',
      { province: code(cell(row, 'Province')), subject: 'individual' },
      aContext('2018-06'),
    );
    expect(words).toEqual(cell(row, 'Forbidden words').split(' '));
  });

  it.each(table('4.5-preapprovals'))('of pre-approvals have $Kind with its bit', (row) => {
    const printed = cell(row, 'Kind').replace('[NEW] ', '');
    const words = printed.toLowerCase().split(/[\s,]+/);
    const kind = preapprovalKinds.find(({ en }) => en.toLowerCase().startsWith(words[0]!));
    expect(kind).toBeDefined();
    const bit = /^\d+/.exec(cell(row, 'MIIT bit'))?.[0];
    expect(kind!.bit).toBe(bit === undefined ? undefined : Number(bit));
  });

  it('of pre-approvals grow from nine to thirteen', () => {
    const count = (pack: RulePackId, asOf: string) => valueOf('preapproval.kinds', {}, { pack, asOf })!.length;
    expect([
      count('2018-06', '2018-06-09'),
      count('2019-04', '2019-04-22'),
      count('2019-04', '2019-06-04'),
      count('2026', '2026-06-01'),
    ]).toEqual([9, 10, 11, 13]);
    const known = preapprovalKinds.map(({ kind }) => kind);
    expect(valueOf('preapproval.kinds', {}, aContext('2026'))!.filter((kind) => !known.includes(kind))).toEqual([]);
  });

  it.each(table('2.1-instances'))('of instances have $Type', (row) => {
    const start = (text: string): string =>
      text.toLowerCase().split(' ').slice(0, 2).join(' ').replace('(with', 'with');
    const type = instanceTypes.find(({ en }) => start(en) === start(cell(row, 'Type')));
    expect(type).toBeDefined();
    expect(cell(row, 'Min.')).toMatch(new RegExp(`^${type!.months} month`));
    expect(cell(row, 'Codes')).toMatch(new RegExp(`^${type!.codes}`));
  });
});
