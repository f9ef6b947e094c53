import type { AccountId, AdministratorKey, FilingId } from '@beian/contracts';
import type { callSchema, callsSchema } from '@beian/contracts/schemas';
import { audit, newId, problem } from '@beian/platform';
import type { z } from 'zod';
import { shownSlot, type BookCallDeps } from './book-call';
import type { Call } from './call.store';

export interface LogCall {
  readonly filingId: FilingId;
  readonly actor: AccountId;
  readonly messageId: string;
  readonly administrator: AdministratorKey;
  readonly outcome: Call['outcome'];
  readonly note?: string | undefined;
}

/**
 * Writes down a call of a reviewer (D18), once per request; a booked half hour that has begun is used by it. Nobody logs
 * calls about his own filing. The note is sealed; the audit entry says who called whom with what outcome.
 */
export async function logCall(deps: BookCallDeps, logged: LogCall): Promise<z.output<typeof callsSchema>> {
  const { filingId, actor, messageId, administrator, outcome, note } = logged;
  const { snapshot } = (await deps.filings.get(filingId)) ?? problem('not-found');
  if (snapshot.owner === actor) return problem('forbidden');
  const now = new Date(Math.max(deps.clock.now().getTime(), Date.parse(snapshot.at)));
  const at = now.toISOString();
  await deps.database.transaction(async (tx) => {
    if (await deps.calls.isKnown(tx, messageId)) return;
    const booked = await deps.calls.booked(filingId, tx);
    const isOfSlot = booked !== undefined && booked.administrator === administrator && booked.startsAt <= now;
    const slotId = isOfSlot ? await deps.calls.end(tx, filingId, 'called') : undefined;
    const callId = newId();
    const added = await deps.calls.add(tx, {
      callId,
      requestId: messageId,
      filingId,
      submission: snapshot.submission,
      actor,
      administrator,
      outcome,
      at,
      ...(slotId === undefined ? {} : { slotId }),
      ...(note === undefined ? {} : { note }),
    });
    if (!added) return;
    const details = { callId, administrator, outcome, slotId };
    await audit.append(tx, { actor, action: 'call-logged', object: `filing/${filingId}`, at, details });
  });
  return callsOf(deps, filingId);
}

/** The call log of a filing, oldest first. */
export async function callsOf(
  deps: Pick<BookCallDeps, 'calls'>,
  filingId: FilingId,
): Promise<z.output<typeof callsSchema>> {
  const booked = await deps.calls.booked(filingId);
  const calls = (await deps.calls.list(filingId)).map(shownCall);
  return { calls, ...(booked === undefined ? {} : { booked: shownSlot(booked) }) };
}

/** Reads the call log for staff: notes are words about persons, so the look is audited. */
export async function readCalls(
  deps: BookCallDeps,
  filingId: FilingId,
  actor: AccountId,
): Promise<z.output<typeof callsSchema>> {
  const at = deps.clock.now().toISOString();
  await deps.database.transaction((tx) =>
    audit.append(tx, { actor, action: 'calls-read', object: `filing/${filingId}`, at }),
  );
  return callsOf(deps, filingId);
}

const shownCall = ({ filingId: _filing, actor, ...call }: Call): z.output<typeof callSchema> => ({
  ...call,
  by: actor,
});
