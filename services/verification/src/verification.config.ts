import { rulePackIds } from '@beian/contracts';
import { day } from '@beian/contracts/schemas';
import {
  bucketSettings,
  databaseSettings,
  dossierReaderSettings,
  httpSettings,
  internalSettings,
  kafkaSettings,
  personSettings,
  portSetting,
  readConfig,
  storeSettings,
  temporalSettings,
  type Environment,
} from '@beian/platform';
import { z } from 'zod';

const days = z.coerce.number().int().min(1).max(36_500);
const partyUrl = z.url({ protocol: /^https?$/ });

/** Every variable this process reads; `.env.example` names each of them. */
export const verificationSettings = z.object({
  ...httpSettings,
  PORT: portSetting(3004),
  ...databaseSettings,
  ...kafkaSettings,
  ...temporalSettings,
  ...storeSettings,
  ...bucketSettings,
  ...internalSettings,
  ...personSettings,
  /** Own key, and the authority's: this service speaks to the authority. */
  ...dossierReaderSettings,
  AUTHORITY_URL: partyUrl,
  CARRIER_URL: partyUrl,
  COURIER_URL: partyUrl,
  /** Pack of new filings, and the day on which its rules are read; today in Shanghai if absent. */
  RULE_PACK: z.enum(rulePackIds).default('2018-06'),
  AS_OF: day.optional(),
  /** How long a reviewer holds a filing without deciding. */
  CLAIM_MINUTES: z.coerce.number().int().min(1).max(480).default(30),
  /** Which decisions of the review need a second person: refusals for good, or every one (four eyes). */
  FOUR_EYES: z.enum(['refusal', 'every-review']).default('refusal'),
  /** How many applicants may book the same half hour for a call. */
  CALLS_PER_HALF_HOUR: z.coerce.number().int().min(1).max(100).default(2),
  /** 短信签名: the name in front of every text message, registered with the carrier. */
  SMS_SIGNATURE: z.string().min(2).max(12).default('备案系统'),
  /** Hand-overs in a row that find the authority away until one waits for an operator: about five days. */
  HAND_OVER_TRIES: z.coerce.number().int().min(1).max(10_000).default(120),
  /** Words about a filing that ended without a number are erased after this (inferred; nobody prints a period). */
  RETENTION_WORDS_DAYS: days.default(180),
  /** Words about granted filings; without it they are kept: how long a provider must is printed nowhere. */
  RETENTION_GRANTED_WORDS_DAYS: days.optional(),
  /** Certificate number and form of *Verify Filing Type* (inferred). */
  RETENTION_TYPE_CHECKS_DAYS: days.default(180),
  /** Pause between two looks for messages to workflows that are due. */
  DELIVERY_POLL_MS: z.coerce.number().int().min(50).max(60_000).default(500),
});

export type VerificationConfig = Readonly<z.output<typeof verificationSettings>>;

export const verificationConfig = (env: Environment): VerificationConfig =>
  readConfig('verification', verificationSettings, env);

const migrationSchema = z.object({ DATABASE_URL: databaseSettings.DATABASE_URL });
export const migrationConfig = (env: Environment) => readConfig('verification migrations', migrationSchema, env);
