import type { Consumer, Kafka, KafkaMessage } from 'kafkajs';
import { openSender } from '../kafka/event-sender';
import { carriedHeaders } from './carried-headers';
import { readEvent } from './read-event';

const deadMark = '.dead.';
/** A consumer that has not joined by then never will. */
const patienceMs = 25_000;

/** A dead-letter topic, whose consumer set its events aside, and how many of them nobody has replayed. */
export interface DeadLetterTopic {
  readonly topic: string;
  readonly consumer: string;
  readonly waiting: number;
}

export interface DeadLetter {
  readonly partition: number;
  readonly offset: string;
  readonly filingId: string;
  /** Why it was set aside: `handler-failed`, `gap` or `unreadable`. */
  readonly reason: string;
  readonly type?: string;
  readonly eventId?: string;
  readonly setAsideAt: string;
}

export interface Replayed {
  readonly replayed: number;
  /** Unreadable ones: no consumer can ever take them, so they only stay in the topic for study. */
  readonly skipped: number;
  /** Still waiting afterwards. */
  readonly waiting: number;
}

interface Place {
  readonly partition: number;
  readonly message: KafkaMessage;
}

/**
 * What consumers have set aside, for an operator. Contract:
 * 1. A dead letter waits until the group `<topic>.replayed` has committed past it; nothing is ever deleted from the topic.
 * 2. A replay sends the event as it came, under its own id, key and trace, to the topic it came from, and commits only
 *    after the broker has acknowledged it. It may therefore come twice and never gets lost; the inbox of every consumer
 *    tells the second.
 * 3. A replay ends at what waited when it began: an event that fails again is set aside again, behind that.
 */
export class DeadLetters {
  constructor(
    private readonly kafka: Kafka,
    private readonly options: { readonly prefix?: string } = {},
  ) {}

  /** All dead-letter topics, those with nothing waiting included. */
  async topics(): Promise<readonly DeadLetterTopic[]> {
    const { prefix = '' } = this.options;
    return this.withAdmin(async (admin) => {
      const names = (await admin.listTopics()).filter((name) => name.includes(deadMark) && name.startsWith(prefix));
      const found = names.sort().map(async (topic) => {
        const ends = await waitingOf(admin, topic);
        const waiting = [...ends.values()].reduce((sum, { from, to }) => sum + to - from, 0);
        return { topic, consumer: topic.slice(topic.indexOf(deadMark) + deadMark.length), waiting };
      });
      return Promise.all(found);
    });
  }

  /** The oldest waiting ones; changes nothing. */
  async look(topic: string, atMost = 100): Promise<readonly DeadLetter[]> {
    const letters: DeadLetter[] = [];
    await this.read(topic, atMost, async ({ partition, message }) => {
      const event = readEvent(message.value);
      letters.push({
        partition,
        offset: message.offset,
        filingId: message.key?.toString() ?? '',
        reason: message.headers?.['reason']?.toString() ?? 'unknown',
        setAsideAt: new Date(Number(message.timestamp)).toISOString(),
        ...(event === undefined ? {} : { type: event.type, eventId: event.id }),
      });
    });
    return letters;
  }

  /** Sends the waiting ones to their consumers again, the oldest first. A dry run counts what a replay would do. */
  async replay(topic: string, how: { readonly atMost: number; readonly dryRun: boolean }): Promise<Replayed> {
    const origin = topic.slice(0, topic.indexOf(deadMark));
    const sender = how.dryRun ? undefined : await openSender(this.kafka);
    const count = { replayed: 0, skipped: 0 };
    try {
      await this.read(topic, how.atMost, async ({ partition, message }, consumer) => {
        const isReadable = readEvent(message.value) !== undefined;
        count[isReadable ? 'replayed' : 'skipped'] += 1;
        if (sender === undefined) return;
        if (isReadable) await sender.send(origin, [again(topic, { partition, message })]);
        await consumer.commitOffsets([{ topic, partition, offset: String(BigInt(message.offset) + 1n) }]);
      });
    } finally {
      await sender?.close();
    }
    return { ...count, waiting: await this.waiting(topic) };
  }

  async waiting(topic: string): Promise<number> {
    const ends = await this.withAdmin((admin) => waitingOf(admin, topic));
    return [...ends.values()].reduce((sum, { from, to }) => sum + to - from, 0);
  }

  private async read(
    topic: string,
    atMost: number,
    take: (place: Place, consumer: Consumer) => Promise<void>,
  ): Promise<void> {
    const ends = await this.withAdmin((admin) => waitingOf(admin, topic));
    const open = new Set([...ends].filter(([, { from, to }]) => from < to).map(([partition]) => partition));
    if (open.size === 0) return;
    const consumer = this.kafka.consumer({ groupId: groupOf(topic), allowAutoTopicCreation: false });
    let taken = 0;
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [topic], fromBeginning: true });
      await new Promise<void>((resolve, reject) => {
        const late = setTimeout(() => reject(new Error(`${topic} could not be read in time`)), patienceMs);
        const end = (settle: () => void) => {
          clearTimeout(late);
          settle();
        };
        consumer
          .run({
            autoCommit: false,
            eachMessage: async ({ partition, message }) => {
              const to = ends.get(partition)?.to ?? 0;
              if (taken < atMost && Number(message.offset) < to) {
                taken += 1;
                await take({ partition, message }, consumer).catch((error: unknown) =>
                  end(() => reject(error as Error)),
                );
              }
              if (Number(message.offset) + 1 >= to) open.delete(partition);
              if (open.size === 0 || taken >= atMost) end(resolve);
            },
          })
          .catch(reject);
      });
    } finally {
      await consumer.disconnect();
    }
  }

  private async withAdmin<T>(work: (admin: ReturnType<Kafka['admin']>) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    await admin.connect();
    return work(admin).finally(() => admin.disconnect());
  }
}

const groupOf = (topic: string): string => `${topic}.replayed`;

const again = (topic: string, { partition, message }: Place) => ({
  key: message.key?.toString() ?? '',
  value: message.value?.toString() ?? '',
  headers: { ...carriedHeaders(message), 'replayed-from': `${topic} ${partition} ${message.offset}` },
});

/** Per partition, from where to where nobody has replayed. */
async function waitingOf(
  admin: ReturnType<Kafka['admin']>,
  topic: string,
): Promise<ReadonlyMap<number, { readonly from: number; readonly to: number }>> {
  const ends = await admin.fetchTopicOffsets(topic);
  const [places] = await admin.fetchOffsets({ groupId: groupOf(topic), topics: [topic] });
  const committed = new Map(places?.partitions.map(({ partition, offset }) => [partition, Number(offset)] as const));
  return new Map(
    ends.map(({ partition, low, high }) => {
      const from = Math.max(committed.get(partition) ?? -1, Number(low));
      return [partition, { from, to: Number(high) }] as const;
    }),
  );
}
