import type { AccountId, FilingId } from '@beian/contracts';
import type { reasonSchema } from '@beian/contracts/schemas';
import type { Clock } from '@beian/platform';
import type { z } from 'zod';
import { reasonText } from './reason-catalogue';
import type { ReasonStore } from './reason.store';

/**
 * The filing's reasons with their texts, oldest first. For an account each is marked if it was added after the account
 * last looked; looking is noted.
 */
export async function readReasons(
  deps: { readonly reasons: ReasonStore; readonly clock: Clock },
  filingId: FilingId,
  accountId: AccountId | undefined,
): Promise<readonly z.output<typeof reasonSchema>[]> {
  const now = deps.clock.now();
  const lastLook = accountId === undefined ? undefined : await deps.reasons.look(filingId, accountId, now);
  const reasons = await deps.reasons.list(filingId);
  return reasons.map(({ text, suggestion, ...reason }) => ({
    ...reason,
    ...reasonText(reason.code),
    ...(text === undefined ? {} : { text }),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(accountId === undefined
      ? {}
      : { addedSinceLastLook: lastLook === undefined || new Date(reason.addedAt) > lastLook }),
  }));
}
