import { EventEmitter, setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import type { FilingId } from '@beian/contracts';
import { Logger, Readiness } from '@beian/platform';
import { Client } from 'pg';
import { GatewayConfig } from '../gateway.config';
import { movedChannel } from './filings.store';

const mostPauseMs = 5_000;

/**
 * Tells which filing moved, as soon as any gateway process has committed it: one connection per process that listens to
 * Postgres. What happens while it is broken is not told; once it is back everybody is told to look for himself.
 */
@Injectable()
export class FilingFeed implements OnModuleInit, OnModuleDestroy, BeforeApplicationShutdown {
  private readonly moved = new EventEmitter().setMaxListeners(0);
  private readonly stopping = new AbortController();
  private listening: Promise<void> = Promise.resolve();
  private connection: Client | undefined;

  constructor(
    @Inject(GatewayConfig) private readonly config: GatewayConfig,
    @Inject(Logger) private readonly logger: Logger,
    @Inject(Readiness) private readonly readiness: Readiness,
  ) {
    setMaxListeners(0, this.stopping.signal); // one per open stream
  }

  /** Ends when the process does; streams end with it. */
  get ended(): AbortSignal {
    return this.stopping.signal;
  }

  /** Hears of every move of one filing. Answers how to stop hearing. */
  onMoved(filingId: FilingId, hear: () => void): () => void {
    this.moved.on(filingId, hear);
    return () => this.moved.off(filingId, hear);
  }

  async onModuleInit(): Promise<void> {
    await this.connect();
    this.listening = this.keepListening();
    this.readiness.add('filing-feed', async () => {
      if (this.connection === undefined) throw new Error('not listening');
    });
  }

  /** Streams end first, so that the server has nothing to wait for. */
  onModuleDestroy(): void {
    this.stopping.abort();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.connection?.end().catch(() => undefined); // a connection that is already broken is closed enough
    await this.listening;
  }

  /** After a time of hearing nothing, every listener looks for himself. */
  private tellAll(): void {
    for (const filingId of this.moved.eventNames()) this.moved.emit(filingId);
  }

  private async connect(): Promise<Client> {
    const client = new Client({
      connectionString: this.config.DATABASE_URL,
      application_name: 'gateway-feed',
      keepAlive: true,
    });
    client.on('error', (error) => this.logger.warn({ err: error }, 'the connection of the filing feed broke'));
    client.on('notification', ({ payload }) => {
      if (payload !== undefined) this.moved.emit(payload);
    });
    await client.connect();
    await client.query(`LISTEN ${movedChannel}`);
    this.connection = client;
    return client;
  }

  private async keepListening(): Promise<void> {
    while (!this.ended.aborted) {
      const current = this.connection;
      if (current !== undefined) await new Promise<void>((resolve) => current.once('end', () => resolve()));
      this.connection = undefined;
      if (!this.ended.aborted) await this.connectAgain();
    }
  }

  private async connectAgain(): Promise<void> {
    for (let pause = 200; !this.ended.aborted; pause = Math.min(pause * 2, mostPauseMs)) {
      try {
        await this.connect();
        this.tellAll();
        return;
      } catch (error) {
        this.logger.warn({ err: error }, 'the filing feed cannot listen yet');
        await delay(pause, undefined, { signal: this.ended }).catch(() => undefined); // woken up to end
      }
    }
  }
}
