import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { pino } from 'pino';
import type { Tx } from '../database/transaction';
import { ensureTopics } from '../kafka/ensure-topics';
import { openSender, type EventMessage, type EventSender } from '../kafka/event-sender';
import { connectKafka } from '../kafka/kafka-connection';
import { Metrics } from '../process/metrics';
import { servers, specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import type { Event } from './event';
import { outbox } from './outbox';
import { OutboxRelay } from './outbox-relay';
import { OutboxRows } from './outbox-rows';
import { RelaySession } from './relay-session';

jest.setTimeout(60_000);
const logger = pino({ level: 'silent' });

/** The broker's place, taken by a list; it can be away, refuse a filing, or lose its answer. */
class ListedSender implements EventSender {
  readonly sent: Event[] = [];
  away = false;
  knocks = 0;
  refused = new Set<string>();
  loseAnswers = 0;

  async send(_topic: string, messages: readonly EventMessage[]): Promise<void> {
    this.knocks++;
    if (this.away) throw new Error('connection refused');
    if (messages.some(({ key }) => this.refused.has(key)))
      throw Object.assign(new Error('refused'), { type: 'INVALID_RECORD' });
    this.sent.push(...messages.map(({ value }) => JSON.parse(value) as Event));
    if (this.loseAnswers-- > 0) throw new Error('answer lost');
  }

  async close(): Promise<void> {
    await Promise.resolve();
  }

  ofFiling(filingId: string): readonly number[] {
    return this.sent.filter((event) => event.filingId === filingId).map(({ sequence }) => sequence);
  }
}

async function until(condition: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('did not happen in time');
    await delay(20);
  }
}

