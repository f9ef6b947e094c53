import { Resolver } from 'node:dns/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { boot, type RunningSandbox } from './index';

const domain = 'shiyan-filed.cn';
const server = '203.0.113.7';

let sandbox: RunningSandbox;
let names: Resolver;

const call = async (path: string, { body, key = path }: { readonly body: unknown; readonly key?: string }) => {
  const headers = { 'content-type': 'application/json', 'idempotency-key': key };
  const answer = await fetch(`${sandbox.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  return (text === '' ? undefined : JSON.parse(text)) as never;
};
const script = (party: 'dns' | 'web', behaviour: string) =>
  call('/control/scripts', { body: { party, behaviour, match: domain } });

/** An order about one site; the administration grants it at once. */
async function grant(filingType: string): Promise<void> {
  const key = `${filingType}.hand-over.1`;
  const site = { siteId: 's1', domains: [domain], hosting: { instanceId: 'i-1', region: 'cn', publicIp: server } };
  const at = '2026-06-01T01:00:00.000Z';
  const body = { key, filingId: filingType, submission: 1, province: '12', filingType, at, documents: [] };
  const subject = { certificateNumber: '91120104MA0000000X' };
  const order = { ...body, subject, sites: [site] };
  const { transactionId } = await call('/authority/orders', { body: order, key });
  await call(`/control/authority/orders/${String(transactionId)}/decision`, { body: { outcome: 'granted' } });
}

/** A page as a browser asks for it: at the sandbox's address, under the site's own name. */
const page = (host = domain) =>
  new Promise<{ status?: number | undefined; html: string }>((resolve, reject) => {
    const asked = request(sandbox.url, { headers: { host } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => resolve({ status: response.statusCode, html: Buffer.concat(pieces).toString() }));
    });
    asked.on('error', reject).end();
  });

/** Asks for an address over TCP, in two pieces; answers the last four bytes. */
const askOverTcp = (name: string) =>
  new Promise<readonly number[]>((resolve, reject) => {
    const labels = name.split('.').map((label) => Buffer.from([label.length, ...Buffer.from(label)]));
    const header = [0x12, 0x34, 0x01, 0, 0, 1, 0, 0, 0, 0, 0, 0];
    const query = Buffer.concat([Buffer.from(header), ...labels, Buffer.from([0, 0, 1, 0, 1])]);
    const line = connect(sandbox.dnsPort, '127.0.0.1', () => {
      line.write(Buffer.from([0, query.length]));
      line.write(query);
    });
    line.on('error', reject);
    line.on('data', (answer: Buffer) => {
      line.destroy();
      resolve([...answer.subarray(-4)]);
    });
  });

beforeEach(async () => {
  sandbox = await boot({
    PORT: '0',
    SMTP_PORT: '0',
    DNS_PORT: '0',
    LOG_LEVEL: 'error',
    OIDC_ISSUER: 'http://127.0.0.1:1/oidc',
    CALLBACK_SECRETS: JSON.stringify({ authority: 'a', carrier: 'b', courier: 'c' }),
    GATEWAY_URL: 'http://127.0.0.1:1',
    RULE_PACK: '2026',
  });
  names = new Resolver({ timeout: 500, tries: 1 });
  names.setServers([`127.0.0.1:${sandbox.dnsPort}`]);
});
afterEach(() => sandbox.close());

describe('the name server of the outside world', () => {
  it('knows a domain and what is below it once it is granted, over UDP and TCP, and no longer once it is cancelled', async () => {
    await expect(names.resolve4(domain)).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await grant('FIRST');
    expect(await names.resolve4(domain)).toEqual([server]);
    expect(await names.resolve4(`WWW.${domain}`)).toEqual([server]);
    expect(await askOverTcp(domain)).toEqual([203, 0, 113, 7]);
    await expect(names.resolve6(domain)).rejects.toMatchObject({ code: 'ENODATA' });
    await expect(names.resolve4(`not-${domain}`)).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await grant('CANCEL_SITE');
    await expect(names.resolve4(domain)).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });

  it('leads elsewhere when told to', async () => {
    await grant('FIRST');
    await script('dns', 'wrong');
    const [address] = await names.resolve4(domain);
    expect(address).not.toBe(server);
  });

  it.each([
    ['never', 'ENOTFOUND'],
    ['closed', 'ESERVFAIL'],
    ['lost', 'ETIMEOUT'],
  ])('told %s, a resolver hears %s', async (behaviour, code) => {
    await grant('FIRST');
    await script('dns', behaviour);
    await expect(names.resolve4(domain)).rejects.toMatchObject({ code });
  });
});

describe('the home page of a filed site', () => {
  const linked = /<a href="https:\/\/beian\.miit\.gov\.cn">(.*)<\/a>/;

  it('shows the number with its link, under the host that is asked for and no other', async () => {
    expect((await page()).html).toContain('Outside world');
    await grant('FIRST');
    expect(linked.exec((await page(`www.${domain}`)).html)?.[1]).toMatch(/^津ICP备99\d{6}号-1$/);
    expect((await page('other.cn')).html).toContain('Outside world');
  });

  it('shows another number, none, or is down when told to', async () => {
    await grant('FIRST');
    const before = (await page()).html;
    const wrong = (await script('web', 'wrong')) as { readonly id: string };
    expect(linked.exec((await page()).html)?.[1]).not.toBe(linked.exec(before)?.[1]);
    await fetch(`${sandbox.url}/control/scripts/${wrong.id}`, { method: 'DELETE' });
    await script('web', 'never');
    expect((await page()).html).not.toContain('ICP备');
    await script('web', 'closed');
    expect((await page()).status).toBe(503);
  });
});
