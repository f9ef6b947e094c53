import { ulid, type filingsQuerySchema, type filingsSchema } from '@beian/contracts/schemas';
import { problem } from '@beian/platform';
import type { z } from 'zod';
import type { SignedIn } from '../access/signed-in';
import type { FilingStore } from './filings.store';
import { isStaff, statusFor } from './filing-status';

const pageSize = 20;

/** One page: an applicant's own filings (an agent's also those under a mandate), all of them for staff. */
export async function listFilings(
  filings: FilingStore,
  me: SignedIn,
  query: z.infer<typeof filingsQuerySchema>,
): Promise<z.infer<typeof filingsSchema>> {
  const { cursor, overdue, ...filters } = query;
  const found = await filings.page({
    ...filters,
    ...(isStaff(me) ? {} : { seenBy: me.accountId }),
    underMandate: me.roles.includes('agent'),
    overdue: overdue === undefined ? undefined : overdue === 'true',
    before: cursor === undefined ? undefined : positionOf(cursor),
    limit: pageSize + 1,
  });
  const page = found.slice(0, pageSize);
  const last = page.at(-1);
  const items = page.map((snapshot) => {
    const standing = snapshot.owner === me.accountId ? 'owner' : isStaff(me) ? 'staff' : 'agent';
    return statusFor(snapshot, me, standing);
  });
  return found.length > pageSize && last
    ? { items, next: Buffer.from(last.filingId).toString('base64url') }
    : { items };
}

function positionOf(cursor: string): string {
  const position = ulid.safeParse(Buffer.from(cursor, 'base64url').toString());
  return position.success ? position.data : problem('invalid-request', { pointer: 'query/cursor' });
}
