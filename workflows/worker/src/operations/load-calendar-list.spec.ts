import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CalendarDataError, plusDays, shanghaiDate, type CalendarData } from '@beian/calendar';
import type { Deadline, FilingSnapshot } from '@beian/contracts';
import { calendarDataInForce, writeCalendarData } from '../calendar-file';
import { Filings, sideBySide, toAuthority, toReview, until } from './filings.spec-helper';
import { loadCalendarList, previewCalendarList, tellCalendar } from './load-calendar-list';

/** A calendar laid around the day of the run: known to tomorrow, of which today and tomorrow are worked. */
const today = shanghaiDate(Date.now());
const isWeekendDay = (date: string): boolean => new Date(date).getUTCDay() % 6 === 0;
const lastKnown = plusDays(today, 1);
const known: CalendarData = {
  name: 'synthetic',
  source: 'a spec',
  coveredFrom: plusDays(today, -30),
  coveredTo: lastKnown,
  daysOff: [],
  makeUpWorkdays: [today, lastKnown].filter(isWeekendDay),
};
/** The unknown time after it begins with three days off. */
const holiday = [2, 3, 4].map((n) => plusDays(today, n));
const list = {
  source: 'a notice',
  confidence: 'high',
  from: holiday[0]!,
  to: plusDays(today, 90),
  daysOff: [{ from: holiday[0]!, to: holiday[2]!, zh: '假', en: 'Holiday' }],
  makeUpWorkdays: [],
};

const folder = mkdtempSync(join(tmpdir(), 'beian-calendar-'));
const file = join(folder, 'calendar.json');

// The oracle: walks days with the platform's own time zone data, and knows nothing of the library.
const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });
type Worked = (date: string) => boolean;
const byWeekday: Worked = (date) => known.makeUpWorkdays.includes(date) || !isWeekendDay(date);
const byNotice: Worked = (date) => byWeekday(date) && !holiday.includes(date);

function oracle(isWorked: Worked, from: string, n: number): string {
  const [start = '', time = ''] = zone.format(Date.parse(from)).split(' ');
  let day = start;
  const next = () => {
    do day = plusDays(day, 1);
    while (!isWorked(day));
  };
  if (!isWorked(day) || time >= '18:00:00') next();
  for (let i = 0; i < n; i += 1) next();
  return new Date(`${day}T18:00:00+08:00`).toISOString();
}

/** Workdays of the beginning of the range and of its end; what the rules say is proved in their own specs. */
const lengths: Readonly<Record<string, readonly [number | undefined, number]>> = {
  'short review': [undefined, 1],
  'long review': [undefined, 2],
  authority: [3, 20],
};

