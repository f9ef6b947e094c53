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
import { networks } from './checks/public-address';

const party = z.url({ protocol: /^https?$/ });

/** Every variable this process reads; `.env.example` names each of them. */
export const websiteSettings = z
  .object({
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
    /** Networks of the provider's mainland servers and load balancers, beside the address of each site's own instance. */
    PROVIDER_NETWORKS: z
      .string()
      .default('')
      .transform((text) =>
        text
          .split(',')
          .map((range) => range.trim())
          .filter((range) => range !== ''),
      )
      .superRefine((ranges, context) => {
        try {
          networks(ranges);
        } catch (error) {
          context.addIssue({ code: 'custom', message: (error as Error).message });
        }
      }),
    /** Name server that filed domains are asked of, `host[:port]`; absent = those of this machine. */
    SITE_CHECK_DNS: z
      .string()
      .regex(/^([\w.-]{1,253}|\[[\da-fA-F:]+\])(:\d{1,5})?$/, 'expected host[:port]')
      .optional(),
    /** Development only: home pages are all fetched here, under their own `Host`. */
    SITE_CHECK_PAGES_AT: z.url({ protocol: /^http$/ }).optional(),
  })
  .refine(({ NODE_ENV, SITE_CHECK_PAGES_AT }) => NODE_ENV !== 'production' || SITE_CHECK_PAGES_AT === undefined, {
    path: ['SITE_CHECK_PAGES_AT'],
    message: 'production fetches home pages where they are',
    when: () => true, // beside every other problem, not after them
  });

export type WebsiteConfig = Readonly<z.output<typeof websiteSettings>>;

/** The settings of `website`; throws one `ConfigError` with every problem. */
export const websiteConfig = (env: Environment): WebsiteConfig => readConfig('website', websiteSettings, env);

const migrationSchema = z.object({ DATABASE_URL: databaseSettings.DATABASE_URL });

/** What the migration job needs: the address of the database and nothing secret beside it. */
export const migrationConfig = (env: Environment): Readonly<z.output<typeof migrationSchema>> =>
  readConfig('website', migrationSchema, env);
