import { setTimeout as delay } from 'node:timers/promises';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import type { Consumer, EachMessagePayload, Kafka, KafkaMessage } from 'kafkajs';
import type { Database } from '../database/database';
import { isDatabaseAway } from '../database/database-error';
import type { Tx } from '../database/transaction';
import { ensureTopics } from '../kafka/ensure-topics';
import { openSender, type EventSender } from '../kafka/event-sender';
import type { Logger } from '../process/logger';
import type { Metrics } from '../process/metrics';
import type { Readiness } from '../process/readiness';
import { withRequest } from '../process/request-context';
import { untraced, type Tracing } from '../tracing/tracing';
import { carriedHeaders } from './carried-headers';
import { deadLetterTopicOf, type Event } from './event';
import { applyOnce, EventGap } from './inbox';
import { readEvent } from './read-event';

/** What one consumer does with each type of event; types it does not name pass it by. */
export type EventHandlers = Readonly<Record<string, (event: Event, tx: Tx) => Promise<void>>>;

export interface ConsumerOptions {
  /** Name of the consumer: Kafka's group, key of its inbox rows, end of its dead-letter topics. Never change it. */
  readonly group: string;
  readonly topics: readonly string[];
  readonly handlers: EventHandlers;
  /**
   * Types whose `sequence` counts the filing without gaps: an older one is ignored, one that skips a number is not
   * handled but set aside, so that version n + 1 is never applied before n.
   */
  readonly counted?: readonly string[];
}

export interface ConsumerParts {
  readonly kafka: Kafka;
  readonly database: Database;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  /** Absent: no spans. */
  readonly tracing?: Tracing;
}

const mostAttempts = 5;
const firstPauseMs = 100;

/** A killed member holds its partitions for so long; the one that takes its place hears nothing before (R12). */
const sessionMs = 10_000;
/** Also how long a fetch waits for something new: kafkajs beats only between fetches. */
const beatEveryMs = 2_000;

/**
 * Hears events, each with effect once: the handler's changes and the inbox row commit together, and a duplicate finds the
 * row. A handler that keeps failing is tried five times, then the event goes to the dead-letter topic and the next
 * one follows; while the database or the broker is away, it waits instead.
 */
