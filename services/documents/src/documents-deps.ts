import type { Clock, Database, DossierStore, Logger } from '@beian/platform';
import { FormFonts } from './forms/form-fonts';
import { OfficialForms } from './forms/official-forms';
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
  /** Absent: our own font and no official forms. */
  readonly fonts?: FormFonts;
  readonly officialForms?: OfficialForms;
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
  readonly fonts: FormFonts;
  readonly officialForms: OfficialForms;
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
    this.fonts = parts.fonts ?? new FormFonts();
    this.officialForms = parts.officialForms ?? new OfficialForms();
    this.documents = new DocumentStore(parts.database);
    this.revisions = new RevisionStore(parts.database);
    this.kept = new KeptPapersStore(parts.database);
  }
}
