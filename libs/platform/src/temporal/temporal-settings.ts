import type { CodecKeys } from './encryption-codec';

/** What `temporalSettings` reads, so a service hands over its whole configuration. Also the injection token. */
export abstract class TemporalSettings {
  abstract readonly TEMPORAL_ADDRESS: string;
  abstract readonly TEMPORAL_NAMESPACE: string;
  abstract readonly TEMPORAL_TLS?: boolean;
  abstract readonly TEMPORAL_API_KEY?: string | undefined;
  abstract readonly CODEC_KEYS: CodecKeys;
  /** `http`: this copy polls no task queue. */
  abstract readonly ROLE?: 'all' | 'http' | 'worker';
}

/** How both connections, of clients and of workers, reach the frontend. */
export function frontendOf(settings: Omit<TemporalSettings, 'CODEC_KEYS' | 'TEMPORAL_NAMESPACE'>): {
  readonly address: string;
  readonly tls?: true;
  readonly apiKey?: string;
} {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_TLS: tls, TEMPORAL_API_KEY: apiKey } = settings;
  if (apiKey !== undefined) return { address, tls: true, apiKey };
  return tls === true ? { address, tls: true } : { address };
}
