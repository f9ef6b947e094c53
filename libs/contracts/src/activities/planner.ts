import type { AdministratorFacts, FilingChanges } from '../facts';
import type { Deadline } from '../snapshot';
import type { FilingType, IdentityMethod, Nature, PinnedRules } from '../filing-facts';
import type { AdministratorKey, Day, Instant, ProvinceCode, SiteId } from '../ids';

/** What every plan needs to know of the filing. */
export interface PlanContext extends PinnedRules {
  readonly filingType: FilingType;
  readonly province: ProvinceCode;
  readonly nature: Nature;
  /** Business time from which the plan counts. */
  readonly at: Instant;
  /** What it alters of what is filed; absent before a submission. */
  readonly changes?: FilingChanges;
}

export interface ReviewPlan {
  readonly deadline: Deadline;
  readonly halfTimeAt: Instant;
  readonly stuckAt: Instant;
  /** Whether the identity check comes after the review (until 2019-07-28) or was part of the submission. */
  readonly identityAfterReview: boolean;
}

export interface IdlePlan {
  readonly deadline: Deadline;
  readonly reminders: readonly { readonly day: number; readonly at: Instant }[];
}

export interface IdentityPlan {
  readonly methods: readonly IdentityMethod[];
  readonly idle: IdlePlan;
}

export interface PhonePlan {
  /** Empty: the pack asks no phone confirmation here. */
  readonly administrators: readonly AdministratorKey[];
  readonly deadline?: Deadline;
  readonly remindAt?: Instant;
  readonly resendAt?: Instant;
}

export interface AftercarePlan {
  readonly deadline?: Deadline;
  readonly remindAt?: Instant;
}

/**
 * Pure planning over `rules` and `calendar`: local activities in the workflow's worker, so that their answers are in the
 * history and a changed calendar is asked again by signal.
 */
export interface PlannerActivities {
  planIdle(context: PlanContext): Promise<IdlePlan>;
  planReview(context: PlanContext): Promise<ReviewPlan>;
  planIdentity(context: PlanContext): Promise<IdentityPlan>;
  planPhotoReview(context: PlanContext): Promise<Deadline>;
  planHandOver(context: PlanContext): Promise<Deadline>;
  /** `handOverDay`: the pinned day and the workflow's days since; it counts for the SMS provinces, and for nothing else. */
  planPhones(
    context: PlanContext & {
      readonly handOverDay: Day;
      readonly administrators: readonly AdministratorFacts[];
      readonly sites: readonly { readonly siteId: SiteId; readonly administrator: AdministratorKey }[];
    },
  ): Promise<PhonePlan>;
  planAuthority(context: PlanContext): Promise<Deadline>;
  /** Nothing for a filing that opens no website: it has no duty left. */
  planAftercare(context: PlanContext): Promise<AftercarePlan>;
  /** Whether a resubmission after a lapsed phone window may skip the provider's review (pack `2018-09` on). */
  planFastLane(context: PlanContext): Promise<boolean>;
  /** The day pinned at submission: the installation's, else the day of `at` in Shanghai. */
  planRules(context: { readonly asOf?: string; readonly pack: string; readonly at: Instant }): Promise<PinnedRules>;
}
