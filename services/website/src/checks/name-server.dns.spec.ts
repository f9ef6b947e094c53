import { createSocket, type Socket } from 'node:dgram';
import { lookup } from 'node:dns/promises';
import type { AddressInfo } from 'node:net';
import { DnsNameServer } from './name-server.dns';

const answers: Readonly<Record<string, readonly number[]>> = { 'here.cn': [203, 0, 113, 7] };

/** Answers one question in the format of RFC 1035: an A record, no data, no such name, or a server's failure. */
function answerTo(question: Buffer): Buffer {
  const labels: string[] = [];
  let at = 12;
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const name = labels.join('.');
  const type = question.readUInt16BE(at + 1);
  const address = type === 1 ? answers[name] : undefined;
  const code = name === 'broken.cn' ? 2 : name in answers ? 0 : 3;
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(0x8180 | code, 2);
  head.writeUInt16BE(address === undefined ? 0 : 1, 6);
  head.writeUInt32BE(0, 8);
  const record = address === undefined ? [] : [0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...address];
  return Buffer.concat([head, question.subarray(12, at + 5), Buffer.from(record)]);
}

let server: Socket;
let names: DnsNameServer;

beforeAll(async () => {
  const { address, family } = await lookup('localhost');
  server = createSocket(family === 6 ? 'udp6' : 'udp4');
  server.on('message', (question, from) => server.send(answerTo(question), from.port, from.address));
  await new Promise<void>((resolve) => server.bind(0, address, resolve));
  names = new DnsNameServer(`localhost:${(server.address() as AddressInfo).port}`);
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

describe('names asked over the real protocol', () => {
  it.each([
    ['here.cn', { state: 'found', addresses: ['203.0.113.7'] }],
    ['absent.cn', { state: 'nowhere' }],
    ['broken.cn', { state: 'unknown' }],
  ])('%s', async (name, resolved) => expect(await names.resolve(name)).toEqual(resolved));

  it('are unknown while the name server itself is not found', async () => {
    expect(await new DnsNameServer('absent.invalid:53').resolve('here.cn')).toEqual({ state: 'unknown' });
  });
});
