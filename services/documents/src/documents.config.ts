import {
  bucketSettings,
  databaseSettings,
  dossierWriterSettings,
  httpSettings,
  internalSettings,
  kafkaSettings,
  portSetting,
  readConfig,
  storeSettings,
  temporalSettings,
  type Environment,
} from '@beian/platform';
import { z } from 'zod';

/** Every variable this process reads; `.env.example` names each of them. */
export const documentsSettings = z
  .object({
    ...httpSettings,
    PORT: portSetting(3003),
    ...databaseSettings,
    ...kafkaSettings,
    ...temporalSettings,
    ...storeSettings,
    ...bucketSettings,
    ...internalSettings,
    ...dossierWriterSettings,
    /** ClamAV's daemon: `host:port` or the path of its socket. Without it, in development only, our own signature file. */
    CLAMD_ADDRESS: z
      .string()
      .regex(/^(\/.+|[^\s:/]+:\d+|\[[0-9a-f:]+\]:\d+)$/i, 'expected host:port or the path of a socket')
      .optional(),
    /** Signatures older than this give no verdict. */
    CLAMD_SIGNATURE_DAYS: z.coerce.number().int().min(1).max(365).default(7),
    /** For a closed network with signatures of its own, of which clamd tells no date. */
    CLAMD_UNDATED_SIGNATURES: z.stringbool().default(false),
    /** Kafka's group of this service; another one hears everything anew. */
    CONSUMER_GROUP: z.string().min(1).default('documents'),
    /** Papers of a filing that ended without a number are erased after this (inferred; nobody prints a period). */
    RETENTION_DAYS: z.coerce.number().int().min(1).max(36_500).default(180),
    /** Time between two looks for files that still wait for their check. */
    SWEEP_SECONDS: z.coerce.number().int().min(1).max(3_600).default(30),
    /** Time between two walks through the bucket: orphans, lost papers, papers whose time is over. */
    CLEAR_SECONDS: z.coerce.number().int().min(1).max(86_400).default(3_600),
  })
  .refine(({ NODE_ENV, CLAMD_ADDRESS }) => NODE_ENV !== 'production' || CLAMD_ADDRESS !== undefined, {
    path: ['CLAMD_ADDRESS'],
    message: 'production needs a virus scanner',
  });

export type DocumentsConfig = Readonly<z.output<typeof documentsSettings>>;

export const documentsConfig = (env: Environment): DocumentsConfig => readConfig('documents', documentsSettings, env);

const migrationSchema = z.object({ DATABASE_URL: databaseSettings.DATABASE_URL });
export const migrationConfig = (env: Environment) => readConfig('documents migrations', migrationSchema, env);
