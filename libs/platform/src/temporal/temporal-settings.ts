import type { CodecKeys } from './encryption-codec';

/** What `temporalSettings` reads, so a service hands over its whole configuration. Also the injection token. */
export abstract class TemporalSettings {
  abstract readonly TEMPORAL_ADDRESS: string;
  abstract readonly TEMPORAL_NAMESPACE: string;
  abstract readonly CODEC_KEYS: CodecKeys;
}
