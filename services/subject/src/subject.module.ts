import { taskQueues } from '@beian/contracts';
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
  ObjectStore,
  ParkedEventsController,
  personKeys,
  PersonVault,
  StoreModule,
  TemporalModule,
  topicOf,
  workerFor,
} from '@beian/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { createSubjectActivities } from './subject.activities';
import { subjectEventHandlers } from './subject.events';
import { SubjectController } from './subject.controller';
import { SubjectDeps } from './subject-deps';
import type { SubjectConfig } from './subject.config';

/** The only Nest module of the process. */
@Module({})
export class SubjectModule {
  static with(config: SubjectConfig): DynamicModule {
    return {
      module: SubjectModule,
      imports: [
        DatabaseModule.forService({
          url: config.DATABASE_URL,
          schema: 'subject',
          applicationName: 'subject',
          poolSize: config.DATABASE_POOL_SIZE,
        }),
        StoreModule.forService(config, [config.BUCKET_DOSSIERS]),
        TemporalModule.forService(config),
        EventsModule.forService({ service: 'subject', ...config }),
      ],
      controllers: [SubjectController, ParkedEventsController],
      providers: [
        internalToken(config),
        auditAnchor({ service: 'subject', bucket: config.BUCKET_DOSSIERS }),
        ...personKeys('subject', config),
        {
          provide: DossierStore,
          inject: [ObjectStore],
          useFactory: (objects: ObjectStore) =>
            new DossierStore({ objects, bucket: config.BUCKET_DOSSIERS, publicKeys: config.DOSSIER_PUBLIC_KEYS }),
        },
        {
          provide: SubjectDeps,
          inject: [Database, DossierStore, PersonVault, Clock, Logger],
          useFactory: (
            ...[database, dossiers, vault, clock, logger]: [Database, DossierStore, PersonVault, Clock, Logger]
          ) =>
            new SubjectDeps({
              database,
              dossiers,
              clock,
              logger,
              vault,
              hmacKey: config.FILING_HMAC_KEY,
            }),
        },
        ...consumeEvents({
          group: 'subject',
          topics: [topicOf('verification')],
          inject: [SubjectDeps],
          useFactory: subjectEventHandlers,
        }),
        ...workerFor(taskQueues.subject, { inject: [SubjectDeps], useFactory: createSubjectActivities }),
      ],
    };
  }
}
