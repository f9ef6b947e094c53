import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Kafka, Producer } from 'kafkajs';
import { pino } from 'pino';
import { ensureTopics } from '../kafka/ensure-topics';
import { connectKafka } from '../kafka/kafka-connection';
import { Metrics } from '../process/metrics';
import { newId } from '../process/new-id';
import { Readiness } from '../process/readiness';
import { currentRequest, currentRequestId } from '../process/request-context';
import { servers, specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import { Tracing } from '../tracing/tracing';
import { DeadLetters } from './dead-letters';
import { deadLetterTopicOf, type Event } from './event';
import { EventConsumer } from './event-consumer';

jest.setTimeout(120_000);
const logger = pino({ level: 'silent' });

async function until(condition: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('did not happen in time');
    await delay(50);
  }
}

describe('dead letters on a real broker', () => {
  let own: SpecDatabase;
  let kafka: Kafka;
  let producer: Producer;
  let consumer: EventConsumer;
  let letters: DeadLetters;
  const topic = `beian.platform-${randomBytes(4).toString('hex')}.v1`;
  const group = `reader-${randomBytes(4).toString('hex')}`;
  const dead = deadLetterTopicOf(topic, group);
  let isBroken = true;
  const served = new Map<string, { readonly requestId: string | undefined; readonly traceId: string | undefined }>();
  // Nobody listens there: spans are made, and no test waits for them.
  const tracing = new Tracing('spec', { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' });

  beforeAll(async () => {
    own = await specDatabase('gateway');
    await own.database.query('CREATE TABLE effect (event_id text, sequence int)');
    kafka = connectKafka({ KAFKA_BROKERS: servers().kafka.brokers }, 'platform-spec', logger);
    await ensureTopics(kafka, [topic]);
    producer = kafka.producer();
    await producer.connect();
    consumer = new EventConsumer(
      {
        group,
        topics: [topic],
        counted: ['filing-moved'],
        handlers: {
          'filing-moved': async (event, tx) => {
            if (isBroken) throw new Error('scripted');
            served.set(event.id, { requestId: currentRequestId(), traceId: currentRequest()?.span?.traceId });
            await tx.query('INSERT INTO effect VALUES ($1, $2)', [event.id, event.sequence]);
          },
        },
      },
      { kafka, database: own.database, logger, metrics: new Metrics('spec'), readiness: new Readiness(), tracing },
    );
    consumer.onApplicationBootstrap();
    letters = new DeadLetters(kafka, { prefix: topic });
  });
  afterAll(async () => {
    await consumer.beforeApplicationShutdown();
    await producer.disconnect();
    await own.drop();
    await tracing.close();
  });

  const event = (filingId: string, sequence: number): Event => ({
    id: newId(),
    type: 'filing-moved',
    schemaVersion: 1,
    filingId,
    sequence,
    at: '2018-06-01T01:00:00.000Z',
    data: {},
  });
  const send = (events: readonly (Event | string)[]) =>
    producer.send({
      topic,
      messages: events.map((one) =>
        typeof one === 'string' ? { key: 'poison', value: one } : { key: one.filingId, value: JSON.stringify(one) },
      ),
    });
  const waiting = async () => (await letters.topics()).find((one) => one.topic === dead)?.waiting ?? 0;
  const effects = async (events: readonly Event[]) => {
    const ids = events.map(({ id }) => id);
    const rows = await own.database.query<{ id: string }>(
      'SELECT event_id AS id FROM effect WHERE event_id = ANY($1) ORDER BY sequence',
      [ids],
    );
    return rows.map(({ id }) => id);
  };

  it('are listed with their cause, replayed after a dry run, and take effect once and in order', async () => {
    isBroken = true;
    const events = [1, 2, 3].map((sequence) => event('filing-a', sequence));
    await send([...events, 'not an event']);
    await until(async () => (await waiting()) === 4);
    const seen = await letters.look(dead);
    expect(seen.map(({ reason }) => reason).sort()).toEqual([
      'handler-failed',
      'handler-failed',
      'handler-failed',
      'unreadable',
    ]);
    expect(seen.filter(({ filingId }) => filingId === 'filing-a').map(({ eventId }) => eventId)).toEqual(
      events.map(({ id }) => id),
    );

    expect(await letters.replay(dead, { atMost: 100, dryRun: true })).toEqual({ replayed: 3, skipped: 1, waiting: 4 });
    expect(await effects(events)).toEqual([]);

    isBroken = false;
    expect(await letters.replay(dead, { atMost: 100, dryRun: false })).toEqual({ replayed: 3, skipped: 1, waiting: 0 });
    await until(async () => (await effects(events)).length === 3);
    expect(await effects(events)).toEqual(events.map(({ id }) => id));

    // A replay that is not needed changes nothing: the inbox knows the event.
    await send(events);
    const last = event('filing-a', 4);
    await send([last]);
    await until(async () => (await effects([...events, last])).length === 4);
    expect(await waiting()).toBe(0);
    expect(await letters.look(dead)).toEqual([]);
  });

  it('feature 42: keep request and trace while they wait, so that a replay goes on in the trace they came from', async () => {
    isBroken = true;
    const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
    const traced = event('filing-c', 1);
    const headers = { type: traced.type, 'x-request-id': 'request-1', traceparent: `00-${traceId}-${spanId}-01` };
    await producer.send({ topic, messages: [{ key: traced.filingId, value: JSON.stringify(traced), headers }] });
    await until(async () => (await waiting()) === 1);
    isBroken = false;
    await letters.replay(dead, { atMost: 10, dryRun: false });
    await until(async () => (await effects([traced])).length === 1);
    expect(served.get(traced.id)).toEqual({ requestId: 'request-1', traceId });
  });

  it('wait again when they fail again, and the replay ends', async () => {
    isBroken = true;
    const again = event('filing-b', 1);
    await send([again]);
    await until(async () => (await waiting()) === 1);
    expect((await letters.replay(dead, { atMost: 10, dryRun: false })).replayed).toBe(1);
    await until(async () => (await waiting()) === 1);
    isBroken = false;
    await letters.replay(dead, { atMost: 10, dryRun: false });
    await until(async () => (await effects([again])).length === 1);
    expect(await waiting()).toBe(0);
  });
});
