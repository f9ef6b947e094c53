import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import type { EvidenceKey } from '../evidence/write-evidence';

/**
 * The settings that several services share, as zod shapes to spread: `z.object({ ...httpSettings, ...databaseSettings })`.
 * No secret has a default here; the development values stand in `development-environment.ts` and come with the
 * environment, so that forgetting one in production stops the process.
 */

/** 32 bytes in base64. A comma-separated list holds the current key first, then older ones that only read. */
const secretKeys = z.string().transform((text, context): readonly Buffer[] => {
  const keys = text.split(',').map((part) => Buffer.from(part.trim(), 'base64'));
  if (keys.some((key) => key.length !== 32))
    context.addIssue('expected 32 bytes in base64 (several: separated by commas)');
  return keys;
});

const secretKey = z.string().transform((text, context): Buffer => {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) context.addIssue('expected 32 bytes in base64');
  return key;
});

/** A variable that holds JSON, checked by `schema`. */
function json<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue('expected JSON');
        return z.NEVER;
      }
    })
    .pipe(schema);
}

const port = z.coerce.number().int().min(0).max(65_535);
const longToken = z.string().min(32, 'expected at least 32 characters');

export const processSettings = {
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** Names the build in logs and in Temporal's worker versions. */
  BUILD_ID: z.string().min(1).default('development'),
};

/** A service sets its own default port: `PORT: port.default(3001)` through `portSetting(3001)`. */
export const httpSettings = {
  ...processSettings,
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port,
  /** Bearer for /metrics; without it only this machine may read them. */
  METRICS_TOKEN: longToken.optional(),
  /** Certificates (PEM files, separated by commas) that this process serves or trusts: watched for their end. */
  CERTIFICATE_FILES: z.string().min(1).optional(),
  /** Collector of traces (OTLP over HTTP), such as `http://127.0.0.1:4318`; without it there are none. */
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
  /** Part of the traces that is kept, 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  /** Day on which the keys in use were made; watched for their age. */
  KEYS_MADE_AT: z.iso.date().optional(),
};

/** The port of a service with its default; 0 takes any free one. */
export const portSetting = (usual: number) => port.default(usual);

export const databaseSettings = {
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10),
};

export const kafkaSettings = {
  KAFKA_BROKERS: z
    .string()
    .min(1)
    .transform((text): readonly string[] => text.split(',').map((broker) => broker.trim())),
};

export const codecKeysSchema = z
  .object({ current: z.string().min(1), keys: z.record(z.string(), secretKey) })
  .refine(({ current, keys }) => keys[current] !== undefined, 'the current key is not among the keys');

export const temporalSettings = {
  TEMPORAL_ADDRESS: z.string().regex(/^[^\s:]+:\d+$/, 'expected host:port'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('beian'),
  /** `true`: the frontend is reached over TLS, as its public certificate authority vouches. An API key implies it. */
  TEMPORAL_TLS: z.stringbool().default(false),
  /** Key that Temporal Cloud gives out; a frontend of one's own has none. */
  TEMPORAL_API_KEY: z.string().min(1).optional(),
  CODEC_KEYS: json(codecKeysSchema),
  /**
   * What this copy of a process does: `http` answers requests and polls no task queue; `worker` polls, and its HTTP is for
   * probes only (nothing is routed to it); `all` does both. So both can be scaled apart.
   */
  ROLE: z.enum(['all', 'http', 'worker']).default('all'),
};

export const storeSettings = {
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }),
  /** As browsers see the store; presigned uploads are signed for this one. The same as S3_ENDPOINT if absent. */
  S3_PUBLIC_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_ACCESS_KEY: z.string().min(3),
  S3_SECRET_KEY: z.string().min(8),
  S3_REGION: z.string().min(1).default('us-east-1'),
};

export const bucketSettings = {
  BUCKET_DOCUMENTS: z.string().min(3).default('beian-documents'),
  BUCKET_DOSSIERS: z.string().min(3).default('beian-dossiers'),
};

/** For services that keep personal data: the keys of `PersonVault`. */
export const personSettings = { MASTER_KEY: secretKeys, BLIND_INDEX_KEY: secretKey };

/** For subject and website: the key of `filingMark`. */
export const filingMarkSettings = { FILING_HMAC_KEY: secretKey };

/** For every service behind the gateway, and the gateway itself. */
export const internalSettings = { INTERNAL_TOKEN: longToken };

export const oidcSettings = {
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1),
  /** Where this process reaches the identity provider, if not at the issuer's own address (a container network). */
  OIDC_INTERNAL_URL: z.url({ protocol: /^https?$/ }).optional(),
};

/** Secret per outside party that calls back. */
export const callbackSettings = { CALLBACK_SECRETS: json(z.record(z.string(), longToken)) };

/** For who writes dossiers: the recipients' X25519 public keys (32 bytes, base64). */
export const dossierWriterSettings = { DOSSIER_PUBLIC_KEYS: json(z.record(z.string(), secretKey)) };

/** For who reads dossiers: the own X25519 private key, current first, then older ones. */
export const dossierReaderSettings = { DOSSIER_PRIVATE_KEY: secretKeys };

/** For who signs evidence packs: id of the key, a colon, the Ed25519 private key (PKCS #8, DER, base64). */
export const evidenceSettings = {
  EVIDENCE_SIGNING_KEY: z.string().transform((text, context): EvidenceKey => {
    const [, id = '', der = ''] = /^([\w.-]+):(.+)$/.exec(text) ?? [];
    try {
      const privateKey = createPrivateKey({ key: Buffer.from(der, 'base64'), format: 'der', type: 'pkcs8' });
      if (privateKey.asymmetricKeyType === 'ed25519') return { id, privateKey };
    } catch {
      // told below, without a word of what was read
    }
    context.addIssue('expected ID:KEY with an Ed25519 private key (PKCS #8, DER, base64)');
    return z.NEVER;
  }),
};
