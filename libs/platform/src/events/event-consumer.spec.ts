import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Kafka, Producer } from 'kafkajs';
import { pino } from 'pino';
import { DatabaseError } from '../database/database-error';
import { ensureTopics } from '../kafka/ensure-topics';
import { connectKafka } from '../kafka/kafka-connection';
import { Metrics } from '../process/metrics';
import { newId } from '../process/new-id';
import { Readiness } from '../process/readiness';
import { currentRequestId } from '../process/request-context';
import { servers, specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import { deadLetterTopicOf, type Event } from './event';
import { EventConsumer, type EventHandlers } from './event-consumer';
import { applyOnce, EventGap } from './inbox';

jest.setTimeout(60_000);
const logger = pino({ level: 'silent' });

async function until(condition: () => boolean | Promise<boolean>, withinMs = 40_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('did not happen in time');
    await delay(20);
  }
}

const event = (filingId: string, sequence: number, more: Partial<Event> = {}): Event => ({
  id: newId(),
  type: 'filing-moved',
  schemaVersion: 1,
  filingId,
  sequence,
  at: '2018-06-01T01:00:00.000Z',
  data: {},
  ...more,
});

describe('the inbox', () => {
  let own: SpecDatabase;
  beforeAll(async () => {
    own = await specDatabase('gateway');
    await own.database.query('CREATE TABLE effect (event_id text)');
  });
  afterAll(() => own.drop());

  const apply = (given: Event, isCounted = false) =>
    applyOnce(own.database, {
      consumer: { name: 'c', topic: 't', isCounted },
      event: given,
      effect: async (tx) => {
        await tx.query('INSERT INTO effect VALUES ($1)', [given.id]);
      },
    });
  const effects = async (id: string) =>
    (await own.database.query('SELECT 1 FROM effect WHERE event_id = $1', [id])).length;

  it('rel T24 I-11 applies an event once, also when it comes ten times at once', async () => {
    const given = event('f1', 1);
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => apply(given)));
    expect(outcomes.filter((outcome) => outcome === 'applied')).toHaveLength(1);
    expect(await effects(given.id)).toBe(1);
  });

  it('rel T24 forgets the inbox row with the effect when the effect fails', async () => {
    const given = event('f2', 1);
    const entry = { consumer: { name: 'c', topic: 't', isCounted: false }, event: given };
    await expect(applyOnce(own.database, { ...entry, effect: () => Promise.reject(new Error('no')) })).rejects.toThrow(
      'no',
    );
    expect(await apply(given)).toBe('applied');
  });

  it('I-12 ignores an older version, refuses to skip one, and goes on when the missing one came', async () => {
    expect(await apply(event('f3', 4), true)).toBe('applied'); // the first it sees is its beginning
    expect(await apply(event('f3', 3), true)).toBe('older');
    await expect(apply(event('f3', 6), true)).rejects.toThrow(EventGap);
    expect(await apply(event('f3', 5), true)).toBe('applied');
    expect(await apply(event('f3', 6), true)).toBe('applied');
    expect(await apply(event('f4', 1), true)).toBe('applied');
  });
});

