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
    /** 短信签名: the name in front of every text message, registered with the carrier. */
    SMS_SIGNATURE: z.string().min(2).max(12).default('备案系统'),
    /** Pause between two looks for messages that are due. */
    DELIVERY_POLL_MS: z.coerce.number().int().min(50).max(60_000).default(500),
  })
  .superRefine(({ NODE_ENV, MAIL_FROM, STAFF_EMAIL }, context) => {
    if (NODE_ENV !== 'production') return;
    const message = 'production needs an address of its own';
    if (MAIL_FROM === developmentFrom) context.addIssue({ code: 'custom', path: ['MAIL_FROM'], message });
    if (STAFF_EMAIL === developmentStaff) context.addIssue({ code: 'custom', path: ['STAFF_EMAIL'], message });
  });

export type NotificationConfig = Readonly<z.output<typeof notificationSettings>>;

export const notificationConfig = (env: Environment): NotificationConfig =>
  readConfig('notification', notificationSettings, env);

const migrationSchema = z.object({ DATABASE_URL: databaseSettings.DATABASE_URL });
export const migrationConfig = (env: Environment) => readConfig('notification migrations', migrationSchema, env);
