import {
  addWorkdays,
  half,
  plusDays,
  shanghaiDate,
  shanghaiInstant,
  type Calendar,
  type PlannedInstant,
} from '@beian/calendar';
import {
  publicSecurityDaysLeft,
  rulePackIds,
  type Deadline,
  type DeadlineKind,
  type PlanContext,
  type PlannerActivities,
} from '@beian/contracts';
import {
  authorityRange,
  fastLaneAllowed,
  identityMethods,
  identityStep,
  idleDays,
  needsServer,
  phoneRecipients,
  phoneStep,
  publicSecurityDays,
  reviewWorkdays,
  type WorkdayRange,
} from '@beian/rules';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** So long before its phone window closes the applicant is reminded once more. */
const windowReminderHours = 6;

const instant = (ms: number): string => new Date(ms).toISOString();
const startOf = ({ at }: PlanContext): number => Date.parse(at);

/** Plans over rules and calendar. Pure: what it needs of the world are its arguments, and the calendar it was made with. */
export function createPlanner(calendar: Calendar): PlannerActivities {
  const inWorkdays = (context: PlanContext, n: number): PlannedInstant => addWorkdays(calendar, startOf(context), n);

  const workdayDeadline = (kind: DeadlineKind, context: PlanContext, { to, source }: WorkdayRange): Deadline => {
    const { at, provisional, reason } = inWorkdays(context, to);
    const why = reason === undefined ? '' : `; ${reason}`;
    const from = { countedFrom: context.at, source: `${source}; calendar ${calendar.name}${why}` };
    return { kind, at: instant(at), provisional, workdays: to, ...from };
  };

  const planIdle: PlannerActivities['planIdle'] = async (context) => idlePlan(context);

  return {
    planIdle,
    planRules: async ({ asOf, pack, at }) => ({
      pack: knownPack(pack),
      asOf: asOf ?? shanghaiDate(Date.parse(at)),
    }),
    planReview: async (context) => {
      const { provider, stuck } = reviewWorkdays(context);
      const deadline = workdayDeadline('review', context, provider);
      const period = { startAt: startOf(context), dueAt: Date.parse(deadline.at) };
      return {
        deadline,
        halfTimeAt: instant(half(calendar, period).at),
        stuckAt: instant(inWorkdays(context, stuck).at),
        identityAfterReview: identityStep(context) === 'after-review' && identityMethods(asChanged(context)).length > 0,
      };
    },
    planIdentity: async (context) => ({ methods: identityMethods(asChanged(context)), idle: idlePlan(context) }),
    planPhotoReview: async (context) => {
      const { photo, provider } = reviewWorkdays(context);
      return workdayDeadline('photo-review', context, photo ?? provider);
    },
    planHandOver: async (context) => workdayDeadline('hand-over-promise', context, reviewWorkdays(context).handOver),
    planPhones: async (context) => phonePlan(context),
    planAuthority: async (context) => {
      const range = authorityRange(context);
      const from = instant(inWorkdays(context, range.from).at);
      return { ...workdayDeadline('authority-range', context, range), from };
    },
    planAftercare: async (context) => aftercarePlan(context),
    planFastLane: async (context) => fastLaneAllowed(context),
  };
}

/** The same plans, each by the calendar that is in force when it is asked for. */
export function createPlannerBy(calendarInForce: () => Calendar): PlannerActivities {
  const names = Object.keys(createPlanner(calendarInForce())) as (keyof PlannerActivities)[];
  const ask = (name: keyof PlannerActivities) => (context: never) => createPlanner(calendarInForce())[name](context);
  return Object.fromEntries(names.map((name) => [name, ask(name)])) as unknown as PlannerActivities;
}

/** Whether somebody new proves who he is depends on what a change alters. */
const asChanged = ({ changes, ...context }: PlanContext) => ({
  ...context,
  newAdministrator: changes?.newAdministrator ?? false,
});

function knownPack(pack: string) {
  const known = rulePackIds.find((id) => id === pack);
  if (known === undefined) throw new Error(`no such rule pack: ${pack}`);
  return known;
}

/** Clock days from the last action (C32): weekends and holidays count. */
function idlePlan(context: PlanContext) {
  const { lapse, reminders, source } = idleDays(context);
  const after = (days: number): string => instant(startOf(context) + days * dayMs);
  return {
    deadline: { kind: 'idle-lapse', at: after(lapse), countedFrom: context.at, provisional: false, source } as const,
    reminders: reminders.map((day) => ({ day, at: after(day) })),
  };
}

/** Clock hours (`rules.md` 8.2); the automatic second message comes at a time of the next day in Shanghai (8.5). */
function phonePlan(context: Parameters<PlannerActivities['planPhones']>[0]) {
  const { changes, ...asked } = context;
  const administrators = phoneRecipients(changes === undefined ? asked : { ...asked, changed: changes });
  if (administrators.length === 0) return { administrators };

  const { windowHours, resend, source } = phoneStep(context);
  const startAt = startOf(context);
  const closesAt = startAt + windowHours * hourMs;
  const nextDay = plusDays(shanghaiDate(startAt), 1);
  return {
    administrators,
    deadline: { kind: 'phone-window', at: instant(closesAt), provisional: false, source } as const,
    remindAt: instant(closesAt - windowReminderHours * hourMs),
    ...(resend.automaticAt === undefined ? {} : { resendAt: instant(shanghaiInstant(nextDay, resend.automaticAt)) }),
  };
}

/** Clock days from the approval (C26); only a website that is opened has this duty. */
function aftercarePlan(context: PlanContext) {
  if (!needsServer(context)) return {};
  const days = publicSecurityDays(context);
  const after = (n: number): string => instant(startOf(context) + n * dayMs);
  const source = `rules.md 9.5; pack ${context.pack}`;
  return {
    deadline: { kind: 'public-security', at: after(days), provisional: false, source } as const,
    remindAt: after(Math.max(0, days - publicSecurityDaysLeft)),
  };
}
