import { eventTopic, taskQueues } from '@beian/contracts';
import {
  Clock,
  consumeEvents,
  Database,
  DatabaseModule,
  DossierStore,
  EventsModule,
  internalToken,
  Logger,
  ObjectStore,
  PersonVault,
  StoreModule,
  TemporalModule,
  workerFor,
  type Event,
  type Tx,
} from '@beian/platform';
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { SmtpMailChannel } from './mail-channel.smtp';
import { MessageSender } from './message-sender';
import { createNotificationActivities } from './notification.activities';
import type { NotificationConfig } from './notification.config';
import { NotificationController } from './notification.controller';
import { NotificationDeps } from './notification-deps';
import { CarrierSmsChannel } from './sms-channel.carrier';
import { hearFilingMoved } from './tell-notice';

/** The mail channel keeps connections; they go down after the last message. */
class MailLifecycle implements OnApplicationShutdown {
  constructor(private readonly mail: SmtpMailChannel) {}

  onApplicationShutdown(): void {
    this.mail.close();
  }
}

/** The only Nest module of the process. */
@Module({})
export class NotificationModule {
  static with(config: NotificationConfig): DynamicModule {
    return {
      module: NotificationModule,
      imports: [
        DatabaseModule.forService({
          url: config.DATABASE_URL,
          schema: 'notification',
          applicationName: 'notification',
          poolSize: config.DATABASE_POOL_SIZE,
        }),
        StoreModule.forService(config, [config.BUCKET_DOSSIERS]),
        EventsModule.forService({ service: 'notification', ...config }),
        TemporalModule.forService(config),
      ],
      controllers: [NotificationController],
      providers: [
        internalToken(config),
        { provide: SmtpMailChannel, useFactory: () => new SmtpMailChannel(config.SMTP_URL, config.MAIL_FROM) },
        {
          provide: MailLifecycle,
          inject: [SmtpMailChannel],
          useFactory: (mail: SmtpMailChannel) => new MailLifecycle(mail),
        },
        {
          provide: NotificationDeps,
          inject: [Database, ObjectStore, SmtpMailChannel, Clock, Logger],
          useFactory: (
            ...[database, objects, mail, clock, logger]: [Database, ObjectStore, SmtpMailChannel, Clock, Logger]
          ) =>
            new NotificationDeps({
              database,
              clock,
              logger,
              vault: new PersonVault(config.MASTER_KEY, config.BLIND_INDEX_KEY),
              dossiers: new DossierStore({
                objects,
                bucket: config.BUCKET_DOSSIERS,
                privateKeys: config.DOSSIER_PRIVATE_KEY,
              }),
              channels: { mail, sms: new CarrierSmsChannel(config.CARRIER_URL, config.SMS_SIGNATURE) },
              staffEmail: config.STAFF_EMAIL,
              pollMs: config.DELIVERY_POLL_MS,
            }),
        },
        {
          provide: MessageSender,
          inject: [NotificationDeps],
          useFactory: (deps: NotificationDeps) => new MessageSender(deps),
        },
        ...consumeEvents({
          group: config.CONSUMER_GROUP,
          topics: [eventTopic('verification')],
          inject: [NotificationDeps],
          useFactory: ({ notices }: NotificationDeps) => ({
            'filing-moved': (event: Event, tx: Tx) => hearFilingMoved(notices, event, tx),
          }),
        }),
        ...workerFor(taskQueues.notification, { inject: [NotificationDeps], useFactory: createNotificationActivities }),
      ],
    };
  }
}
