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
import { DnsNameServer } from './checks/name-server.dns';
import { HttpHomePages } from './checks/home-page.http';
import { networks } from './checks/public-address';
import { SiteChecksController } from './checks/site-checks.controller';
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
      controllers: [WebsiteController, ServiceCodeController, SiteChecksController, ParkedEventsController],
      providers: [
        internalToken(config),
        auditAnchor({ service: 'website', bucket: config.BUCKET_DOSSIERS }),
        ...personKeys('website', config),
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
          inject: [Database, DossierStore, PersonVault, DomainRegistry, CloudAccount, Clock, Logger],
          useFactory: (
            ...[database, dossiers, vault, registry, cloud, clock, logger]: [
              Database,
              DossierStore,
              PersonVault,
              DomainRegistry,
              CloudAccount,
              Clock,
              Logger,
            ]
          ) => {
            const names = new DnsNameServer(config.SITE_CHECK_DNS);
            return new WebsiteDeps({
              names,
              pages: new HttpHomePages({ names, pagesAt: config.SITE_CHECK_PAGES_AT }),
              providerNetworks: networks(config.PROVIDER_NETWORKS),
              database,
              dossiers,
              registry,
              cloud,
              clock,
              logger,
              vault,
              hmacKey: config.FILING_HMAC_KEY,
              pack: config.RULE_PACK,
              asOf: config.AS_OF,
            });
          },
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
