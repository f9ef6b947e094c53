import {
  CalendarDataError,
  confidences,
  isDate,
  isWeekend,
  knownKinds,
  type CalendarData,
  type Correction,
} from './calendar-data';

export type Fields = Readonly<Record<string, unknown>>;
type IsCovered = (date: string) => boolean;

export const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isConfidence = (value: unknown): boolean => (confidences as readonly unknown[]).includes(value);

/** A misspelt field would otherwise be a list that is silently empty. */
export function unknownFields(data: Fields, known: readonly string[]): string[] {
  return Object.keys(data).flatMap((key) => (known.includes(key) ? [] : [`${key}: no such field`]));
}

export function textFaults(data: Fields, keys: readonly string[]): string[] {
  return keys.flatMap((key) => (isText(data[key]) ? [] : [`${key}: a text is missing`]));
}

export const confidenceFaults = ({ confidence }: Fields): string[] =>
  confidence === undefined || isConfidence(confidence) ? [] : [`confidence: not one of ${confidences.join(', ')}`];

/** `keys` are the fields of the first and the last day. */
export function coverFaults(data: Fields, keys: readonly [string, string]): string[] {
  const faults = keys.flatMap((key) =>
    isDate(data[key]) ? [] : [`${key}: not a date YYYY-MM-DD: ${String(data[key])}`],
  );
  if (faults.length > 0) return faults;
  const [from, to] = keys.map((key) => String(data[key])) as [string, string];
  return from > to ? [`${keys[1]} ${to} is before ${keys[0]} ${from}`] : [];
}

/** Faults of the two lists of days; cover that is itself faulty is not held against a day. */
export function dayFaults(data: Fields, isCovered: IsCovered): string[] {
  const { daysOff, makeUpWorkdays } = data;
  const faults = [...daysOffFaults(daysOff, isCovered), ...makeUpFaults(makeUpWorkdays, isCovered)];
  return faults.length > 0 ? faults : contradictions(data as unknown as CalendarData);
}

function daysOffFaults(list: unknown, isCovered: IsCovered): string[] {
  if (!Array.isArray(list)) return ['daysOff: a list is missing'];
  return list.flatMap((entry: unknown, i) => {
    const at = `daysOff[${i}]`;
    if (!isRecord(entry)) return [`${at}: not an object`];
    const { from, to, zh, en } = entry;
    const texts = typeof zh === 'string' && typeof en === 'string' ? [] : [`${at}: zh and en must be texts`];
    const odd = unknownFields(entry, ['from', 'to', 'zh', 'en']).map((fault) => `${at}.${fault}`);
    if (!isDate(from) || !isDate(to)) return [`${at}: from and to must be dates YYYY-MM-DD`, ...texts, ...odd];
    const order = from > to ? [`${at}: ends (${to}) before it begins (${from})`] : [];
    const cover = isCovered(from) && isCovered(to) ? [] : [`${at}: ${from}…${to} lies outside the cover`];
    return [...order, ...cover, ...texts, ...odd];
  });
}

function makeUpFaults(list: unknown, isCovered: IsCovered): string[] {
  if (!Array.isArray(list)) return ['makeUpWorkdays: a list is missing'];
  return list.flatMap((date: unknown, i) => {
    if (!isDate(date)) return [`makeUpWorkdays[${i}]: not a date YYYY-MM-DD: ${String(date)}`];
    const twice = list.indexOf(date) === i ? [] : [`makeUpWorkdays[${i}]: ${date} stands there twice`];
    return isCovered(date) ? twice : [`makeUpWorkdays[${i}]: ${date} lies outside the cover`, ...twice];
  });
}

function contradictions({ daysOff, makeUpWorkdays }: CalendarData): string[] {
  const days = makeUpWorkdays.flatMap((date) => {
    const off = daysOff.find(({ from, to }) => from <= date && date <= to);
    if (off !== undefined) return [`${date} is both a day off (${off.en}) and a make-up workday`];
    return isWeekend(date) ? [] : [`make-up workday ${date} is no Saturday or Sunday`];
  });
  const overlaps = daysOff.flatMap(({ from, to }, i) => {
    const other = daysOff.findIndex((span, j) => j < i && span.from <= to && from <= span.to);
    return other < 0 ? [] : [`daysOff[${i}] (${from}…${to}) and daysOff[${other}] overlap`];
  });
  return [...days, ...overlaps];
}

