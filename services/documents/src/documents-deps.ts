import type { Clock, Database, DossierStore, Logger } from '@beian/platform';
import type { DocumentObjects } from './document-objects';
import { DocumentStore } from './documents.store';
import { KeptPapersStore } from './kept-papers.store';
import type { PictureDecoder } from './picture-decoder';
import { RevisionStore } from './revisions.store';
import type { VirusScanner } from './virus-scanner';

export interface DocumentsParts {
  readonly database: Database;
  readonly objects: DocumentObjects;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
  readonly scanner: VirusScanner;
  readonly decoder: PictureDecoder;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What the use cases of this service work with. Also the injection token. */
export class DocumentsDeps implements DocumentsParts {
  readonly database: Database;
  readonly objects: DocumentObjects;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
  readonly scanner: VirusScanner;
  readonly decoder: PictureDecoder;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly documents: DocumentStore;
  readonly revisions: RevisionStore;
  readonly kept: KeptPapersStore;

  constructor(parts: DocumentsParts) {
    this.database = parts.database;
    this.objects = parts.objects;
    this.dossiers = parts.dossiers;
    this.scanner = parts.scanner;
    this.decoder = parts.decoder;
    this.clock = parts.clock;
    this.logger = parts.logger;
    this.documents = new DocumentStore(parts.database);
    this.revisions = new RevisionStore(parts.database);
    this.kept = new KeptPapersStore(parts.database);
  }
}
