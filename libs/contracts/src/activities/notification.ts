import type { FilingId, Instant } from '../ids';
import type { FilingSnapshot } from '../snapshot';

/** What only time brings about; everything else follows from events. */
export const reminderKinds = [
  'idle',
  'review-half-time',
  'review-overdue',
  'photo-review-overdue',
  'hand-over-overdue',
  'phone-window-closing',
  'authority-overdue',
  'stuck-step',
  'public-security-due',
] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Days left of the public-security clock when the applicant is reminded: at day 20 of 30 (rules.md 9.5). */
export const publicSecurityDaysLeft = 10;

export interface ReminderStep {
  readonly filingId: FilingId;
  readonly kind: ReminderKind;
  /**
   * Distinguishes reminders of one kind. Of an idle clock it is the day and the clock's start (`7@2026-10-01T02:00:00.000Z`),
   * for a clock may start again; of a review the submission.
   */
  readonly occasion: string;
  readonly at: Instant;
  readonly snapshot: FilingSnapshot;
}

export interface RemindPublicSecurityStep {
  readonly at: Instant;
  /** Filings in one call, 1 to 500; 100 where nothing is said. */
  readonly limit?: number;
}

export interface RemindedFilings {
  readonly reminded: number;
  readonly left: number;
}

/** Effects of `notification`, on its task queue. */
export interface NotificationActivities {
  /** Sends one reminder, once per filing, kind and occasion. */
  remind(step: ReminderStep): Promise<void>;
}

/** What a schedule asks of `notification`, on the same task queue. */
export interface NotificationUpkeep {
  /**
   * The public-security reminder for every granted filing that should have had it before `at` and has not (rules.md 9.5): the
   * filing's own clock sends it, this finds what is missing. Told once, whoever is first. To be called until `left` is 0.
   */
  remindPublicSecurity(step: RemindPublicSecurityStep): Promise<RemindedFilings>;
}
