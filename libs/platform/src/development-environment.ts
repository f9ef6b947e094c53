/**
 * Every secret of a development installation, fixed and published with the source, so that `npm start` needs no
 * preparation and a restart can read what it wrote before. They protect nothing: `readConfig` refuses each of them
 * when NODE_ENV=production.
 */
export const developmentEnvironment: Readonly<Record<string, string>> = {
  /** Password of every database role; the launcher puts it into each DATABASE_URL. */
  DATABASE_PASSWORD: 'development-only-postgres',
  S3_ACCESS_KEY: 'development-only-s3',
  S3_SECRET_KEY: 'development-only-s3-secret',
  CODEC_KEYS: '{"current":"dev-1","keys":{"dev-1":"z6WUP99faxulQHOp/ZY7zpOJJ8asQrRpQFYgK98LGEA="}}',
  MASTER_KEY: 'SAA/oHd4hZT44xBhzOZQCXFIWGAti7bluVuRMRL5vmg=',
  BLIND_INDEX_KEY: 'tSAomkqh6eY0HLqd/js1EpTzY743IUHt7wk2thO8C/s=',
  FILING_HMAC_KEY: 'sahtMJEQBoa8nocjYASb3msndKDFZDPHqp4MkbHpr7g=',
  EVIDENCE_SIGNING_KEY: 'dev-1:MC4CAQAwBQYDK2VwBCIEIN8XvaYXPRfVkAAZ9bsepdUw76wjPCFSd4bMRRDPcmA2',
  INTERNAL_TOKEN: 'development-only-773e15a9919835ceac399c2df6f1348c',
  CALLBACK_SECRETS: JSON.stringify({
    authority: 'development-only-10cd4bc37b3875cd0f41d4e59cb87291',
    carrier: 'development-only-c55e335af4a945dbb2732f2756a9353b',
    courier: 'development-only-deb3d599e60413ef763df302d8c8dbfd',
  }),
  DOSSIER_PUBLIC_KEYS: JSON.stringify({
    authority: 'JH5/O3Z3oWTV6deGJPtM3y0Vb+AB6tRxiQSQ3G8rziQ=',
    verification: 'NZ+zvCQ8ZzZqSsE6CkdtApBFdM5yRp1QzBbtoPCik10=',
    notification: '6CnulMwBfnzkyGv7n3gCtw+A5+MHQCjF3L7NHT5plBg=',
  }),
};

/** Bearer for /metrics in the containers of docker-compose.override.yml; natively only the machine itself may read them. */
const developmentMetricsToken = 'development-only-metrics-9d2c7be1a4f05386';

const authorityDossierKey = 'YiaourRdnPNU6k18kxfliNyV4K6y5N4cGPA3FLxK7a4=';

/** The private dossier keys of who reads dossiers. Verification also opens the authority's: its port speaks plain forms. */
const developmentDossierKeys: Readonly<Record<string, string>> = {
  verification: `S9R3pvpWHn7iu3ZmBomomXljxPpwFA8+ag4su+Czqvg=,${authorityDossierKey}`,
  notification: 'K7V0ua0VGXU2j6zDOFPEtorH3AWmbjnOIzQxgFw7JQM=',
};

/** What one process gets in development: the secrets above, and its private dossier keys if it reads dossiers. */
export function developmentEnvironmentFor(process: string): Readonly<Record<string, string>> {
  const dossierKey = developmentDossierKeys[process];
  return dossierKey === undefined
    ? developmentEnvironment
    : { ...developmentEnvironment, DOSSIER_PRIVATE_KEY: dossierKey };
}

/** The single values to look for in production, also inside a URL or a JSON map. Public keys are no secrets. */
export const developmentSecretValues: readonly string[] = [
  ...Object.entries(developmentEnvironment)
    .filter(([name]) => name !== 'DOSSIER_PUBLIC_KEYS')
    .flatMap(([, value]) => secretsWithin(value)),
  ...Object.values(developmentDossierKeys).flatMap((keys) => keys.split(',')),
  developmentMetricsToken,
];

function secretsWithin(value: string): readonly string[] {
  if (!value.startsWith('{')) return [value.replace(/^dev-\d+:/, '')]; // under whatever id
  const parsed = JSON.parse(value) as Record<string, unknown>;
  const keys = (parsed['keys'] ?? parsed) as Record<string, string>;
  return Object.values(keys);
}
