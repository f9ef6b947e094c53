import { createTransport, type Transporter } from 'nodemailer';
import { SendLater, SendRefused, type Message, type MessageChannel } from './message-channel';

const patienceMs = 15_000;

/**
 * Mail by SMTP, as plain text. The Message-ID is made of the message's key: a mailbox that got it twice, because we died
 * between sending and noting it, shows it once. No file and no link is ever fetched for a mail.
 */
export class SmtpMailChannel implements MessageChannel {
  private readonly transport: Transporter;
  private readonly domain: string;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    this.domain = /@([a-z0-9.-]+)>?$/i.exec(from)?.[1] ?? 'beian.invalid';
    this.transport = createTransport(
      {
        url,
        connectionTimeout: patienceMs,
        greetingTimeout: patienceMs,
        socketTimeout: patienceMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { from: this.from },
    );
  }

  async send({ key, to, subject, text }: Message): Promise<string> {
    try {
      await this.transport.sendMail({
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${key}@${this.domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return `${key}@${this.domain}`;
    } catch (error) {
      throw translated(error);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** 5xx of the server is for good, 4xx and a broken connection heal. The reason never holds the address. */
function translated(error: unknown): Error {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  if (typeof responseCode === 'number' && responseCode >= 500) return new SendRefused(`smtp-${responseCode}`);
  if (code === 'EENVELOPE' && responseCode === undefined) return new SendRefused('address-invalid');
  return new SendLater(typeof responseCode === 'number' ? `smtp-${responseCode}` : 'smtp-unreachable');
}
