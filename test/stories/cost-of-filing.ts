import { eventually } from '../faults/persistently';
import { filingHandle } from './workflow-view';

type Counts = Readonly<Record<string, number>>;

/** What one execution of the filing workflow has cost, counted in the server's own history of it. */
export interface Cost {
  /** By name; retries are not in the history. */
  readonly activities: Counts;
  readonly updates: Counts;
  readonly signals: Counts;
  readonly localActivities: number;
  /** Started; whether they fire or are cancelled costs the same. */
  readonly timers: number;
  readonly upserts: number;
  readonly workflowTasks: number;
  readonly events: number;
  /** As the server stores them, by `DescribeWorkflowExecution`. */
  readonly bytes: number;
  /** Billable ones, by the formula in `docs/cost.md`. */
  readonly actions: number;
}

const sum = (counts: Counts): number => Object.values(counts).reduce((all, count) => all + count, 0);

function countBy(names: readonly (string | null | undefined)[]): Counts {
  const counts: Record<string, number> = {};
  for (const name of names) if (name) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** Waits until nothing is under way in the workflow, then counts. */
export async function costOf(filingId: string): Promise<Cost> {
  const handle = await filingHandle(filingId);
  const described = await eventually(async () => {
    const now = await handle.describe();
    return (now.raw.pendingActivities?.length ?? 0) > 0 || now.raw.pendingWorkflowTask ? undefined : now;
  }, 'a workflow with nothing under way');
  const events = (await handle.fetchHistory()).events ?? [];
  const markers = events.flatMap(({ markerRecordedEventAttributes: marker }) =>
    marker?.markerName === 'core_local_activity' ? [String(marker.workflowTaskCompletedEventId)] : [],
  );
  const counted = {
    activities: countBy(events.map((event) => event.activityTaskScheduledEventAttributes?.activityType?.name)),
    updates: countBy(
      events.map((event) => event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name),
    ),
    signals: countBy(events.map((event) => event.workflowExecutionSignaledEventAttributes?.signalName)),
    localActivities: markers.length,
    timers: events.filter((event) => event.timerStartedEventAttributes).length,
    upserts: events.filter((event) => event.upsertWorkflowSearchAttributesEventAttributes).length,
    workflowTasks: events.filter((event) => event.workflowTaskScheduledEventAttributes).length,
  };
  const start = 1;
  const batchesOfLocalActivities = new Set(markers).size;
  return {
    ...counted,
    events: described.historyLength,
    bytes: described.historySize ?? Number.NaN,
    actions:
      start +
      sum(counted.updates) +
      sum(counted.signals) +
      sum(counted.activities) +
      counted.timers +
      batchesOfLocalActivities +
      counted.upserts,
  };
}
