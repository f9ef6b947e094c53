import { join } from 'node:path';
import { eventTopic, taskQueues } from '@beian/contracts';
import {
  auditAnchor,
  Clock,
  consumeEvents,
  Database,
  DatabaseModule,
  DossierStore,
  EventsModule,
  headsInStore,
  internalToken,
  Logger,
  ObjectStore,
  ParkedEventsController,
  StoreModule,
  TemporalClient,
  TemporalModule,
  workerFor,
  type Event,
  type Tx,
} from '@beian/platform';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { AuditHeadsController, GatewayHeads } from './audit-heads.controller';
import { DocumentObjects } from './document-objects';
import { createDocumentsActivities, createDocumentsUpkeep } from './documents.activities';
import type { DocumentsConfig } from './documents.config';
import { DocumentsController } from './documents.controller';
import { DocumentsDeps } from './documents-deps';
import { FormFonts } from './forms/form-fonts';
import { OfficialForms } from './forms/official-forms';
import { HistoriesController } from './histories/histories.controller';
import { hearFilingClosing } from './histories/export-histories';
import { HistoryDeps } from './histories/history-deps';
import { HistoryGauges } from './histories/history-gauges';
import { HistoryExportsStore } from './histories/history-exports.store';
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
      controllers: [DocumentsController, HistoriesController, AuditHeadsController, ParkedEventsController],
      providers: [
        internalToken(config),
        auditAnchor({ service: 'documents', bucket: config.BUCKET_DOSSIERS }),
        {
          provide: GatewayHeads,
          inject: [ObjectStore],
          useFactory: (objects: ObjectStore) =>
            new GatewayHeads(headsInStore(objects, { service: 'gateway', bucket: config.BUCKET_DOSSIERS })),
        },
        { provide: VirusScanner, inject: [Clock], useFactory: (clock: Clock) => scannerOf(config, clock) },
        {
          provide: ScannerWatch,
          inject: [VirusScanner, Logger],
          useFactory: (scanner: VirusScanner, logger: Logger) => new ScannerWatch(scanner, logger),
        },
        {
          provide: DocumentsDeps,
          inject: [Database, ObjectStore, VirusScanner, Clock, Logger],
          useFactory: async (
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
              fonts: new FormFonts(config.FORM_FONTS),
              officialForms: await OfficialForms.read(config.OFFICIAL_FORMS_FOLDER),
            }),
        },
        {
          provide: HistoryDeps,
          inject: [DocumentsDeps, TemporalClient],
          useFactory: ({ database, objects, clock, logger }: DocumentsDeps, temporal: TemporalClient) =>
            new HistoryDeps({
              objects,
              temporal,
              clock,
              logger,
              mostBytes: config.HISTORY_MOST_BYTES,
              exports: new HistoryExportsStore(database),
            }),
        },
        HistoryGauges,
        {
          provide: UploadSweeper,
          inject: [DocumentsDeps, HistoryDeps],
          useFactory: (deps: DocumentsDeps, histories: HistoryDeps) =>
            new UploadSweeper(deps, histories, {
              exportSeconds: config.EXPORT_SECONDS,
              historiesDays: config.RETENTION_HISTORIES_DAYS,
              checkSeconds: config.SWEEP_SECONDS,
              clearSeconds: config.CLEAR_SECONDS,
              retention: {
                ended: { papers: config.RETENTION_DAYS, faces: config.RETENTION_FACES_DAYS },
                granted: { papers: config.RETENTION_GRANTED_DAYS, faces: config.RETENTION_GRANTED_FACES_DAYS },
              },
            }),
        },
        ...consumeEvents({
          group: config.CONSUMER_GROUP,
          topics: [eventTopic('verification')],
          inject: [DocumentsDeps, HistoryDeps],
          useFactory: ({ kept, clock }: DocumentsDeps, { exports }: HistoryDeps) => ({
            'filing-moved': async (event: Event, tx: Tx) => {
              const heard = { tx, at: clock.now() };
              await hearFilingEnded(kept, event, heard);
              await hearFilingClosing(exports, event, heard);
            },
          }),
        }),
        ...workerFor(taskQueues.documents, {
          inject: [DocumentsDeps, HistoryDeps],
          useFactory: (deps: DocumentsDeps, histories: HistoryDeps) => ({
            ...createDocumentsActivities(deps),
            ...createDocumentsUpkeep(histories),
          }),
        }),
      ],
    };
  }
}
