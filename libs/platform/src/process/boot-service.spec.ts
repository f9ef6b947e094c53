import { spawn } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import { Controller, Get, Inject, Injectable, Module, Post } from '@nestjs/common';
import { pino } from 'pino';
import { Database } from '../database/database';
import { DatabaseModule } from '../database/database.module';
import { topicOf } from '../events/event';
import { consumeEvents, EventsModule } from '../events/events.module';
import { outbox } from '../events/outbox';
import { servers, specDatabase, type SpecDatabase } from '../spec-database.spec-helper';
import { StoreModule } from '../store/store.module';
import { bootService } from './boot-service';
import type { Running } from './running';

jest.setTimeout(90_000);
const logger = pino({ level: 'silent' });
const config = { HOST: '127.0.0.1', PORT: 0, LOG_LEVEL: 'silent' as const };

async function until(condition: () => boolean | Promise<boolean>, withinMs = 60_000): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > giveUpAt) throw new Error('did not happen in time');
    await delay(20);
  }
}

describe('bootService', () => {
  it('F-G2 answers what is running, refuses what comes while it closes, and is down in time', async () => {
    let finish: () => void = () => undefined;
    const mayFinish = new Promise<void>((resolve) => (finish = resolve));
    let drained: () => void = () => undefined;
    const mayDrain = new Promise<void>((resolve) => (drained = resolve));
    let entered = false;

    @Controller()
    class Slow {
      @Get('slow')
      async slow(): Promise<string> {
        entered = true;
        await mayFinish;
        return 'done';
      }
    }
    @Injectable()
    class Draining {
      beforeApplicationShutdown(): Promise<void> {
        return mayDrain;
      }
    }
    @Module({ controllers: [Slow], providers: [Draining] })
    class SlowModule {}

    const service = await bootService({ name: 'slow', module: SlowModule, config, logger });
    const running = fetch(`${service.url}/slow`);
    await until(() => entered);
    const closing = service.close();
    const refused = await fetch(`${service.url}/slow`);
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: 'temporarily-unavailable' });
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(503);
    expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
    finish();
    expect(await (await running).text()).toBe('done');
    drained();
    await closing;
    await service.close(); // again: nothing happens
    await expect(fetch(`${service.url}/health/live`)).rejects.toThrow();
  });

  it('closes what it had opened when it cannot start', async () => {
    let closed = false;
    @Injectable()
    class Opened {
      onApplicationShutdown(): void {
        closed = true;
      }
    }
    @Module({ providers: [Opened] })
    class EmptyModule {}
    const first = await bootService({ name: 'first', module: EmptyModule, config, logger });
    closed = false;
    const taken = { ...config, PORT: Number(new URL(first.url!).port) };
    await expect(bootService({ name: 'second', module: EmptyModule, config: taken, logger })).rejects.toThrow(
      'EADDRINUSE',
    );
    expect(closed).toBe(true);
    await first.close();
  });

  describe('with database, events and store', () => {
    let own: SpecDatabase;
    let service: Running;
    const name = `spec_${randomBytes(4).toString('hex')}`;

    @Controller()
    class Moves {
      constructor(@Inject(Database) private readonly database: Database) {}

      @Post('move')
      async move(): Promise<string> {
        return this.database.transaction((tx) =>
          outbox.append(tx, {
            type: 'filing-moved',
            filingId: 'f',
            sequence: 1,
            at: new Date(),
            data: { stage: 'draft' },
          }),
        );
      }
    }
    class Projection {
      readonly heard: unknown[] = [];
    }

    beforeAll(async () => {
      own = await specDatabase(name);
      const { s3, kafka } = servers();
      const store = {
        S3_ENDPOINT: s3.endpoint,
        S3_ACCESS_KEY: s3.accessKey,
        S3_SECRET_KEY: s3.secretKey,
        S3_REGION: s3.region,
      };
      @Module({
        imports: [
          DatabaseModule.forService({ url: own.url, schema: name, applicationName: name }),
          EventsModule.forService({ service: name, DATABASE_URL: own.url, KAFKA_BROKERS: kafka.brokers }),
          StoreModule.forService(store, []),
        ],
        controllers: [Moves],
        providers: [
          Projection,
          ...consumeEvents({
            group: `${name}-projection`,
            topics: [topicOf(name)],
            counted: ['filing-moved'],
            inject: [Projection],
            useFactory: (projection: Projection) => ({
              'filing-moved': async (event) => {
                projection.heard.push(event.data);
                await Promise.resolve();
              },
            }),
          }),
        ],
      })
      class WholeModule {
        constructor(@Inject(Projection) projection: Projection) {
          heard = projection.heard;
        }
      }
      service = await bootService({ name, module: WholeModule, config, logger });
    });
    afterAll(async () => {
      await service.close();
      await own.drop();
    });
    let heard: readonly unknown[] = [];

    it('carries a fact from its transaction through the broker to who hears it', async () => {
      expect((await fetch(`${service.url}/move`, { method: 'POST' })).status).toBe(201);
      await until(() => heard.length === 1);
      expect(heard).toEqual([{ stage: 'draft' }]);
      const ready = (await (await fetch(`${service.url}/health/ready`)).json()) as object;
      expect(ready).toEqual({
        status: 'up',
        parts: { database: 'up', 'object store': 'up', [`consumer ${name}-projection`]: 'up' },
      });
      const metrics = await (await fetch(`${service.url}/metrics`)).text();
      expect(metrics).toContain(`events_published_total{service="${name}"} 1`);
    });
  });
});

describe('runAsProcess', () => {
  /** Runs a line of code in a process of its own, on the built platform. */
  const run = (code: string) => {
    const child = spawn(process.execPath, [
      '-e',
      `const p = require(${JSON.stringify(require.resolve('../../dist'))}); ${code}`,
    ]);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()));
    const ended = new Promise<number | null>((resolve) => child.once('exit', (status) => resolve(status)));
    return { child, ended, said: () => text };
  };

  it('tells a wrong configuration in plain words and ends with 1', async () => {
    const { ended, said } = run(
      `p.runAsProcess(async (env) => p.readConfig('x', require('zod').object(p.databaseSettings), env), {})`,
    );
    expect(await ended).toBe(1);
    expect(said()).toContain('DATABASE_URL is not set');
    expect(said()).not.toContain('    at ');
  });

  it('closes on SIGTERM and ends with 0', async () => {
    const { child, ended, said } = run(
      `setInterval(() => {}, 1000); p.runAsProcess(async () => ({ name: 'x', close: async () => console.log('closed') }), {}).then(() => console.log('up'))`,
    );
    await until(() => said().includes('up'));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said()).toContain('closed');
  });
});