export class EventConsumer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly consumer: Consumer;
  private isRunning = false;
  private started: Promise<void> | undefined;
  private stopping = false;
  /** One for all partitions, which are heard side by side; hence the promise. */
  private deadLetters: Promise<EventSender> | undefined;

  constructor(
    private readonly options: ConsumerOptions,
    private readonly parts: ConsumerParts,
  ) {
    this.consumer = parts.kafka.consumer({
      groupId: options.group,
      sessionTimeout: sessionMs,
      heartbeatInterval: beatEveryMs,
      maxWaitTimeInMs: beatEveryMs,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 200, maxRetryTime: 5_000, retries: 10, restartOnFailure: async () => !this.stopping },
    });
  }

  onApplicationBootstrap(): void {
    this.parts.readiness.add(`consumer ${this.options.group}`, async () => {
      if (!this.isRunning) throw new Error('not running');
    });
    this.consumer.on('consumer.group_join', () => {
      this.isRunning = true;
    });
    this.started = this.startPatiently();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.isRunning = false;
    await this.started;
    await this.consumer.disconnect();
    await this.closeDeadLetters();
  }

  /** A broker that is away keeps the service from being ready, not from starting and taking commands (F-K1). */
  private async startPatiently(): Promise<void> {
    while (!this.stopping) {
      try {
        await this.start();
        return;
      } catch (error) {
        this.parts.logger.warn({ err: error, group: this.options.group }, 'a consumer could not start; trying again');
        await delay(firstPauseMs * 10);
      }
    }
  }

  private async start(): Promise<void> {
    const { group, topics } = this.options;
    await ensureTopics(this.parts.kafka, [...topics, ...topics.map((topic) => deadLetterTopicOf(topic, group))]);
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await this.consumer.run({ partitionsConsumedConcurrently: 3, eachMessage: (payload) => this.take(payload) });
  }

  private async take({ topic, message, heartbeat }: EachMessagePayload): Promise<void> {
    const event = readEvent(message.value);
    if (event === undefined) {
      await this.setAside(topic, message, 'unreadable');
      return;
    }
    const handler = Object.hasOwn(this.options.handlers, event.type) ? this.options.handlers[event.type] : undefined;
    if (handler === undefined) return;
    const requestId = message.headers?.['x-request-id']?.toString() ?? `event-${event.id}`;
    // A handler may take longer than a session. A beat that fails is told to the consumer by its own next one.
    const beating = setInterval(() => void heartbeat().catch(() => undefined), beatEveryMs);
    try {
      const work = () => this.handle({ topic, message, event, handler, heartbeat });
      const parent = message.headers?.['traceparent']?.toString();
      const attributes = { 'messaging.destination.name': topic, 'messaging.consumer.group.name': this.options.group };
      const tracing = parent === undefined ? untraced : (this.parts.tracing ?? untraced);
      const step = { name: `consume ${event.type}`, kind: 'CONSUMER', parent, attributes } as const;
      await withRequest({ requestId }, () => tracing.step(step, work));
    } finally {
      clearInterval(beating);
    }
  }

  private async handle(given: Given): Promise<void> {
    const { event, topic } = given;
    const consumer = {
      name: this.options.group,
      topic,
      isCounted: this.options.counted?.includes(event.type) === true,
    };
    for (let attempt = 1; !this.stopping;) {
      try {
        const outcome = await applyOnce(this.parts.database, {
          consumer,
          event,
          effect: (tx) => given.handler(event, tx),
        });
        this.count(outcome);
        return;
      } catch (error) {
        const isAway = isDatabaseAway(error);
        this.parts.logger.warn(
          { err: error, eventId: event.id, type: event.type, filingId: event.filingId, attempt },
          'an event could not be handled',
        );
        if (!isAway && (attempt >= mostAttempts || error instanceof EventGap)) {
          await this.setAside(topic, given.message, error instanceof EventGap ? 'gap' : 'handler-failed');
          return;
        }
        await delay(firstPauseMs * 2 ** Math.min(attempt, 5));
        if (!isAway) attempt++;
        await given.heartbeat();
      }
    }
    throw new Error('the consumer stops; the event is handled after the next start');
  }

  /** Sends the message as it came to the dead-letter topic, with its trace and the reason as a code. */
  private async setAside(topic: string, message: KafkaMessage, reason: string): Promise<void> {
    try {
      this.deadLetters ??= openSender(this.parts.kafka);
      const sender = await this.deadLetters;
      await sender.send(deadLetterTopicOf(topic, this.options.group), [
        {
          key: message.key?.toString() ?? '',
          value: message.value?.toString() ?? '',
          headers: { ...carriedHeaders(message), reason, offset: message.offset },
        },
      ]);
    } catch (error) {
      await this.closeDeadLetters();
      throw error; // Kafka gives the message again
    }
    this.count('dead');
    this.parts.logger.error(
      { topic, offset: message.offset, reason, filingId: message.key?.toString() },
      'an event is set aside in the dead-letter topic',
    );
  }

  private async closeDeadLetters(): Promise<void> {
    const opened = this.deadLetters;
    this.deadLetters = undefined;
    await opened
      ?.then((sender) => sender.close())
      .catch((error: unknown) => this.parts.logger.debug({ err: error }, 'a dead-letter producer did not close'));
  }

  private count(outcome: string): void {
    this.parts.metrics.eventsConsumed.inc({ consumer: this.options.group, outcome });
  }
}

interface Given {
  readonly topic: string;
  readonly message: KafkaMessage;
  readonly event: Event;
  readonly handler: (event: Event, tx: Tx) => Promise<void>;
  readonly heartbeat: () => Promise<void>;
}
