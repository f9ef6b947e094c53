import type { Deadline, IdlePlan, Instant } from '@beian/contracts';
import { inShanghai } from './deadlines';

/** Every timer a filing can have, and what an operator reads on it. One runs at a time: that of the earliest alarm. */
const alarmTexts = {
  'idle-reminder': 'idle: reminder',
  'idle-lapse': 'idle: the filing lapses',
  'review-half-time': 'provider review: half time, deputy is told',
  'review-overdue': 'provider review due',
  'stuck-step': 'provider review: three working days, applicant is told whom to ask',
  'photo-review-overdue': 'photo review due',
  'hand-over-again': 'authority was closed: hand-over is tried again',
  'hand-over-overdue': 'hand-over promised until',
  'phone-window-closing': 'phone window: last reminder',
  'phone-resend': 'phone codes: automatic second message',
  'phone-window': 'phone window closes',
  'authority-overdue': 'authority review expected until',
  'public-security': 'public-security filing: reminder',
} as const;
export type AlarmName = keyof typeof alarmTexts;

export interface Alarm {
  readonly name: AlarmName;
  readonly at: Instant;
  /** Distinguishes alarms of one name, and the reminders they send: the day of an idle clock, the submission. */
  readonly occasion: string;
  /** Length of the clock in working days, where it counts in them. */
  readonly workdays?: number;
}

export const alarmKey = ({ name, occasion }: Alarm): string => `${name} ${occasion}`;

/** `provider review due 2026-10-10 18:00 CST, day 1 of 1`: what for, until when, and which day of the clock that is. */
export function alarmSummary({ name, at, occasion, workdays }: Alarm): string {
  const day =
    name === 'idle-reminder'
      ? `, day ${Number.parseInt(occasion, 10)}`
      : workdays === undefined
        ? ''
        : `, day ${workdays} of ${workdays}`;
  return `${alarmTexts[name]} ${inShanghai(at)}${day}`;
}

/** The end of a planned clock as an alarm; the clock's length goes with it. */
export const endOf = (name: AlarmName, { at, workdays }: Deadline, occasion: string): Alarm => ({
  name,
  at,
  occasion,
  ...(workdays !== undefined && { workdays }),
});

/** What our own side does and a hold therefore stops; windows of the outside go on. */
const ownMoves: readonly AlarmName[] = ['idle-lapse', 'hand-over-again'];

/** The earliest alarm; while the filing is on hold those of our own moves stand still. */
export function earliest(alarms: readonly Alarm[], onHold: boolean): Alarm | undefined {
  return alarms
    .filter(({ name }) => !(onHold && ownMoves.includes(name)))
    .reduce<Alarm | undefined>((first, alarm) => (first && first.at <= alarm.at ? first : alarm), undefined);
}

/** An idle clock: its reminders and its end. The occasion names the clock's start, for a clock may start again. */
export const idleAlarms = (plan: IdlePlan, from: Instant): readonly Alarm[] => [
  ...plan.reminders.map(({ day, at }): Alarm => ({ name: 'idle-reminder', at, occasion: `${day}@${from}` })),
  { name: 'idle-lapse', at: plan.deadline.at, occasion: `lapse@${from}` },
];
