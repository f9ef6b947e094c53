import { eventTopic } from '@beian/contracts';
import {
  failedDeliveriesSchema,
  inAppNoticeSchema,
  inAppNoticesSchema,
  sentMessagesSchema,
} from '@beian/contracts/schemas';
import {
  connectKafka,
  createLogger,
  developmentEnvironmentFor,
  internalClient,
  newId,
  ObjectStore,
  type Environment,
  type InternalClient,
  type Running,
} from '@beian/platform';
import { freshDatabase, testStack, type FreshDatabase } from '@beian/testing';
import { z } from 'zod';
import { boot, migrate } from './index';
import { aSnapshot, Carrier, MailCatcher } from './notification.spec-helper';

jest.setTimeout(120_000);

describe('the notification service', () => {
  const mail = new MailCatcher();
  const carrier = new Carrier();
  const bucket = `spec-notification-${newId().toLowerCase()}`;
  let database: FreshDatabase;
  let env: Environment;
  let service: Running;
  let gateway: InternalClient;

  beforeAll(async () => {
    const { s3, kafka, temporal } = testStack();
    database = await freshDatabase('notification');
    env = {
      ...developmentEnvironmentFor('notification'),
      NODE_ENV: 'test',
      LOG_LEVEL: 'fatal',
      PORT: '0',
      DATABASE_URL: database.url,
      KAFKA_BROKERS: kafka.brokers.join(','),
      CONSUMER_GROUP: `spec-notification-${newId()}`,
      TEMPORAL_ADDRESS: temporal.address,
      TEMPORAL_NAMESPACE: 'beian-notification',
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
      BUCKET_DOSSIERS: bucket,
      SMTP_URL: await mail.listen(),
      CARRIER_URL: await carrier.listen(),
      DELIVERY_POLL_MS: '50',
    };
    const store = new ObjectStore({
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
    });
    await store.ensureBucket(bucket);
    store.close();
    await migrate(env);
    service = await boot(env);
    gateway = internalClient(service.url ?? '', env['INTERNAL_TOKEN'] ?? '');
  });
  afterAll(async () => {
    await service.close();
    await Promise.all([mail.close(), carrier.close(), database.drop()]);
  });

  /** Publishes as `verification` does, twice, for Kafka may do so too. */
  const publish = async (data: { snapshot: ReturnType<typeof aSnapshot> }) => {
    const producer = connectKafka(
      { KAFKA_BROKERS: testStack().kafka.brokers },
      'spec',
      createLogger('spec', 'silent'),
    ).producer();
    await producer.connect();
    const { filingId, version, at } = data.snapshot;
    const value = JSON.stringify({
      id: newId(),
      type: 'filing-moved',
      schemaVersion: 1,
      filingId,
      sequence: version,
      at,
      data,
    });
    await producer.send({
      topic: eventTopic('verification'),
      messages: [
        { key: filingId, value },
        { key: filingId, value },
      ],
    });
    await producer.disconnect();
  };
  const until = async <T>(look: () => Promise<T | undefined>): Promise<T> => {
    for (;;) {
      const seen = await look();
      if (seen !== undefined) return seen;
      await new Promise((next) => setImmediate(next));
    }
  };

  it('is ready, with database, store, consumer and worker', async () => {
    const body = await until(async () => {
      const response = await fetch(new URL('/health/ready', service.url));
      const answer: unknown = await response.json();
      return response.status === 200 ? answer : undefined;
    });
    expect(body).toMatchObject({ parts: { database: 'up', 'object store': 'up', 'worker notification': 'up' } });
  });

  it('hears a move of a filing and tells the account once by mail, SMS and in-app; the log shows it masked (12, D27)', async () => {
    const snapshot = aSnapshot({
      stage: 'granted',
      version: 30,
      numbers: { subject: '津ICP备18000001号', sites: [{ siteId: newId(), number: '津ICP备18000001号-1' }] },
    });
    const { owner, filingId } = snapshot;
    await gateway.put(`/internal/accounts/${owner}`, z.unknown(), {
      email: 'owner@example.com',
      mobile: '13812345678',
      language: 'en',
    });
    await publish({ snapshot });
    const log = await until(async () => {
      const { items } = await gateway.get(
        `/internal/filings/${filingId}/messages?accountId=${owner}`,
        sentMessagesSchema,
      );
      return items.length === 3 && items.every(({ state }) => state === 'accepted' || state === 'delivered')
        ? items
        : undefined;
    });
    expect(log.map(({ channel, recipient, notice }) => [channel, recipient, notice]).sort()).toEqual([
      ['in-app', '', 'granted'],
      ['mail', 'o***@example.com', 'granted'],
      ['sms', '138****5678', 'granted'],
    ]);
    expect(mail.mails.filter(({ to }) => to === 'owner@example.com')).toHaveLength(1);
    expect(carrier.messages.filter(({ to }) => to === '13812345678')).toHaveLength(1);
    expect(mail.mails.find(({ to }) => to === 'owner@example.com')?.text).toContain('津ICP备18000001号-1');
    const notices = await gateway.get(`/internal/accounts/${owner}/notices`, inAppNoticesSchema);
    expect(notices.items).toMatchObject([
      { filingId, notice: 'granted', en: { title: expect.stringContaining('granted') as string } },
    ]);
    const other = gateway.get(`/internal/filings/${filingId}/messages?accountId=${newId()}`, sentMessagesSchema);
    await expect(other).rejects.toMatchObject({ code: 'not-found' });
    const sms = log.find(({ channel }) => channel === 'sms');
    const receipt = {
      messageId: newId(),
      reference: `notice.${sms?.id}`,
      state: 'delivered',
      at: '2018-06-01T00:00:00.000Z',
    };
    await gateway.post('/internal/callbacks/carrier', z.unknown(), receipt);
    const after = await gateway.get(`/internal/filings/${filingId}/messages`, sentMessagesSchema);
    expect(after.items.find(({ channel }) => channel === 'sms')?.state).toBe('delivered');
  });

  it('shows what could not be sent, and sends it again (41)', async () => {
    const snapshot = aSnapshot({ stage: 'withdrawn', version: 31 });
    await gateway.put(`/internal/accounts/${snapshot.owner}`, z.unknown(), {
      email: 'full@example.com',
      language: 'zh',
    });
    mail.answer = 552;
    await publish({ snapshot });
    const failed = await until(async () => {
      const { items } = await gateway.get('/internal/failed-deliveries', failedDeliveriesSchema);
      return items.find(({ filingId }) => filingId === snapshot.filingId);
    });
    expect(failed).toMatchObject({
      channel: 'mail',
      recipient: 'f***@example.com',
      cause: 'smtp-552',
      state: 'parked',
    });
    mail.answer = undefined;
    await gateway.post(`/internal/failed-deliveries/${failed.id}/resend`, z.unknown(), { actor: newId() });
    await until(async () => mail.mails.find(({ to }) => to === 'full@example.com'));
  });

  it('pages through in-app notices', async () => {
    const owner = newId();
    for (const version of [2, 3, 4]) await publish({ snapshot: aSnapshot({ owner, version, stage: 'lapsed' }) });
    const all = await until(async () => {
      const { items } = await gateway.get(`/internal/accounts/${owner}/notices`, inAppNoticesSchema);
      return items.length === 3 ? items : undefined;
    });
    const first = await gateway.get(`/internal/accounts/${owner}/notices?limit=2`, inAppNoticesSchema);
    const second = await gateway.get(
      `/internal/accounts/${owner}/notices?limit=2&cursor=${first.next}`,
      inAppNoticesSchema,
    );
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.next).toBeUndefined();
  });

  it('counts what is not read, lists it alone, and lets nobody but its account read it (12)', async () => {
    const owner = newId();
    for (const version of [2, 3]) await publish({ snapshot: aSnapshot({ owner, version, stage: 'lapsed' }) });
    const of = (query = '') => gateway.get(`/internal/accounts/${owner}/notices${query}`, inAppNoticesSchema);
    const { items, unread } = await until(async () => {
      const seen = await of();
      return seen.items.length === 2 ? seen : undefined;
    });
    expect(unread).toBe(2);
    const read = (account: string) =>
      gateway.post(`/internal/accounts/${account}/notices/${items[0]?.id}/read`, inAppNoticeSchema, {});
    await expect(read(newId())).rejects.toMatchObject({ code: 'not-found' });
    const { readAt } = await read(owner);
    expect(readAt).toBeDefined();
    expect(await read(owner)).toEqual({ ...items[0], readAt });
    expect(await of('?unread=true')).toEqual({ items: [items[1]], unread: 1 });
    expect(await of('?unread=false')).toEqual({ items: [{ ...items[0], readAt }], unread: 1 });
  });

  it.each([
    ['PUT', `accounts/${newId()}`],
    ['GET', `accounts/${newId()}/notices?limit=0`],
    ['POST', `accounts/${newId()}/notices/x/read`],
    ['GET', `filings/${newId()}/messages?accountId=x`],
    ['GET', 'failed-deliveries?cursor=x'],
    ['POST', `failed-deliveries/${newId()}/resend`],
    ['POST', 'callbacks/carrier'],
  ])('lets nobody in without the internal token, and no rubbish with it: %s %s', async (method, path) => {
    const url = new URL(`/internal/${path}`, service.url);
    const stranger = await fetch(url, { method });
    await stranger.arrayBuffer();
    expect(stranger.status).toBe(401);
    const headers = { authorization: `Bearer ${env['INTERNAL_TOKEN']}`, 'content-type': 'application/json' };
    const body = method === 'GET' ? undefined : JSON.stringify({ rubbish: 1 });
    const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body }) });
    expect(await response.json()).toMatchObject({ code: 'invalid-request' });
  });

  it('does not start in production with addresses of development (S17)', async () => {
    await expect(async () => boot({ ...env, NODE_ENV: 'production' })).rejects.toThrow(/MAIL_FROM[\s\S]*STAFF_EMAIL/);
  });
});
