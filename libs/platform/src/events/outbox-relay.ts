import type { Span } from '@opentelemetry/api';
import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { isRefusedMessage, type EventMessage, type EventSender } from '../kafka/event-sender';
import type { Logger } from '../process/logger';
import type { Metrics } from '../process/metrics';
import { toTraceparent } from '../tracing/traceparent';
import { untraced, type Tracing } from '../tracing/tracing';
import type { Event } from './event';
import { onAppended } from './outbox';
import { OutboxRows, type OutboxRow } from './outbox-rows';
import { RelaySession, type RelayDatabase } from './relay-session';
import { Wakeup } from './wakeup';

export interface RelayParts {
  readonly database: RelayDatabase;
  readonly topic: string;
  /** Opens where events go; called again after it failed. */
  readonly openSender: () => Promise<EventSender>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** Absent: no spans. */
  readonly tracing?: Tracing;
}

const batchSize = 200;
const lookEveryMs = 100;
const lockEveryMs = 1_000;
const brokerPauseMs = 1_000;
const measureEveryMs = 5_000;
const tidyEveryMs = 600_000;
/** Below Kafka's default limit of 1 MB per message. */
const mostBytes = 900_000;

/**
 * Publishes a service's outbox, at least once and in order per filing. One relay works among all replicas; the others
 * wait for its lock. A broker that is away stops nothing but publishing; a row that is refused stops only its filing.
 */
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly wakeup = new Wakeup();
  /** Rung only at the end: appends must not cut a pause short that spares a troubled server. */
  private readonly stopped = new Wakeup();
  private stopping = false;
  private running: Promise<void> | undefined;
  private sender: EventSender | undefined;
  private measuredAt = 0;
  private tidiedAt = Date.now();

  constructor(private readonly parts: RelayParts) {}

  onApplicationBootstrap(): void {
    const stopHearing = onAppended(this.parts.database.schema, () => this.wakeup.ring());
    this.running = this.run().finally(stopHearing);
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.wakeup.ring();
    this.stopped.ring();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopping) {
      try {
        const session = await RelaySession.tryOpen(this.parts.database);
        if (session === undefined) await this.stopped.wait(lockEveryMs);
        else await this.work(session).finally(() => session.close().catch(() => undefined));
      } catch (error) {
        this.parts.logger.warn({ err: error }, 'the outbox relay lost its database; trying again');
        await this.stopped.wait(lockEveryMs);
      }
    }
    await this.dropSender();
  }

  private async work(session: RelaySession): Promise<void> {
    const rows = new OutboxRows(session);
    this.parts.logger.info({ topic: this.parts.topic }, 'this process publishes the outbox');
    let pause = lookEveryMs;
    while (!this.stopping && session.isAlive) {
      const batch = await rows.next(batchSize);
      await this.keepHouse(rows);
      if (batch.length > 0) {
        if (!(await this.publish(rows, batch))) await this.stopped.wait(brokerPauseMs);
        continue;
      }
      // Right after an append the fence may not have opened yet, so look again soon, then more rarely.
      pause = (await this.wakeup.wait(pause)) ? 5 : Math.min(pause * 2, lookEveryMs);
    }
  }

  /** Answers false if the broker could not be reached; then nothing is counted against the rows. */
  private async publish(rows: OutboxRows, batch: readonly OutboxRow[]): Promise<boolean> {
    const { ready, refused } = this.toMessages(batch);
    try {
      await this.send(rows, ready);
    } catch (error) {
      await this.dropSender();
      if (!isRefusedMessage(error)) {
        this.parts.logger.warn({ err: error, topic: this.parts.topic }, 'events cannot be published now; trying again');
        return false;
      }
      refused.push(...(await this.sendOneByOne(rows, ready)));
    }
    for (const [row, reason] of refused) await this.refuse(rows, row, reason);
    return true;
  }

  /** A row that cannot even be written down stops the later rows of its filing in the same batch. */
  private toMessages(batch: readonly OutboxRow[]): {
    readonly ready: readonly OutboxRow[];
    readonly refused: Array<[OutboxRow, string]>;
  } {
    const refused: Array<[OutboxRow, string]> = [];
    const stopped = new Set<string>();
    const ready = batch.filter((row) => {
      if (stopped.has(row.filing_id)) return false;
      if (Buffer.byteLength(toMessage(row).value) <= mostBytes) return true;
      stopped.add(row.filing_id);
      refused.push([row, 'too-large']);
      return false;
    });
    return { ready, refused };
  }

  private async send(rows: OutboxRows, ready: readonly OutboxRow[]): Promise<void> {
    if (ready.length === 0) return;
    this.sender ??= await this.parts.openSender();
    const spans = ready.map((row) => this.beginPublishing(row));
    try {
      const messages = ready.map((row, at) => withTrace(toMessage(row), spans[at]));
      await this.sender.send(this.parts.topic, messages);
    } finally {
      for (const span of spans) span?.end();
    }
    await rows.markPublished(ready);
    this.parts.metrics.eventsPublished.inc(ready.length);
  }

  /** A row without a trace, written by a sweep for instance, begins none. */
  private beginPublishing({ type, traceparent }: OutboxRow): Span | undefined {
    if (traceparent === null) return undefined;
    const attributes = { 'messaging.destination.name': this.parts.topic };
    return (this.parts.tracing ?? untraced).begin({
      name: `publish ${type}`,
      kind: 'PRODUCER',
      parent: traceparent,
      attributes,
    });
  }

  /** The broker refused something in the batch: finds out what. Answers the refused rows. */
  private async sendOneByOne(rows: OutboxRows, ready: readonly OutboxRow[]): Promise<Array<[OutboxRow, string]>> {
    const refused: Array<[OutboxRow, string]> = [];
    const stopped = new Set<string>();
    for (const row of ready) {
      if (stopped.has(row.filing_id)) continue;
      try {
        await this.send(rows, [row]);
      } catch (error) {
        await this.dropSender();
        if (!isRefusedMessage(error)) break; // the broker went away meanwhile; the rest comes with the next look
        stopped.add(row.filing_id);
        refused.push([row, 'refused-by-broker']);
      }
    }
    return refused;
  }

  private async refuse(rows: OutboxRows, row: OutboxRow, reason: string): Promise<void> {
    const isParked = await rows.countRefusal(row, reason);
    const fields = { eventId: row.event_id, type: row.type, filingId: row.filing_id, reason };
    if (isParked)
      this.parts.logger.error(fields, 'an event is parked; events of this filing wait until a person lets it go');
    else this.parts.logger.warn(fields, 'an event was refused; trying again later');
  }

  private async keepHouse(rows: OutboxRows): Promise<void> {
    const now = Date.now();
    if (now - this.measuredAt > measureEveryMs) {
      this.measuredAt = now;
      const { waiting, parked, lagSeconds } = await rows.measure();
      this.parts.metrics.outboxWaiting.set(waiting);
      this.parts.metrics.outboxParked.set(parked);
      this.parts.metrics.outboxLagSeconds.set(lagSeconds);
    }
    if (now - this.tidiedAt > tidyEveryMs) {
      this.tidiedAt = now;
      await rows.tidy();
    }
  }

  private async dropSender(): Promise<void> {
    const { sender } = this;
    this.sender = undefined;
    await sender
      ?.close()
      .catch((error: unknown) => this.parts.logger.debug({ err: error }, 'a broken producer did not close'));
  }
}

const withTrace = (message: EventMessage, span: Span | undefined): EventMessage =>
  span === undefined
    ? message
    : { ...message, headers: { ...message.headers, traceparent: toTraceparent(span.spanContext()) } };

function toMessage(row: OutboxRow): EventMessage {
  const event: Event = {
    id: row.event_id,
    type: row.type,
    schemaVersion: row.schema_version,
    filingId: row.filing_id,
    sequence: row.sequence,
    at: row.at.toISOString(),
    data: row.data,
  };
  const requestId = row.request_id === null ? {} : { 'x-request-id': row.request_id };
  return { key: row.filing_id, value: JSON.stringify(event), headers: { type: row.type, ...requestId } };
}
