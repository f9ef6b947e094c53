import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DomainRecord, InstanceRecord, SiteDraft, SubjectFacts, SubmissionStep, UndoStep } from '@beian/contracts';
import { Clock, type Database, type DossierStore, filingMark, newId, PersonVault } from '@beian/platform';
import { canonicalHolder } from '@beian/rules';
import { HttpHomePages } from './checks/home-page.http';
import { DnsNameServer } from './checks/name-server.dns';
import { networks } from './checks/public-address';
import { HttpCloudAccount } from './cloud-account.http';
import { HttpDomainRegistry } from './domain-registry.http';
import type { Opening } from './open-website';
import type { PinStep } from './pin-website';
import { WebsiteDeps } from './website-deps';

/** A clock that stands where the spec puts it. */
export class StandingClock extends Clock {
  instant = new Date('2018-06-15T02:00:00.000Z');

  override now(): Date {
    return this.instant;
  }
}

/** Registry and cloud on a free port of this machine, answering what the spec tells them. */
export class OutsideParties {
  readonly domains = new Map<string, DomainRecord>();
  readonly instances = new Map<string, InstanceRecord>();
  /** Path of every question, in order. */
  readonly asked: string[] = [];
  /** Parties that answer 503. */
  readonly closed = new Set<'registry' | 'cloud'>();
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      const [, party = '', , name = ''] = (request.url ?? '').split('/').map(decodeURIComponent);
      this.asked.push(request.url ?? '');
      const answer = party === 'registry' ? this.domains.get(name) : this.instances.get(name);
      const status = this.closed.has(party as 'registry') ? 503 : answer === undefined ? 404 : 200;
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
    });
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

export interface Surroundings {
  readonly database: Database;
  readonly dossiers: Pick<DossierStore, 'put' | 'remove'>;
  /** Where registry and cloud listen. */
  readonly outside: string;
  /** Where names and home pages are asked; without them, nowhere on this machine. */
  readonly sites?: { readonly dns: string; readonly pages: string };
}

/** The service's use cases over a spec's database, with keys of its own and the real adapters. */
export function websiteDeps({
  database,
  dossiers,
  outside,
  sites = { dns: '127.0.0.1:9', pages: 'http://127.0.0.1:9' },
}: Surroundings): WebsiteDeps & { readonly clock: StandingClock } {
  const clock = new StandingClock();
  const names = new DnsNameServer(sites.dns);
  const deps = new WebsiteDeps({
    names,
    pages: new HttpHomePages({ names, pagesAt: sites.pages }),
    providerNetworks: networks(['198.51.100.0/24']),
    database,
    dossiers,
    clock,
    registry: new HttpDomainRegistry(outside),
    cloud: new HttpCloudAccount(outside),
    logger: { warn: () => undefined },
    vault: new PersonVault([randomBytes(32)], randomBytes(32)),
    hmacKey: randomBytes(32),
    pack: '2018-06',
    asOf: '2018-06-15',
  });
  return Object.assign(deps, { clock });
}

/** The holder of every domain of these specs, and of the filings that fit. */
export const holder = {
  name: '杭州金丝雀科技有限公司',
  certificateType: 'business-licence',
  certificateNumber: '91330106MA0000015K',
} as const;

export const aDomainRecord = (domain: string, more: Partial<DomainRecord> = {}): DomainRecord => ({
  domain,
  registrar: { name: '阿里云计算有限公司', approved: true },
  registeredAt: '2015-01-01T00:00:00.000Z',
  expiresAt: '2020-01-01T00:00:00.000Z',
  realName: { state: 'verified', verifiedAt: '2018-03-01T00:00:00.000Z' },
  registrant: { ...holder },
  privacy: false,
  ...more,
});

export const anInstance = (instanceId: string, more: Partial<InstanceRecord> = {}): InstanceRecord => ({
  instanceId,
  accountId: 'nobody',
  type: 'ecs',
  region: 'cn-hangzhou',
  mainland: true,
  billing: 'subscription',
  boughtMonths: 12,
  expiresAt: '2019-06-01T00:00:00.000Z',
  publicIp: '203.0.113.7',
  state: 'running',
  ...more,
});

export const anOpening = (domain: string, more: Partial<Opening> = {}): Opening => ({
  accountId: newId(),
  domain,
  province: '33',
  nature: 'enterprise',
  filingType: 'FIRST',
  pack: '2018-06',
  asOf: '2018-06-15',
  ...more,
});

/** A site with everything in it; its free words are canaries. */
export const aSite = (domain: string, more: Partial<SiteDraft> = {}): SiteDraft => ({
  name: '金丝雀官方展示',
  domains: [domain],
  homePage: `http://www.${domain}`,
  serviceContents: [128],
  languages: [1],
  preapprovals: [],
  administrator: 'subject-administrator',
  remark: '金丝雀备注',
  ...more,
});

export const canaries = ['金丝雀', '91330106MA0000015K', '备注'] as const;

/** The fact sheet of a subject that holds the domains; marks are under the key of the filing. */
export const subjectFacts = (
  hmacKey: Buffer,
  filingId: string,
  of: { name: string; certificateType: string; certificateNumber: string } = holder,
): SubjectFacts => ({
  revision: 1,
  sha256: 'mark-of-the-subject',
  province: '33',
  nature: 'enterprise',
  filingType: 'FIRST',
  certificateType: of.certificateType,
  holderMark: filingMark(hmacKey, filingId, canonicalHolder(of)),
  personHolderMarks: [
    {
      key: 'subject-administrator',
      mark: filingMark(
        hmacKey,
        filingId,
        canonicalHolder({ name: '林金丝', certificateType: 'resident-id', certificateNumber: '310115200012310014' }),
      ),
    },
  ],
  administrators: [
    {
      key: 'subject-administrator',
      phoneMark: 'p',
      certificateMark: 'c',
      legalRepresentative: true,
      fromProvince: true,
    },
  ],
  lastChange: '2018-06-15T02:00:00.000Z',
});

export const aSubmission = (hmacKey: Buffer, filingId: string, more: Partial<SubmissionStep> = {}): PinStep => ({
  filingId,
  submission: 1,
  at: '2018-06-15T02:00:00.000Z',
  pack: '2018-06',
  asOf: '2018-06-15',
  subject: subjectFacts(hmacKey, filingId),
  ...more,
});

export const anUndo = (filingId: string, more: Partial<UndoStep> = {}): UndoStep => ({
  filingId,
  submission: 1,
  at: '2018-06-15T03:00:00.000Z',
  ...more,
});
