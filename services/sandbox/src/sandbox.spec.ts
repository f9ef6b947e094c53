import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyCallback } from '@beian/platform';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { createTransport } from 'nodemailer';
import { boot, type RunningSandbox } from './index';

const secrets = { authority: 'authority-secret', carrier: 'carrier-secret', courier: 'courier-secret' };

interface Arrived {
  readonly path: string;
  readonly body: Record<string, unknown>;
  readonly signed: boolean;
}

/** Stands where the gateway stands: takes callbacks, checks their signature, and can be away. */
class Receiver {
  readonly arrived: Arrived[] = [];
  status = 202;
  private server: Server | undefined;
  private waiters: (() => void)[] = [];

  async listen(): Promise<string> {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks);
        const party = (request.url ?? '').split('/').at(-1) as keyof typeof secrets;
        const header = (name: string) => String(request.headers[`x-beian-${name}`]);
        const signed = verifyCallback({
          secret: secrets[party],
          body,
          timestamp: header('timestamp'),
          nonce: header('nonce'),
          signature: header('signature'),
          now: new Date(),
        });
        this.arrived.push({
          path: request.url ?? '',
          body: JSON.parse(body.toString()) as Record<string, unknown>,
          signed,
        });
        response.statusCode = this.status;
        response.end();
        for (const wake of this.waiters.splice(0)) wake();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    this.server = server;
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async until(count: number): Promise<readonly Arrived[]> {
    while (this.arrived.length < count) await new Promise<void>((resolve) => this.waiters.push(resolve));
    return this.arrived;
  }

