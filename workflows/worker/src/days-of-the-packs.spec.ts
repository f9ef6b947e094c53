import { chinaCalendar } from '@beian/calendar';
import type { AdministratorFacts, FilingType, IdentityMethod, PlanContext, RulePackId } from '@beian/contracts';
import { createPlanner } from './planner';

const planner = createPlanner(chinaCalendar);
const [tianjin, shanghai, zhejiang, hubei] = ['12', '31', '33', '42'] as const;

/** One filing of an enterprise with two administrators, as the rules of a day have it (rules.md 6.2, 8.1, 8.2, 15.3, 15.7). */
interface Row {
  readonly day: string;
  readonly pack: RulePackId;
  readonly identity: 'after-review' | 'before-submission';
  readonly methods: readonly IdentityMethod[];
  readonly inShanghai: readonly IdentityMethod[];
  readonly windowHours: 48 | 24;
  readonly resentByItself: boolean;
  readonly fastLane: boolean;
  /** Provinces of the four that confirm phones. */
  readonly phones: readonly string[];
}

const posted = ['backdrop', 'designated-place'] as const;
const face = ['face-check'] as const;
const app = ['shanghai-app'] as const;
const after = { identity: 'after-review', methods: posted, inShanghai: app } as const;
const before = { identity: 'before-submission', methods: face, inShanghai: face } as const;
const first = { windowHours: 48, resentByItself: true, fastLane: false } as const;
const then = { windowHours: 24, resentByItself: false, fastLane: true } as const;

const rows: readonly Row[] = [
  { day: '2018-06-01', pack: '2018-06', ...after, ...first, phones: [tianjin] },
  { day: '2018-09-11', pack: '2018-09', ...after, ...then, phones: [tianjin, zhejiang] },
  { day: '2018-09-24', pack: '2018-09', ...after, ...then, phones: [tianjin, zhejiang, hubei] },
  { day: '2019-04-22', pack: '2019-04', ...after, ...then, phones: [tianjin, zhejiang, hubei] },
  { day: '2019-07-29', pack: '2019-07', ...before, ...then, phones: [tianjin, zhejiang, hubei] },
  { day: '2020-09-01', pack: '2020-08', ...before, ...then, phones: [tianjin, shanghai, zhejiang, hubei] },
  { day: '2026-06-01', pack: '2026', ...before, ...then, phones: [tianjin, shanghai, zhejiang, hubei] },
];

const person = (key: AdministratorFacts['key'], phoneMark: string): AdministratorFacts => ({
  key,
  phoneMark,
  certificateMark: phoneMark,
  legalRepresentative: false,
  fromProvince: true,
});
const two = [person('subject-administrator', 'a'), person('site-administrator-1', 'b')];
const sites = [{ siteId: 's1', administrator: 'site-administrator-1' as const }];

const contextOf = ({ pack, day }: Pick<Row, 'pack' | 'day'>, more: Partial<PlanContext> = {}): PlanContext => ({
  pack,
  asOf: day,
  province: tianjin,
  filingType: 'FIRST',
  nature: 'enterprise',
  at: `${day}T02:00:00.000Z`,
  ...more,
});
const phonesOf = (context: PlanContext, administrators = two) =>
  planner.planPhones({ ...context, handOverDay: context.asOf, administrators, sites });
const hoursBetween = (from: string, to = from) => (Date.parse(to) - Date.parse(from)) / 3_600_000;

describe.each(rows)('a filing as of $day (pack $pack)', (row) => {
  const context = contextOf(row);

  it('checks the identity where and how the day wants it', async () => {
    const { identityAfterReview } = await planner.planReview(context);
    expect(identityAfterReview).toBe(row.identity === 'after-review');
    expect((await planner.planIdentity(context)).methods).toEqual(row.methods);
    expect((await planner.planIdentity({ ...context, province: shanghai })).methods).toEqual(row.inShanghai);
  });

  it('confirms phones in the provinces of the day, both where there are two, one code for one mobile', async () => {
    for (const province of [tianjin, shanghai, zhejiang, hubei]) {
      const { administrators } = await phonesOf({ ...context, province });
      const asked = row.phones.includes(province) ? ['subject-administrator', 'site-administrator-1'] : [];
      expect({ province, administrators }).toEqual({ province, administrators: asked });
    }
    const sharing = [person('subject-administrator', 'a'), person('site-administrator-1', 'a')];
    expect((await phonesOf(context, sharing)).administrators).toEqual(['subject-administrator']);
  });

  it('gives the window of the day, sends again by itself or not, and has the fast lane or not', async () => {
    const { deadline, resendAt } = await phonesOf(context);
    expect(hoursBetween(context.at, deadline?.at)).toBe(row.windowHours);
    expect(resendAt !== undefined).toBe(row.resentByItself);
    expect(await planner.planFastLane(context)).toBe(row.fastLane);
  });
});

