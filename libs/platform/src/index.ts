export { ConfigError, type Environment } from './config/config-error';
export { readConfig } from './config/read-config';
export { refuseDevelopmentSecrets } from './config/refuse-development-secrets';
export {
  bucketSettings,
  callbackSettings,
  databaseSettings,
  dossierReaderSettings,
  dossierWriterSettings,
  evidenceSettings,
  filingMarkSettings,
  httpSettings,
  internalSettings,
  kafkaSettings,
  oidcSettings,
  personSettings,
  portSetting,
  processSettings,
  storeSettings,
  temporalSettings,
} from './config/settings';
export { developmentEnvironment, developmentEnvironmentFor } from './development-environment';
export { Clock, SystemClock } from './process/clock';
export { createLogger, Logger, type LogLevel } from './process/logger';
export { newId, newSecretName } from './process/new-id';
export { Readiness } from './process/readiness';
export { currentRequestId, withRequest, type RequestContext } from './process/request-context';
export type { Running } from './process/running';
export { problem, ProblemError, type ProblemDetails } from './http/problem-error';
export { Database, type TransactionOptions } from './database/database';
export { DatabaseError, isConflict, isDatabaseAway, isUniqueViolation } from './database/database-error';
export { DatabaseModule } from './database/database.module';
export { openDatabase, type DatabaseOptions, type Migration } from './database/open-database';
export { platformMigrations } from './database/platform-migrations';
export { runMigrations, type MigrationOptions } from './database/run-migrations';
export type { SqlParameters, Tx } from './database/transaction';
export { DeadLetters, type DeadLetter, type DeadLetterTopic, type Replayed } from './events/dead-letters';
export { deadLetterTopicOf, topicOf, type Event, type NewEvent } from './events/event';
export { outbox, type ParkedEvent } from './events/outbox';
export { ParkedEventsController } from './events/parked-events.controller';
export { FatalErrors } from './process/fatal-errors';
export { toActivityFailure } from './temporal/activity-failures';
export { Tracing, type TracingSettings } from './tracing/tracing';
export { dataConverter, failureConverterPath } from './temporal/data-converter';
export { encryptionCodec, type CodecKeys } from './temporal/encryption-codec';
export { makeVersionCurrent, type WorkerVersion } from './temporal/make-version-current';
export { startWorker, type RunningWorker, type WorkerStart } from './temporal/start-worker';
export { connectTemporal, TemporalClient } from './temporal/temporal-client';
export { TemporalModule } from './temporal/temporal.module';
export { frontendOf, TemporalSettings } from './temporal/temporal-settings';
export { workerFor, workflowHostFor, type ActivitiesOf, type WorkflowHostOptions } from './temporal/worker-providers';
export {
  callbackHeaders,
  signCallback,
  verifyCallback,
  type CallbackSignature,
  type SignedCallback,
} from './crypto/callback-signature';
export { CallbackVerifier } from './crypto/callback-verifier';
export { filingMark } from './crypto/filing-mark';
export { maskEmail, maskIdNumber, maskName, maskPhone } from './crypto/mask';
export { PersonKey } from './crypto/person-key';
export { personKeys } from './crypto/person-key-keeper';
export { PersonKeyGone, PersonVault } from './crypto/person-vault';
export {
  audit,
  auditHead,
  canonicalJson,
  verifyAudit,
  type AuditEntry,
  type AuditHead,
  type AuditVerdict,
} from './database/audit';
export {
  forgetOldAnswers,
  idempotent,
  type Answer,
  type FirstAnswer,
  type IdempotencyKey,
} from './database/idempotent';
export { bootService, type BootOptions } from './process/boot-service';
export { Metrics, type ReadGauge, type Sample } from './process/metrics';
export { observeProcess } from './process/observe-process';
export { PlatformModule, type ProcessParts } from './process/platform.module';
export { runAsProcess } from './process/run-as-process';
export { verifyAccessToken, type AccessTokenOptions, type Caller } from './http/access-token';
export type { HttpRequest, HttpResponse } from './http/http-messages';
export { InternalClient, internalClient } from './http/internal-client';
export { InternalGuard, InternalToken, internalToken } from './http/internal-guard';
export { problemBody } from './http/problem-body';
export { ProblemFilter } from './http/problem.filter';
export { ProblemValidationPipe } from './http/problem-validation.pipe';
export { processRoutes, type ProcessRoutes } from './http/process-routes';
export { parseStrictJson, type StrictJson } from './http/strict-json';
export {
  DossierStore,
  DossierUnreadable,
  type DossierStoreParts,
  type NewDossier,
  type OldDossiers,
} from './store/dossier-store';
export {
  ObjectStore,
  type ListedObject,
  type ObjectFacts,
  type ObjectName,
  type PresignedPost,
  type UploadGrant,
} from './store/object-store';
export { StoreModule } from './store/store.module';
export type { StoreSettings } from './store/store-settings';
export { EventConsumer, type ConsumerOptions, type ConsumerParts, type EventHandlers } from './events/event-consumer';
export { consumeEvents, EventsModule, type ConsumeEvents, type EventsOptions } from './events/events.module';
export { applyOnce, EventGap } from './events/inbox';
export { OutboxRelay, type RelayParts } from './events/outbox-relay';
export { ensureTopics } from './kafka/ensure-topics';
export { connectKafka, KafkaSettings } from './kafka/kafka-connection';
export { verifyEvidence, type EvidenceFault, type EvidenceVerdict } from './evidence/verify-evidence';
export { writeEvidence, type EvidenceKey, type NewEvidence } from './evidence/write-evidence';
export { AuditAnchor, auditAnchor, headsInStore, type AuditAnchorPlace, type KeepHead } from './database/audit-anchor';
