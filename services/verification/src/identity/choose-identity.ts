import { shanghaiDate } from '@beian/calendar';
import type { Day, FilingAnswer, IdentityMethod } from '@beian/contracts';
import { audit, problem, type Clock, type Database, type Tx } from '@beian/platform';
import { provinceOf } from '@beian/rules';
import type { DeliveryStore } from '../delivery/delivery.store';
import type { Deliverer } from '../delivery/deliverer';
import type { FilingStore } from '../filing/filing.store';
import type { Acting } from '../review/decide';
import type { ChoiceContent, IdentityStore, MailingAddress } from './identity.store';
import type { NewBooking, PlaceStore } from './place.store';

export interface ChooseIdentityDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly filings: Pick<FilingStore, 'get'>;
  readonly identities: IdentityStore;
  readonly places: PlaceStore;
  readonly deliveries: DeliveryStore;
  readonly deliverer: Pick<Deliverer, 'answerOf'>;
}

export interface IdentityChoice extends Acting, ChoiceContent {
  readonly method: IdentityMethod;
  /** A day at one of our designated places. */
  readonly booking?: { readonly placeId: string; readonly day: Day } | undefined;
}

/**
 * Keeps how the website administrator will prove who he is (rules.md 6.1, 15.3), and tells the workflow the method only. The
 * method must be one that the filing's snapshot offers; a backdrop is mailed to mainland addresses, of any province; a day at
 * a designated place is booked with the choice, under a reference of ours, and given up with it.
 */
export async function chooseIdentity(deps: ChooseIdentityDeps, choice: IdentityChoice): Promise<FilingAnswer> {
  const { filingId, actor, actorRoles = [], messageId, method, address, bookingReference, booking } = choice;
  const source = `identity-choice:${messageId}`;
  const filing = await deps.filings.get(filingId);
  if (filing === undefined) return problem('not-found');
  const { identity, submission } = filing.snapshot;
  // A filing whose clock was moved forward on the server is booked at its own time.
  const now = Math.max(deps.clock.now().getTime(), Date.parse(filing.snapshot.at));

  const delivery = await deps.database.transaction(async (tx) => {
    const known = await deps.deliveries.knownFor(tx, source);
    if (known !== undefined) return known;
    if (identity === undefined) return problem('not-allowed-now');
    if (!identity.methods.includes(method))
      problem('invalid-request', { pointer: '/method', detail: 'not offered for this filing' });
    if (method === 'backdrop') assertMailable(address);
    if (booking !== undefined) assertBookable(booking, method, now);
    const at = deps.clock.now().toISOString();
    const added = await deps.deliveries.add(tx, {
      source,
      filingId,
      message: 'chooseIdentityMethod',
      body: { method },
      ownAttemptSeconds: 15,
    });
    const content = method === 'backdrop' ? { address } : { bookingReference };
    const choiceId = added.delivery.id;
    await deps.identities.addChoice(tx, { id: choiceId, filingId, submission, method, content, at });
    if (booking !== undefined) await book(deps.places, tx, { ...booking, filingId, submission, choiceId, at });
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

/** How far ahead a place can be booked: the filing's idle days (rules.md 15.8). */
const daysAhead = 45;

function assertBookable({ day }: { readonly day: Day }, method: IdentityMethod, now: number): void {
  if (method !== 'designated-place') problem('invalid-request', { pointer: '/booking', detail: 'of another method' });
  if (day < shanghaiDate(now) || day > shanghaiDate(now + daysAhead * 86_400_000)) {
    problem('invalid-request', { pointer: '/booking/day', detail: `from today to ${daysAhead} days ahead` });
  }
}

async function book(places: PlaceStore, tx: Tx, booking: NewBooking): Promise<void> {
  const reference = await places.book(tx, booking);
  if (reference === undefined) problem('invalid-request', { pointer: '/booking/placeId', detail: 'not on the list' });
  if (reference === 'full') problem('already-decided', { pointer: '/booking/day', detail: 'this day is full there' });
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