describe('a consumer on a real broker', () => {
  let own: SpecDatabase;
  let kafka: Kafka;
  let producer: Producer;
  let topic: string;
  const consumers: EventConsumer[] = [];

  beforeAll(async () => {
    own = await specDatabase('gateway');
    await own.database.query('CREATE TABLE effect (event_id text, sequence int)');
    kafka = connectKafka({ KAFKA_BROKERS: servers().kafka.brokers }, 'platform-spec', logger);
    producer = kafka.producer();
    await producer.connect();
  });
  afterAll(async () => {
    await producer.disconnect();
    await own.drop();
  });
  beforeEach(async () => {
    topic = `beian.platform-${randomBytes(4).toString('hex')}.v1`;
    await ensureTopics(kafka, [topic]);
  });
  afterEach(async () => {
    await Promise.all(consumers.splice(0).map((consumer) => consumer.beforeApplicationShutdown()));
  });

  const start = (group: string, handlers: EventHandlers, counted: readonly string[] = []) => {
    const readiness = new Readiness();
    const consumer = new EventConsumer(
      { group, topics: [topic], handlers, counted },
      { kafka, database: own.database, logger, metrics: new Metrics('gateway'), readiness },
    );
    consumers.push(consumer);
    consumer.onApplicationBootstrap();
    return readiness;
  };
  const send = (...events: readonly Event[]) =>
    producer.send({ topic, messages: events.map((one) => ({ key: one.filingId, value: JSON.stringify(one) })) });
  const deadLetters = async (group: string, count: number) => {
    const heard: Array<{ readonly reason: string; readonly value: string }> = [];
    await ensureTopics(kafka, [deadLetterTopicOf(topic, group)]);
    const consumer = kafka.consumer({ groupId: `dead-${newId()}` });
    await consumer.subscribe({ topics: [deadLetterTopicOf(topic, group)], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        heard.push({ reason: message.headers?.['reason']?.toString() ?? '', value: message.value?.toString() ?? '' });
        await Promise.resolve();
      },
    });
    await until(() => heard.length >= count);
    await consumer.disconnect();
    return heard;
  };

  it('rel R12 keeps its place in the group while a handler takes longer than a session', async () => {
    let calls = 0;
    let finish: () => void = () => undefined;
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    const group = `patient-${newId()}`;
    await send(event('f', 1), event('f', 2));
    const heard: number[] = [];
    start(group, {
      'filing-moved': async ({ sequence }) => {
        calls++;
        if (sequence === 1) await mayFinish;
        heard.push(sequence);
      },
    });
    await until(() => calls > 0);
    const began = Date.now();
    await until(() => Date.now() > began + 12_000); // the session is 10 s
    const admin = kafka.admin();
    await admin.connect();
    const [seen] = (await admin.describeGroups([group])).groups;
    await admin.disconnect();
    expect([seen?.state, seen?.members.length]).toEqual(['Stable', 1]);
    finish();
    await until(() => heard.length === 2);
    expect([calls, heard]).toEqual([2, [1, 2]]);
  });

  it('hears in order, knows duplicates, carries a request id, and is ready only when it runs', async () => {
    const heard: number[] = [];
    const requestIds = new Set<string | undefined>();
    const given = [1, 2, 3].map((sequence) => event('f', sequence));
    await send(...given, ...given);
    const readiness = start('projection', {
      'filing-moved': async (one, tx) => {
        requestIds.add(currentRequestId());
        await tx.query('INSERT INTO effect VALUES ($1, $2)', [one.id, one.sequence]);
        heard.push(one.sequence);
      },
    });
    await until(() => heard.length >= 3);
    await send(event('f', 4));
    await until(() => heard.length >= 4);
    expect(heard).toEqual([1, 2, 3, 4]);
    expect(requestIds.has(undefined)).toBe(false);
    expect(await readiness.ask()).toMatchObject({ ready: true });
  });

  it('F-K5 sets poison aside with its reason and lets the others flow', async () => {
    const heard: string[] = [];
    let tries = 0;
    await producer.send({
      topic,
      messages: [
        { key: 'x', value: 'not json' },
        { key: 'y', value: '{"id":1}' },
      ],
    });
    await send(event('bad', 1), event('good', 1), event('unnamed', 1, { type: 'something-else' }), event('later', 1));
    start('notices', {
      'filing-moved': async (one) => {
        if (one.filingId === 'bad') {
          tries++;
          throw new Error('always');
        }
        heard.push(one.filingId);
        await Promise.resolve();
      },
    });
    await until(() => heard.length === 2);
    const dead = await deadLetters('notices', 3);
    expect(dead.map(({ reason }) => reason).sort()).toEqual(['handler-failed', 'unreadable', 'unreadable']);
    expect(tries).toBe(5);
    expect(heard.sort()).toEqual(['good', 'later']);
  });

  it('I-12 sets a version aside that skips one', async () => {
    const heard: number[] = [];
    await send(event('f', 1), event('f', 3));
    start(
      'counted',
      {
        'filing-moved': async (one) => {
          heard.push(one.sequence);
          await Promise.resolve();
        },
      },
      ['filing-moved'],
    );
    expect((await deadLetters('counted', 1))[0]?.reason).toBe('gap');
    expect(heard).toEqual([1]);
  });

  it('waits for a database that is away instead of giving the event up', async () => {
    let tries = 0;
    let done = false;
    await send(event('f', 1));
    start('patient', {
      'filing-moved': async () => {
        if (++tries <= 7) throw new DatabaseError('ECONNREFUSED');
        done = true;
        await Promise.resolve();
      },
    });
    await until(() => done);
    expect(tries).toBe(8);
  });

  it('rel T25 applies each event once through rebalances of two consumers', async () => {
    const handlers: EventHandlers = {
      'filing-moved': async (one, tx) => {
        await tx.query('INSERT INTO effect VALUES ($1, $2)', [one.id, one.sequence]);
      },
    };
    const given = Array.from({ length: 200 }, (_, index) => event(`f${index % 20}`, 1 + Math.floor(index / 20)));
    start('twins', handlers);
    await send(...given.slice(0, 100));
    start('twins', handlers);
    await send(...given.slice(100));
    await consumers[0]!.beforeApplicationShutdown();
    const applied = async () => {
      const ids = given.map(({ id }) => id);
      return (await own.database.query('SELECT event_id FROM effect WHERE event_id = ANY($1)', [ids])).length;
    };
    await until(async () => (await applied()) >= 200);
    expect(await applied()).toBe(200);
  });
});
