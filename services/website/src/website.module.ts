import { taskQueues } from '@beian/contracts';
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
  topicOf,
  workerFor,
} from '@beian/platform';
import { type DynamicModule, Module } from '@nestjs/common';
import { HttpCloudAccount } from './cloud-account.http';
import { CloudAccount } from './cloud-account';
import { HttpDomainRegistry } from './domain-registry.http';
import { DomainRegistry } from './domain-registry';
import { ServiceCodeController } from './service-code.controller';
import { createWebsiteActivities } from './website.activities';
import type { WebsiteConfig } from './website.config';
import { WebsiteController } from './website.controller';
import { WebsiteDeps } from './website-deps';
import { websiteEventHandlers } from './website.events';

/** The only Nest module of the process. */
@Module({})
export class WebsiteModule {
  static with(config: WebsiteConfig): DynamicModule {
    return {
      module: WebsiteModule,
      imports: [
        DatabaseModule.forService({
          url: config.DATABASE_URL,
          schema: 'website',
          applicationName: 'website',
          poolSize: config.DATABASE_POOL_SIZE,
        }),
        StoreModule.forService(config, [config.BUCKET_DOSSIERS]),
        TemporalModule.forService(config),
        EventsModule.forService({ service: 'website', ...config }),
      ],
      controllers: [WebsiteController, ServiceCodeController],
      providers: [
        internalToken(config),
        { provide: DomainRegistry, useFactory: () => new HttpDomainRegistry(config.REGISTRY_URL) },
        { provide: CloudAccount, useFactory: () => new HttpCloudAccount(config.CLOUD_URL) },
        {
          provide: DossierStore,
          inject: [ObjectStore],
          useFactory: (objects: ObjectStore) =>
            new DossierStore({ objects, bucket: config.BUCKET_DOSSIERS, publicKeys: config.DOSSIER_PUBLIC_KEYS }),
        },
        {
          provide: WebsiteDeps,
          inject: [Database, DossierStore, DomainRegistry, CloudAccount, Clock, Logger],
          useFactory: (
            ...[database, dossiers, registry, cloud, clock, logger]: [
              Database,
              DossierStore,
              DomainRegistry,
              CloudAccount,
              Clock,
              Logger,
            ]
          ) =>
            new WebsiteDeps({
              database,
              dossiers,
              registry,
              cloud,
              clock,
              logger,
              vault: new PersonVault(config.MASTER_KEY, config.BLIND_INDEX_KEY),
              hmacKey: config.FILING_HMAC_KEY,
              pack: config.RULE_PACK,
              asOf: config.AS_OF,
            }),
        },
        ...consumeEvents({
          group: 'website',
          topics: [topicOf('verification')],
          inject: [WebsiteDeps],
          useFactory: websiteEventHandlers,
        }),
        ...workerFor(taskQueues.website, { inject: [WebsiteDeps], useFactory: createWebsiteActivities }),
      ],
    };
  }
}
