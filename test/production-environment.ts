import { generateKeyPairSync, randomBytes, type KeyObject } from 'node:crypto';
import type { Addresses } from '@beian/infra';

type Variables = Readonly<Record<string, string>>;

const secret = (bytes = 32): string => randomBytes(bytes).toString('base64');
const token = (): string => randomBytes(24).toString('hex');

/** The 32 bytes of an X25519 key, as our settings hold them. */
const raw = (key: KeyObject, part: 'x' | 'd'): string =>
  Buffer.from(key.export({ format: 'jwk' })[part] ?? '', 'base64url').toString('base64');

/** What a production installation makes for itself before its first start: keys, tokens, passwords. */
export function ownSecrets() {
  const readers = ['authority', 'verification', 'notification'].map((name) => ({
    name,
    ...generateKeyPairSync('x25519'),
  }));
  const signer = generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
  const keys = Object.fromEntries(readers.map(({ name, privateKey }) => [name, raw(privateKey, 'd')]));
  return {
    databasePassword: token(),
    storeKeys: { accessKey: `own-${token().slice(0, 8)}`, secretKey: token() },
    dossierKeys: {
      verification: `${keys['verification']},${keys['authority']}`,
      notification: `${keys['notification']}`,
    } as Variables,
    variables: {
      CODEC_KEYS: JSON.stringify({ current: 'own-1', keys: { 'own-1': secret() } }),
      MASTER_KEY: secret(),
      BLIND_INDEX_KEY: secret(),
      FILING_HMAC_KEY: secret(),
      INTERNAL_TOKEN: token(),
      METRICS_TOKEN: token(),
      CALLBACK_SECRETS: JSON.stringify({ authority: token(), carrier: token(), courier: token() }),
      EVIDENCE_SIGNING_KEY: `own-1:${signer}`,
      DOSSIER_PUBLIC_KEYS: JSON.stringify(
        Object.fromEntries(readers.map(({ name, publicKey }) => [name, raw(publicKey, 'x')])),
      ),
    },
  };
}
export type OwnSecrets = ReturnType<typeof ownSecrets>;

const neighbour = 'http://127.0.0.1:9';

/** Everything that the process `name` of a production installation finds in its environment; the outside world is away. */
export function productionEnvironment(name: string, secrets: OwnSecrets, addresses: Required<Addresses>): Variables {
  const database = new URL(addresses.postgres.adminUrl);
  Object.assign(database, { pathname: '/beian', username: name, password: secrets.databasePassword });
  const dossierKey = secrets.dossierKeys[name];
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    ...secrets.variables,
    ...(dossierKey === undefined ? {} : { DOSSIER_PRIVATE_KEY: dossierKey }),
    DATABASE_URL: database.href,
    KAFKA_BROKERS: addresses.kafka.brokers.join(','),
    TEMPORAL_ADDRESS: addresses.temporal.address,
    TEMPORAL_NAMESPACE: addresses.temporal.namespace,
    S3_ENDPOINT: addresses.s3.endpoint,
    S3_ACCESS_KEY: secrets.storeKeys.accessKey,
    S3_SECRET_KEY: secrets.storeKeys.secretKey,
    S3_REGION: addresses.s3.region,
    OIDC_ISSUER: 'https://sign-in.provider.invalid',
    OIDC_AUDIENCE: 'https://api.provider.invalid',
    ...Object.fromEntries(
      [
        'SUBJECT',
        'WEBSITE',
        'DOCUMENTS',
        'VERIFICATION',
        'NOTIFICATION',
        'AUTHORITY',
        'REGISTRY',
        'CLOUD',
        'CARRIER',
        'COURIER',
      ].map((party) => [`${party}_URL`, neighbour]),
    ),
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'Filings <filings@provider.invalid>',
    STAFF_EMAIL: 'filings@provider.invalid',
    CLAMD_ADDRESS: '127.0.0.1:9',
  };
}
