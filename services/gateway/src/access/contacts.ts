import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { AccountId } from '@beian/contracts';
import { accountContactSchema } from '@beian/contracts/schemas';
import { Logger, type Caller } from '@beian/platform';
import { z } from 'zod';
import { InternalServices } from '../internal-services';

const mostRemembered = 20_000;

/**
 * Tells `notification` how an account wants to be reached, from the claims of its token. Sent when it differs from what
 * this process sent last; kept here as a digest only. A failure stops nobody: the next request tries again.
 */
@Injectable()
export class Contacts {
  private readonly sent = new Map<AccountId, string>();

  constructor(
    @Inject(InternalServices) private readonly services: InternalServices,
    @Inject(Logger) private readonly logger: Logger,
  ) {}

  /** Starts the forwarding; the request that brought the token does not wait for it. */
  note(accountId: AccountId, { claims }: Caller): void {
    const contact = contactOf(claims);
    if (contact === undefined) return;
    const digest = createHash('sha256').update(JSON.stringify(contact)).digest('base64');
    if (this.sent.get(accountId) === digest) return;
    if (this.sent.size >= mostRemembered) this.sent.clear();
    this.sent.set(accountId, digest);
    void this.services.notification
      .put(`/internal/accounts/${accountId}`, z.unknown(), contact)
      .catch((error: unknown) => {
        this.sent.delete(accountId);
        this.logger.warn({ err: error, accountId }, 'an account contact was not taken');
      });
  }
}

/** Only what the provider has verified; without an address there is nothing to tell, and nothing to forget. */
function contactOf(claims: Readonly<Record<string, unknown>>): z.infer<typeof accountContactSchema> | undefined {
  const mobile = typeof claims['phone_number'] === 'string' ? claims['phone_number'].replace(/^\+86/, '') : undefined;
  const parsed = accountContactSchema.safeParse({
    email: claims['email_verified'] === false ? undefined : claims['email'],
    mobile: claims['phone_number_verified'] === false ? undefined : mobile,
    language: String(claims['locale'] ?? 'zh').startsWith('en') ? 'en' : 'zh',
  });
  return parsed.success && (parsed.data.email ?? parsed.data.mobile) !== undefined ? parsed.data : undefined;
}
