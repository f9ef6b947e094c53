import type {
  Deadline,
  DeadlineKind,
  FilingSnapshot,
  PinnedRules,
  PlanContext,
  PlannerActivities,
} from '@beian/contracts';

/**
 * How the deadline of each kind is planned again while it runs; absent: its stage does not plan it again, whatever
 * changes (a window of the outside, a duty after the end).
 */
const plans: {
  readonly [K in DeadlineKind]?: (planner: PlannerActivities, context: PlanContext) => Promise<Deadline>;
} = {
  'idle-lapse': async (planner, context) => (await planner.planIdle(context)).deadline,
  review: async (planner, context) => (await planner.planReview(context)).deadline,
  'photo-review': (planner, context) => planner.planPhotoReview(context),
  'hand-over-promise': (planner, context) => planner.planHandOver(context),
  'authority-range': (planner, context) => planner.planAuthority(context),
};

/** Only these count working days, so only these move with a calendar. */
export const countsWorkdays = ({ kind }: Deadline): boolean => plans[kind] !== undefined && kind !== 'idle-lapse';

/** What a running filing would be given, or why that cannot be said. */
export type Foreseen =
  | { readonly deadline: Deadline | undefined }
  | { readonly unforeseen: 'planned by a version that did not keep where the clock began' };

/** The deadline of a running filing as `planner` plans it from the start of its running clock, by its rules or others. */
export async function foresee(
  planner: PlannerActivities,
  snapshot: FilingSnapshot,
  rules: PinnedRules = snapshot,
): Promise<Foreseen> {
  const { deadline } = snapshot;
  const plan = deadline && plans[deadline.kind];
  if (deadline === undefined || plan === undefined) return { deadline };
  if (deadline.countedFrom === undefined)
    return { unforeseen: 'planned by a version that did not keep where the clock began' };
  return { deadline: await plan(planner, contextOf(snapshot, rules, deadline.countedFrom)) };
}

export function contextOf(
  { filingType, province, nature }: FilingSnapshot,
  { pack, asOf }: PinnedRules,
  at: string,
): PlanContext {
  return { pack, asOf, filingType, province, nature, at };
}

/** Whether a person would be told another date. */
export const hasMoved = (before: Deadline | undefined, after: Deadline | undefined): boolean =>
  before?.at !== after?.at || before?.from !== after?.from;
