import { eventTopic, taskQueues } from '@beian/contracts';
import {
  auditAnchor,
  Clock,
  consumeEvents,
  Database,
  DatabaseModule,
  DossierStore,
  EventsModule,
  internalToken,
  Logger,
  Metrics,
  ObjectStore,
  ParkedEventsController,
  personKeys,
  PersonVault,
  StoreModule,
  TemporalModule,
  workerFor,
  type Event,
  type Tx,
} from '@beian/platform';
import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { SmtpMailChannel } from './mail-channel.smtp';
import { hearSiteCheck } from './hear-site-check';
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
      controllers: [NotificationController, ParkedEventsController],
      providers: [
        internalToken(config),
        auditAnchor({ service: 'notification', bucket: config.BUCKET_DOSSIERS }),
        ...personKeys('notification', config),
        { provide: SmtpMailChannel, useFactory: () => new SmtpMailChannel(config.SMTP_URL, config.MAIL_FROM) },
        {
          provide: MailLifecycle,
          inject: [SmtpMailChannel],
          useFactory: (mail: SmtpMailChannel) => new MailLifecycle(mail),
        },
        {
          provide: NotificationDeps,
          inject: [Database, ObjectStore, PersonVault, SmtpMailChannel, Clock, Logger],
          useFactory: (
            ...[database, objects, vault, mail, clock, logger]: [
              Database,
              ObjectStore,
              PersonVault,
              SmtpMailChannel,
              Clock,
              Logger,
            ]
          ) =>
            new NotificationDeps({
              database,
              clock,
              logger,
              vault,
              dossiers: new DossierStore({
                objects,
                bucket: config.BUCKET_DOSSIERS,
                privateKeys: config.DOSSIER_PRIVATE_KEY,
              }),
              channels: { mail, sms: new CarrierSmsChannel(config.CARRIER_URL, config.SMS_SIGNATURE) },
              staffEmails: {
                staff: config.STAFF_EMAIL,
                deputy: config.STAFF_DEPUTY_EMAIL ?? config.STAFF_EMAIL,
                lead: config.STAFF_LEAD_EMAIL ?? config.STAFF_EMAIL,
              },
              pollMs: config.DELIVERY_POLL_MS,
              mostTries: config.NOTICE_TRIES,
            }),
        },
        {
          provide: MessageSender,
          inject: [NotificationDeps, Metrics],
          useFactory: (deps: NotificationDeps, metrics: Metrics) => {
            metrics.observe({
              name: 'deliveries_undelivered',
              help: 'Messages that were given up and wait for an operator',
              labelNames: ['channel'],
              read: () => deps.deliveries.countParked(),
            });
            return new MessageSender(deps);
          },
        },
        ...consumeEvents({
          group: config.CONSUMER_GROUP,
          topics: [eventTopic('verification'), eventTopic('website')],
          inject: [NotificationDeps],
          useFactory: ({ notices }: NotificationDeps) => ({
            'filing-moved': (event: Event, tx: Tx) => hearFilingMoved(notices, event, tx),
            'website-checked': (event: Event, tx: Tx) => hearSiteCheck(notices, event, tx),
          }),
        }),
        ...workerFor(taskQueues.notification, { inject: [NotificationDeps], useFactory: createNotificationActivities }),
      ],
    };
  }
}
