import { Module, type DynamicModule, type FactoryProvider, type Provider } from '@nestjs/common';
import type { Kafka } from 'kafkajs';
import { Database } from '../database/database';
import { openSender } from '../kafka/event-sender';
import { ensureTopics } from '../kafka/ensure-topics';
import { connectKafka, KafkaSettings } from '../kafka/kafka-connection';
import { Logger } from '../process/logger';
import { Metrics } from '../process/metrics';
import { Readiness } from '../process/readiness';
import { Tracing } from '../tracing/tracing';
import { DeadLetters } from './dead-letters';
import { topicOf } from './event';
import { EventConsumer, type ConsumerOptions, type EventHandlers } from './event-consumer';
import { OutboxRelay } from './outbox-relay';

/** Kafka as this service uses it. Also the injection token; for tests and tools, `topicOf(service)` names topics. */
const KafkaClient = Symbol('KafkaClient');

export interface EventsOptions extends KafkaSettings {
  /** Name of the service: its schema, its topic, its client id. */
  readonly service: string;
  readonly DATABASE_URL: string;
  /** False for a service that only hears events. */
  readonly publishes?: boolean;
}

/** Publishes the service's outbox and gives its consumers a Kafka client. `EventsModule.forService({ service, ...config })`. */
@Module({})
export class EventsModule {
  static forService(options: EventsOptions): DynamicModule {
    const relay: FactoryProvider = {
      provide: OutboxRelay,
      inject: [KafkaClient, Logger, Metrics, Tracing],
      useFactory: (...[kafka, logger, metrics, tracing]: [Kafka, Logger, Metrics, Tracing]) =>
        relayOf(options, kafka, { logger, metrics, tracing }),
    };
    return {
      module: EventsModule,
      global: true,
      providers: [
        {
          provide: KafkaClient,
          inject: [Logger],
          useFactory: (logger: Logger) => connectKafka(options, options.service, logger),
        },
        ...(options.publishes === false ? [] : [relay]),
        { provide: DeadLetters, inject: [KafkaClient], useFactory: (kafka: Kafka) => new DeadLetters(kafka) },
      ],
      exports: [KafkaClient, DeadLetters],
    };
  }
}

function relayOf(
  options: EventsOptions,
  kafka: Kafka,
  parts: { readonly logger: Logger; readonly metrics: Metrics; readonly tracing: Tracing },
): OutboxRelay {
  const topic = topicOf(options.service);
  return new OutboxRelay({
    ...parts,
    database: { url: options.DATABASE_URL, schema: options.service },
    topic,
    openSender: async () => {
      await ensureTopics(kafka, [topic]);
      return openSender(kafka);
    },
  });
}

/** A consumer whose handlers are made from what the module provides. */
export interface ConsumeEvents extends Omit<ConsumerOptions, 'handlers'> {
  readonly inject: NonNullable<FactoryProvider['inject']>;
  readonly useFactory: (...dependencies: never[]) => EventHandlers;
}

/**
 * Hears events: `...consumeEvents({ group: 'notification', topics: [topicOf('verification')], inject: [Notices],
 * useFactory: (notices) => ({ 'filing-moved': (event, tx) => notices.tell(event, tx) }) })`.
 */
export function consumeEvents({ inject, useFactory, ...options }: ConsumeEvents): Provider[] {
  const handlersToken = Symbol(`handlers of ${options.group}`);
  return [
    { provide: handlersToken, inject: [...inject], useFactory: useFactory as () => EventHandlers },
    {
      provide: Symbol(`consumer ${options.group}`),
      inject: [handlersToken, KafkaClient, Database, Logger, Metrics, Readiness, Tracing],
      useFactory: (
        ...[handlers, kafka, database, logger, metrics, readiness, tracing]: [
          EventHandlers,
          Kafka,
          Database,
          Logger,
          Metrics,
          Readiness,
          Tracing,
        ]
      ) => new EventConsumer({ ...options, handlers }, { kafka, database, logger, metrics, readiness, tracing }),
    },
  ];
}
