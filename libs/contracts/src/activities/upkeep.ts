import type { Instant } from '../ids';

/** What an operator asks of a sweep. */
export interface SweepWish {
  /** Says what would go, and nothing goes. */
  readonly dryRun: boolean;
}

/** What was past its period: counted in a dry run, erased otherwise. */
export interface OverdueWords {
  /** Filings whose sealed words and dossiers went. */
  readonly filings: number;
  /** Answers of *Verify Filing Type*. */
  readonly typeChecks: number;
  /** Answers of the authority to orders that nobody here knows. */
  readonly strayAnswers: number;
  /** More are waiting: to be called again. */
  readonly isMore: boolean;
}
export type RetentionReport = SweepWish & Omit<OverdueWords, 'isMore'>;

/** What a schedule asks of `verification`, on its task queue; no step of a filing. */
export interface VerificationUpkeep {
  /**
   * Erases what people wrote about a filing (reasons, notes, addresses, words of the authority) and its dossiers once its
   * period is over, by class (PIPL 47). A legal hold keeps them in spite of it. Codes, places and instants stay.
   */
  eraseOverdueWords(wish: SweepWish): Promise<OverdueWords>;
  /** Dossiers of the object store, in the order of their keys, of filings under no legal hold and old enough. */
  listDossiers(page: DossierPage): Promise<ListedDossiers>;
  /** Removes dossiers that nobody refers to; audited each. */
  removeDossiers(keys: readonly string[]): Promise<void>;
}

export interface DossierPage {
  /** Written before this instant: a younger one may belong to a pin that is under way. */
  readonly before: Instant;
  /** The last key of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface ListedDossiers {
  readonly keys: readonly string[];
  /** Where to go on; absent on the last page. */
  readonly next?: string;
}

/** Of each service that keeps references to dossiers, on its own task queue. */
export interface DossierKeeper {
  /** Those among the keys that this service refers to. */
  knownDossiers(keys: readonly string[]): Promise<readonly string[]>;
}

export interface DossierSweepWish extends SweepWish {
  /** Days a dossier must be old; seven where nothing is said. */
  readonly graceDays?: number;
  /** Present after continue-as-new. Opaque to who starts it. */
  readonly carried?: { readonly after: string; readonly report: DossierReport };
}

export interface DossierReport extends SweepWish {
  readonly looked: number;
  readonly orphans: number;
  /** The first two hundred of them. */
  readonly keys: readonly string[];
}
