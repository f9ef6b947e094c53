import type { IdentityMethod } from '@beian/contracts';
import { certain, ruled, sourceOf, type RuleContext } from './rule-context';
import type { Range } from './rule-values';

/** Workdays, with where the figure comes from. */
export interface WorkdayRange extends Range {
  readonly source: string;
}

export interface IdentityContext extends RuleContext {
  /** A CHANGE_SITE that names a new website administrator; absent: it does not. */
  readonly newAdministrator?: boolean;
}

/** Ways in which the website administrator may prove who he is (rules.md 6, 15.3); empty: no check (decision 10). */
export function identityMethods(context: IdentityContext): readonly IdentityMethod[] {
  const { filingType, newAdministrator = false } = context;
  const isAsked =
    filingType === 'FIRST' ||
    filingType.startsWith('ADD_SITE') ||
    filingType.startsWith('ACCESS') ||
    ((filingType === 'CHANGE_SITE' || filingType === 'CHANGE_BOTH') && newAdministrator);
  return isAsked ? certain('identity.methods', context) : [];
}

/** Where the identity check stands in the order: a stage after the review, or part of what is submitted (C27). */
export const identityStep = (context: RuleContext): 'after-review' | 'before-submission' =>
  certain('identity.step', context);

/** Workdays in which the authority is expected to answer; shown, never decided by (C10). */
export const authorityRange = (context: RuleContext): WorkdayRange => ({
  ...certain('review.authorityWorkdays', context),
  source: sourceOf('review.authorityWorkdays', context),
});

export interface ReviewWorkdays {
  readonly provider: WorkdayRange;
  /** Review of the backdrop photo; absent where no photo is reviewed. */
  readonly photo?: WorkdayRange;
  readonly handOver: WorkdayRange;
  /** In one step; then the applicant is told whom to ask. */
  readonly stuck: number;
}

/** The provider's own clocks in workdays (rules.md 7, 15.8). */
export function reviewWorkdays(context: RuleContext): ReviewWorkdays {
  const photo = ruled('review.photoWorkdays', context);
  return {
    provider: { ...certain('review.providerWorkdays', context), source: sourceOf('review.providerWorkdays', context) },
    ...(photo === undefined ? {} : { photo: { ...photo, source: sourceOf('review.photoWorkdays', context) } }),
    handOver: { ...certain('review.handOverWorkdays', context), source: sourceOf('review.handOverWorkdays', context) },
    stuck: certain('review.stuckWorkdays', context),
  };
}

export interface IdleDays {
  readonly lapse: number;
  readonly reminders: readonly number[];
  readonly source: string;
}

/** Days without an action of the applicant until the order lapses, and the days of the reminders (C32). */
export function idleDays(context: RuleContext): IdleDays {
  const { lapseDays, reminderDays } = certain('review.idle', context);
  return { lapse: lapseDays, reminders: reminderDays, source: sourceOf('review.idle', context) };
}

/** Days after the approval within which the public-security filing (公安联网备案) is made (C26). */
export const publicSecurityDays = (context: RuleContext): number => certain('publicSecurity.days', context);

/** Hours a face check's link and result are good for (C30). */
export const faceHours = (context: RuleContext) => certain('identity.faceHours', context);

/** Whether the ministry's filing password must be given (rules.md 1.3, 9.4): for access, and by pack to cancel. */
export function needsFilingPassword(context: RuleContext): boolean {
  const isAccess = context.filingType.startsWith('ACCESS');
  const isCancellation = context.filingType.startsWith('CANCEL');
  return isAccess || (isCancellation && certain('access.password', context) === 'access-and-cancel');
}
