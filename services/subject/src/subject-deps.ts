import type { Clock, Database, DossierStore, Logger, PersonVault } from '@beian/platform';
import { PinStore } from './pin.store';
import { RegisterStore } from './register.store';
import { SubjectStore } from './subject.store';

/** What the module found around it. */
export interface SubjectSurroundings {
  readonly database: Database;
  readonly vault: PersonVault;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
  /** Key of the marks in fact sheets (decisions 33). */
  readonly hmacKey: Buffer;
}

/** Everything the use cases of this service use; each takes what it names. Also the injection token. */
export class SubjectDeps {
  readonly database: Database;
  readonly vault: PersonVault;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
  readonly hmacKey: Buffer;
  readonly subjects: SubjectStore;
  readonly pins: PinStore;
  readonly register: RegisterStore;

  constructor({ database, vault, dossiers, clock, logger, hmacKey }: SubjectSurroundings) {
    this.database = database;
    this.vault = vault;
    this.dossiers = dossiers;
    this.clock = clock;
    this.logger = logger;
    this.hmacKey = hmacKey;
    this.subjects = new SubjectStore(vault);
    this.pins = new PinStore(vault);
    this.register = new RegisterStore();
  }
}