describe('whose phones each type of filing confirms (rules.md 15.2)', () => {
  const subject = 'subject-administrator';
  const site = 'site-administrator-1';
  const none = { subject: false, sites: false, newAdministrator: false };

  it.each<{ type: FilingType; first: readonly string[]; second: readonly string[]; newest: readonly string[] }>([
    { type: 'FIRST', first: [subject, site], second: [subject, site], newest: [subject, site] },
    { type: 'ADD_SITE_OTHER', first: [site], second: [site], newest: [site] },
    { type: 'ADD_SITE_HERE', first: [site], second: [site], newest: [site] },
    { type: 'ACCESS_NEW', first: [site], second: [site], newest: [site] },
    { type: 'ACCESS_CONT', first: [site], second: [site], newest: [site] },
    { type: 'CHANGE_SUBJECT', first: [subject], second: [subject], newest: [subject] },
    { type: 'CHANGE_SITE', first: [site], second: [site], newest: [site] },
    { type: 'CANCEL_SUBJECT', first: [subject], second: [], newest: [subject] },
    { type: 'CANCEL_SITE', first: [site], second: [], newest: [site] },
    { type: 'CANCEL_ACCESS', first: [site], second: [], newest: [] },
  ])('$type', async ({ type, first: inFirst, second, newest }) => {
    const asked = async (row: Row | undefined) =>
      row && (await phonesOf(contextOf(row, { filingType: type, changes: none }))).administrators;
    expect(await asked(rows[0])).toEqual(inFirst);
    expect(await asked(rows[1])).toEqual(second);
    expect(await asked(rows[5])).toEqual(newest);
    expect(await asked(rows[6])).toEqual(newest);
  });

  it('asks the subject administrator of an added site too where subject data changed (from 2020-08-17)', async () => {
    const changes = { ...none, subject: true };
    const asked = async (row: Row | undefined) =>
      row && (await phonesOf(contextOf(row, { filingType: 'ADD_SITE_HERE', changes }))).administrators;
    expect(await asked(rows[4])).toEqual([site]);
    expect(await asked(rows[5])).toEqual([subject, site]);
  });

  it('asks by the changed part in a combined change (2026)', async () => {
    const row = rows[6];
    const asked = async (changes: PlanContext['changes']) =>
      row &&
      (await phonesOf(contextOf(row, { filingType: 'CHANGE_BOTH', ...(changes && { changes }) }))).administrators;
    expect(await asked({ ...none, subject: true })).toEqual([subject]);
    expect(await asked({ ...none, sites: true })).toEqual([site]);
    expect(await asked({ subject: true, sites: true, newAdministrator: false })).toEqual([subject, site]);
  });
});

describe('what else the type of a filing decides (decision 10, rules.md 9.5)', () => {
  const inPack = (filingType: FilingType, newAdministrator = false) =>
    contextOf(
      { day: '2018-06-01', pack: '2018-06' },
      { filingType, changes: { subject: false, sites: true, newAdministrator } },
    );

  it('checks the identity for new sites and for a change with a new administrator, else nobody’s', async () => {
    const isChecked = async (context: PlanContext) => (await planner.planReview(context)).identityAfterReview;
    for (const type of ['FIRST', 'ADD_SITE_OTHER', 'ADD_SITE_HERE', 'ACCESS_NEW', 'ACCESS_CONT'] as const)
      expect(await isChecked(inPack(type))).toBe(true);
    expect(await isChecked(inPack('CHANGE_SITE', true))).toBe(true);
    for (const type of ['CHANGE_SITE', 'CHANGE_SUBJECT', 'CANCEL_SITE', 'CANCEL_SUBJECT', 'CANCEL_ACCESS'] as const)
      expect(await isChecked(inPack(type))).toBe(false);
  });

  it('leaves the public-security duty to filings that open a website', async () => {
    expect((await planner.planAftercare(inPack('ADD_SITE_HERE'))).deadline?.kind).toBe('public-security');
    for (const type of ['CHANGE_SITE', 'CHANGE_SUBJECT', 'CANCEL_SITE', 'CANCEL_SUBJECT', 'CANCEL_ACCESS'] as const)
      expect(await planner.planAftercare(inPack(type))).toEqual({});
  });
});
