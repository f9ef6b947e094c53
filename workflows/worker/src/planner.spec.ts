import { calendarFrom, chinaCalendar } from '@beian/calendar';
import type { PlanContext } from '@beian/contracts';
import { createPlanner } from './planner';

const planner = createPlanner(chinaCalendar);
/** Saturday 2018-06-09, 10:00 in Shanghai. */
const context: PlanContext = {
  pack: '2018-06',
  asOf: '2018-06-09',
  province: '12',
  filingType: 'FIRST',
  nature: 'enterprise',
  at: '2018-06-11T02:00:00.000Z',
};

describe('planning in pack 2018-06', () => {
  it('gives the provider one working day, to 18:00 of the next one, half of it to the deputy (rules.md 7)', async () => {
    const plan = await planner.planReview(context); // Monday 10:00
    expect(plan).toMatchObject({
      deadline: { kind: 'review', at: '2018-06-12T10:00:00.000Z', provisional: false },
      halfTimeAt: '2018-06-12T01:30:00.000Z',
      identityAfterReview: true,
    });
  });

  it('counts a holiday out: a review asked for before Dragon Boat is due after it (I-18)', async () => {
    const { deadline } = await planner.planReview({ ...context, at: '2018-06-15T02:00:00.000Z' });
    expect(deadline.at).toBe('2018-06-19T10:00:00.000Z'); // 16 and 17 are a weekend, 18 is the festival
  });

  it('keeps a phone window of exactly 48 clock hours, with a second message at 12:00 of the next day (8.2, 8.5)', async () => {
    const plan = await planner.planPhones({
      ...context,
      handOverDay: '2018-06-11',
      administrators: [],
      sites: [{ siteId: 's1', administrator: 'site-administrator-1' }],
    });
    expect(plan).toMatchObject({
      administrators: ['subject-administrator', 'site-administrator-1'],
      deadline: { kind: 'phone-window', at: '2018-06-13T02:00:00.000Z' },
      remindAt: '2018-06-12T20:00:00.000Z',
      resendAt: '2018-06-12T04:00:00.000Z',
    });
  });

  it('asks no phone in a province that does not verify, and asks by the day of the hand-over (C4)', async () => {
    const zhejiang = { ...context, province: '33', pack: '2018-09' as const, administrators: [], sites: [] };
    const on = (handOverDay: string) => planner.planPhones({ ...zhejiang, asOf: '2018-09-08', handOverDay });
    expect((await on('2018-09-09')).administrators).toEqual([]);
    expect((await on('2018-09-10')).administrators).toEqual(['subject-administrator']);
  });

  it('gives the authority three to twenty working days and says from where (9.1)', async () => {
    const deadline = await planner.planAuthority(context);
    expect(deadline).toMatchObject({ from: '2018-06-14T10:00:00.000Z', at: '2018-07-10T10:00:00.000Z' });
    expect(deadline.source).toContain('2018-06');
  });

  it('has no fast lane yet; pack 2018-09 has (8.6)', async () => {
    expect(await planner.planFastLane(context)).toBe(false);
    expect(await planner.planFastLane({ ...context, pack: '2018-09', asOf: '2018-09-10' })).toBe(true);
  });

  it('pins the day the installation gives, else the day of the submission in Shanghai', async () => {
    const at = '2026-03-01T17:00:00.000Z';
    expect(await planner.planRules({ pack: '2026', at })).toEqual({ pack: '2026', asOf: '2026-03-02' });
    expect(await planner.planRules({ pack: '2018-06', at, asOf: '2018-06-09' })).toMatchObject({ asOf: '2018-06-09' });
  });
});

describe('a deadline that the calendar does not reach', () => {
  const short = calendarFrom({
    name: 'short',
    source: 'test',
    coveredFrom: '2018-01-01',
    coveredTo: '2018-06-12',
    daysOff: [],
    makeUpWorkdays: [],
  });

  it('is provisional, with the reason; one inside the cover is not', async () => {
    const planned = createPlanner(short);
    expect((await planned.planReview(context)).deadline.provisional).toBe(false);
    const range = await planned.planAuthority(context);
    expect(range.provisional).toBe(true);
    expect(range.source).toContain('2018-06-13 is guessed');
  });
});

describe('the identity check', () => {
  it('is a stage until 2019-07-28 and part of the submission afterwards (C27)', async () => {
    const before = await planner.planReview({ ...context, pack: '2019-04', asOf: '2019-07-28' });
    const after = await planner.planReview({ ...context, pack: '2019-07', asOf: '2019-07-29' });
    expect([before.identityAfterReview, after.identityAfterReview]).toEqual([true, false]);
  });

  it('is not asked of a cancellation', async () => {
    const plan = await planner.planReview({ ...context, filingType: 'CANCEL_SUBJECT' });
    expect(plan.identityAfterReview).toBe(false);
  });
});
