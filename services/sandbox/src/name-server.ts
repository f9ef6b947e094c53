import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { createServer, isIPv6, type Server, type Socket } from 'node:net';
import { readQuestion, type Said, writeAnswer } from './dns-message';
import { filedSiteOf } from './filed-sites';
import { beSlow, scripted, scriptsFor } from './scripts';
import type { World } from './world';

/** Of the documentation networks (RFC 5737): a public address that is no server of this cloud. */
const elsewhere = '198.51.100.9';

/**
 * A real name server, over UDP and TCP: a filed domain and all below it lead to the server it was filed with, other names
 * are not there. Scripts of the party `dns`: `wrong` leads elsewhere, `never` says there is no such name, `closed` is a
 * fault of the server, `lost` gives no answer, `slow` a late one.
 */
export class NameServer {
  private udp: UdpSocket | undefined;
  private tcp: Server | undefined;
  private readonly lines = new Set<Socket>();
  port = 0;

  constructor(private readonly world: World) {}

  async listen(port: number, host: string): Promise<void> {
    const tcp = createServer((line) => this.hearLine(line));
    this.tcp = tcp;
    await new Promise<void>((resolve, reject) => tcp.once('error', reject).listen(port, host, resolve));
    const address = tcp.address();
    this.port = typeof address === 'object' && address !== null ? address.port : port;
    const udp = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
    this.udp = udp;
    udp.on('message', (query, from) => {
      void this.answer(query).then((answer) => answer && this.udp?.send(answer, from.port, from.address));
    });
    await new Promise<void>((resolve, reject) => udp.once('error', reject).bind(this.port, host, resolve));
  }

  async close(): Promise<void> {
    const { udp, tcp } = this;
    this.udp = undefined;
    for (const line of this.lines) line.destroy();
    await Promise.all([
      new Promise<void>((resolve) => (udp ? udp.close(resolve) : resolve())),
      new Promise<void>((resolve) => (tcp ? tcp.close(() => resolve()) : resolve())),
    ]);
  }

  /** Over TCP each message has its length before it (RFC 1035, 4.2.2). */
  private hearLine(line: Socket): void {
    let heard = Buffer.alloc(0);
    this.lines.add(line);
    line.on('close', () => this.lines.delete(line));
    line.on('error', () => undefined); // a client that hangs up is no fault of the outside world
    line.on('data', (piece: Buffer) => {
      heard = Buffer.concat([heard, piece]);
      while (heard.length >= 2 && heard.length >= 2 + heard.readUInt16BE(0)) {
        const end = 2 + heard.readUInt16BE(0);
        const query = heard.subarray(2, end);
        heard = heard.subarray(end);
        void this.answer(query).then((answer) => answer && line.write(framed(answer)));
      }
    });
  }

  private async answer(query: Buffer): Promise<Buffer | undefined> {
    const question = readQuestion(query);
    if (question === undefined) return undefined;
    const scripts = scriptsFor(this.world, { party: 'dns', words: question.name });
    await beSlow(scripts);
    if (scripted(scripts, 'lost')) return undefined;
    const said: Said = scripted(scripts, 'closed')
      ? 'fault'
      : scripted(scripts, 'never')
        ? 'no-such-name'
        : scripted(scripts, 'wrong')
          ? [elsewhere]
          : this.whereTo(question.name);
    return writeAnswer(query, question, said);
  }

  private whereTo(name: string): Said {
    const address = filedSiteOf(this.world, name)?.address;
    return address === undefined ? 'no-such-name' : [address];
  }
}

const framed = (message: Buffer): Buffer => {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
};
