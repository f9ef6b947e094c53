import { join } from 'node:path';
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
  StoreModule,
  TemporalModule,
  workerFor,
  type Event,
  type Tx,
} from '@beian/platform';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { DocumentObjects } from './document-objects';
import { createDocumentsActivities } from './documents.activities';
import type { DocumentsConfig } from './documents.config';
import { DocumentsController } from './documents.controller';
import { DocumentsDeps } from './documents-deps';
import { hearFilingEnded } from './keep-papers';
import { PictureDecoder } from './picture-decoder';
import { UploadSweeper } from './upload-sweeper';
import { VirusScanner } from './virus-scanner';
import { ClamdScanner } from './virus-scanner.clamd';
import { SignatureFileScanner } from './virus-scanner.signature-file';

const developmentSignatures = join(__dirname, '..', 'antivirus', 'beian.ndb');

/** ClamAV, or in development without one our own signature file; the configuration refuses that in production. */
function scannerOf(config: DocumentsConfig, clock: Clock): VirusScanner {
  if (config.CLAMD_ADDRESS === undefined) return new SignatureFileScanner(developmentSignatures);
  return new ClamdScanner({
    address: config.CLAMD_ADDRESS,
    clock,
    mostSignatureDays: config.CLAMD_SIGNATURE_DAYS,
    undatedSignatures: config.CLAMD_UNDATED_SIGNATURES,
  });
}

/**
 * An antivirus that is away is told, and does not make the service unready: everything but the verdict on new files still
 * works, and those files wait.
 */
class ScannerWatch implements OnModuleInit {
  constructor(
    private readonly scanner: VirusScanner,
    private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.scanner.check().catch((error: unknown) => {
      this.logger.error({ err: error }, 'there is no virus scanner: uploads will wait in quarantine');
    });
  }
}

/** The only Nest module of the process. */
@Module({})
export class DocumentsModule {
  static with(config: DocumentsConfig): DynamicModule {
    return {
      module: DocumentsModule,
      imports: [
        DatabaseModule.forService({
          url: config.DATABASE_URL,
          schema: 'documents',
          applicationName: 'documents',
          poolSize: config.DATABASE_POOL_SIZE,
        }),
        StoreModule.forService(config, [config.BUCKET_DOCUMENTS, config.BUCKET_DOSSIERS]),
        EventsModule.forService({ service: 'documents', ...config }),
        TemporalModule.forService(config),
      ],
      controllers: [DocumentsController],
      providers: [
        internalToken(config),
        { provide: VirusScanner, inject: [Clock], useFactory: (clock: Clock) => scannerOf(config, clock) },
        {
          provide: ScannerWatch,
          inject: [VirusScanner, Logger],
          useFactory: (scanner: VirusScanner, logger: Logger) => new ScannerWatch(scanner, logger),
        },
        {
          provide: DocumentsDeps,
          inject: [Database, ObjectStore, VirusScanner, Clock, Logger],
          useFactory: (
            ...[database, store, scanner, clock, logger]: [Database, ObjectStore, VirusScanner, Clock, Logger]
          ) =>
            new DocumentsDeps({
              database,
              scanner,
              clock,
              logger,
              objects: new DocumentObjects(store, config.BUCKET_DOCUMENTS),
              dossiers: new DossierStore({
                objects: store,
                bucket: config.BUCKET_DOSSIERS,
                publicKeys: config.DOSSIER_PUBLIC_KEYS,
              }),
              decoder: new PictureDecoder(),
            }),
        },
        {
          provide: UploadSweeper,
          inject: [DocumentsDeps],
          useFactory: (deps: DocumentsDeps) =>
            new UploadSweeper(deps, {
              checkSeconds: config.SWEEP_SECONDS,
              clearSeconds: config.CLEAR_SECONDS,
              retentionDays: config.RETENTION_DAYS,
            }),
        },
        ...consumeEvents({
          group: config.CONSUMER_GROUP,
          topics: [eventTopic('verification')],
          inject: [DocumentsDeps],
          useFactory: ({ kept, clock }: DocumentsDeps) => ({
            'filing-moved': (event: Event, tx: Tx) => hearFilingEnded(kept, event, { tx, at: clock.now() }),
          }),
        }),
        ...workerFor(taskQueues.documents, { inject: [DocumentsDeps], useFactory: createDocumentsActivities }),
      ],
    };
  }
}
