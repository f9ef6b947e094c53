import { createLogger } from '../process/logger';
import { Readiness } from '../process/readiness';
import { FatalErrors } from '../process/fatal-errors';
import { TemporalClient } from './temporal-client';
import { frontendOf } from './temporal-settings';
import { WorkerHost } from './worker-host';

const nowhere = {
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  TEMPORAL_NAMESPACE: 'beian',
  CODEC_KEYS: { current: 'k', keys: { k: Buffer.alloc(32) } },
};

describe('a worker host', () => {
  it('polls nothing in a copy that only answers requests, and that copy does not wait for it to be ready', async () => {
    const settings = { ...nowhere, ROLE: 'http' as const };
    const readiness = new Readiness();
    const host = new WorkerHost({
      start: { settings, taskQueue: 'documents', logger: createLogger('spec', 'silent'), activities: {} },
      readiness,
      fatal: new FatalErrors(() => undefined),
      client: new TemporalClient(settings),
    });
    await host.onApplicationBootstrap(); // there is no server it could have found
    expect(await readiness.ask()).toEqual({ ready: true, parts: {} });
    await host.beforeApplicationShutdown();
  });
});

describe('the way to the frontend', () => {
  it.each([
    [{}, {}],
    [{ TEMPORAL_TLS: true }, { tls: true }],
    [{ TEMPORAL_API_KEY: 'key' }, { tls: true, apiKey: 'key' }],
  ])('%j gives %j', (more, expected) => {
    expect(frontendOf({ ...nowhere, ...more })).toEqual({ address: '127.0.0.1:1', ...expected });
  });
});