const correctionFields = ['date', 'kind', 'source', 'madeOn'] as const satisfies readonly (keyof Correction)[];

export function correctionFaults(list: unknown, isCovered: IsCovered): string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) return ['corrections: not a list'];
  return list.flatMap((entry: unknown, i) => {
    const at = `corrections[${i}]`;
    if (!isRecord(entry)) return [`${at}: not an object`];
    const { date, kind, madeOn } = entry;
    return [
      ...(isDate(date) ? kindFaults(date, kind) : [`date: not a date YYYY-MM-DD: ${String(date)}`]),
      ...(isDate(date) && !isCovered(date) ? [`${date} lies outside the cover`] : []),
      ...(isDate(madeOn) ? [] : [`madeOn: not a date YYYY-MM-DD: ${String(madeOn)}`]),
      ...textFaults(entry, ['source']),
      ...unknownFields(entry, correctionFields),
    ].map((fault) => `${at}: ${fault}`);
  });
}

/** A day of the weekend is worked only as a make-up workday, and only such a day is one. */
function kindFaults(date: string, kind: unknown): string[] {
  if (!(knownKinds as readonly unknown[]).includes(kind)) return [`kind: not one of ${knownKinds.join(', ')}`];
  if (kind === 'workday' && isWeekend(date)) return [`${date} is a weekend day: worked, it is a make-up-workday`];
  return kind === 'make-up-workday' && !isWeekend(date) ? [`make-up workday ${date} is no Saturday or Sunday`] : [];
}

function loadedFaults(list: unknown, isCovered: IsCovered): string[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) return ['loaded: not a list'];
  return list.flatMap((entry: unknown, i) => {
    const at = `loaded[${i}]`;
    if (!isRecord(entry)) return [`${at}: not an object`];
    const { from, to, loadedOn, confidence } = entry;
    const cover = coverFaults(entry, ['from', 'to']);
    const isOutside = cover.length === 0 && !(isCovered(String(from)) && isCovered(String(to)));
    return [
      ...cover,
      ...(isOutside ? [`${String(from)}…${String(to)} lies outside the cover`] : []),
      ...(isDate(loadedOn) ? [] : [`loadedOn: not a date YYYY-MM-DD: ${String(loadedOn)}`]),
      ...textFaults(entry, ['source']),
      ...(confidence === undefined ? ['confidence: is missing'] : confidenceFaults(entry)),
      ...unknownFields(entry, ['from', 'to', 'source', 'confidence', 'loadedOn']),
    ].map((fault) => `${at}: ${fault}`);
  });
}

const fields = [
  'name',
  'source',
  'confidence',
  'coveredFrom',
  'coveredTo',
  'daysOff',
  'makeUpWorkdays',
  'loaded',
  'corrections',
] as const satisfies readonly (keyof CalendarData)[];

/** Takes what was read from a file; gives it back typed, or throws a `CalendarDataError` that names every fault. */
export function calendarData(value: unknown): CalendarData {
  if (!isRecord(value)) throw new CalendarDataError(['not an object']);
  const cover = coverFaults(value, ['coveredFrom', 'coveredTo']);
  const { coveredFrom, coveredTo } = value as unknown as CalendarData;
  const isCovered = (date: string): boolean => cover.length > 0 || (coveredFrom <= date && date <= coveredTo);
  const faults = [
    ...textFaults(value, ['name', 'source']),
    ...confidenceFaults(value),
    ...cover,
    ...dayFaults(value, isCovered),
    ...loadedFaults(value['loaded'], isCovered),
    ...correctionFaults(value['corrections'], isCovered),
    ...unknownFields(value, fields),
  ];
  if (faults.length > 0) throw new CalendarDataError(faults);
  return value as unknown as CalendarData; // every field was looked at above
}
