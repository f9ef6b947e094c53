import { taskQueues } from '@beian/contracts';
import {
  auditAnchor,
  Clock,
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
  TemporalClient,
  TemporalModule,
  workerFor,
} from '@beian/platform';
import { Module, type DynamicModule } from '@nestjs/common';
import { HttpAuthoritySystem } from './authority/authority-system.http';
import { HandOverFailuresController } from './authority/hand-over-failures.controller';
import { Deliverer } from './delivery/deliverer';
import { FilingTypeController } from './filing-type/filing-type.controller';
import { FilingController } from './filing/filing.controller';
import { HttpCourier } from './identity/courier.http';
import { IdentityController } from './identity/identity.controller';
import { CallbacksController } from './outside/callbacks.controller';
import { HttpCarrier } from './phones/carrier.http';
import { DeskController } from './review/desk.controller';
import { ReviewController } from './review/review.controller';
import { createVerificationActivities, createVerificationUpkeep } from './verification.activities';
import type { VerificationConfig } from './verification.config';
import { VerificationDeps } from './verification-deps';

/** The only Nest module of the process. */
@Module({})
export class VerificationModule {
  static with(config: VerificationConfig): DynamicModule {
    return {
      module: VerificationModule,
      imports: [
        DatabaseModule.forService({
          url: config.DATABASE_URL,
          schema: 'verification',
          applicationName: 'verification',
          poolSize: config.DATABASE_POOL_SIZE,
        }),
        StoreModule.forService(config, [config.BUCKET_DOCUMENTS, config.BUCKET_DOSSIERS]),
        EventsModule.forService({ service: 'verification', ...config }),
        TemporalModule.forService(config),
      ],
      controllers: [
        FilingController,
        ReviewController,
        DeskController,
        IdentityController,
        FilingTypeController,
        CallbacksController,
        HandOverFailuresController,
        ParkedEventsController,
      ],
      providers: [
        internalToken(config),
        auditAnchor({ service: 'verification', bucket: config.BUCKET_DOSSIERS }),
        ...personKeys('verification', config),
        {
          provide: VerificationDeps,
          inject: [Database, ObjectStore, PersonVault, TemporalClient, Clock, Logger],
          useFactory: (...given: Given) => depsOf(config, given),
        },
        { provide: Deliverer, inject: [VerificationDeps], useFactory: ({ deliverer }: VerificationDeps) => deliverer },
        ...workerFor(taskQueues.verification, {
          inject: [VerificationDeps],
          useFactory: (deps: VerificationDeps) => ({
            ...createVerificationActivities(deps),
            ...createVerificationUpkeep(deps),
          }),
        }),
      ],
    };
  }
}

type Given = [Database, ObjectStore, PersonVault, TemporalClient, Clock, Logger];

function depsOf(config: VerificationConfig, given: Readonly<Given>): VerificationDeps {
  const [database, objects, vault, temporal, clock, logger] = given;
  return new VerificationDeps({
    database,
    clock,
    logger,
    temporal,
    objects,
    vault,
    dossiers: new DossierStore({ objects, bucket: config.BUCKET_DOSSIERS, privateKeys: config.DOSSIER_PRIVATE_KEY }),
    documentsBucket: config.BUCKET_DOCUMENTS,
    authority: new HttpAuthoritySystem(config.AUTHORITY_URL),
    courier: new HttpCourier(config.COURIER_URL),
    carrier: new HttpCarrier(config.CARRIER_URL),
    claimMinutes: config.CLAIM_MINUTES,
    fourEyes: config.FOUR_EYES,
    callsPerHalfHour: config.CALLS_PER_HALF_HOUR,
    handOverTries: config.HAND_OVER_TRIES,
    smsSignature: config.SMS_SIGNATURE,
    rulesNow: { pack: config.RULE_PACK, asOf: config.AS_OF },
    wordsRetention: {
      endedDays: config.RETENTION_WORDS_DAYS,
      grantedDays: config.RETENTION_GRANTED_WORDS_DAYS,
      typeCheckDays: config.RETENTION_TYPE_CHECKS_DAYS,
    },
    deliveryPauseMs: config.DELIVERY_POLL_MS,
  });
}
