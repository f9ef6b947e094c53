import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { scripted, scriptsFor } from './scripts';
import type { World } from './world';

/** A real SMTP server that keeps what it receives. Plain text on the loopback address only. */
export class MailServer {
  private server: SMTPServer | undefined;
  port = 0;

  constructor(private readonly world: World) {}

  async listen(port: number, host: string): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      onData: (stream, _session, done) => {
        simpleParser(stream).then(
          (mail) =>
            done(
              this.take({
                to: this.addresses(mail.to),
                subject: mail.subject ?? '',
                text: mail.text ?? '',
                messageId: mail.messageId ?? '',
              }),
            ),
          (error: Error) => done(error),
        );
      },
    });
    server.on('error', () => undefined); // a client that hangs up is no fault of the outside world
    await new Promise<void>((resolve, reject) => {
      server.server.once('error', reject);
      server.listen(port, host, resolve);
    });
    const address = server.server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : port;
    this.server = server;
  }

  async close(): Promise<void> {
    const { server } = this;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }

  /** Keeps a mail, or answers the SMTP error that a script asks for. */
  private take(mail: { to: string; subject: string; text: string; messageId: string }): Error | null {
    const scripts = scriptsFor(this.world, { party: 'mail', words: `${mail.to} ${mail.subject} ${mail.text}` });
    if (scripted(scripts, 'closed')) return Object.assign(new Error('try again later'), { responseCode: 451 });
    if (scripted(scripts, 'wrong')) return Object.assign(new Error('no such mailbox'), { responseCode: 550 });
    this.world.receive({ party: 'mail', kind: 'mail', key: mail.messageId, data: mail });
    return null;
  }

  private addresses(to: { text: string } | { text: string }[] | undefined): string {
    return [to ?? []]
      .flat()
      .map(({ text }) => text)
      .join(', ');
  }
}
