import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SystemClock } from '@beian/platform';
import { aPicture } from './documents.spec-helper';
import { hostileFiles } from './hostile-files.spec-helper';
import { ScannerAway, testVirus } from './virus-scanner';
import { ClamdScanner, type ClamdOptions } from './virus-scanner.clamd';
import { SignatureFileScanner } from './virus-scanner.signature-file';

jest.setTimeout(120_000);

const signatures = join(__dirname, '..', 'antivirus', 'beian.ndb');
const clock = new SystemClock();

/** A clamd that answers what it is told: first to VERSION, then to INSTREAM. */
class FakeClamd {
  private readonly server: Server;
  address = '';
  private readonly sockets = new Set<Socket>();

  constructor(private readonly answers: { version?: string; scan?: (bytes: Buffer) => string | undefined }) {
    this.server = createServer((socket) => {
      this.sockets.add(socket);
      let got = Buffer.alloc(0);
      socket.on('error', () => undefined);
      socket.on('data', (part: Buffer) => {
        got = Buffer.concat([got, part]);
        if (got.toString('latin1') === 'zVERSION\0') socket.end(`${this.answers.version ?? 'ClamAV 1.4.3'}\0`);
        if (got.subarray(-4).equals(Buffer.alloc(4)) && got.toString('latin1', 0, 10) === 'zINSTREAM\0')
          this.scan(socket, got.subarray(10));
      });
    });
  }

  async listen(): Promise<this> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    this.address = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return this;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((done) => this.server.close(done));
  }

  private scan(socket: Socket, stream: Buffer): void {
    const answer = (this.answers.scan ?? honest)(stream);
    if (answer !== undefined) socket.end(answer === '' ? '' : `${answer}\0`);
  }
}
const honest = (stream: Buffer): string => (stream.includes(testVirus()) ? 'stream: Eicar FOUND' : 'stream: OK');

const scannerAt = (address: string, change: Partial<ClamdOptions> = {}) =>
  new ClamdScanner({ address, clock, mostSignatureDays: 7, undatedSignatures: true, timeoutMs: 1_000, ...change });

describe('a clamd that gives no verdict (S5, F-A1): nothing is called clean', () => {
  const dayAgo = (days: number): string =>
    `ClamAV 1.4.3/27436/${new Date(Date.now() - days * 86_400_000).toUTCString().replace(/^(\w+), (\d+) (\w+) (\d+) ([\d:]+).*$/, '$1 $3 $2 $5 $4')}`;
  let fake: FakeClamd | undefined;
  afterEach(() => fake?.close());

  it.each<[string, ConstructorParameters<typeof FakeClamd>[0], Partial<ClamdOptions>, ScannerAway['reason']]>([
    ['without signatures', { scan: () => 'stream: OK' }, {}, 'signatures-missing'],
    ['with signatures of eight days', { version: dayAgo(8) }, {}, 'signatures-old'],
    ['with signatures of no date', {}, { undatedSignatures: false }, 'signatures-missing'],
    [
      'that answers with an error',
      { scan: (s) => (s.includes(testVirus()) ? 'stream: Eicar FOUND' : 'INSTREAM size limit exceeded. ERROR') },
      {},
      'strange-answer',
    ],
    ['that answers something else', { scan: () => 'hello' }, {}, 'strange-answer'],
    ['that hangs up', { scan: () => '' }, {}, 'unreachable'],
    ['that hangs', { scan: () => undefined }, {}, 'timeout'],
    ['that is no clamd', { version: 'SSH-2.0' }, {}, 'strange-answer'],
    ['that talks without end', { version: 'x'.repeat(100_000) }, {}, 'strange-answer'],
  ])('%s', async (_, answers, options, reason) => {
    fake = await new FakeClamd(answers).listen();
    await expect(scannerAt(fake.address, options).scan(Buffer.from('harmless'))).rejects.toMatchObject({ reason });
  });

  it('that is not there', async () => {
    await expect(scannerAt('127.0.0.1:1').scan(Buffer.from('x'))).rejects.toMatchObject({ reason: 'unreachable' });
    await expect(scannerAt('/nowhere/clamd.sock').scan(Buffer.from('x'))).rejects.toBeInstanceOf(ScannerAway);
  });

  it('and one with signatures of six days is trusted', async () => {
    fake = await new FakeClamd({ version: dayAgo(6) }).listen();
    expect(await scannerAt(fake.address, { undatedSignatures: false }).scan(Buffer.from('harmless'))).toEqual({
      clean: true,
    });
  });
});

