import type { Clock, Database, DossierStore, Logger, PersonVault } from '@beian/platform';
import { ContactStore } from './contacts.store';
import { DeliveryStore } from './deliveries.store';
import type { MessageChannel } from './message-channel';
import type { MessageSenderDeps } from './message-sender';
import type { StaffRole } from './notices';
import { NoticeStore } from './notices.store';
import { ResendRunStore } from './resend-runs.store';

export interface NotificationParts {
  readonly database: Database;
  readonly vault: PersonVault;
  readonly dossiers: Pick<DossierStore, 'get'>;
  readonly channels: Readonly<Record<'mail' | 'sms', MessageChannel>>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly staffEmails: Readonly<Record<StaffRole, string>>;
  readonly pollMs: number;
  readonly mostTries: number;
}

/** What the use cases of this service work with. Also the injection token. */
export class NotificationDeps implements MessageSenderDeps {
  readonly database: Database;
  readonly dossiers: Pick<DossierStore, 'get'>;
  readonly channels: Readonly<Record<'mail' | 'sms', MessageChannel>>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly staffEmails: Readonly<Record<StaffRole, string>>;
  readonly pollMs: number;
  readonly mostTries: number;
  readonly notices: NoticeStore;
  readonly contacts: ContactStore;
  readonly deliveries: DeliveryStore;
  readonly runs: ResendRunStore;

  constructor(parts: NotificationParts) {
    this.database = parts.database;
    this.dossiers = parts.dossiers;
    this.channels = parts.channels;
    this.clock = parts.clock;
    this.logger = parts.logger;
    this.staffEmails = parts.staffEmails;
    this.pollMs = parts.pollMs;
    this.mostTries = parts.mostTries;
    this.notices = new NoticeStore(parts.database);
    this.contacts = new ContactStore(parts.database, parts.vault);
    this.runs = new ResendRunStore(parts.database, parts.mostTries);
    this.deliveries = new DeliveryStore(parts.database, parts.vault);
  }
}