describe('loading the list of an unknown time while 200 filings run', () => {
  let filings: Filings;
  const kindOf = new Map<string, string>();

  beforeAll(async () => {
    writeCalendarData(file, known);
    filings = await Filings.start({ CALENDAR_FILE: file });
    const add = async (kind: string, n: number, work: () => Promise<string>) => {
      for (const id of await sideBySide(n, work)) kindOf.set(id, kind);
    };
    await add('draft', 120, () => filings.open());
    await add('short review', 35, async () => {
      const id = await filings.open();
      await toReview(filings, id);
      return id;
    });
    await add('long review', 35, async () => {
      const id = await filings.open({ pack: '2026', asOf: '2026-06-01' });
      await toReview(filings, id);
      return id;
    });
    await add('authority', 10, async () => {
      const id = await filings.open();
      await toAuthority(filings, id);
      return id;
    });
  }, 600_000); // a minute where the machine has nothing else to do

  afterAll(async () => {
    await filings.stop();
    rmSync(folder, { recursive: true });
  }, 60_000);

  const planned = (isWorked: Worked, { deadline }: FilingSnapshot, kind: string) => {
    const [from, to] = lengths[kind]!;
    const start = deadline!.countedFrom!;
    return {
      at: oracle(isWorked, start, to),
      ...(from === undefined ? {} : { from: oracle(isWorked, start, from) }),
    };
  };
  const dates = ({ at, from }: Deadline) => ({ at, ...(from === undefined ? {} : { from }) });

  it('moves exactly the affected ones, tells each applicant once, and plans later ones by the new list', async () => {
    const ids = [...kindOf.keys()];
    const before = new Map(ids.map((id) => [id, filings.of(id).at(-1)!]));
    const counted = ids.filter((id) => kindOf.get(id) !== 'draft');
    const affected = counted.filter((id) => {
      const [snapshot, kind] = [before.get(id)!, kindOf.get(id)!];
      const [guess, notice] = [planned(byWeekday, snapshot, kind), planned(byNotice, snapshot, kind)];
      expect(dates(snapshot.deadline!)).toEqual(guess);
      return JSON.stringify(guess) !== JSON.stringify(notice);
    });
    expect(ids).toHaveLength(200);
    expect(affected.length).toBeGreaterThanOrEqual(45);
    expect(affected.length).toBeLessThanOrEqual(80);

    const load = { client: filings.client, file, list, today };
    const foreseen = await previewCalendarList(load);
    expect(calendarDataInForce(file)).toEqual(known); // nothing written
    expect(ids.every((id) => filings.of(id).at(-1) === before.get(id))).toBe(true); // nobody told

    const report = await loadCalendarList(load);
    const moved = report.replanned.filter(({ change }) => change === 'moves');
    expect(moved.map(({ filingId }) => filingId).sort()).toEqual(affected.sort());
    expect(foreseen).toEqual({ ...report, replanned: expect.any(Array) as unknown });
    expect(byId(foreseen.replanned)).toEqual(byId(report.replanned));
    expect(report).toMatchObject({ running: 200, told: 80, notYet: [], provisional: [] });
    expect(report.coveredTo).toEqual({ before: lastKnown, after: list.to });

    await until(async () => affected.every((id) => filings.of(id).at(-1)!.version > before.get(id)!.version));

    // What `notification` hears of: one new snapshot with a moved date per affected filing, none that moves for others.
    for (const id of ids) {
      const [was, kind] = [before.get(id)!, kindOf.get(id)!];
      const news = filings.of(id).filter(({ version }) => version > was.version);
      const told = news.filter(({ deadline, flags }) => flags.rePlanned && deadline?.at !== was.deadline?.at);
      const toldOfRange = news.filter(
        ({ deadline, flags }) => flags.rePlanned && deadline?.from !== was.deadline?.from,
      );
      expect(told.length + toldOfRange.length > 0).toBe(affected.includes(id));
      expect(news.length).toBeLessThanOrEqual(1);
      if (kind === 'draft') expect(news).toEqual([]);
      else expect(dates((await filings.now(id)).deadline!)).toEqual(planned(byNotice, was, kind));
    }

    // Told again: nobody moves. Submitted from now on: planned by the new list.
    const versions = [...kindOf.keys()].map((id) => filings.of(id).length);
    const again = await tellCalendar({ client: filings.client, file });
    expect(again).toMatchObject({ running: 200, told: 80, replanned: [], notYet: [] });
    expect([...kindOf.keys()].map((id) => filings.of(id).length)).toEqual(versions);

    const id = await filings.open({ pack: '2026', asOf: '2026-06-01' });
    await toReview(filings, id);
    const later = await filings.now(id);
    expect(later.flags.provisional).toBe(false);
    expect(dates(later.deadline!)).toEqual(planned(byNotice, later, 'long review'));
  }, 300_000);

  it('says all faults of a list at once, and changes nothing', async () => {
    const wrong = {
      ...list,
      source: '',
      from: today,
      daysOff: [{ from: today, to: plusDays(today, -1), zh: '', en: '' }],
    };
    const before = calendarDataInForce(file);
    const load = { client: filings.client, file, list: wrong, today };
    const refused = await loadCalendarList(load).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CalendarDataError);
    expect((refused as CalendarDataError).faults.length).toBeGreaterThanOrEqual(3);
    expect(calendarDataInForce(file)).toEqual(before);
  });
});

const byId = <T extends { readonly filingId: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((a, b) => a.filingId.localeCompare(b.filingId));
