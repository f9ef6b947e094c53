import type { RuleValues } from '@beian/rules';
import type { noticeChannels, noticeLanguages, siteFaults } from '@beian/contracts/schemas';

export type Channel = (typeof noticeChannels)[number];
export type Language = (typeof noticeLanguages)[number];
export type SiteFault = (typeof siteFaults)[number];

/** Whom of the provider a notice is for; each has an address of its own. */
export type StaffRole = 'staff' | 'deputy' | 'lead';

interface NoticeRule {
  /**
   * `applicant`: the administrators of the order, and the account in-app (rules.md 7). `staff`: the provider's
   * inbox; `deputy` and `lead`: who is told at half time and at the end of the provider's own promise.
   */
  readonly audience: 'applicant' | StaffRole;
  readonly channels: readonly Channel[];
}

const allChannels: NoticeRule = { audience: 'applicant', channels: ['mail', 'sms', 'in-app'] };
const quietly: NoticeRule = { audience: 'applicant', channels: ['mail', 'in-app'] };
const staff: NoticeRule = { audience: 'staff', channels: ['mail'] };
const deputy: NoticeRule = { audience: 'deputy', channels: ['mail'] };
const lead: NoticeRule = { audience: 'lead', channels: ['mail'] };

/** Every notice (通知) there is, whom it is for and how it goes out. SMS only where somebody must act, or waits for it. */
export const notices = {
  submitted: quietly,
  returned: allChannels,
  'reasons-added': quietly,
  'review-passed': allChannels,
  'backdrop-shipped': allChannels,
  'backdrop-lost': quietly,
  'photo-refused': allChannels,
  'photo-accepted': allChannels,
  'handing-over': allChannels,
  'handed-over': quietly,
  // The code itself comes from `verification` by SMS; a second message beside it would only confuse.
  'phone-codes-sent': quietly,
  'phones-confirmed': quietly,
  'phone-window-closing': allChannels,
  'phone-window-closed': allChannels,
  'phone-failed': allChannels,
  'authority-rejected': allChannels,
  'authority-overdue': quietly,
  granted: allChannels,
  refused: allChannels,
  withdrawn: quietly,
  abandoned: quietly,
  lapsed: allChannels,
  'deadline-moved': quietly,
  idle: quietly,
  'stuck-step': quietly,
  'public-security-due': allChannels,
  'site-faulty': allChannels,
  'site-repaired': quietly,
  'staff-review-half-time': deputy,
  'staff-review-overdue': lead,
  'staff-photo-review-overdue': staff,
  'staff-hand-over-overdue': staff,
  'staff-authority-overdue': staff,
} as const satisfies Record<string, NoticeRule>;

export type NoticeKind = keyof typeof notices;

/** What a notice may say. Ids, counts, days and public numbers: never a name, a phone or a free text of anybody. */
export interface NoticeFacts {
  readonly filingId: string;
  readonly submission: number;
  /** Number of reasons that were given. */
  readonly reasons?: number;
  /** Instant by which something is due or expected. */
  readonly until?: string;
  /** Start of the expected range, where there is one. */
  readonly from?: string;
  /** Day of an idle clock. */
  readonly day?: number;
  readonly subjectNumber?: string;
  readonly siteNumbers?: readonly string[];
  /** What the ministry's filing password (备案密码) is asked for, where it comes with this grant. */
  readonly filingPassword?: RuleValues['access.password'];
  /** What the look at a filed site found. */
  readonly faults?: readonly SiteFault[];
}
