import { audit } from '@beian/platform';
import type { NotificationDeps } from './notification-deps';
import type { Language } from './notices';

export interface AccountContact {
  readonly email?: string | undefined;
  readonly mobile?: string | undefined;
  readonly language: Language;
}

/** How an account wants to be reached; saying the same twice is fine. The addresses are in no log. */
export async function saveAccount(deps: NotificationDeps, accountId: string, contact: AccountContact): Promise<void> {
  const { email, mobile, language } = contact;
  const at = deps.clock.now();
  await deps.database.transaction(async (tx) => {
    await deps.contacts.saveAccount(tx, accountId, { contact: { recipient: 'account', email, mobile }, language, at });
    const details = { email: email !== undefined, mobile: mobile !== undefined, language };
    await audit.append(tx, {
      actor: accountId,
      action: 'account-contact-saved',
      object: `account/${accountId}`,
      at,
      details,
    });
  });
}
