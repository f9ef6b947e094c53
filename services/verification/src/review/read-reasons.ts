import type { AccountId, FilingId } from '@beian/contracts';
import type { reasonSchema } from '@beian/contracts/schemas';
import { audit, type Clock, type Database } from '@beian/platform';
import type { z } from 'zod';
import { reasonText } from './reason-catalogue';
import type { KeptReason, ReasonStore } from './reason.store';

export interface ReadReasonsDeps {
  readonly database: Database;
  readonly reasons: ReasonStore;
  readonly clock: Clock;
}

type Told = z.output<typeof reasonSchema>;

/**
 * The filing's reasons with their texts, oldest first, for the account whose filing it is: each is marked if it was added
 * after the account last looked; looking is noted.
 */
export async function readReasons(
  { reasons, clock }: Pick<ReadReasonsDeps, 'reasons' | 'clock'>,
  filingId: FilingId,
  accountId: AccountId | undefined,
): Promise<readonly Told[]> {
  const lastLook = accountId === undefined ? undefined : await reasons.look(filingId, accountId, clock.now());
  return (await reasons.list(filingId)).map((reason) => ({
    ...told(reason),
    ...(accountId === undefined
      ? {}
      : { addedSinceLastLook: lastLook === undefined || new Date(reason.addedAt) > lastLook }),
  }));
}

/** The same for staff. What people wrote about persons is sealed: opening it leaves an audit entry, or nothing is shown. */
export async function readForStaff(
  { database, reasons, clock }: ReadReasonsDeps,
  filingId: FilingId,
  actor: AccountId,
): Promise<readonly Told[]> {
  const at = clock.now().toISOString();
  const object = `filing/${filingId}`;
  await database.transaction((tx) => audit.append(tx, { actor, action: 'reasons-read', object, at }));
  return (await reasons.list(filingId)).map(told);
}

const told = ({ text, suggestion, ...reason }: KeptReason): Told => ({
  ...reason,
  ...reasonText(reason.code),
  ...(text === undefined ? {} : { text }),
  ...(suggestion === undefined ? {} : { suggestion }),
});
