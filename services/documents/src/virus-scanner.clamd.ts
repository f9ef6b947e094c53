import { connect, type Socket } from 'node:net';
import type { Clock } from '@beian/platform';
import { ScannerAway, testVirus, VirusScanner, type ScanVerdict } from './virus-scanner';

export interface ClamdOptions {
  /** `host:port`, or the path of a unix socket. */
  readonly address: string;
  readonly clock: Clock;
  /** Signatures older than this are no protection: no verdict (F-A1). */
  readonly mostSignatureDays: number;
  /** The database is the installation's own and carries no date, as clamd says nothing of one. */
  readonly undatedSignatures: boolean;
  readonly timeoutMs?: number;
}

const chunkBytes = 256 * 1024;
const fitForMs = 60_000;
const dayMs = 86_400_000;

/**
 * ClamAV's daemon, by its INSTREAM command. Fail closed: anything but a plain `OK` or `FOUND` is no verdict. Once a minute
 * it has to prove itself on the test virus first, because a daemon without signatures calls everything clean.
 */
export class ClamdScanner extends VirusScanner {
  private fitUntil = 0;

  constructor(private readonly options: ClamdOptions) {
    super();
  }

  async scan(bytes: Buffer): Promise<ScanVerdict> {
    await this.check();
    return this.askFor(bytes);
  }

  async check(): Promise<void> {
    const now = this.options.clock.now().getTime();
    if (now < this.fitUntil && now > this.fitUntil - 2 * fitForMs) return;
    this.fitUntil = 0;
    this.assertRecent(await this.ask((socket) => socket.write('zVERSION\0')), now);
    const verdict = await this.askFor(testVirus());
    if (verdict.clean) throw new ScannerAway('signatures-missing');
    this.fitUntil = now + fitForMs;
  }

  /** `ClamAV 1.4.3/27800/Mon Nov 23 10:00:00 2026`; without signatures of ClamAV's own there is no number and no date. */
  private assertRecent(version: string, now: number): void {
    if (!version.startsWith('ClamAV ')) throw new ScannerAway('strange-answer');
    const madeAt = Date.parse(`${version.split('/')[2] ?? ''} UTC`);
    if (Number.isNaN(madeAt)) {
      if (this.options.undatedSignatures) return;
      throw new ScannerAway('signatures-missing');
    }
    if (now - madeAt > this.options.mostSignatureDays * dayMs) throw new ScannerAway('signatures-old');
  }

  private async askFor(bytes: Buffer): Promise<ScanVerdict> {
    const answer = await this.ask((socket) => {
      socket.write('zINSTREAM\0');
      for (let start = 0; start < bytes.length; start += chunkBytes) {
        const chunk = bytes.subarray(start, start + chunkBytes);
        const length = Buffer.alloc(4);
        length.writeUInt32BE(chunk.length);
        socket.write(length);
        socket.write(chunk);
      }
      socket.write(Buffer.alloc(4));
    });
    if (answer === 'stream: OK') return { clean: true };
    const found = /^stream: (.+) FOUND$/.exec(answer);
    if (found) return { clean: false, signature: found[1] ?? 'unnamed' };
    throw new ScannerAway('strange-answer');
  }

  /** One command on one connection; the answer ends with NUL. */
  private ask(command: (socket: Socket) => void): Promise<string> {
    const { address, timeoutMs = 20_000 } = this.options;
    return new Promise((resolve, reject) => {
      const socket = connect(target(address));
      let answer = '';
      const fail = (away: ScannerAway) => {
        clearTimeout(patience);
        socket.destroy();
        reject(away);
      };
      // A deadline over all of it, not an idle time: a scanner that drips bytes hangs too.
      const patience = setTimeout(() => fail(new ScannerAway('timeout')), timeoutMs);
      socket.once('connect', () => command(socket));
      socket.on('data', (chunk: Buffer) => {
        answer += chunk.toString('latin1');
        if (answer.length > 4_096) fail(new ScannerAway('strange-answer'));
      });
      socket.once('error', (cause) => fail(new ScannerAway('unreachable', { cause })));
      socket.once('close', () => {
        clearTimeout(patience);
        if (answer.endsWith('\0')) resolve(answer.slice(0, -1));
        else reject(new ScannerAway(answer === '' ? 'unreachable' : 'strange-answer'));
      });
    });
  }
}

function target(address: string): { path: string } | { host: string; port: number } {
  if (address.startsWith('/')) return { path: address };
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(address.slice(colon + 1)) };
}
