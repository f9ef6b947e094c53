import { defaultPayloadConverter } from '@temporalio/common';
import type { TestFiling } from './test-bench.spec-helper';

/** A text on one event of a history, as the Temporal UI shows it. */
export interface Label {
  readonly what: 'timer' | 'activity' | 'local activity';
  /** Type of the activity; of a timer its id. */
  readonly name: string;
  readonly text: string | undefined;
}

export interface OperatorTexts {
  readonly summary: string | undefined;
  readonly details: string;
  readonly labels: readonly Label[];
  /** Descriptions of our own handlers by name. */
  readonly handlers: Readonly<Record<'update' | 'signal' | 'query', Readonly<Record<string, string>>>>;
  readonly searchAttributes: Readonly<Record<string, unknown>>;
}

interface Definition {
  readonly name?: string;
  readonly description?: string;
}

interface Metadata {
  readonly currentDetails: string;
  readonly definition: {
    readonly updateDefinitions: readonly Definition[];
    readonly signalDefinitions: readonly Definition[];
    readonly queryDefinitions: readonly Definition[];
  };
}

/** Everything that an operator reads of a filing, through Temporal's API alone. */
export async function operatorTexts(filing: TestFiling): Promise<OperatorTexts> {
  const { handle } = filing;
  const [metadata, described, history] = await Promise.all([
    handle.query<Metadata>('__temporal_workflow_metadata'),
    handle.describe(),
    handle.fetchHistory(),
  ]);
  const { updateDefinitions, signalDefinitions, queryDefinitions } = metadata.definition;
  const attributes = described.typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value] as const);
  return {
    summary: await described.staticSummary(),
    details: metadata.currentDetails,
    labels: (history.events ?? []).flatMap(labelOf),
    handlers: {
      update: byName(updateDefinitions),
      signal: byName(signalDefinitions),
      query: byName(queryDefinitions),
    },
    searchAttributes: Object.fromEntries(attributes.filter(([name]) => name.startsWith('Icp'))),
  };
}

const byName = (definitions: readonly Definition[]) =>
  Object.fromEntries(
    definitions.flatMap(({ name, description }) =>
      name === undefined || name.startsWith('__') ? [] : [[name, description ?? ''] as const],
    ),
  );

type HistoryEvent = NonNullable<Awaited<ReturnType<TestFiling['handle']['fetchHistory']>>['events']>[number];

function labelOf(event: HistoryEvent): readonly Label[] {
  const summary = event.userMetadata?.summary;
  const text = summary ? defaultPayloadConverter.fromPayload<string>(summary) : undefined;
  const timer = event.timerStartedEventAttributes;
  if (timer) return [{ what: 'timer', name: timer.timerId ?? '', text }];
  const activity = event.activityTaskScheduledEventAttributes;
  if (activity) return [{ what: 'activity', name: activity.activityType?.name ?? '', text }];
  const marker = event.markerRecordedEventAttributes;
  if (marker?.markerName !== 'core_local_activity') return [];
  return [{ what: 'local activity', name: marker.markerName, text }];
}
