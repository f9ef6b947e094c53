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

const days = z.coerce.number().int().min(1).max(36_500);

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
    /** Font files with characters that ours has not, separated by commas; asked in this order after ours. */
    FORM_FONTS: z
      .string()
      .default('')
      .transform((paths): readonly string[] => paths.split(',').filter((path) => path !== '')),
    /** Folder with official forms of provinces and their list `forms.json`; without it ours are given. */
    OFFICIAL_FORMS_FOLDER: z.string().min(1).optional(),
    /** Papers of a filing that ended without a number are erased after this (inferred; nobody prints a period). */
    RETENTION_DAYS: days.default(180),
    /** Pictures of faces of such filings (inferred). */
    RETENTION_FACES_DAYS: days.default(180),
    /** Papers of granted filings; without it they are kept: how long a provider must is printed nowhere. */
    RETENTION_GRANTED_DAYS: days.optional(),
    /** Pictures of faces of granted filings; without it they are kept. */
    RETENTION_GRANTED_FACES_DAYS: days.optional(),
    /** Histories of closed filings are erased from the bucket after this; without it they are kept. */
    RETENTION_HISTORIES_DAYS: days.optional(),
    /** A history with more bytes than this, as JSON, is told and not kept. */
    HISTORY_MOST_BYTES: z.coerce.number().int().min(100_000).max(268_435_456).default(67_108_864),
    /** Time between two looks for filings whose history is due. */
    EXPORT_SECONDS: z.coerce.number().int().min(1).max(3_600).default(10),
    /** Time between two looks for files that still wait for their check. */
    SWEEP_SECONDS: z.coerce.number().int().min(1).max(3_600).default(30),
    /** Time between two walks through the bucket: orphans, lost papers, papers whose time is over. */
    CLEAR_SECONDS: z.coerce.number().int().min(1).max(86_400).default(3_600),
  })
  .refine(({ NODE_ENV, CLAMD_ADDRESS }) => NODE_ENV !== 'production' || CLAMD_ADDRESS !== undefined, {
    path: ['CLAMD_ADDRESS'],
    message: 'production needs a virus scanner',
    when: () => true, // beside every other problem, not after them
  });

export type DocumentsConfig = Readonly<z.output<typeof documentsSettings>>;

export const documentsConfig = (env: Environment): DocumentsConfig => readConfig('documents', documentsSettings, env);

const migrationSchema = z.object({ DATABASE_URL: databaseSettings.DATABASE_URL });
export const migrationConfig = (env: Environment) => readConfig('documents migrations', migrationSchema, env);
