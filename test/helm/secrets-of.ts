import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { developmentEnvironment } from '@beian/platform';

const root = join(__dirname, '..', '..');

/** Variables that never stand in a values file. Public keys are none, but come from the same Secret. */
export const developmentSecretNames: readonly string[] = [
  ...Object.keys(developmentEnvironment),
  'DATABASE_URL',
  'DOSSIER_PRIVATE_KEY',
];

/** The settings that a process reads, by its own schema. */
export function settingsOf(process: string): readonly string[] {
  const folder = ['services', 'workflows'].map((one) => join(root, one, process)).find((one) => existsSync(one)) ?? '';
  const config = jest.requireActual<Record<string, { readonly shape: object } | undefined>>(
    join(folder, `dist/${process}.config.js`),
  );
  const settings = config[`${process}Settings`];
  if (settings === undefined) throw new Error(`${process} exports no settings`);
  return Object.keys(settings.shape);
}

/** The secrets among them. */
export const secretsOf = (process: string): readonly string[] =>
  settingsOf(process).filter((name) => developmentSecretNames.includes(name));

/** What a process has to reach, by the setting that names it: a part of `networkPolicy.egress`, or our services. */
const reachedBy: Readonly<Record<string, string>> = {
  DATABASE_URL: 'postgres',
  KAFKA_BROKERS: 'kafka',
  TEMPORAL_ADDRESS: 'temporal',
  TEMPORAL_UI_UPSTREAM: 'temporalUi',
  S3_ENDPOINT: 'store',
  OIDC_ISSUER: 'identity',
  CLAMD_ADDRESS: 'antivirus',
  SMTP_URL: 'mail',
  AUTHORITY_URL: 'parties',
  CARRIER_URL: 'parties',
  COURIER_URL: 'parties',
  REGISTRY_URL: 'parties',
  CLOUD_URL: 'parties',
  SITE_CHECK_DNS: 'websites',
  SUBJECT_URL: 'services',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'traces',
};

/** What a process reaches, by its own schema. */
export const reachOf = (process: string): readonly string[] => [
  ...new Set(settingsOf(process).flatMap((name) => reachedBy[name] ?? [])),
];
