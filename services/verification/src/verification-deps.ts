import type { Clock, Database, DossierStore, Logger, ObjectStore, PersonVault } from '@beian/platform';
import type { Client } from '@temporalio/client';
import type { AuthoritySystem } from './authority/authority-system';
import { AuthorityStore } from './authority/authority.store';
import { HandOverFailureStore } from './authority/hand-over-failures.store';
import { OrderWriter } from './authority/order-writer';
import { Deliverer } from './delivery/deliverer';
import { DeliveryStore } from './delivery/delivery.store';
import type { RulesNow } from './filing-type/check-filing-type';
import { TypeCheckStore } from './filing-type/type-check.store';
import { FilingStore } from './filing/filing.store';
import { NoteStore } from './filing/notes.store';
import type { Courier } from './identity/courier';
import { IdentityStore } from './identity/identity.store';
import { PlaceStore } from './identity/place.store';
import type { Carrier } from './phones/carrier';
import { EntryStore } from './phones/entry.store';
import { PhoneMarks } from './phones/phone-marks';
import { PhoneStore } from './phones/phone.store';
import { DossierReferences } from './retention/dossier-references';
import { KeptWordsStore, type WordsRetention } from './retention/kept-words.store';
import { afterDecision } from './review/after-decision';
import { CallStore } from './review/call.store';
import type { FourEyes } from './review/decide';
import { DecisionStore } from './review/decision.store';
import { ReasonStore } from './review/reason.store';
import { ReviewStore } from './review/review.store';

/** Letters of other services to this one, and the bucket they lie in. */
type Dossiers = Pick<DossierStore, 'get' | 'old' | 'remove' | 'removeOf'>;

/** What this service is built from: the process's own parts, and the ports to the outside. */
export interface VerificationParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly vault: PersonVault;
  readonly temporal: Pick<Client, 'workflow' | 'withAbortSignal'>;
  readonly dossiers: Dossiers;
  readonly objects: Pick<ObjectStore, 'presignedGet'>;
  readonly documentsBucket: string;
  readonly authority: AuthoritySystem;
  readonly courier: Courier;
  readonly carrier: Carrier;
  readonly claimMinutes: number;
  readonly fourEyes: FourEyes;
  readonly callsPerHalfHour: number;
  readonly handOverTries: number;
  readonly smsSignature: string;
  readonly rulesNow: RulesNow;
  readonly wordsRetention: WordsRetention;
  /** Pause of the background delivery between two looks. */
  readonly deliveryPauseMs?: number;
}

/** What the use cases work with: the parts, and our stores over them. Also the injection token. */
export class VerificationDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly vault: PersonVault;
  readonly dossiers: Dossiers;
  readonly authority: AuthoritySystem;
  readonly courier: Courier;
  readonly carrier: Carrier;
  readonly claimMinutes: number;
  readonly fourEyes: FourEyes;
  readonly callsPerHalfHour: number;
  readonly handOverTries: number;
  readonly smsSignature: string;
  readonly rulesNow: RulesNow;
  readonly wordsRetention: WordsRetention;
  readonly filings: FilingStore;
  readonly notes: NoteStore;
  readonly deliveries: DeliveryStore;
  readonly deliverer: Deliverer;
  readonly reviews: ReviewStore;
  readonly decisions = new DecisionStore();
  readonly reasons: ReasonStore;
  readonly calls: CallStore;
  readonly identities: IdentityStore;
  readonly places: PlaceStore;
  readonly orders: AuthorityStore;
  readonly failures: HandOverFailureStore;
  readonly writer: OrderWriter;
  readonly phones: PhoneStore;
  readonly entries: EntryStore;
  readonly checks: TypeCheckStore;
  readonly words: KeptWordsStore;
  readonly references: DossierReferences;

  constructor(parts: VerificationParts) {
    const { database, clock, logger, vault, temporal, dossiers, objects, documentsBucket } = parts;
    this.database = database;
    this.clock = clock;
    this.logger = logger;
    this.vault = vault;
    this.dossiers = dossiers;
    this.authority = parts.authority;
    this.courier = parts.courier;
    this.carrier = parts.carrier;
    this.claimMinutes = parts.claimMinutes;
    this.fourEyes = parts.fourEyes;
    this.callsPerHalfHour = parts.callsPerHalfHour;
    this.handOverTries = parts.handOverTries;
    this.smsSignature = parts.smsSignature;
    this.rulesNow = parts.rulesNow;
    this.wordsRetention = parts.wordsRetention;
    this.filings = new FilingStore(database);
    this.notes = new NoteStore(vault);
    this.reviews = new ReviewStore(database);
    this.reasons = new ReasonStore(database, vault);
    this.calls = new CallStore(database, vault);
    this.identities = new IdentityStore(database, vault);
    this.places = new PlaceStore(database);
    this.orders = new AuthorityStore(database);
    this.failures = new HandOverFailureStore(database);
    this.writer = new OrderWriter({ dossiers, objects, documentsBucket });
    const marks = new PhoneMarks(vault);
    this.phones = new PhoneStore(database, vault, marks);
    this.entries = new EntryStore(marks);
    this.checks = new TypeCheckStore(database, vault);
    this.words = new KeptWordsStore(database, vault);
    this.references = new DossierReferences(database);
    this.deliveries = new DeliveryStore(database);
    const afterwards = afterDecision(this.reviews, this.places);
    this.deliverer = new Deliverer(
      { database, deliveries: this.deliveries, temporal, logger, afterwards },
      parts.deliveryPauseMs,
    );
  }
}
