import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FilingSnapshot } from '@beian/contracts';
import { createLogger, DossierStore, newId, ObjectStore, PersonVault, SystemClock } from '@beian/platform';
import { emptyDatabase, testStack, type EmptyDatabase } from '@beian/testing';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { SmtpMailChannel } from './mail-channel.smtp';
import { migrations } from './notification.migrations';
import { NotificationDeps } from './notification-deps';
import { CarrierSmsChannel } from './sms-channel.carrier';

export interface CaughtMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  readonly raw: string;
}

/** A real SMTP server; `answer` is its reply to every mail, 250 as long as it is not set. */
export class MailCatcher {
  readonly mails: CaughtMail[] = [];
  answer: number | undefined;
  private server: SMTPServer | undefined;

  async listen(): Promise<string> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (this.answer !== undefined)
            return done(Object.assign(new Error('scripted'), { responseCode: this.answer }));
          void this.keep(Buffer.concat(chunks)).then(() => done());
        });
      },
    });
    this.server = server;
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await new Promise<void>((done) => this.server?.close(() => done()));
  }

  private async keep(raw: Buffer): Promise<void> {
    const mail = await simpleParser(raw);
    const to = [mail.to ?? []]
      .flat()
      .map(({ text }) => text)
      .join(', ');
    this.mails.push({
      to,
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      messageId: mail.messageId ?? '',
      raw: raw.toString(),
    });
  }
}

export interface CaughtSms {
  readonly key: string;
  readonly to: string;
  readonly signature: string;
  readonly text: string;
  readonly reference: string;
}

/** A carrier that takes each key once, however often it is sent; `status` and `headers` script its answer. */
export class Carrier {
  readonly messages: CaughtSms[] = [];
  posts = 0;
  status = 201;
  headers: Record<string, string> = {};
  private readonly taken = new Map<string, string>();
  private readonly server: Server = createServer((request, response) => {
    void this.take(request).then(([status, body]) =>
      response.writeHead(status, this.headers).end(JSON.stringify(body)),
    );
  });

  async listen(): Promise<string> {
    await new Promise<void>((ready) => this.server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async take(request: IncomingMessage): Promise<[number, object]> {
    this.posts++;
    let text = '';
    for await (const chunk of request) text += String(chunk);
    if (this.status >= 400) return [this.status, {}];
    const key = String(request.headers['idempotency-key']);
    const known = this.taken.get(key);
    if (known === undefined) this.messages.push({ key, ...(JSON.parse(text) as Omit<CaughtSms, 'key'>) });
    this.taken.set(key, known ?? newId());
    return [this.status, { messageId: this.taken.get(key) }];
  }
}

export const dossierKeys = {
  publicKey: '6CnulMwBfnzkyGv7n3gCtw+A5+MHQCjF3L7NHT5plBg=',
  privateKey: 'K7V0ua0VGXU2j6zDOFPEtorH3AWmbjnOIzQxgFw7JQM=',
} as const;

/** Notification with real stores, real SMTP, a real HTTP carrier and a bucket of its own. */
export class Bench {
  readonly mail = new MailCatcher();
  readonly carrier = new Carrier();
  deps!: NotificationDeps;
  db!: EmptyDatabase;
  dossiers!: DossierStore;
  private objects!: ObjectStore;
  private channel!: SmtpMailChannel;

  async open(): Promise<this> {
    const [smtpUrl, carrierUrl] = await Promise.all([this.mail.listen(), this.carrier.listen()]);
    this.db = await emptyDatabase('notification', migrations);
    const { s3 } = testStack();
    const bucket = `spec-notification-${randomBytes(5).toString('hex')}`;
    this.objects = new ObjectStore({
      S3_ENDPOINT: s3.endpoint,
      S3_ACCESS_KEY: s3.accessKey,
      S3_SECRET_KEY: s3.secretKey,
      S3_REGION: s3.region,
    });
    await this.objects.ensureBucket(bucket);
    this.dossiers = new DossierStore({
      objects: this.objects,
      bucket,
      publicKeys: { notification: Buffer.from(dossierKeys.publicKey, 'base64') },
      privateKeys: [Buffer.from(dossierKeys.privateKey, 'base64')],
    });
    this.channel = new SmtpMailChannel(smtpUrl, 'Beian <no-reply@beian.example>');
    this.deps = new NotificationDeps({
      database: this.db.database,
      vault: new PersonVault([randomBytes(32)], randomBytes(32)),
      dossiers: this.dossiers,
      channels: { mail: this.channel, sms: new CarrierSmsChannel(carrierUrl, '备案系统') },
      clock: new SystemClock(),
      logger: createLogger('notification', 'silent'),
      staffEmails: {
        staff: 'staff@provider.example',
        deputy: 'deputy@provider.example',
        lead: 'lead@provider.example',
      },
      pollMs: 50,
      mostTries: 8,
    });
    return this;
  }

  async close(): Promise<void> {
    this.channel.close();
    this.objects.close();
    await Promise.all([this.mail.close(), this.carrier.close(), this.db.drop()]);
  }
}

/** A filing's snapshot as the recorder writes it. */
export function aSnapshot(change: Partial<FilingSnapshot> = {}): FilingSnapshot {
  return {
    filingId: newId(),
    owner: newId(),
    version: 2,
    stage: 'provider-review',
    since: '2018-06-01T01:00:00.000Z',
    at: '2018-06-01T01:00:00.000Z',
    waitingOn: 'provider',
    submission: 1,
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