  close(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

const anOrder = (key: string, at = '2018-06-01T01:00:00.000Z') => ({
  key,
  filingId: key.split('.')[0] ?? key,
  submission: 1,
  province: '12',
  filingType: 'FIRST',
  at,
  subject: { name: '天津试验有限公司' },
  sites: [{ siteId: '01J00000000000000000000001' }],
  documents: [],
});

describe('the outside world', () => {
  let receiver: Receiver;
  let sandbox: RunningSandbox;
  let folder: string;
  let env: Record<string, string>;

  beforeEach(async () => {
    receiver = new Receiver();
    folder = mkdtempSync(join(tmpdir(), 'beian-sandbox-'));
    env = {
      PORT: '0',
      SMTP_PORT: '0',
      DNS_PORT: '0',
      LOG_LEVEL: 'error',
      SANDBOX_DATA: folder,
      OIDC_ISSUER: 'http://127.0.0.1:1/oidc',
      CALLBACK_SECRETS: JSON.stringify(secrets),
      GATEWAY_URL: await receiver.listen(),
    };
    sandbox = await boot(env);
  });
  afterEach(async () => {
    await sandbox.close();
    receiver.close();
    rmSync(folder, { recursive: true });
  });

  const call = async (method: string, path: string, { body, key }: { body?: unknown; key?: string } = {}) => {
    const answer = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(key === undefined ? {} : { 'idempotency-key': key }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? undefined : JSON.parse(text)) as never };
  };
  const submit = (key: string, at?: string) => call('POST', '/authority/orders', { key, body: anOrder(key, at) });
  const script = (body: unknown) => call('POST', '/control/scripts', { body });
  const received = (match: string) => call('GET', `/control/effects/${match}`);

  it('takes an order once per key and says the same again', async () => {
    const first = await submit('F1.hand-over.1');
    const second = await submit('F1.hand-over.1');
    expect(first.body).toMatchObject({ answer: 'accepted' });
    expect(second.body).toEqual(first.body);
    expect((await received('F1')).body).toEqual({ 'authority order': { effects: 1, repeats: 1 } });
  });

  it('takes an order and loses the answer when told to; the repeated call hears it', async () => {
    await script({ party: 'authority', behaviour: 'lost', match: 'F9', times: 1 });
    await expect(submit('F9.hand-over.1')).rejects.toThrow('fetch failed');
    expect((await submit('F9.hand-over.1')).body).toMatchObject({ answer: 'accepted' });
    const orders = (await call('GET', '/control/received?party=authority&match=F9')).body as { repeated: boolean }[];
    expect(orders.map(({ repeated }) => repeated)).toEqual([false, true]);
  });

  it('is closed in business time: the order of a later day is taken', async () => {
    await script({ party: 'authority', behaviour: 'closed', until: '2018-06-04T01:00:00.000Z' });
    expect((await submit('F2.hand-over.1', '2018-06-01T01:00:00.000Z')).body).toMatchObject({ answer: 'later' });
    expect((await submit('F2.hand-over.1', '2018-06-04T01:00:00.000Z')).body).toMatchObject({ answer: 'accepted' });
  });

  it('tells the provider its decision, signed, until it is taken, with a number of the right form', async () => {
    receiver.status = 503;
    await script({ party: 'authority', behaviour: 'grant', match: 'F3' });
    await submit('F3.hand-over.1');
    await receiver.until(1);
    receiver.status = 202;
    const [refused, taken] = await receiver.until(2);
    expect(taken).toEqual(refused);
    expect(taken).toMatchObject({ path: '/v1/callbacks/authority', signed: true, body: { outcome: 'granted' } });
    expect(taken?.body['subjectNumber']).toMatch(/^津ICP备99\d{6}号$/);
    expect(taken?.body['siteNumbers']).toEqual([
      { siteId: '01J00000000000000000000001', number: expect.stringMatching(/号-1$/) },
    ]);
  });

  it('answers twice when told to: the same fact under two message ids', async () => {
    await script({ party: 'authority', behaviour: 'twice', match: 'F4' });
    await script({
      party: 'authority',
      behaviour: 'reject',
      match: 'F4',
      reasons: [{ code: 'PHOTO', pointer: '/documents/photo', text: '照片不清' }],
    });
    await submit('F4.hand-over.1');
    const [first, second] = await receiver.until(2);
    expect(first?.body['messageId']).not.toBe(second?.body['messageId']);
    expect(first?.body['reasons']).toEqual(second?.body['reasons']);
  });

  it('knows what another provider has filed, under one number of the subject (rules.md 9.3, 15.1)', async () => {
    const [own, other] = ['91120104MA0000015X', '91120104MA0000022W'];
    const file = (certificate: string, domain: string) =>
      call('POST', `/control/national-register/${certificate}/sites`, { body: { province: '12', domain } });
    const known = async (certificateNumber: string, domain: string) => {
      const body = { certificateType: 'business-licence', certificateNumber, domain };
      return (await call('POST', '/authority/national-register/queries', { key: domain, body })).body;
    };
    expect(await known(own, 'shiyan-1.cn')).toEqual({ domainFiled: 'no', subjectFiled: false, sitesLeft: 0 });

    const first = (await file(own, 'shiyan-1.cn')).body as { subjectNumber: string };
    expect(first).toEqual({
      subjectNumber: expect.stringMatching(/^津ICP备99\d{6}号$/),
      siteNumber: `${first.subjectNumber}-1`,
    });
    const { subjectNumber } = first;
    expect((await file(own, 'shiyan-2.cn')).body).toEqual({ subjectNumber, siteNumber: `${subjectNumber}-2` });

    expect(await known(own, 'shiyan-2.cn')).toEqual({ domainFiled: 'same-subject', subjectFiled: true, sitesLeft: 2 });
    expect(await known(own, 'shiyan-3.cn')).toEqual({ domainFiled: 'no', subjectFiled: true, sitesLeft: 2 });
    expect(await known(other, 'shiyan-1.cn')).toEqual({
      domainFiled: 'other-subject',
      subjectFiled: false,
      sitesLeft: 0,
    });
    expect((await call('POST', `/control/national-register/${own}/sites`, { body: { domain: 'a.cn' } })).status).toBe(
      400,
    );
  });

  it('decides an order only once, when the director says so', async () => {
    const { transactionId } = (await submit('F5.hand-over.1')).body as { transactionId: string };
    const decide = () =>
      call('POST', `/control/authority/orders/${transactionId}/decision`, { body: { outcome: 'granted' } });
    expect((await decide()).status).toBe(202);
    expect((await decide()).status).toBe(409);
  });

  it('delivers a text message with its receipt, or fails it, or says nothing', async () => {
    const text = { to: '+8613800000000', signature: '备案', text: '123456', reference: 'code.F6' };
    await call('POST', '/carrier/messages', { key: 'a', body: text });
    expect((await receiver.until(1))[0]).toMatchObject({
      signed: true,
      body: { reference: 'code.F6', state: 'delivered' },
    });
    await script({ party: 'carrier', behaviour: 'wrong', times: 1 });
    await call('POST', '/carrier/messages', { key: 'b', body: text });
    expect((await receiver.until(2))[1]).toMatchObject({ body: { state: 'failed' } });
    await script({ party: 'carrier', behaviour: 'closed' });
    expect((await call('POST', '/carrier/messages', { key: 'c', body: text })).status).toBe(503);
  });

  it('takes a text message and a parcel, and loses the answer: the same key hears it', async () => {
    const text = { to: '+8613800000000', signature: '备案', text: '123456', reference: 'code.F8' };
    const to = { recipient: '林试', mobile: '13800000000', province: '12', address: '试验路 1 号' };
    const parcel = { reference: 'F8.backdrop.1', to, content: 'backdrop' };
    for (const [party, path, body] of [
      ['carrier', '/carrier/messages', text],
      ['courier', '/courier/shipments', parcel],
    ] as const) {
      await script({ party, behaviour: 'lost', times: 1 });
      const key = `lost-${party}`;
      await expect(call('POST', path, { key, body })).rejects.toThrow();
      expect((await call('POST', path, { key, body })).status).toBe(200);
      const { body: received } = await call('GET', `/control/received?party=${party}&match=${key}`);
      expect((received as { repeated: boolean }[]).map(({ repeated }) => repeated)).toEqual([false, true]);
    }
  });

  it('ships a parcel, tells its way, and cannot call it back once it has left', async () => {
    const to = { recipient: '林试', mobile: '13800000000', province: '12', address: '试验路 1 号' };
    const { shipmentId } = (
      await call('POST', '/courier/shipments', {
        key: 'p',
        body: { reference: 'F7.backdrop.1', to, content: 'backdrop' },
      })
    ).body as { shipmentId: string };
    await call('POST', `/control/shipments/${shipmentId}/moves`, { body: { state: 'shipped' } });
    expect((await receiver.until(1))[0]).toMatchObject({ body: { reference: 'F7.backdrop.1', state: 'shipped' } });
    expect((await call('DELETE', `/courier/shipments/${shipmentId}`)).status).toBe(409);
  });

  it('keeps the mail that arrives over SMTP', async () => {
    const mailer = createTransport({ host: '127.0.0.1', port: sandbox.smtpPort, ignoreTLS: true });
    await mailer.sendMail({
      from: 'a@b.example',
      to: 'lin@people.example',
      subject: 'number',
      text: 'granted',
      messageId: '<m1@x>',
    });
    mailer.close();
    const { body } = await call('GET', '/control/received?party=mail');
    expect(body).toMatchObject([{ key: '<m1@x>', data: { subject: 'number' } }]);
  });

  it('still knows what it promised after a restart', async () => {
    const first = await submit('F8.hand-over.1');
    await sandbox.close();
    sandbox = await boot(env);
    expect((await submit('F8.hand-over.1')).body).toEqual(first.body);
  });

  it('gives a persona a real access token that its key set confirms', async () => {
    const form = new URLSearchParams({
      grant_type: 'urn:beian:sandbox:persona',
      client_id: 'beian-scripts',
      persona: 'reviewer-wang',
    });
    const token = (await (await fetch(`${sandbox.url}/oidc/token`, { method: 'POST', body: form })).json()) as {
      access_token: string;
    };
    const keys = (await (await fetch(`${sandbox.url}/oidc/jwks`)).json()) as Parameters<typeof createLocalJWKSet>[0];
    const { payload } = await jwtVerify(token.access_token, createLocalJWKSet(keys), {
      typ: 'at+jwt',
      audience: 'https://api.beian.example',
    });
    expect(payload).toMatchObject({ sub: 'reviewer-wang', roles: ['reviewer'] });
  });

  it.each(['-1', '0', 'soon', '1.5', '86401'])('refuses a token that should live %s seconds', async (seconds) => {
    const form = new URLSearchParams({
      grant_type: 'urn:beian:sandbox:persona',
      client_id: 'beian-scripts',
      persona: 'reviewer-wang',
      expires_in: seconds,
    });
    const answer = await fetch(`${sandbox.url}/oidc/token`, { method: 'POST', body: form });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: 'invalid_request' });
  });

  it('refuses to play the outside world in production', async () => {
    await expect(boot({ ...env, NODE_ENV: 'production' })).rejects.toThrow('never runs with NODE_ENV=production');
  });
});
