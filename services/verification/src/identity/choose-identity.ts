import type { FilingAnswer, IdentityMethod } from '@beian/contracts';
import { audit, problem, type Clock, type Database } from '@beian/platform';
import { provinceOf } from '@beian/rules';
import type { DeliveryStore } from '../delivery/delivery.store';
import type { Deliverer } from '../delivery/deliverer';
import type { FilingStore } from '../filing/filing.store';
import type { Acting } from '../review/decide';
import type { ChoiceContent, IdentityStore, MailingAddress } from './identity.store';

export interface ChooseIdentityDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly filings: Pick<FilingStore, 'get'>;
  readonly identities: IdentityStore;
  readonly deliveries: DeliveryStore;
  readonly deliverer: Pick<Deliverer, 'answerOf'>;
}

/**
 * Keeps how the website administrator will prove who he is (rules.md 6.1, 15.3), and tells the workflow the method only. The
 * method must be one that the filing's snapshot offers; a backdrop is mailed to mainland addresses, of any province.
 */
export async function chooseIdentity(
  deps: ChooseIdentityDeps,
  choice: Acting & ChoiceContent & { readonly method: IdentityMethod },
): Promise<FilingAnswer> {
  const { filingId, actor, actorRoles = [], messageId, method, address, bookingReference } = choice;
  const source = `identity-choice:${messageId}`;
  const filing = await deps.filings.get(filingId);
  if (filing === undefined) return problem('not-found');
  const { identity, submission } = filing.snapshot;

  const delivery = await deps.database.transaction(async (tx) => {
    const known = await deps.deliveries.knownFor(tx, source);
    if (known !== undefined) return known;
    if (identity === undefined) return problem('not-allowed-now');
    if (!identity.methods.includes(method))
      problem('invalid-request', { pointer: '/method', detail: 'not offered for this filing' });
    if (method === 'backdrop') assertMailable(address);
    const at = deps.clock.now().toISOString();
    const added = await deps.deliveries.add(tx, {
      source,
      filingId,
      message: 'chooseIdentityMethod',
      body: { method },
      ownAttemptSeconds: 15,
    });
    const content = method === 'backdrop' ? { address } : { bookingReference };
    await deps.identities.addChoice(tx, { id: added.delivery.id, filingId, submission, method, content, at });
    await audit.append(tx, {
      actor,
      action: 'identity-method-chosen',
      object: `filing/${filingId}`,
      at,
      details: { messageId: added.delivery.id, method, submission, actorRoles },
    });
    return added.delivery;
  });
  return deps.deliverer.answerOf(delivery);
}

function assertMailable(address: ChoiceContent['address']): void {
  if (address === undefined) {
    problem('invalid-request', { pointer: '/address', detail: 'a backdrop needs an address' });
  }
  if (!isOnMainland(address)) problem('address-outside-mainland', { pointer: '/address' });
}

/** Any of the 31 provinces (rules.md 6.1: another province than the filing's is fine), and no address that says otherwise. */
const isOnMainland = ({ province, address }: MailingAddress): boolean =>
  provinceOf(province) !== undefined &&
  !/^\s*(中国)?\s*(香港|澳门|澳門|台湾|臺灣|hong\s?kong|maca[uo]|taiwan)/i.test(address.normalize('NFKC'));
