import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** One sample of a gauge that is read when somebody asks for the metrics. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export interface ReadGauge {
  readonly name: string;
  readonly help: string;
  readonly labelNames?: readonly string[];
  /** Asked at each scrape, at most every five seconds. Where it throws the gauge has no sample: an alert on absence tells. */
  readonly read: () => Promise<readonly Sample[]>;
}

const readAgainMs = 5_000;

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
  private readonly sources: (() => Promise<string>)[] = [];

  /** A gauge whose samples stand somewhere else (a table, a server) and are read when they are asked for. */
  observe({ name, help, labelNames = [], read }: ReadGauge): void {
    let readAt = 0;
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [...labelNames],
      registers: [this.registry],
      collect: async () => {
        if (Date.now() - readAt < readAgainMs) return;
        readAt = Date.now();
        const samples = await read().catch(() => []);
        gauge.reset();
        if (labelNames.length === 0 && samples.length === 0) gauge.remove();
        for (const { labels = {}, value } of samples) gauge.set({ ...labels }, value);
      },
    });
  }

  /** Text in the exposition format that another library makes: Temporal's native core. */
  addSource(source: () => Promise<string>): void {
    this.sources.push(source);
  }

  /** Everything, as Prometheus reads it. */
  async text(): Promise<string> {
    const own = await this.registry.metrics();
    const others = await Promise.all(this.sources.map((source) => source().catch(() => '')));
    return [own, ...others].filter((part) => part !== '').join('\n');
  }

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
