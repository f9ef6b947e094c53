import type { RulePackId } from '@beian/contracts';
import type { Clock, Database, DossierStore, Logger, PersonVault } from '@beian/platform';
import type { BlockList } from 'node:net';
import type { HomePages } from './checks/home-page';
import type { NameServer } from './checks/name-server';
import { SiteCheckStore } from './checks/site-check.store';
import type { CloudAccount } from './cloud-account';
import type { DomainRegistry } from './domain-registry';
import { DomainStore } from './domain.store';
import { PinStore } from './pin.store';
import { ServiceCodeStore } from './service-code.store';
import { WebsiteStore } from './website.store';

/** What the module found around it. */
export interface WebsiteSurroundings {
  readonly database: Database;
  readonly vault: PersonVault;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
  readonly registry: DomainRegistry;
  readonly cloud: CloudAccount;
  readonly names: NameServer;
  readonly pages: HomePages;
  /** Networks of the provider, beside the address of the site's own instance (rules.md 9.6). */
  readonly providerNetworks: BlockList;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
  /** Key of the marks in fact sheets (decisions 33). */
  readonly hmacKey: Buffer;
  /** Pack of new filings, and its day. */
  readonly pack: RulePackId;
  readonly asOf?: string | undefined;
}

/** Everything the use cases of this service use; each takes what it names. Also the injection token. */
export class WebsiteDeps {
  readonly database: Database;
  readonly vault: PersonVault;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
  readonly registry: DomainRegistry;
  readonly cloud: CloudAccount;
  readonly names: NameServer;
  readonly pages: HomePages;
  readonly providerNetworks: BlockList;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
  readonly hmacKey: Buffer;
  readonly pack: RulePackId;
  readonly asOf: string | undefined;
  readonly websites: WebsiteStore;
  readonly pins: PinStore;
  readonly domains = new DomainStore();
  readonly checks = new SiteCheckStore();
  readonly codes = new ServiceCodeStore();

  constructor(around: WebsiteSurroundings) {
    this.database = around.database;
    this.vault = around.vault;
    this.dossiers = around.dossiers;
    this.registry = around.registry;
    this.cloud = around.cloud;
    this.names = around.names;
    this.pages = around.pages;
    this.providerNetworks = around.providerNetworks;
    this.clock = around.clock;
    this.logger = around.logger;
    this.hmacKey = around.hmacKey;
    this.pack = around.pack;
    this.asOf = around.asOf;
    this.websites = new WebsiteStore(around.vault);
    this.pins = new PinStore(around.vault);
  }
}
