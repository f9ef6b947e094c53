import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Metrics } from './metrics';

export interface ExpirySettings {
  readonly CERTIFICATE_FILES?: string | undefined;
  readonly KEYS_MADE_AT?: string | undefined;
}

/** Shows when certificates end and when the keys were made, so that a person hears of it in time (F-O3, F-O4). */
export function observeExpiry(metrics: Metrics, { CERTIFICATE_FILES, KEYS_MADE_AT }: ExpirySettings): void {
  const files = CERTIFICATE_FILES?.split(',').map((file) => file.trim()) ?? [];
  if (files.length > 0)
    metrics.observe({
      name: 'certificate_expires_timestamp_seconds',
      help: 'End of a certificate; the first of a file that ends',
      labelNames: ['file'],
      read: () =>
        Promise.all(files.map(async (file) => ({ labels: { file: basename(file) }, value: await endOf(file) }))),
    });
  if (KEYS_MADE_AT !== undefined)
    metrics.observe({
      name: 'keys_made_timestamp_seconds',
      help: 'Day on which the keys in use were made',
      read: async () => [{ value: Date.parse(KEYS_MADE_AT) / 1000 }],
    });
}

const pem = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** In seconds; an unreadable file counts as ended. */
async function endOf(file: string): Promise<number> {
  try {
    const certificates = (await readFile(file, 'utf8')).match(pem) ?? [];
    const ends = certificates.map((text) => Date.parse(new X509Certificate(text).validTo) / 1000);
    return ends.length === 0 ? 0 : Math.min(...ends);
  } catch {
    return 0;
  }
}
