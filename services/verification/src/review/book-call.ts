import type { AccountId, AdministratorKey, FilingId } from '@beian/contracts';
import type { callSlotSchema, callSlotsSchema } from '@beian/contracts/schemas';
import { audit, problem, type Clock, type Database } from '@beian/platform';
import type { z } from 'zod';
import type { FilingStore } from '../filing/filing.store';
import type { CallSlot, CallStore } from './call.store';
import { callTimes } from './call-times';

export interface BookCallDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly filings: Pick<FilingStore, 'get'>;
  readonly calls: CallStore;
  /** How many are called in one half hour. */
  readonly callsPerHalfHour: number;
}

export interface BookCall {
  readonly filingId: FilingId;
  readonly actor: AccountId;
  readonly administrator: AdministratorKey;
  readonly startsAt: string;
}

/** Free half hours for a call while the provider reviews, and the one that is booked (D18, rules.md 12). */
export async function callSlots(deps: BookCallDeps, filingId: FilingId): Promise<z.output<typeof callSlotsSchema>> {
  const { now, mayBook } = await standing(deps, filingId);
  const full = mayBook ? await deps.calls.full(new Date(now), deps.callsPerHalfHour) : new Set<number>();
  const booked = await deps.calls.booked(filingId);
  return {
    free: (mayBook ? callTimes(now) : [])
      .filter(({ startsAt }) => !full.has(startsAt))
      .map(({ startsAt, endsAt }) => ({
        startsAt: new Date(startsAt).toISOString(),
        endsAt: new Date(endsAt).toISOString(),
      })),
    ...(booked === undefined ? {} : { booked: shownSlot(booked) }),
  };
}

/**
 * Books a half hour in which an administrator can be reached; another booking of the filing is moved to it. Refuses any
 * stage but the provider's review, and a half hour that is not offered or is full (`already-decided`).
 */
export async function bookCall(
  deps: BookCallDeps,
  { filingId, actor, administrator, startsAt }: BookCall,
): Promise<z.output<typeof callSlotSchema>> {
  const { now, mayBook, submission } = await standing(deps, filingId);
  if (!mayBook) return problem('not-allowed-now');
  const start = Date.parse(startsAt);
  if (!callTimes(now).some((time) => time.startsAt === start)) {
    return problem('invalid-request', { pointer: '/startsAt', detail: 'not one of the half hours that are offered' });
  }
  const slot = await deps.database.transaction(async (tx) => {
    const before = await deps.calls.booked(filingId, tx);
    if (before?.startsAt.getTime() === start && before.administrator === administrator) return before;
    await deps.calls.end(tx, filingId, 'cancelled');
    const at = deps.clock.now().toISOString();
    const asked = { filingId, submission, administrator, startsAt: new Date(start), bookedBy: actor, at };
    const booked = await deps.calls.book(tx, { ...asked, seats: deps.callsPerHalfHour });
    if (booked === undefined) return problem('already-decided', { detail: 'this half hour is full' });
    const details = { slotId: booked.slotId, administrator, startsAt };
    await audit.append(tx, { actor, action: 'call-booked', object: `filing/${filingId}`, at, details });
    return booked;
  });
  return shownSlot(slot);
}

export const shownSlot = ({ slotId, administrator, startsAt, state }: CallSlot): z.output<typeof callSlotSchema> => ({
  slotId,
  administrator,
  state,
  startsAt: startsAt.toISOString(),
  endsAt: new Date(startsAt.getTime() + 30 * 60_000).toISOString(),
});

/** A filing whose clock was moved forward on the server is booked at its own time. */
async function standing(deps: BookCallDeps, filingId: FilingId) {
  const { snapshot } = (await deps.filings.get(filingId)) ?? problem('not-found');
  const now = Math.max(deps.clock.now().getTime(), Date.parse(snapshot.at));
  return { now, mayBook: snapshot.stage === 'provider-review', submission: snapshot.submission };
}
