import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { askParty } from './ask-party';
import { PartyAway } from './party-away';

const answer = z.object({ name: z.string() });
const servers: Server[] = [];

async function aParty(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const ask = (baseUrl: string, path: readonly string[] = ['things', 'one']) =>
  askParty({ party: 'registry', baseUrl, path, answer, patienceMs: 300 });
const json = { 'content-type': 'application/json' };

describe('asking an outside party (rel 4.8)', () => {
  it('gives the checked answer, and undefined where there is no such thing', async () => {
    const url = await aParty((request, response) => {
      if (request.url === '/things/one') response.writeHead(200, json).end('{"name":"a","more":1}');
      else response.writeHead(404).end();
    });
    expect(await ask(url)).toEqual({ name: 'a' });
    expect(await ask(url, ['things', 'two'])).toBeUndefined();
  });

  it('keeps what came from a form inside one piece of the path (B-5 names and redirects)', async () => {
    const asked: (string | undefined)[] = [];
    const url = await aParty((request, response) => {
      asked.push(request.url);
      response.writeHead(404).end();
    });
    await ask(url, ['things', '../../secret?x=1#y']);
    expect(asked).toEqual(['/things/..%2F..%2Fsecret%3Fx%3D1%23y']);
  });

  it.each<[string, RequestListener]>([
    ['is closed', (_, response) => response.writeHead(503, { 'retry-after': '60' }).end()],
    ['refuses us', (_, response) => response.writeHead(401, json).end('{"name":"a"}')],
    ['sends us elsewhere', (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
    ['answers no JSON', (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')],
    ['answers broken JSON', (_, response) => response.writeHead(200, json).end('{"name":')],
    ['answers another shape', (_, response) => response.writeHead(200, json).end('{"name":7}')],
    ['answers too much', (_, response) => response.writeHead(200, json).end(`{"name":"${'a'.repeat(70_000)}"}`)],
    ['never answers', () => undefined],
    ['never ends its answer', (_, response) => void response.writeHead(200, json).write('{"name":')],
    ['hangs up', (request) => request.socket.destroy()],
  ])('takes a party that %s for away, not for a verdict', async (_what, listener) => {
    await expect(ask(await aParty(listener))).rejects.toBeInstanceOf(PartyAway);
  });

  it('takes a party that is not there for away', async () => {
    await expect(ask('http://127.0.0.1:1')).rejects.toBeInstanceOf(PartyAway);
  });

  it('quotes nothing of an answer in the error (A14)', async () => {
    const url = await aParty((_, response) => response.writeHead(200, json).end('{"name":{"canary":"金丝雀"}}'));
    const error: unknown = await ask(url).catch((caught: unknown) => caught);
    expect(`${String(error)} ${String((error as Error).cause)}`).not.toContain('金丝雀');
  });
});
