import { join } from 'node:path';
import { developmentEnvironment, developmentEnvironmentFor } from '@beian/platform';
import { buckets, type OurProcess } from './processes';
import type { Addresses } from './servers/server';

/** Ports of our own processes by name, and of the sandbox's mail and name servers. */
export type ProcessPorts = Readonly<Record<string, number>> & { readonly smtp: number; readonly dns: number };

export interface EnvironmentInput {
  readonly addresses: Required<Addresses>;
  readonly ports: ProcessPorts;
  readonly processes: readonly OurProcess[];
  readonly buildId: string;
  readonly dataDir: string;
  /** Environment of the launcher; what `passedOn` names there wins over the development values. */
  readonly own: NodeJS.ProcessEnv;
  /** Settings a test gives; they win over everything. */
  readonly extra: NodeJS.ProcessEnv;
}

/** Variables a user may give to `npm start` to change how the processes behave; addresses and secrets are the launcher's. */
const passedOn = [
  'LOG_LEVEL',
  'NODE_ENV',
  'RULE_PACK',
  'AS_OF',
  'CALENDAR_FILE',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_TRACES_SAMPLER_ARG',
  'CLAMD_ADDRESS',
  'CLAMD_SIGNATURE_DAYS',
  'CLAMD_UNDATED_SIGNATURES',
  'HAND_OVER_TRIES',
  'NOTICE_TRIES',
];

export const databaseName = 'beian';

/** The database of one service, as its own role. */
export function databaseUrl(adminUrl: string, role: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${databaseName}`;
  url.username = role;
  url.password = developmentEnvironment['DATABASE_PASSWORD'] ?? '';
  return url.href;
}

/** Where a running stack keeps a calendar that was loaded into it, unless CALENDAR_FILE says otherwise. */
export const calendarFileIn = (dataDir: string): string => join(dataDir, 'calendar.json');

/** Everything one process finds in its environment in the default run. */
export function environmentFor(process: OurProcess, input: EnvironmentInput): Readonly<Record<string, string>> {
  const { addresses, ports, own } = input;
  const { DATABASE_PASSWORD: _password, ...secrets } = developmentEnvironmentFor(process.name);
  const sandbox = `http://127.0.0.1:${ports['sandbox']}`;
  const urls = input.processes.flatMap((one) =>
    one.urlVariable === undefined ? [] : [[one.urlVariable, `http://127.0.0.1:${ports[one.name]}`] as const],
  );
  const given = passedOn.flatMap((name) => (own[name] === undefined ? [] : [[name, own[name]] as const]));
  return {
    ...secrets,
    NODE_ENV: 'development',
    LOG_LEVEL: 'info',
    HOST: '127.0.0.1',
    PORT: String(ports[process.name]),
    BUILD_ID: input.buildId,
    TEMPORAL_ADDRESS: addresses.temporal.address,
    TEMPORAL_NAMESPACE: addresses.temporal.namespace,
    TEMPORAL_UI_URL: addresses.temporal.ui,
    KAFKA_BROKERS: addresses.kafka.brokers.join(','),
    S3_ENDPOINT: addresses.s3.endpoint,
    S3_PUBLIC_ENDPOINT: addresses.s3.endpoint,
    S3_ACCESS_KEY: addresses.s3.accessKey,
    S3_SECRET_KEY: addresses.s3.secretKey,
    S3_REGION: addresses.s3.region,
    BUCKET_DOCUMENTS: buckets[0],
    BUCKET_DOSSIERS: buckets[1],
    FILING_PAGE_URL: `http://127.0.0.1:${ports['gateway']}/v1/filings/{filingId}`,
    // Each party has its own first path segment there: `/authority/orders`, `/registry/domains/…`.
    AUTHORITY_URL: sandbox,
    REGISTRY_URL: sandbox,
    CLOUD_URL: sandbox,
    CARRIER_URL: sandbox,
    COURIER_URL: sandbox,
    OIDC_ISSUER: `${sandbox}/oidc`,
    OIDC_AUDIENCE: 'https://api.beian.example',
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SMTP_PORT: String(ports.smtp),
    DNS_PORT: String(ports.dns),
    SITE_CHECK_DNS: `127.0.0.1:${ports.dns}`,
    SITE_CHECK_PAGES_AT: sandbox,
    SANDBOX_DATA: `${input.dataDir}/sandbox`,
    CALENDAR_FILE: calendarFileIn(input.dataDir),
    ...Object.fromEntries(urls),
    ...(process.database ? { DATABASE_URL: databaseUrl(addresses.postgres.adminUrl, process.name) } : {}),
    ...Object.fromEntries(given),
    ...definedOnly(input.extra),
  };
}

const definedOnly = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
