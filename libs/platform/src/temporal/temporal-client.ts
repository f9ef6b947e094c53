import type { OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { traceMessages } from '../tracing/temporal-headers';
import { dataConverter } from './data-converter';
import { frontendOf, type TemporalSettings } from './temporal-settings';

/**
 * Temporal's client with our encryption, connected at the first call. Also the injection token. Closed after everything
 * that may still use it has stopped.
 */
export class TemporalClient extends Client implements OnApplicationShutdown {
  constructor(settings: TemporalSettings) {
    super({
      connection: Connection.lazy(frontendOf(settings)),
      namespace: settings.TEMPORAL_NAMESPACE,
      dataConverter: dataConverter(settings.CODEC_KEYS),
      interceptors: { workflow: [traceMessages] },
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.connection.close();
  }
}

/** A client outside Nest (scripts, tests), connected before it is answered. Close it with `client.connection.close()`. */
export async function connectTemporal(settings: TemporalSettings): Promise<TemporalClient> {
  const client = new TemporalClient(settings);
  await client.connection.ensureConnected();
  return client;
}
