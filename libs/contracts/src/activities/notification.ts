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

/** Effects of `notification`, on its task queue. */
export interface NotificationActivities {
  /** Sends one reminder, once per filing, kind and occasion. */
  remind(step: ReminderStep): Promise<void>;
}
