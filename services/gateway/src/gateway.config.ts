import { rulePackIds } from '@beian/contracts';
import { day } from '@beian/contracts/schemas';
import {
  callbackSettings,
  databaseSettings,
  evidenceSettings,
  httpSettings,
  internalSettings,
  kafkaSettings,
  oidcSettings,
  portSetting,
  readConfig,
  temporalSettings,
  topicOf,
  type Environment,
} from '@beian/platform';
import { z } from 'zod';

/** Short enough that three of them fit into the current details of a filing. */
const pageUrl = z.url({ protocol: /^https?$/ }).max(120);
const serviceUrl = z.url({ protocol: /^https?$/ });

/** Every variable this process reads; `.env.example` names each of them. */
export const gatewaySettings = z.object({
  ...httpSettings,
  PORT: portSetting(3000),
  ...databaseSettings,
  ...kafkaSettings,
  ...temporalSettings,
  ...internalSettings,
  ...oidcSettings,
  ...callbackSettings,
  ...evidenceSettings,
  SUBJECT_URL: serviceUrl,
  WEBSITE_URL: serviceUrl,
  DOCUMENTS_URL: serviceUrl,
  VERIFICATION_URL: serviceUrl,
  NOTIFICATION_URL: serviceUrl,
  /** Pack that `GET /v1/rule-packs` names as this installation's; the decision itself comes from `verification`. */
  RULE_PACK: z.enum(rulePackIds).default('2018-06'),
  /** Day on which a demonstration reads its rules; absent: today. */
  AS_OF: day.optional(),
  /** Origins of front ends that browsers may call from, separated by commas; none: same origin only. */
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((origins): readonly string[] => origins.split(',').filter((origin) => origin !== '')),
  /** How many proxies in front of us write `X-Forwarded-For`; 0: it is a stranger's word and ignored. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  REQUESTS_PER_MINUTE_ACCOUNT: z.coerce.number().int().min(10).default(1_200),
  REQUESTS_PER_MINUTE_ADDRESS: z.coerce.number().int().min(10).default(6_000),
  /** Where operators open the Temporal UI. */
  TEMPORAL_UI_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:8233'),
  /** Pages of one filing that operators are linked to from Temporal; `{filingId}` (or `%7BfilingId%7D`) is put in. Absent ones get no link. */
  FILING_PAGE_URL: pageUrl.optional(),
  TRACE_PAGE_URL: pageUrl.optional(),
  DASHBOARD_URL: pageUrl.optional(),
  /** Names in Kafka; an installation that shares its broker with another one gives its own. */
  VERIFICATION_TOPIC: z.string().min(1).default(topicOf('verification')),
  CONSUMER_GROUP: z.string().min(1).default('gateway'),
  /** How long a move waits for the workflow before it is answered 202. */
  MOVE_PATIENCE_SECONDS: z.coerce.number().int().min(1).max(25).default(15),
});

export type GatewayConfig = Readonly<z.output<typeof gatewaySettings>>;
/** Injection token of the frozen configuration. */
export const GatewayConfig = Symbol('GatewayConfig');

/** Reads the gateway's settings; refuses with every problem at once. */
export const gatewayConfig = (env: Environment): GatewayConfig => readConfig('gateway', gatewaySettings, env);
