import type { OnApplicationShutdown } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import { dataConverter } from './data-converter';
import type { TemporalSettings } from './temporal-settings';

/**
 * Temporal's client with our encryption, connected at the first call. Also the injection token. Closed after everything
 * that may still use it has stopped.
 */
export class TemporalClient extends Client implements OnApplicationShutdown {
  constructor(settings: TemporalSettings) {
    super({
      connection: Connection.lazy({ address: settings.TEMPORAL_ADDRESS }),
      namespace: settings.TEMPORAL_NAMESPACE,
      dataConverter: dataConverter(settings.CODEC_KEYS),
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
