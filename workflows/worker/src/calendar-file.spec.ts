import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CalendarDataError, chinaCalendar, chinaDays, type CalendarData } from '@beian/calendar';
import type { PlanContext } from '@beian/contracts';
import { CalendarFile, calendarDataInForce, writeCalendarData, type CalendarNews } from './calendar-file';
import { createPlannerBy } from './planner';

const synthetic: CalendarData = {
  name: 'synthetic',
  source: 'a spec',
  coveredFrom: '2018-01-01',
  coveredTo: '2018-12-31',
  daysOff: [{ from: '2018-06-12', to: '2018-06-12', zh: '假', en: 'Holiday' }],
  makeUpWorkdays: [],
};

describe('the calendar in a file', () => {
  let folder = '';
  let file = '';
  const told: CalendarNews['what'][] = [];
  const open = () => new CalendarFile(file, ({ what }) => told.push(what)).open();

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'beian-calendar-'));
    file = join(folder, 'calendar.json');
    told.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the built-in one while no file is there, and says so', () => {
    expect(open().current()).toBe(chinaCalendar);
    expect(told).toEqual(['built-in calendar is used, no file is there']);
    expect(calendarDataInForce(file)).toBe(chinaDays);
    expect(new CalendarFile(undefined).open().current()).toBe(chinaCalendar);
  });

  it('holds for the next plan as soon as it is written, in a planner that runs', async () => {
    const calendar = open();
    const planner = createPlannerBy(() => calendar.current());
    const context: PlanContext = {
      pack: '2018-06',
      asOf: '2018-06-09',
      province: '12',
      filingType: 'FIRST',
      nature: 'enterprise',
      at: '2018-06-11T02:00:00.000Z',
    };
    expect((await planner.planReview(context)).deadline.at).toBe('2018-06-12T10:00:00.000Z');
    writeCalendarData(file, synthetic);
    const { deadline } = await planner.planReview(context);
    expect(deadline).toMatchObject({ at: '2018-06-13T10:00:00.000Z', countedFrom: context.at });
    expect(deadline.source).toContain('calendar synthetic');
    expect(readdirSync(folder)).toEqual(['calendar.json']);
  });

  it('refuses a faulty file at the start, with every fault; one that turns faulty changes nothing and is told once', () => {
    writeFileSync(file, JSON.stringify({ ...synthetic, name: '', makeUpWorkdays: ['2018-06-13'] }));
    expect(() => open()).toThrow(CalendarDataError);

    writeCalendarData(file, synthetic);
    const calendar = open();
    writeFileSync(file, '{ "name": ');
    expect(calendar.current().name).toBe('synthetic');
    expect(calendar.current().name).toBe('synthetic');
    rmSync(file);
    expect(calendar.current().name).toBe('synthetic');
    expect(told).toEqual(['calendar was read', 'calendar file is unusable', 'calendar file is unusable']);
    writeCalendarData(file, { ...synthetic, name: 'mended' });
    expect(calendar.current().name).toBe('mended');
  });
});