const places = [
  process.env['BEIAN_CLAMD'] ?? '',
  '/usr/sbin/clamd',
  '/usr/local/sbin/clamd',
  '/opt/homebrew/sbin/clamd',
];
const clamd = places.find((path) => existsSync(path));
const whenInstalled = clamd === undefined ? describe.skip : describe;

whenInstalled('the real clamd (skipped where it is not installed: apt install clamav-daemon, or BEIAN_CLAMD)', () => {
  let daemon: ChildProcess;
  let scanner: ClamdScanner;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'beian-clamd-'));
    mkdirSync(join(folder, 'signatures'));
    copyFileSync(signatures, join(folder, 'signatures', 'beian.ndb'));
    const socket = join(folder, 'clamd.sock');
    const settings = [
      `DatabaseDirectory ${join(folder, 'signatures')}`,
      `LocalSocket ${socket}`,
      'Foreground yes',
      'StreamMaxLength 8M',
      'AlertExceedsMax yes',
      'AlertEncrypted yes',
    ];
    if (process.getuid?.() === 0) settings.push('User root');
    writeFileSync(join(folder, 'clamd.conf'), `${settings.join('\n')}\n`);
    daemon = spawn(clamd ?? '', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
    scanner = scannerAt(socket, { timeoutMs: 20_000 });
    for (let tries = 0; ; tries++) {
      try {
        await scanner.check();
        return;
      } catch (error) {
        if (tries > 200) throw error;
        await new Promise((next) => setTimeout(next, 50));
      }
    }
  });
  afterAll(async () => {
    const ended = new Promise((done) => daemon.once('exit', done));
    daemon.kill('SIGTERM');
    await ended;
  });

  it('finds the test virus alone, behind a picture, inside its comments, and in a ZIP behind it', async () => {
    const infected = (await hostileFiles()).filter(({ name }) => name.includes('test virus'));
    expect(infected.length).toBeGreaterThanOrEqual(8);
    for (const { name, bytes } of infected)
      expect([name, await scanner.scan(bytes)]).toMatchObject([name, { clean: false }]);
  });

  it('calls a picture clean, also one of the greatest size', async () => {
    expect(await scanner.scan(await aPicture())).toEqual({ clean: true });
    expect(await scanner.scan(Buffer.concat([await aPicture(), Buffer.alloc(4_000_000)]))).toEqual({ clean: true });
  });

  it('gives no verdict on more than it may read', async () => {
    await expect(scanner.scan(Buffer.alloc(9_000_000))).rejects.toBeInstanceOf(ScannerAway);
  });

  it('gives no verdict without signatures: it does not even start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'beian-clamd-'));
    writeFileSync(
      join(folder, 'clamd.conf'),
      `DatabaseDirectory ${folder}\nLocalSocket ${join(folder, 's')}\nForeground yes\n`,
    );
    expect(() =>
      execFileSync(clamd ?? '', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore', timeout: 20_000 }),
    ).toThrow();
  });
});

describe('the signature file of development', () => {
  it('finds the test virus anywhere, and nothing in a picture', async () => {
    const scanner = new SignatureFileScanner(signatures);
    await scanner.check();
    expect(await scanner.scan(Buffer.concat([await aPicture(), testVirus()]))).toEqual({
      clean: false,
      signature: 'Beian.Test.Eicar',
    });
    expect(await scanner.scan(await aPicture())).toEqual({ clean: true });
  });

  it('refuses a file of signatures it would not understand', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'beian-ndb-')), 'x.ndb');
    for (const line of ['A:0:EOF-10:4142434445464748', 'A:0:*:41??43', 'A:0:*:41', 'rubbish']) {
      writeFileSync(file, `${line}\n`);
      expect(() => new SignatureFileScanner(file)).toThrow(/plain hex/);
    }
  });

  it('is no protection when it is empty', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'beian-ndb-')), 'x.ndb');
    writeFileSync(file, '');
    await expect(new SignatureFileScanner(file).check()).rejects.toMatchObject({ reason: 'signatures-missing' });
  });
});
