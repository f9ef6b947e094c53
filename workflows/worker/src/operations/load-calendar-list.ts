import type { Client } from '@temporalio/client';
import { createHash } from 'node:crypto';
import { calendarFrom, withList, type Calendar, type CalendarData } from '@beian/calendar';
import type { Deadline, FilingId, Stage } from '@beian/contracts';
import { calendarChanged, getFiling } from '@beian/contracts/messages';
import { calendarDataInForce, writeCalendarData } from '../calendar-file';
import { createPlanner } from '../planner';
import { countsWorkdays, foresee, hasMoved, type Foreseen } from './foresee';
import { allRunning, runningFilings, type RunningFiling } from './running-filings';

export interface CalendarLoad {
  readonly client: Client;
  /** The file that the workers read (CALENDAR_FILE). */
  readonly file: string;
  /** What was read from the list; checked here. */
  readonly list: unknown;
  /** The day of loading, `YYYY-MM-DD` in Shanghai. */
  readonly today: string;
}

/** One filing whose date the new calendar touches. */
export interface Replanned {
  readonly filingId: FilingId;
  readonly stage: Stage;
  readonly before: Deadline | undefined;
  /** Foreseen; after the load: what the filing says. */
  readonly after: Deadline | undefined;
  /**
   * `moves`: another date · `settles`: the same date, no longer provisional (or now so) · `unforeseen`: told, but it
   * could not be said before what would come of it.
   */
  readonly change: 'moves' | 'settles' | 'unforeseen';
}

export interface CalendarReport {
  readonly coveredTo: { readonly before: string; readonly after: string };
  readonly running: number;
  readonly told: number;
  readonly replanned: readonly Replanned[];
  /** Deadlines that reach beyond the cover after the load: planned by weekday, and planned again by the next list. */
  readonly provisional: readonly Replanned['filingId'][];
  /** Told, but not planned again within the patience of the command; it will be, once its worker comes to it. */
  readonly notYet: readonly FilingId[];
}

/** What a load would do, with nothing written and nobody told. Throws a `CalendarDataError` that names every fault. */
export async function previewCalendarList(load: CalendarLoad): Promise<CalendarReport> {
  const { known, data, calendar } = mergedFor(load);
  const filings = await allRunning(load.client);
  const foreseen = await Promise.all(filings.map((filing) => foreseeOne(calendar, filing)));
  return reportOf({ known, data }, foreseen, []);
}

/**
 * Loads a list while filings run. First the file: every plan from then on is made by it, whatever happens next. Then the
 * running filings, a batch at a time: each whose clock counts working days is told to plan again, and the batch is looked
 * at until it has. A load that was interrupted is finished by `tellCalendar`.
 */
export async function loadCalendarList(load: CalendarLoad): Promise<CalendarReport> {
  const { known, data } = mergedFor(load);
  writeCalendarData(load.file, data);
  return tellAll(load.client, known, data);
}

/** Tells every running filing of the calendar in force once more; one that has heard of it does nothing. */
export async function tellCalendar({ client, file }: Pick<CalendarLoad, 'client' | 'file'>): Promise<CalendarReport> {
  const data = calendarDataInForce(file);
  return tellAll(client, data, data);
}

function mergedFor({ file, list, today }: CalendarLoad) {
  const known = calendarDataInForce(file);
  const data = withList(known, list, today);
  return { known, data, calendar: calendarFrom(data) };
}

async function tellAll(client: Client, known: CalendarData, data: CalendarData): Promise<CalendarReport> {
  const calendar = calendarFrom(data);
  // The same for every telling of one calendar: a filing that has heard it is not moved again.
  const messageId = `calendar-${createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16)}`;
  const all: Looked[] = [];
  const notYet: FilingId[] = [];
  for await (const batch of runningFilings(client)) {
    const foreseen = await Promise.all(batch.map((filing) => foreseeOne(calendar, filing)));
    const toTell = foreseen.filter(({ counts }) => counts);
    await Promise.all(toTell.map(({ filing }) => filing.handle.signal(calendarChanged, { messageId })));
    const settled = await Promise.all(toTell.map(awaitPlan));
    notYet.push(...settled.filter(({ isDone }) => !isDone).map(({ looked }) => looked.filing.filingId));
    all.push(...foreseen.filter(({ counts }) => !counts), ...settled.map(({ looked }) => looked));
  }
  return reportOf({ known, data }, all, notYet);
}

interface Looked {
  readonly filing: RunningFiling;
  /** Its clock counts working days, so it is told. */
  readonly counts: boolean;
  readonly after: Foreseen;
}

async function foreseeOne(calendar: Calendar, filing: RunningFiling): Promise<Looked> {
  const { deadline } = filing.snapshot;
  const after = await foresee(createPlanner(calendar), filing.snapshot);
  return { filing, counts: deadline !== undefined && countsWorkdays(deadline), after };
}

const patienceMs = 30_000;
const pauseMs = 250;

/** Asks the filing until it says what was foreseen, or has gone on to another stage. */
async function awaitPlan(looked: Looked): Promise<{ readonly looked: Looked; readonly isDone: boolean }> {
  const { filing, after } = looked;
  if ('unforeseen' in after) return { looked, isDone: true };
  const until = Date.now() + patienceMs;
  for (;;) {
    const now = await filing.handle.query(getFiling);
    const isElsewhere = now.stage !== filing.snapshot.stage || now.deadline?.kind !== filing.snapshot.deadline?.kind;
    const isPlanned = !hasMoved(now.deadline, after.deadline) && isProvisional(now) === isProvisional(after);
    if (isElsewhere || isPlanned) return { looked: { ...looked, after: { deadline: now.deadline } }, isDone: true };
    if (Date.now() > until) return { looked, isDone: false };
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

const isProvisional = ({ deadline }: { readonly deadline?: Deadline | undefined }): boolean =>
  deadline?.provisional === true;

function reportOf(
  { known, data }: { readonly known: CalendarData; readonly data: CalendarData },
  looked: readonly Looked[],
  notYet: readonly FilingId[],
): CalendarReport {
  const replanned = looked.flatMap(changeOf);
  const isProvisionalAfter = ({ filing, after }: Looked) =>
    isProvisional('unforeseen' in after ? filing.snapshot : after);
  return {
    coveredTo: { before: known.coveredTo, after: data.coveredTo },
    running: looked.length,
    told: looked.filter(({ counts }) => counts).length,
    replanned,
    provisional: looked.filter(isProvisionalAfter).map(({ filing }) => filing.filingId),
    notYet,
  };
}

function changeOf({ filing, counts, after }: Looked): readonly Replanned[] {
  const { filingId, snapshot } = filing;
  const { stage, deadline: before } = snapshot;
  if (!counts) return [];
  if ('unforeseen' in after) return [{ filingId, stage, before, after: undefined, change: 'unforeseen' }];
  const line = { filingId, stage, before, after: after.deadline };
  if (hasMoved(before, after.deadline)) return [{ ...line, change: 'moves' }];
  return before?.provisional === after.deadline?.provisional ? [] : [{ ...line, change: 'settles' }];
}