describe('the outbox', () => {
  let own: SpecDatabase;
  let relays: OutboxRelay[] = [];

  beforeEach(async () => {
    own = await specDatabase('subject');
    await own.database.query('CREATE TABLE filing (id text PRIMARY KEY, version int NOT NULL DEFAULT 0)');
  });
  afterEach(async () => {
    await Promise.all(relays.map((relay) => relay.beforeApplicationShutdown()));
    relays = [];
    await own.drop();
  });

  const startRelay = (sender: EventSender): OutboxRelay => {
    const relay = new OutboxRelay({
      database: { url: own.url, schema: 'subject' },
      topic: 'beian.subject.v1',
      openSender: () => Promise.resolve(sender),
      logger,
      metrics: new Metrics('subject'),
    });
    relays.push(relay);
    relay.onApplicationBootstrap();
    return relay;
  };
  const move = async (tx: Tx, filingId: string): Promise<number> => {
    const [row] = await tx.query<{ version: number }>(
      `INSERT INTO filing AS f (id, version) VALUES ($1, 1) ON CONFLICT (id) DO UPDATE SET version = f.version + 1 RETURNING version`,
      [filingId],
    );
    const sequence = row!.version;
    await outbox.append(tx, {
      type: 'filing-moved',
      filingId,
      sequence,
      at: '2018-06-01T01:00:00.000Z',
      data: { sequence },
    });
    return sequence;
  };
  const waiting = async () =>
    (await own.database.query<{ n: number }>('SELECT count(*)::int AS n FROM outbox WHERE published_at IS NULL'))[0]!.n;
  const counting = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

  it('rel T20 T21 T22 loses nothing and keeps the order per filing under 16 writers', async () => {
    const sender = new ListedSender();
    startRelay(sender);
    startRelay(sender); // a second replica must stand aside
    const filings = counting(40).map((n) => `filing-${n}`);
    const writes = 16 * 125;
    let next = 0;
    const writer = async () => {
      while (next < writes) {
        const filingId = filings[next++ % filings.length]!;
        await own.database.transaction(async (tx) => {
          const early = Math.random() < 0.5;
          if (early) await tx.query('SELECT pg_current_xact_id()'); // begins early, gets the filing's lock late
          if (Math.random() < 0.3) await delay(Math.random() * 15);
          await move(tx, filingId);
          if (Math.random() < 0.3) await delay(Math.random() * 15);
        });
      }
    };
    await Promise.all(Array.from({ length: 16 }, writer));
    await until(async () => (await waiting()) === 0);
    expect(sender.sent).toHaveLength(writes);
    for (const filingId of filings) expect(sender.ofFiling(filingId)).toEqual(counting(writes / filings.length));
  });

  it('keeps the order of a filing when the later version has the earlier transaction', async () => {
    const sender = new ListedSender();
    let open: () => void = () => undefined;
    const holdFence = new Promise<void>((resolve) => (open = resolve));
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    let letGo: () => void = () => undefined;
    const mayMove = new Promise<void>((resolve) => (letGo = resolve));
    const early = own.database.transaction(async (tx) => {
      await tx.query('SELECT pg_current_xact_id()');
      begun();
      await mayMove;
      await move(tx, 'f'); // version 2 in an older transaction than version 1
    });
    await hasBegun;
    let fenceStands: () => void = () => undefined;
    const fence = new Promise<void>((resolve) => (fenceStands = resolve));
    const between = own.database.transaction(async (tx) => {
      await tx.query('SELECT pg_current_xact_id()');
      fenceStands();
      await holdFence;
    });
    await fence;
    await own.database.transaction((tx) => move(tx, 'f'));
    letGo();
    await early;
    const session = (await RelaySession.tryOpen({ url: own.url, schema: 'subject' }))!;
    expect(await new OutboxRows(session).next(10)).toEqual([]); // version 1 is behind the fence, version 2 is not
    await session.close();
    open();
    await between;
    startRelay(sender);
    await until(() => sender.sent.length === 2);
    expect(sender.ofFiling('f')).toEqual([1, 2]);
  });

  it('I-6 rolls the event back with its fact', async () => {
    const sender = new ListedSender();
    startRelay(sender);
    await expect(
      own.database.transaction(async (tx) => {
        await move(tx, 'f');
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    await own.database.transaction((tx) => move(tx, 'f'));
    await until(() => sender.sent.length > 0);
    expect(sender.ofFiling('f')).toEqual([1]);
  });

  it('publishes soon after the commit', async () => {
    const sender = new ListedSender();
    startRelay(sender);
    await own.database.transaction((tx) => move(tx, 'warm'));
    await until(() => sender.sent.length === 1);
    const begun = Date.now();
    await own.database.transaction((tx) => move(tx, 'f'));
    while (sender.sent.length < 2) await delay(2);
    expect(Date.now() - begun).toBeLessThan(500);
  });

  it('rel T23 parks what the broker refuses, stops only its filing, and lets it go again', async () => {
    const sender = new ListedSender();
    sender.refused.add('poison');
    await own.database.transaction(async (tx) => {
      for (const filingId of ['a', 'poison', 'b', 'poison', 'a']) await move(tx, filingId);
    });
    startRelay(sender);
    const parked = async () =>
      await own.database.query('SELECT sequence, last_error FROM outbox WHERE parked_at IS NOT NULL');
    await until(async () => (await parked()).length > 0);
    expect(await parked()).toEqual([{ sequence: 1, last_error: 'refused-by-broker' }]);
    await own.database.transaction((tx) => move(tx, 'b'));
    await until(() => sender.ofFiling('b').length === 2);
    expect(sender.ofFiling('a')).toEqual([1, 2]);
    expect(sender.ofFiling('poison')).toEqual([]);
    sender.refused.clear();
    expect(await outbox.parked(own.database, { limit: 10 })).toMatchObject([
      { filingId: 'poison', cause: 'refused-by-broker', attempts: 5, behind: 1 },
    ]);
    expect(await outbox.parked(own.database, { filingId: 'a', limit: 10 })).toEqual([]);
    expect(await outbox.release(own.database)).toBe(1);
    await until(() => sender.ofFiling('poison').length === 2);
    expect(sender.ofFiling('poison')).toEqual([1, 2]);
  });

  it('rel T23 parks an event that is too large', async () => {
    const sender = new ListedSender();
    startRelay(sender);
    await own.database.transaction(async (tx) => {
      await outbox.append(tx, { type: 't', filingId: 'big', at: new Date(), data: 'x'.repeat(1_000_000) });
      await move(tx, 'small');
    });
    await until(
      async () => (await own.database.query('SELECT 1 FROM outbox WHERE parked_at IS NOT NULL')).length === 1,
    );
    expect(sender.ofFiling('small')).toEqual([1]);
    expect(sender.ofFiling('big')).toEqual([]);
  });

  it('F-K1 parks nothing while the broker is away, and catches up', async () => {
    const sender = new ListedSender();
    sender.away = true;
    startRelay(sender);
    for (const _ of counting(3)) await own.database.transaction((tx) => move(tx, 'f'));
    await until(() => sender.knocks >= 2);
    sender.away = false;
    await until(() => sender.sent.length === 3);
    expect(await own.database.query('SELECT 1 FROM outbox WHERE attempts > 0 OR parked_at IS NOT NULL')).toEqual([]);
    expect(sender.ofFiling('f')).toEqual([1, 2, 3]);
  });

  it('rel T24 publishes again when the answer was lost: twice is possible, never is not', async () => {
    const sender = new ListedSender();
    sender.loseAnswers = 1;
    startRelay(sender);
    await own.database.transaction((tx) => move(tx, 'f'));
    await until(async () => (await waiting()) === 0);
    expect(sender.ofFiling('f')).toEqual([1, 1]);
    expect(new Set(sender.sent.map(({ id }) => id)).size).toBe(1);
  });

  it('hands the lock to another replica when one stops', async () => {
    const sender = new ListedSender();
    const first = startRelay(sender);
    await own.database.transaction((tx) => move(tx, 'f'));
    await until(() => sender.sent.length === 1);
    startRelay(sender);
    await first.beforeApplicationShutdown();
    await own.database.transaction((tx) => move(tx, 'f'));
    await until(() => sender.sent.length === 2);
    expect(sender.ofFiling('f')).toEqual([1, 2]);
  });

  it('publishes to a real broker, by filing and in order', async () => {
    const topic = `beian.platform-${randomBytes(4).toString('hex')}.v1`;
    const kafka = connectKafka({ KAFKA_BROKERS: servers().kafka.brokers }, 'platform-spec', logger);
    await ensureTopics(kafka, [topic]);
    await ensureTopics(kafka, [topic]);
    const relay = new OutboxRelay({
      database: { url: own.url, schema: 'subject' },
      topic,
      openSender: () => openSender(kafka),
      logger,
      metrics: new Metrics('subject'),
    });
    relays.push(relay);
    relay.onApplicationBootstrap();
    for (const n of counting(20)) await own.database.transaction((tx) => move(tx, `f${n % 4}`));
    await until(async () => (await waiting()) === 0);
    const heard: Record<string, number[]> = {};
    const consumer = new Kafka({ brokers: [...servers().kafka.brokers], logLevel: logLevel.NOTHING }).consumer({
      groupId: topic,
    });
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      eachMessage: async ({ message }) => {
        (heard[message.key!.toString()] ??= []).push((JSON.parse(message.value!.toString()) as Event).sequence);
        await Promise.resolve();
      },
    });
    await until(() => Object.values(heard).flat().length === 20);
    await consumer.disconnect();
    expect(heard).toEqual({ f0: counting(5), f1: counting(5), f2: counting(5), f3: counting(5) });
  });
});
