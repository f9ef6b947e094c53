import {
  CalendarDataError,
  plusDays,
  type CalendarConfidence,
  type CalendarData,
  type Correction,
  type DaysOff,
} from './calendar-data';
import {
  calendarData,
  confidenceFaults,
  correctionFaults,
  coverFaults,
  dayFaults,
  isRecord,
  textFaults,
  unknownFields,
  type Fields,
} from './check-calendar-data';

/**
 * A list that is loaded into a calendar that is there: the days of a year that was unknown (`from` is the day after the
 * last known one), corrections of known days, or both. It may correct days before its own: a notice moves days of the
 * last December too.
 */
export interface CalendarList {
  /** Where it was announced: the notice with its date and address. */
  readonly source: string;
  readonly confidence: CalendarConfidence;
  readonly from?: string;
  readonly to?: string;
  readonly daysOff?: readonly DaysOff[];
  readonly makeUpWorkdays?: readonly string[];
  readonly corrections?: readonly Correction[];
}

const fields = ['source', 'confidence', 'from', 'to', 'daysOff', 'makeUpWorkdays', 'corrections'];
const yearFields = ['from', 'to', 'daysOff', 'makeUpWorkdays'];

/**
 * The calendar with a list added, on the day `loadedOn`. `list` is what was read from a file; throws a
 * `CalendarDataError` that names every fault. A known day changes only by a correction that names the day it was made.
 */
export function withList(known: CalendarData, list: unknown, loadedOn: string): CalendarData {
  if (!isRecord(list)) throw new CalendarDataError(['not an object']);
  const bringsDays = yearFields.some((key) => list[key] !== undefined);
  const faults = [
    ...textFaults(list, ['source']),
    ...(list['confidence'] === undefined ? ['confidence: is missing'] : confidenceFaults(list)),
    ...(bringsDays ? newDayFaults(known, list) : []),
    ...correctionFaults(list['corrections'], coverOf(known, list)),
    ...(bringsDays || list['corrections'] !== undefined ? [] : ['neither days nor corrections']),
    ...unknownFields(list, fields),
  ];
  if (faults.length > 0) throw new CalendarDataError(faults);
  return calendarData(merged(known, list as unknown as CalendarList, loadedOn));
}

/** Known days and those of the list, as far as its own cover can be read. */
function coverOf(known: CalendarData, { to }: Fields): (date: string) => boolean {
  const last = typeof to === 'string' && to > known.coveredTo ? to : known.coveredTo;
  return (date) => known.coveredFrom <= date && date <= last;
}

function newDayFaults(known: CalendarData, list: Fields): string[] {
  const cover = coverFaults(list, ['from', 'to']);
  const { from, to } = list as { from: string; to: string };
  const isCovered = (date: string): boolean => cover.length > 0 || (from <= date && date <= to);
  const first = plusDays(known.coveredTo, 1);
  const gap = cover.length > 0 || from === first ? [] : [`from: must be ${first}, the day after the last known one`];
  return [...cover, ...gap, ...dayFaults(list, isCovered)];
}

function merged(known: CalendarData, list: CalendarList, loadedOn: string): CalendarData {
  const { source, confidence, from, to } = list;
  const brings = from === undefined || to === undefined ? [] : [{ from, to, source, confidence, loadedOn }];
  return {
    ...known,
    coveredTo: to ?? known.coveredTo,
    daysOff: [...known.daysOff, ...(list.daysOff ?? [])],
    makeUpWorkdays: [...known.makeUpWorkdays, ...(list.makeUpWorkdays ?? [])],
    loaded: [...(known.loaded ?? []), ...brings],
    corrections: [...(known.corrections ?? []), ...(list.corrections ?? [])],
  };
}
