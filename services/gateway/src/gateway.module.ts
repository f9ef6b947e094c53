import { taskQueues } from '@beian/contracts';
import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import {
  AuditAnchor,
  CallbackVerifier,
  Clock,
  consumeEvents,
  Database,
  DatabaseModule,
  EventsModule,
  Logger,
  TemporalClient,
  TemporalModule,
  workerFor,
} from '@beian/platform';
import { z } from 'zod';
import { AccessGuard, AccessParts } from './access/access.guard';
import { AccessTokens } from './access/access-tokens';
import { AccountController } from './access/account.controller';
import { AccountStore } from './access/accounts.store';
import { Contacts } from './access/contacts';
import { MandateStore } from './access/mandates.store';
import { Acts } from './acts/acts';
import { AnswerKeeper } from './acts/answer-keeper';
import { OutcomeInterceptor } from './acts/outcome';
import { CallbacksController } from './callbacks/callbacks.controller';
import { ApplicantDesk } from './filings/applicant-desk';
import { FilingAccess } from './filings/filing-access';
import { AppointmentsController } from './filings/appointments.controller';
import { FilingActsController } from './filings/filing-acts.controller';
import { FilingDesk } from './filings/filing-desk';
import { FilingFeed } from './filings/filing-feed';
import { projectFilingMoved } from './filings/filing-moved';
import { SiteChecksController } from './filings/site-checks.controller';
import { FiledController } from './filings/filed.controller';
import { FilingsController } from './filings/filings.controller';
import { FilingStore } from './filings/filings.store';
import { Moves } from './filings/moves';
import { OpenFilingDeps } from './filings/open-filing';
import { OpeningStore } from './filings/openings.store';
import { Streams } from './filings/streams';
import { createGatewayActivities } from './gateway.activities';
import { GatewayConfig } from './gateway.config';
import { InternalServices } from './internal-services';
import { DeadLetterDesk } from './operator/dead-letter-desk';
import { FailuresController } from './operator/failures.controller';
import { FilingSearchController } from './operator/filing-search.controller';
import { KeptHistoriesController } from './operator/kept-histories.controller';
import { OperatorGauges, OutsideGauges } from './operator/operator-gauges';
import { ParkedEventsDeskController } from './operator/parked-events.controller';
import { OperatorController } from './operator/operator.controller';
import { OperationsController } from './operator/operations.controller';
import { OperatorDesk } from './operator/operator-desk';
import { DocumentsController } from './parts/documents.controller';
import { EvidenceController } from './evidence/evidence.controller';
import { EvidenceSigner } from './evidence/evidence-signer';
import { FormsController } from './parts/forms.controller';
import { SitesController } from './parts/sites.controller';
import { SubjectController } from './parts/subject.controller';
import { PhotoPlacesController } from './reference/photo-places.controller';
import { NoticesController } from './reference/notices.controller';
import { ReferenceController } from './reference/reference.controller';
import { ReviewDeskController } from './reviews/review-desk.controller';
import { ReviewsController } from './reviews/reviews.controller';

const access: readonly Provider[] = [
  AccessTokens,
  AccountStore,
  Contacts,
  MandateStore,
  {
    provide: AccessParts,
    inject: [GatewayConfig, AccessTokens, AccountStore, Contacts, CallbackVerifier, Clock],
    useFactory: (
      ...[config, tokens, accounts, contacts, callbacks, clock]: [
        GatewayConfig,
        AccessTokens,
        AccountStore,
        Contacts,
        CallbackVerifier,
        Clock,
      ]
    ): AccessParts => ({ config, tokens, accounts, contacts, callbacks, clock }),
  },
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_INTERCEPTOR, useClass: OutcomeInterceptor },
  {
    provide: CallbackVerifier,
    inject: [Database, Clock, GatewayConfig],
    useFactory: (database: Database, clock: Clock, config: GatewayConfig) =>
      new CallbackVerifier({ database, clock, secrets: config.CALLBACK_SECRETS }),
  },
];

const opening: Provider = {
  provide: OpenFilingDeps,
  inject: [InternalServices, FilingStore, OpeningStore, TemporalClient, GatewayConfig],
  useFactory: (
    ...[services, filings, openings, temporal, config]: [
      InternalServices,
      FilingStore,
      OpeningStore,
      TemporalClient,
      GatewayConfig,
    ]
  ): OpenFilingDeps => ({ services, filings, openings, temporal, config }),
};

/** The head of our audit log, kept by `documents`: the gateway has no key to the object store. */
const anchor: Provider = {
  provide: AuditAnchor,
  inject: [InternalServices, Database, Clock, Logger],
  useFactory: (...[services, database, clock, logger]: [InternalServices, Database, Clock, Logger]) =>
    new AuditAnchor((head) => services.documents.post('/internal/audit-heads/gateway', z.undefined(), head), {
      database,
      clock,
      logger,
    }),
};

const projection = (config: GatewayConfig): readonly Provider[] =>
  consumeEvents({
    group: config.CONSUMER_GROUP,
    topics: [config.VERIFICATION_TOPIC],
    inject: [FilingStore],
    useFactory: (filings: FilingStore) => ({
      'filing-moved': (event, tx) => projectFilingMoved(filings, event, tx),
    }),
  });

/** The gateway: public HTTP in front of everything. It holds no rule. */
@Module({})
export class GatewayModule {
  static forConfig(config: GatewayConfig): DynamicModule {
    const { DATABASE_URL: url, DATABASE_POOL_SIZE: poolSize } = config;
    return {
      module: GatewayModule,
      imports: [
        DatabaseModule.forService({ url, schema: 'gateway', applicationName: 'gateway', poolSize }),
        EventsModule.forService({ ...config, service: 'gateway', publishes: false }),
        TemporalModule.forService(config),
      ],
      controllers: [
        AccountController,
        FilingActsController,
        FilingsController,
        FiledController,
        SiteChecksController,
        SubjectController,
        SitesController,
        DocumentsController,
        FormsController,
        EvidenceController,
        ReviewsController,
        ReviewDeskController,
        AppointmentsController,
        PhotoPlacesController,
        OperatorController,
        FailuresController,
        ParkedEventsDeskController,
        FilingSearchController,
        KeptHistoriesController,
        OperationsController,
        ReferenceController,
        NoticesController,
        CallbacksController,
      ],
      providers: [
        { provide: GatewayConfig, useValue: config },
        InternalServices,
        EvidenceSigner,
        Acts,
        AnswerKeeper,
        FilingStore,
        OpeningStore,
        FilingAccess,
        FilingFeed,
        Streams,
        Moves,
        FilingDesk,
        opening,
        anchor,
        ApplicantDesk,
        OperatorDesk,
        DeadLetterDesk,
        OutsideGauges,
        OperatorGauges,
        ...access,
        ...projection(config),
        ...workerFor(taskQueues.gateway, { inject: [FilingStore], useFactory: createGatewayActivities }),
      ],
    };
  }
}
