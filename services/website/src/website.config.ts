import { rulePackIds } from '@beian/contracts';
import { day } from '@beian/contracts/schemas';
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

const party = z.url({ protocol: /^https?$/ });

/** Every variable this process reads; `.env.example` names each of them. */
export const websiteSettings = z.object({
  ...httpSettings,
  PORT: portSetting(3002),
  ...databaseSettings,
  ...kafkaSettings,
  ...temporalSettings,
  ...storeSettings,
  BUCKET_DOSSIERS: bucketSettings.BUCKET_DOSSIERS,
  ...dossierWriterSettings,
  ...personSettings,
  ...filingMarkSettings,
  ...internalSettings,
  REGISTRY_URL: party,
  CLOUD_URL: party,
  /** Pack by which a server is judged when a code is applied for, before there is a filing. */
  RULE_PACK: z.enum(rulePackIds).default('2018-06'),
  AS_OF: day.optional(),
});

export type WebsiteConfig = Readonly<z.output<typeof websiteSettings>>;

/** The settings of `website`; throws one `ConfigError` with every problem. */
export const websiteConfig = (env: Environment): WebsiteConfig => readConfig('website', websiteSettings, env);

const migrationSchema = z.object({ DATABASE_URL: databaseSettings.DATABASE_URL });

/** What the migration job needs: the address of the database and nothing secret beside it. */
export const migrationConfig = (env: Environment): Readonly<z.output<typeof migrationSchema>> =>
  readConfig('website', migrationSchema, env);
