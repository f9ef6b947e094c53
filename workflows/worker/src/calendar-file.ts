import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import {
  calendarData,
  calendarFrom,
  chinaCalendar,
  chinaDays,
  type Calendar,
  type CalendarData,
} from '@beian/calendar';

/** What became of the file since it was last looked at; told once per change. */
export interface CalendarNews {
  readonly what: 'built-in calendar is used, no file is there' | 'calendar was read' | 'calendar file is unusable';
  readonly file: string;
  readonly coveredTo: string;
  readonly error?: unknown;
}

/**
 * The calendar that plans are made by: mainland China's of this build, or the one in a file once it is there. The file is
 * looked at before every plan, so whoever has written it may tell the filings at once. A file that became unusable or is
 * gone changes nothing: the last good calendar goes on, and it is told.
 */
export class CalendarFile {
  private calendar = chinaCalendar;
  private stamp: string | undefined;

  constructor(
    private readonly file: string | undefined,
    private readonly tell: (news: CalendarNews) => void = () => undefined,
  ) {}

  /** Reads it for the first time. Throws a `CalendarDataError` that names every fault of a file that is there. */
  open(): this {
    if (this.file === undefined) return this;
    const stamp = stampOf(this.file);
    if (stamp !== undefined) this.calendar = calendarFrom(readCalendarData(this.file));
    this.stamp = stamp;
    this.say(stamp === undefined ? 'built-in calendar is used, no file is there' : 'calendar was read');
    return this;
  }

  current(): Calendar {
    if (this.file === undefined) return this.calendar;
    const stamp = stampOf(this.file);
    if (stamp === this.stamp) return this.calendar;
    this.stamp = stamp;
    try {
      this.calendar = calendarFrom(readCalendarData(this.file));
      this.say('calendar was read');
    } catch (error) {
      this.say('calendar file is unusable', error);
    }
    return this.calendar;
  }

  private say(what: CalendarNews['what'], error?: unknown): void {
    const { coveredTo } = this.calendar;
    this.tell({ what, file: this.file ?? '', coveredTo, ...(error === undefined ? {} : { error }) });
  }
}

/** A renamed file has another inode, whatever its time stamp says. */
function stampOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.ino} ${found.size} ${found.mtimeMs}`;
}

/** Throws a `CalendarDataError` that names every fault, or what reading it says. */
export const readCalendarData = (file: string): CalendarData =>
  calendarData(JSON.parse(readFileSync(file, 'utf8')) as unknown);

/** The data in force where this file is or will be: its own, or the build's. */
export const calendarDataInForce = (file: string): CalendarData =>
  stampOf(file) === undefined ? chinaDays : readCalendarData(file);

/** Readers see the old file or the new one, never half of it, also after a crash. */
export function writeCalendarData(file: string, data: CalendarData): void {
  const fresh = `${file}.${process.pid}.new`;
  const handle = openSync(fresh, 'w');
  try {
    writeSync(handle, `${JSON.stringify(data, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(fresh, file);
}
