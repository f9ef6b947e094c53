import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/**
 * The metrics of one service: each has its own registry, so that several services in one process do not mix. Also the
 * injection token. Labels are few and never an id of a filing or a person.
 */
export class Metrics {
  readonly registry = new Registry();
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>;
  readonly outboxLagSeconds: Gauge;
  readonly outboxWaiting: Gauge;
  readonly outboxParked: Gauge;
  readonly eventsPublished: Counter;
  readonly eventsConsumed: Counter<'consumer' | 'outcome'>;

  constructor(service: string) {
    this.registry.setDefaultLabels({ service });
    collectDefaultMetrics({ register: this.registry });
    const registers = [this.registry];
    this.requestSeconds = new Histogram({
      name: 'http_request_seconds',
      help: 'Time to answer, by route',
      registers,
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    });
    this.outboxLagSeconds = new Gauge({
      name: 'outbox_lag_seconds',
      help: 'Age of the oldest event not published',
      registers,
    });
    this.outboxWaiting = new Gauge({ name: 'outbox_waiting', help: 'Events not published yet', registers });
    this.outboxParked = new Gauge({
      name: 'outbox_parked',
      help: 'Events that were refused and wait for a person',
      registers,
    });
    this.eventsPublished = new Counter({
      name: 'events_published_total',
      help: 'Events acknowledged by Kafka',
      registers,
    });
    this.eventsConsumed = new Counter({
      name: 'events_consumed_total',
      help: 'Events by consumer and outcome',
      registers,
      labelNames: ['consumer', 'outcome'],
    });
  }
}
