import { randomBytes } from 'node:crypto';
import type { FilingSnapshot, Role } from '@beian/contracts';
import { developmentEnvironment, newId, type Database, type Running } from '@beian/platform';
import { emptyDatabase, startIdentityProvider, testStack, type FakeIdentityProvider } from '@beian/testing';
import { boot } from './boot';
import { FakeService } from './fake-service.spec-helper';
import { FilingStore } from './filings/filings.store';
import { migrations } from './gateway.migrations';

export interface Services {
  readonly subject: FakeService;
  readonly website: FakeService;
  readonly documents: FakeService;
  readonly verification: FakeService;
  readonly notification: FakeService;
}

export interface Somebody {
  readonly accountId: string;
  readonly roles: readonly Role[];
  readonly token: string;
}

export interface Call {
  readonly as?: Somebody | { readonly token: string };
  readonly body?: unknown;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

/** A gateway on real servers, with fake services behind it and a fake identity provider beside it. */
export interface Stand {
  readonly url: string;
  readonly database: Database;
  readonly filings: FilingStore;
  readonly services: Services;
  readonly provider: FakeIdentityProvider;
  /** Somebody of these roles who has been here before. */
  somebody(...roles: readonly Role[]): Promise<Somebody>;
  call(route: string, call?: Call): Promise<Answer>;
  /** A filing of this owner in the projection. */
  filingOf(owner: Somebody, change?: Partial<FilingSnapshot>): Promise<FilingSnapshot>;
  close(): Promise<void>;
}

export async function startGateway(env: Readonly<Record<string, string>> = {}): Promise<Stand> {
  const { temporal, kafka } = testStack();
  const [own, provider, ...fakes] = await Promise.all([
    emptyDatabase('gateway', migrations),
    startIdentityProvider(),
    ...Array.from({ length: 5 }, () => FakeService.start()),
  ]);
  const [subject, website, documents, verification, notification] = fakes as [
    FakeService,
    FakeService,
    FakeService,
    FakeService,
    FakeService,
  ];
  notification.on('PUT /internal/accounts/:id', () => ({}));
  const unique = randomBytes(5).toString('hex');
  const running = await boot({
    ...developmentEnvironment,
    PORT: '0',
    LOG_LEVEL: 'fatal',
    DATABASE_URL: own.url,
    KAFKA_BROKERS: kafka.brokers.join(','),
    VERIFICATION_TOPIC: `spec.verification.${unique}`,
    CONSUMER_GROUP: `spec-gateway-${unique}`,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: 'beian-gateway',
    OIDC_ISSUER: provider.issuer,
    OIDC_AUDIENCE: provider.audience,
    SUBJECT_URL: subject.url,
    WEBSITE_URL: website.url,
    DOCUMENTS_URL: documents.url,
    VERIFICATION_URL: verification.url,
    NOTIFICATION_URL: notification.url,
    REQUESTS_PER_MINUTE_ACCOUNT: '1000000',
    REQUESTS_PER_MINUTE_ADDRESS: '1000000',
    ...env,
  });
  const filings = new FilingStore(own.database);
  const services = { subject, website, documents, verification, notification };
  return new RunningStand({ running, database: own.database, filings, services, provider, end: () => own.drop() });
}

interface StandParts {
  readonly running: Running;
  readonly database: Database;
  readonly filings: FilingStore;
  readonly services: Services;
  readonly provider: FakeIdentityProvider;
  readonly end: () => Promise<void>;
}

class RunningStand implements Stand {
  readonly url: string;
  readonly database: Database;
  readonly filings: FilingStore;
  readonly services: Services;
  readonly provider: FakeIdentityProvider;

  constructor(private readonly parts: StandParts) {
    ({ database: this.database, filings: this.filings, services: this.services, provider: this.provider } = parts);
    this.url = parts.running.url ?? '';
  }

  async somebody(...roles: readonly Role[]): Promise<Somebody> {
    const token = await this.provider.tokenOf({ sub: `${roles.join('-')}-${newId()}`, roles });
    const { body } = await this.call('GET /v1/account', { as: { token } });
    return { accountId: (body as { accountId: string }).accountId, roles, token };
  }

  async call(route: string, { as, body, key, headers = {} }: Call = {}): Promise<Answer> {
    const [method = '', path = ''] = route.split(' ');
    const response = await fetch(`${this.url}${path}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${as.token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: /json/.test(response.headers.get('content-type') ?? '') ? (JSON.parse(text) as unknown) : text || undefined,
    };
  }

  async filingOf(owner: Somebody, change: Partial<FilingSnapshot> = {}): Promise<FilingSnapshot> {
    const snapshot = snapshotOf(owner.accountId, change);
    await this.filings.take(snapshot);
    return snapshot;
  }

  async close(): Promise<void> {
    await this.parts.running.close();
    await Promise.all(Object.values(this.services).map((service: FakeService) => service.close()));
    await this.provider.close();
    await this.parts.end();
  }
}

/** A draft of an enterprise in Tianjin, changed as given. */
export function snapshotOf(owner: string, change: Partial<FilingSnapshot> = {}): FilingSnapshot {
  return {
    filingId: newId(),
    owner,
    version: 1,
    stage: 'draft',
    since: '2018-06-01T01:00:00.000Z',
    at: '2018-06-01T01:00:00.000Z',
    waitingOn: 'applicant',
    submission: 0,
    flags: { overdue: false, provisional: false, onHold: false, parked: false, rePlanned: false, cancelRefused: false },
    province: '12',
    filingType: 'FIRST',
    nature: 'enterprise',
    pack: '2018-06',
    asOf: '2018-06-01',
    reasons: [],
    ledger: [],
    ...change,
  };
}
