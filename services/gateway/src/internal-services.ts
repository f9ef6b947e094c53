import { Inject, Injectable } from '@nestjs/common';
import { internalClient, type InternalClient } from '@beian/platform';
import { GatewayConfig } from './gateway.config';

/** The services behind us, each by its internal HTTP. One attempt per call: who calls knows whether trying again is safe. */
@Injectable()
export class InternalServices {
  readonly subject: InternalClient;
  readonly website: InternalClient;
  readonly documents: InternalClient;
  readonly verification: InternalClient;
  readonly notification: InternalClient;

  constructor(@Inject(GatewayConfig) config: GatewayConfig) {
    const client = (url: string) => internalClient(url, config.INTERNAL_TOKEN);
    this.subject = client(config.SUBJECT_URL);
    this.website = client(config.WEBSITE_URL);
    this.documents = client(config.DOCUMENTS_URL);
    this.verification = client(config.VERIFICATION_URL);
    this.notification = client(config.NOTIFICATION_URL);
  }
}
