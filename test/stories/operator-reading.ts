import { encryptionCodec, developmentEnvironment, temporalSettings } from '@beian/platform';
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { filingHandle } from './workflow-view';

/** A text on one event of a history, as the Temporal UI shows it. */
export interface Label {
  readonly what: 'timer' | 'activity' | 'local activity';
  readonly text: string | undefined;
}

/** What an operator reads of one filing, through Temporal's API alone. */
export interface OperatorReading {
  readonly summary: string;
  readonly details: string;
  readonly labels: readonly Label[];
  /** Descriptions of our handlers by their names. */
  readonly handlers: Readonly<Record<string, string>>;
  readonly searchAttributes: Readonly<Record<string, unknown>>;
  /** All of it, and the whole history with every payload opened: what somebody with every key could see. */
  readonly everything: Buffer;
}

interface Definition {
  readonly name?: string;
  readonly description?: string;
}
interface Metadata {
  readonly currentDetails: string;
  readonly definition: Readonly<Record<`${'update' | 'signal' | 'query'}Definitions`, readonly Definition[]>>;
}
type Event = NonNullable<
  Awaited<ReturnType<Awaited<ReturnType<typeof filingHandle>>['fetchHistory']>>['events']
>[number];

const codec = encryptionCodec(temporalSettings.CODEC_KEYS.parse(developmentEnvironment['CODEC_KEYS']));

/** Reads a filing as the Temporal UI does with a codec server behind it. */
export async function readAsOperator(filingId: string): Promise<OperatorReading> {
  const handle = await filingHandle(filingId);
  const [metadata, described, history] = await Promise.all([
    handle.query<Metadata>('__temporal_workflow_metadata'),
    handle.describe(),
    handle.fetchHistory(),
  ]);
  const events = history.events ?? [];
  const { updateDefinitions, signalDefinitions, queryDefinitions } = metadata.definition;
  const summary = (await described.staticSummary()) ?? '';
  const read = {
    summary,
    details: metadata.currentDetails,
    labels: (await Promise.all(events.map(labelOf))).flat(),
    handlers: byName([...updateDefinitions, ...signalDefinitions, ...queryDefinitions]),
    searchAttributes: Object.fromEntries(
      described.typedSearchAttributes.getAll().map(({ key, value }) => [key.name, value] as const),
    ),
  };
  const { memo, workflowId, type } = described;
  const everything = JSON.stringify({ read, memo, workflowId, type, events: await opened(events) });
  return { ...read, everything: Buffer.from(everything) };
}

const byName = (definitions: readonly Definition[]) =>
  Object.fromEntries(
    definitions.flatMap(({ name = '', description = '' }) => (name.startsWith('__') ? [] : [[name, description]])),
  );

async function labelOf(event: Event): Promise<readonly Label[]> {
  const what = event.timerStartedEventAttributes
    ? 'timer'
    : event.activityTaskScheduledEventAttributes
      ? 'activity'
      : event.markerRecordedEventAttributes?.markerName === 'core_local_activity'
        ? 'local activity'
        : undefined;
  if (what === undefined) return [];
  const sealed = event.userMetadata?.summary;
  const [summary] = sealed ? await codec.decode([sealed]) : [];
  return [{ what, text: summary && defaultPayloadConverter.fromPayload<string>(summary) }];
}

/** The same value with each payload in it replaced by its opened content, and other bytes by their text. */
async function opened(value: unknown): Promise<unknown> {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (Array.isArray(value)) return Promise.all(value.map(opened));
  if (typeof value !== 'object' || value === null) return value;
  if ('metadata' in value && 'data' in value) {
    const [payload] = await codec.decode([value as Payload]);
    return Buffer.from(payload?.data ?? []).toString('utf8');
  }
  const entries = Object.entries(value).map(async ([key, inner]) => [key, await opened(inner)] as const);
  return Object.fromEntries(await Promise.all(entries));
}
