import type { FilingSnapshot, ReminderKind, ReturnCause, Stage } from '@beian/contracts';
import { valueOf } from '@beian/rules';
import type { NoticeFacts, NoticeKind } from './notices';

const returns: Readonly<Record<ReturnCause, NoticeKind>> = {
  reviewer: 'returned',
  'phone-window-closed': 'phone-window-closed',
  'phone-failed': 'phone-failed',
  'authority-rejected': 'authority-rejected',
};

/** What entering a stage tells the applicant; `from` is undefined for a filing that we hear of for the first time. */
const entries: Readonly<Record<Stage, (now: FilingSnapshot, from: Stage | undefined) => NoticeKind | undefined>> = {
  draft: () => undefined,
  'provider-review': () => 'submitted',
  returned: ({ because = 'reviewer' }) => returns[because],
  'identity-check': () => 'review-passed',
  'hand-over': (_, from) => (from === 'identity-check' ? 'photo-accepted' : 'handing-over'),
  'phone-verification': () => 'phone-codes-sent',
  'authority-review': (_, from) => (from === 'phone-verification' ? 'phones-confirmed' : 'handed-over'),
  granted: () => 'granted',
  refused: () => 'refused',
  withdrawn: () => 'withdrawn',
  abandoned: () => 'abandoned',
  lapsed: () => 'lapsed',
};

/** Which notices a move of a filing causes, from where it stood before to where it stands now. */
export function decideNotices(before: FilingSnapshot | undefined, now: FilingSnapshot): readonly NoticeKind[] {
  const hasEntered = before?.stage !== now.stage || before.submission !== now.submission;
  const entered = hasEntered ? entries[now.stage](now, before?.stage) : undefined;
  if (hasEntered) return entered === undefined ? [] : [entered];
  const happened: Readonly<Partial<Record<NoticeKind, boolean>>> = {
    'reasons-added': now.stage === 'returned' && now.reasons.length > before.reasons.length,
    'photo-refused': now.identity?.photo === 'refused' && before.identity?.photo !== 'refused',
    'backdrop-shipped': now.identity?.parcel === 'shipped' && before.identity?.parcel !== 'shipped',
    'backdrop-lost': now.identity?.parcel === 'lost' && before.identity?.parcel !== 'lost',
    'deadline-moved':
      now.flags.rePlanned &&
      now.deadline?.kind === before.deadline?.kind &&
      // A range has two days, and the applicant was told both.
      (now.deadline?.at !== before.deadline?.at || now.deadline?.from !== before.deadline?.from),
  };
  return (Object.keys(happened) as NoticeKind[]).filter((kind) => happened[kind] === true);
}

/** Which notices a reminder of the workflow becomes. */
export const reminderNotices: Readonly<Record<ReminderKind, readonly NoticeKind[]>> = {
  idle: ['idle'],
  'review-half-time': ['staff-review-half-time'],
  'review-overdue': ['staff-review-overdue'],
  'photo-review-overdue': ['staff-photo-review-overdue'],
  'hand-over-overdue': ['staff-hand-over-overdue'],
  'phone-window-closing': ['phone-window-closing'],
  'authority-overdue': ['staff-authority-overdue', 'authority-overdue'],
  'stuck-step': ['stuck-step'],
  'public-security-due': ['public-security-due'],
};

/** What may be said of a snapshot. */
export function factsOf(snapshot: FilingSnapshot, occasion?: string): NoticeFacts {
  const { filingId, submission, reasons, deadline, numbers } = snapshot;
  // An idle clock's occasion is `7@<instant it counts from>`: the same day of a later clock is another reminder.
  const filingPassword = filingPasswordOf(snapshot);
  const day = /^(?:day-?)?(\d{1,3})(?:@|$)/.exec(occasion ?? '')?.[1];
  return {
    filingId,
    submission,
    reasons: reasons.length,
    ...(deadline === undefined ? {} : { until: deadline.at }),
    ...(deadline?.from === undefined ? {} : { from: deadline.from }),
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(filingPassword === undefined ? {} : { filingPassword }),
    ...(numbers === undefined
      ? {}
      : { subjectNumber: numbers.subject, siteNumbers: numbers.sites.map(({ number }) => number) }),
  };
}

/** The ministry sends it after the first success, once for a subject (rules.md 9.4); we never see it. */
const filingPasswordOf = ({ stage, filingType, pack, asOf }: FilingSnapshot): NoticeFacts['filingPassword'] =>
  stage === 'granted' && filingType === 'FIRST' ? valueOf('access.password', {}, { pack, asOf }) : undefined;
