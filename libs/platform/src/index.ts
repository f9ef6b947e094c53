export { ConfigError, type Environment } from './config/config-error';
export { readConfig } from './config/read-config';
export { refuseDevelopmentSecrets } from './config/refuse-development-secrets';
export {
  bucketSettings, callbackSettings, databaseSettings, dossierReaderSettings, dossierWriterSettings, filingMarkSettings,
  httpSettings, internalSettings, kafkaSettings, oidcSettings, personSettings, portSetting, processSettings,
  storeSettings, temporalSettings,
} from './config/settings';
export { developmentEnvironment, developmentEnvironmentFor } from './development-environment';
export { Clock, SystemClock } from './process/clock';
export { createLogger, type Logger, type LogLevel } from './process/logger';
export { newId, newSecretName } from './process/new-id';
export { Readiness } from './process/readiness';
export { currentRequestId, withRequest, type RequestContext } from './process/request-context';
export type { Running } from './process/running';
export { problem, ProblemError, type ProblemDetails, type ProblemEntry } from './http/problem-error';
export { Database, type TransactionOptions } from './database/database';
export { DatabaseError, isConflict, isDatabaseAway, isUniqueViolation } from './database/database-error';
export { DatabaseModule } from './database/database.module';
export { openDatabase, type DatabaseOptions, type Migration } from './database/open-database';
export { platformMigrations } from './database/platform-migrations';
export { runMigrations, type MigrationOptions } from './database/run-migrations';
export type { SqlParameters, Tx } from './database/transaction';
export { deadLetterTopicOf, topicOf, type Event, type NewEvent } from './events/event';
export { outbox } from './events/outbox';
