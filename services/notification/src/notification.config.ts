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

/** Addresses that exist nowhere: good enough for development, refused in production. */
const developmentFrom = 'Beian <no-reply@beian.invalid>';
const developmentStaff = 'staff@beian.invalid';

/** Told beside every other problem, not after them. */
const ownAddress = (variable: string) => ({
  path: [variable],
  message: 'production needs an address of its own',
  when: () => true,
});

/** Every variable this process reads; `.env.example` names each of them. */
export const notificationSettings = z
  .object({
    ...httpSettings,
    PORT: portSetting(3005),
    ...databaseSettings,
    ...kafkaSettings,
    ...temporalSettings,
    ...storeSettings,
    BUCKET_DOSSIERS: bucketSettings.BUCKET_DOSSIERS,
    ...internalSettings,
    ...personSettings,
    ...dossierReaderSettings,
    /** Kafka's group of this service; another one hears everything anew. */
    CONSUMER_GROUP: z.string().min(1).default('notification'),
    SMTP_URL: z.url({ protocol: /^smtps?$/ }),
    CARRIER_URL: z.url({ protocol: /^https?$/ }),
    /** Sender of all mail, `Name <address>`. */
    MAIL_FROM: z
      .string()
      .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, 'expected "Name <address>"')
      .default(developmentFrom),
    /** Role inbox of the provider: reminders of overdue reviews go there. */
    STAFF_EMAIL: z.email().default(developmentStaff),
    /** Told when half of the time of the provider's review is over; absent: the role inbox. */
    STAFF_DEPUTY_EMAIL: z.email().optional(),
    /** Told when the provider's review is overdue; absent: the role inbox. */
    STAFF_LEAD_EMAIL: z.email().optional(),
    /** 短信签名: the name in front of every text message, registered with the carrier. */
    SMS_SIGNATURE: z.string().min(2).max(12).default('备案系统'),
    /** Tries of a message until it is parked for an operator: with the pauses between them about half an hour. */
    NOTICE_TRIES: z.coerce.number().int().min(1).max(100).default(8),
    /** Pause between two looks for messages that are due. */
    DELIVERY_POLL_MS: z.coerce.number().int().min(50).max(60_000).default(500),
  })
  .refine(
    ({ NODE_ENV, MAIL_FROM }) => NODE_ENV !== 'production' || MAIL_FROM !== developmentFrom,
    ownAddress('MAIL_FROM'),
  )
  .refine(
    ({ NODE_ENV, STAFF_EMAIL }) => NODE_ENV !== 'production' || STAFF_EMAIL !== developmentStaff,
    ownAddress('STAFF_EMAIL'),
  );

export type NotificationConfig = Readonly<z.output<typeof notificationSettings>>;

export const notificationConfig = (env: Environment): NotificationConfig =>
  readConfig('notification', notificationSettings, env);

const migrationSchema = z.object({ DATABASE_URL: databaseSettings.DATABASE_URL });
export const migrationConfig = (env: Environment) => readConfig('notification migrations', migrationSchema, env);
