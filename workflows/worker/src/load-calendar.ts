import { readFileSync } from 'node:fs';
import { calendarFrom, chinaCalendar, type Calendar } from '@beian/calendar';

/** Mainland China's calendar, or the one in a file. Throws a `CalendarDataError` that names every fault of the file. */
export function loadCalendar(file: string | undefined): Calendar {
  return file === undefined ? chinaCalendar : calendarFrom(JSON.parse(readFileSync(file, 'utf8')));
}
