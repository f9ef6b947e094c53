import {
  bucketSettings,
  databaseSettings,
  dossierWriterSettings,
  type Environment,
  filingMarkSettings,
  httpSettings,
  internalSettings,
  kafkaSettings,
  personSettings,
  portSetting,
  readConfig,
  storeSettings,
  temporalSettings,
} from '@beian/platform';
import { z } from 'zod';

/** Every variable this process reads; `.env.example` names each of them. */
export const subjectSettings = z.object({
  ...httpSettings,
  PORT: portSetting(3001),
  ...databaseSettings,
  ...kafkaSettings,
  ...temporalSettings,
  ...storeSettings,
  BUCKET_DOSSIERS: bucketSettings.BUCKET_DOSSIERS,
  ...dossierWriterSettings,
  ...personSettings,
  ...filingMarkSettings,
  ...internalSettings,
});

export type SubjectConfig = Readonly<z.output<typeof subjectSettings>>;

/** The settings of `subject`; throws one `ConfigError` with every problem. */
export const subjectConfig = (env: Environment): SubjectConfig => readConfig('subject', subjectSettings, env);

/** What the migration job needs: the address of the database and nothing secret beside it. */
export const migrationConfig = (env: Environment): Readonly<z.output<typeof migrationSchema>> =>
  readConfig('subject', migrationSchema, env);
const migrationSchema = z.object({ DATABASE_URL: databaseSettings.DATABASE_URL });
